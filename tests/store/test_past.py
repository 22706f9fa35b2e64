"""The register as it stood at any past moment, and the history of one contract."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from db.errors import ReadOnlyRegister
from db.operations.edit_details import edit_details
from db.operations.providers import add_provider
from db.operations.undo import redo, undo
from db.register import Register
from tests.operations.beginnings import BARE, RUNNING, begin, officer

MINUTES = range(1, 6)


def rename(register: Register, minute: int) -> None:
    contract = register.contracts.get(BARE)
    edit_details(register, officer(minute), contract.id, contract.version, {"title": f"Title {minute}"})


DONE: tuple[Callable[[Register], object], ...] = (
    lambda register: rename(register, 1),
    lambda register: add_provider(register, officer(2), "Harbour"),
    lambda register: undo(register, officer(3)),
    lambda register: undo(register, officer(4)),
    lambda register: redo(register, officer(5)),
)
"""What is done in each minute."""


@pytest.fixture(scope="module")
def states() -> tuple[Register, list[str]]:
    """A register, and what it held at the end of each minute."""
    register = begin(Register.in_memory())
    hashes = [register.content_hash()]
    for act in DONE:
        act(register)
        hashes.append(register.content_hash())
    return register, hashes


@pytest.mark.parametrize("minute", [0, *MINUTES])
def test_the_register_at_a_past_moment_holds_what_it_held_then(states: tuple[Register, list[str]], minute: int) -> None:
    register, hashes = states
    with register.as_at(officer(minute).at) as past:
        assert past.content_hash() == hashes[minute]
    with register.as_at(officer(minute).at + timedelta(seconds=59)) as past:
        assert past.content_hash() == hashes[minute]


def test_before_its_first_entry_a_register_held_nothing(states: tuple[Register, list[str]]) -> None:
    register, _ = states
    with register.as_at(officer(-1).at) as past:
        assert (past.contracts.all(), past.providers.all(), past.decisions.all()) == ((), (), ())


@pytest.mark.parametrize("minute", [0, *MINUTES])
def test_the_journal_of_the_past_ends_with_what_had_been_done(states: tuple[Register, list[str]], minute: int) -> None:
    register, hashes = states
    with register.as_at(officer(minute).at) as past:
        assert past.journal.entries(1)[0].at <= officer(minute).at
        assert past.check() == ()
        assert past.wound_back_to == past.journal.at(officer(9).at)
        if minute:
            with past.as_at(officer(minute - 1).at) as before:
                assert before.content_hash() == hashes[minute - 1]


def test_the_past_is_for_looking_at_and_leaves_the_present_alone(states: tuple[Register, list[str]]) -> None:
    register, hashes = states
    with register.as_at(officer(1).at) as past:
        assert past.contracts.get(BARE).title == "Title 1"
        with pytest.raises(ReadOnlyRegister, match="as it stood in the past"):
            add_provider(past, officer(), "Harbour")
    assert register.content_hash() == hashes[-1]


def test_a_contracts_history_is_what_touched_it_newest_first_with_before_and_after(
    states: tuple[Register, list[str]],
) -> None:
    register, _ = states
    history = register.journal.touching(register.contracts.row_ids(register.contracts.get(BARE).id))
    assert [each.verb for each in history] == ["redo", "undo", "edit details", "add contract"]
    [change] = history[2].changes
    assert change.before is not None
    assert change.after is not None
    assert (change.before["title"], change.after["title"]) == ("A contract of which little is known", "Title 1")


def test_another_contracts_history_is_not_mixed_in(states: tuple[Register, list[str]]) -> None:
    register, _ = states
    history = register.journal.touching(register.contracts.row_ids(register.contracts.get(RUNNING).id))
    assert [each.sentence for each in history] == ["Added contract R-1, Day opportunities"]


def test_an_entry_says_who_in_which_post_when_and_where(states: tuple[Register, list[str]]) -> None:
    register, _ = states
    newest = register.journal.entries(1)[0]
    assert (newest.officer, newest.post, newest.at) == ("A tester", "Commissioning officer", officer(5).at)
    assert newest.device
