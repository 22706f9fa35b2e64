"""Whatever a verb refuses, it says why in a sentence and leaves the register, and its file, as they were."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from db.errors import ReadOnlyRegister, Stale
from db.operations.edit_details import edit_details
from db.operations.returns import NewReturn, import_return
from db.register import Register
from db.rules.refusal import Refusal
from tests.operations.acts import ACTS
from tests.operations.attempts import REFUSED
from tests.operations.beginnings import BARE, RUNNING, officer
from tests.operations.many_states import (
    in_many_states,
)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with Register.create(tmp_path_factory.mktemp("refusals") / "office.register") as register:
        yield in_many_states(register)


def file_of(register: Register) -> str:
    assert isinstance(register.path, Path)
    return hashlib.sha256(register.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_told_in_a_sentence_and_changes_nothing(register: Register, case: str) -> None:
    attempt, told = REFUSED[case]
    before, entries, file = register.content_hash(), register.journal.entries(), file_of(register)
    with pytest.raises(Refusal) as refused:
        attempt(register)
    sentence = str(refused.value)
    assert told in sentence
    assert sentence.endswith(".")
    assert (register.content_hash(), register.journal.entries(), file_of(register)) == (before, entries, file)


def test_the_register_is_in_order_after_all_that_was_refused(register: Register) -> None:
    for attempt, _ in REFUSED.values():
        with pytest.raises(Refusal):
            attempt(register)
    assert register.check() == ()


def test_an_edit_of_what_was_changed_meanwhile_is_stale_and_keeps_the_newer_text(register: Register) -> None:
    contract = register.contracts.get(BARE)
    edit_details(register, officer(), contract.id, contract.version, {"title": "By the first officer"})
    with pytest.raises(Stale):
        edit_details(register, officer(), contract.id, contract.version, {"title": "By the second"})
    assert register.contracts.get(BARE).title == "By the first officer"


def test_an_edit_that_changes_nothing_makes_no_entry(register: Register) -> None:
    contract, file = register.contracts.get(RUNNING), file_of(register)
    changed = edit_details(register, officer(), contract.id, contract.version, {"title": f" {contract.title} "})
    assert (changed.entry, file_of(register)) == (None, file)


def test_the_same_return_twice_changes_nothing(register: Register) -> None:
    [imported] = register.returns.all()
    again = NewReturn(
        imported.contract_id, "Northway", imported.period, date(2026, 2, 1), "again.xlsx", b"x", imported.readings
    )
    before = register.content_hash()
    assert import_return(register, officer(), again).entry is None
    assert register.content_hash() == before


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__.strip("_"))
def test_no_verb_writes_to_a_register_as_it_stood_in_the_past(register: Register, act: object) -> None:
    with register.as_at(officer().at) as past, pytest.raises(ReadOnlyRegister, match="Nothing was changed"):
        _until_it_would_write(past, act)


def _until_it_would_write(register: Register, act: object) -> None:
    assert callable(act)
    for seed in range(200):
        try:
            act(register, officer(), Random(seed))  # noqa: S311 - chance, not a secret
        except ReadOnlyRegister:
            raise
        except Refusal:
            continue
