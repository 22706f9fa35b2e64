"""Edit what an officer may simply change: a contract's title, service, people and notes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from db.changes import Author, Changed
from db.errors import Stale
from db.operations.add_contract import check_reference_is_free
from db.register import Register
from db.rules.cell_edits import CellEdit, sentence_of
from db.rules.decision import ContractId
from db.rules.details import FIELDS as FIELDS
from db.rules.details import tidy
from db.rules.refusal import Refusal


def edit_details(
    register: Register, by: Author, contract_id: ContractId, version: int, values: Mapping[str, str]
) -> Changed:
    """Change some of a contract's details; version is the contract's when it was read.

    Raises:
        Refusal: a field is not one that is simply edited, a required one is empty, or the reference is taken.
        Stale: the contract was changed meanwhile.
    """
    before = register.contracts.details(contract_id)
    kept = {name: tidy(name, text) for name, text in values.items()}
    if "reference" in kept:
        check_reference_is_free(register, kept["reference"], besides=contract_id)
    changed = [FIELDS[name].lower() for name, text in kept.items() if text != before[name]]
    sentence = f"Changed {', '.join(changed) or 'nothing'} of {before['reference']}"
    with register.acting(by, "edit details", sentence) as ledger:
        ledger.update("contract", contract_id, kept, version)
        return ledger.close()


def edit_cells(register: Register, by: Author, edits: Sequence[CellEdit]) -> Changed:
    """Change cells of many contracts in one act: all of them or none, and one undo takes them back together.

    Raises:
        Refusal: a text cannot be kept, or two contracts would have one reference.
        Stale: one of the contracts was changed meanwhile; it is named.
    """
    values: dict[ContractId, dict[str, str]] = {}
    for edit in edits:
        values.setdefault(edit.contract_id, {})[edit.field] = tidy(edit.field, edit.after)
    first = {edit.contract_id: edit for edit in reversed(edits)}
    _check_references(register, {key: kept["reference"] for key, kept in values.items() if "reference" in kept})
    with register.acting(by, "edit details", sentence_of(edits)) as ledger:
        for contract_id, kept in values.items():
            try:
                ledger.update("contract", contract_id, kept, first[contract_id].version)
            except Stale as stale:
                raise Stale(f"{first[contract_id].reference}: {stale}") from stale
        return ledger.close()


def _check_references(register: Register, wanted: Mapping[ContractId, str]) -> None:
    """No reference is given twice, counting those that others keep."""
    if not wanted:
        return
    kept = {owner: name for name, owner in register.contracts.references().items()} | dict(wanted)
    held = Counter(name.casefold() for name in kept.values())
    for name in wanted.values():
        if held[name.casefold()] > 1:
            raise Refusal(f"Two contracts would have the reference “{name}”. Give each its own.")
