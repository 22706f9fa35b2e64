"""Bring one detail of a contract back to what it was."""

from db.changes import Author, Changed
from db.operations.add_contract import check_reference_is_free
from db.operations.edit_details import FIELDS
from db.register import Register
from db.rules.decision import ContractId
from db.rules.refusal import Refusal


def restore_field(register: Register, by: Author, contract_id: ContractId, field: str, seq: int) -> Changed:
    """Give a contract's detail the value it had after an entry of the journal; what was done since stays in it.

    Raises:
        Refusal: the field is not one that is simply edited, the contract was not there then, or its old reference is
            taken.
    """
    if field not in FIELDS:
        raise Refusal(
            f"“{field}” is not restored by itself: it changes only by an instrument. "
            "Take the act back with undo, or correct the terms with a reason."
        )
    with register.as_after(seq) as then:
        was = str(then.contracts.details(contract_id)[field])
    now = register.contracts.details(contract_id)
    if field == "reference":
        check_reference_is_free(register, was, besides=contract_id)
    sentence = f"Restored {FIELDS[field].lower()} of {now['reference']}"
    with register.acting(by, "restore field", sentence) as ledger:
        ledger.update("contract", contract_id, {field: was})
        return ledger.close()
