"""Edit what an officer may simply change: a contract's title, service, people and notes."""

from collections.abc import Mapping

from db.changes import Author, Changed
from db.operations.add_contract import check_reference_is_free
from db.register import Register
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, required

FIELDS = {
    "reference": "Contract reference",
    "title": "Title",
    "service": "Service",
    "category": "Category",
    "manager": "Contract manager",
    "contact": "Contact",
    "notes": "Notes",
}
"""The fields that are edited in place, with the name people know each by."""


def edit_details(
    register: Register, by: Author, contract_id: ContractId, version: int, values: Mapping[str, str]
) -> Changed:
    """Change some of a contract's details; version is the contract's when it was read.

    Raises:
        Refusal: a field is not one that is simply edited, a required one is empty, or the reference is taken.
        Stale: the contract was changed meanwhile.
    """
    before = register.contracts.details(contract_id)
    tidy = {name: _tidy(name, text) for name, text in values.items()}
    if "reference" in tidy:
        check_reference_is_free(register, tidy["reference"], besides=contract_id)
    changed = [FIELDS[name].lower() for name, text in tidy.items() if text != before[name]]
    sentence = f"Changed {', '.join(changed) or 'nothing'} of {before['reference']}"
    with register.acting(by, "edit details", sentence) as ledger:
        ledger.update("contract", contract_id, tidy, version)
        return ledger.close()


def _tidy(name: str, text: str) -> str:
    if name not in FIELDS:
        raise Refusal(f"“{name}” is not edited in place: it changes only by a decision, a variation or notice.")
    if name in {"reference", "title"}:
        return required(text, FIELDS[name])
    return clean(text, FIELDS[name]) if name == "notes" else clean_line(text, FIELDS[name])
