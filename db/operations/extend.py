"""Extend contracts by using their next option, on the strength of a decision."""

from datetime import date

from db.changes import Author, Changed
from db.operations.money import YearAmount, write_years
from db.operations.record_decision import (
    NewDecision,
    NewEffect,
    check_decision,
    tidy_name,
    write_decision,
    write_effect,
)
from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionId, EffectKind, taken_on
from db.rules.extension import extension_by
from db.rules.refusal import Refusal
from db.store.journal import Ledger

Amounts = tuple[tuple[ContractId, YearAmount], ...]
"""What partners pay for contracts in the years that are added."""


def extend_contracts(
    register: Register,
    by: Author,
    contract_ids: tuple[ContractId, ...],
    decision_id: DecisionId,
    *,
    option: int | None = None,
    to: date | None = None,
    funding: Amounts = (),
) -> Changed:
    """Use each contract's next option. `option` and `to`, when given, must be what that comes to.

    Raises:
        Refusal: no option is left or it has lapsed, one is taken out of order, the last day is not the option's or is
            past the maximum end, no contract is named, or money is for one that is not. All are extended or none.
    """
    if not contract_ids:
        raise Refusal("Choose at least one contract to extend.")
    decision = register.decisions.by_id(decision_id)
    contracts = _contracts(register, contract_ids, funding)
    sentence = f"Extended {_names(contracts)} by {decision.name}"
    with register.acting(by, "extend contracts", sentence) as ledger:
        _extend_all(register, ledger, contracts, decision, option, to, funding)
        return ledger.close()


def extend_by_new(
    register: Register,
    by: Author,
    contract_ids: tuple[ContractId, ...],
    new: NewDecision,
    *,
    option: int | None = None,
    to: date | None = None,
    funding: Amounts = (),
) -> Changed:
    """As extend_contracts, by a decision that is recorded in the same breath: both are kept, or neither is.

    Raises:
        Refusal: as extend_contracts and record_decision.
    """
    if not contract_ids:
        raise Refusal("Choose at least one contract to extend.")
    check_decision(register, new)
    contracts = _contracts(register, contract_ids, funding)
    sentence = f"Recorded decision {tidy_name(new)} and extended {_names(contracts)} by it"
    with register.acting(by, "extend by new decision", sentence) as ledger:
        decision = register.decisions.by_id(write_decision(register, ledger, new))
        _extend_all(register, ledger, contracts, decision, option, to, funding)
        return ledger.close()


def _contracts(register: Register, contract_ids: tuple[ContractId, ...], funding: Amounts) -> list[Contract]:
    _check_owners(register, contract_ids, tuple(owner for owner, _ in funding))
    return [register.contracts.by_id(each) for each in dict.fromkeys(contract_ids)]


def _names(contracts: list[Contract]) -> str:
    return ", ".join(each.reference for each in contracts)


def _extend_all(
    register: Register,
    ledger: Ledger,
    contracts: list[Contract],
    decision: Decision,
    option: int | None,
    to: date | None,
    funding: Amounts,
) -> None:
    for contract in contracts:
        amounts = tuple(amount for owner, amount in funding if owner == contract.id)
        _extend(register, ledger, contract, decision, option, to)
        write_years(register, ledger, contract, amounts, decision.id)


def _check_owners(register: Register, contract_ids: tuple[ContractId, ...], owners: tuple[ContractId, ...]) -> None:
    for owner in owners:
        if owner not in contract_ids:
            reference = register.contracts.by_id(owner).reference
            raise Refusal(f"{reference} is not among the contracts to extend, so its funding cannot be entered here.")


def _extend(
    register: Register, ledger: Ledger, contract: Contract, decision: Decision, option: int | None, to: date | None
) -> None:
    decided_on = taken_on(decision)
    used, period = extension_by(contract, decided_on, option, to)
    ledger.insert(
        "extension",
        {
            "contract_id": contract.id,
            "option_id": used.id,
            "decision_id": decision.id,
            "starts_on": period.starts_on.isoformat(),
            "ends_on": period.ends_on.isoformat(),
            "decided_on": decided_on.isoformat(),
        },
    )
    write_effect(register, ledger, decision.id, NewEffect(contract.id, EffectKind.EXTENDS, str(period)))
