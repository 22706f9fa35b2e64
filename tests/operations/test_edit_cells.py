"""Many cells are changed in one act: all or none, with one entry in the journal and one undo."""

from collections.abc import Iterator

import pytest

from db.errors import Stale
from db.operations.edit_details import edit_cells, edit_details
from db.operations.undo import undo
from db.register import Register
from db.rules.cell_edits import CellEdit
from db.rules.refusal import Refusal
from tests.operations.beginnings import BARE, RUNNING, begin, officer


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as register:
        yield begin(register)


def edit(register: Register, reference: str, field: str, after: str) -> CellEdit:
    contract = register.contracts.get(reference)
    return CellEdit(contract.id, contract.version, reference, field, getattr(contract, field), after)


def test_many_cells_are_one_entry_and_one_undo(register: Register) -> None:
    before, entries = register.content_hash(), len(register.journal.entries())
    edits = [edit(register, each, field, "B. Manager") for each in (RUNNING, BARE) for field in ("manager", "contact")]
    done = edit_cells(register, officer(1), edits)
    assert done.sentence == "Changed contract manager and contact of 2 contracts"
    assert len(register.journal.entries()) == entries + 1
    assert done.entry is not None
    assert len(register.journal.entry(done.entry).changes) == 2
    undo(register, officer(2))
    assert register.content_hash() == before


def test_one_contract_changed_meanwhile_keeps_all_as_they_were(register: Register) -> None:
    edits = [edit(register, each, "manager", "B. Manager") for each in (BARE, RUNNING)]
    running = register.contracts.get(RUNNING)
    edit_details(register, officer(1), running.id, running.version, {"title": "Meanwhile"})
    before = register.content_hash()
    with pytest.raises(Stale, match=f"{RUNNING}: This was changed meanwhile"):
        edit_cells(register, officer(2), edits)
    assert register.content_hash() == before


def test_two_contracts_never_get_one_reference(register: Register) -> None:
    edits = [edit(register, each, "reference", "new") for each in (BARE, RUNNING)]
    with pytest.raises(Refusal, match="Two contracts would have the reference"):
        edit_cells(register, officer(1), edits)
    with pytest.raises(Refusal, match="Two contracts would have the reference"):
        edit_cells(register, officer(1), [edit(register, BARE, "reference", RUNNING.lower())])


def test_some_contracts_come_in_the_order_asked_for_and_those_gone_are_left_out(register: Register) -> None:
    running, bare = (register.contracts.get(each) for each in (RUNNING, BARE))
    assert register.contracts.some((bare.id, "gone", running.id)) == (bare, running)
    assert set(register.contracts.ids()) == {running.id, bare.id}


def test_a_contract_is_found_by_its_providers_and_its_texts(register: Register) -> None:
    running = register.contracts.get(RUNNING)
    words = register.contracts.words((running.id,))[running.id]
    assert running.title in words
    assert running.holders[0].name in words
