"""Take a contract out of the register, as one entered by mistake, and put it back. Nothing of it is erased."""

from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.register import Register
from db.rules.contract import Contract, Withdrawn
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.words import required
from db.store.journal import Value


def withdraw_contract(register: Register, by: Author, contract_id: ContractId, on: date, because: str) -> Changed:
    """Take a contract out of every list; all that is recorded of it stays and comes back with it.

    Raises:
        Refusal: no reason, it is out already, or a signed record acts on it.
    """
    contract, why = check_withdrawal(register, contract_id, on, because)
    with register.acting(by, "withdraw contract", f"Took {contract.reference} out of the register: {why}") as ledger:
        ledger.update("contract", contract_id, withdrawal(on, why), contract.version)
        return ledger.close()


def check_withdrawal(register: Register, contract_id: ContractId, on: date, because: str) -> tuple[Contract, str]:
    """A contract that may be taken out, and the reason as it is kept.

    Raises:
        Refusal: as withdraw_contract.
    """
    contract = register.contracts.by_id(contract_id)
    check_term(on, None)
    why = required(because, "Reason for taking it out")
    if any(each.id == contract_id for each in register.contracts.withdrawn()):
        raise Refusal(f"{contract.reference} was taken out of the register already.")
    signed = (each for each in register.decisions.all() if each.is_locked)
    for decision in signed:
        if any(effect.contract_id == contract_id for effect in decision.effects):
            raise Refusal(
                f"The signed record of {decision.name} acts on {contract.reference}, so it stays in the register."
            )
    return contract, why


def withdrawal(on: date, why: str) -> dict[str, Value]:
    """What is written of a contract that is taken out."""
    return {"withdrawn_on": on.isoformat(), "withdrawn_because": why}


def restore_contract(register: Register, by: Author, contract_id: ContractId) -> Changed:
    """Put a contract back that was taken out of the register.

    Raises:
        Refusal: it was not taken out, or its reference was given to another meanwhile.
    """
    out = _withdrawn(register, contract_id)
    if register.contracts.find(out.reference):
        raise Refusal(
            f"{out.reference} is the reference of another contract now. Give that one another reference first."
        )
    with register.acting(by, "restore contract", f"Put {out.reference} back into the register") as ledger:
        ledger.update("contract", contract_id, {"withdrawn_on": None, "withdrawn_because": ""})
        return ledger.close()


def _withdrawn(register: Register, contract_id: ContractId) -> Withdrawn:
    found = next((each for each in register.contracts.withdrawn() if each.id == contract_id), None)
    if found is None:
        raise Refusal("That contract was not taken out of the register.")
    return found
