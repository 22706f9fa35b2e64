"""Undo and redo of every verb, in any order: the register goes back and forth through exactly the states it was in."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from db.changes import Author, Changed
from db.operations.edit_details import edit_details
from db.operations.returns import NewReturn, import_return
from db.operations.undo import redo, undo
from db.register import Register
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
from db.rules.refusal import Refusal
from db.store.journal import EntryKind
from tests.operations.acts import ACTS
from tests.operations.beginnings import BARE, DECISION, RUNNING, copy_of, officer


@dataclass
class Walk:
    """A walk through a register by acts drawn by chance, with what undo and redo should come to at every step."""

    register: Register
    chance: Random
    states: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    verbs: Counter[str] = field(default_factory=Counter)
    steps: int = 0

    def __post_init__(self) -> None:
        self.states.append(self.register.content_hash())

    def step(self) -> None:
        """One act; a refused one changes nothing, and nothing takes an entry out of the journal."""
        before, entries = self.register.content_hash(), self.register.journal.entries()
        self.steps += 1
        try:
            act = self.chance.choice((*ACTS, *(self._undo, self._redo) * 4))
            changed = act(self.register, officer(self.steps), self.chance)
        except Refusal:
            self.verbs["refused"] += 1
            assert self.register.content_hash() == before
            assert self.register.journal.entries() == entries
            return
        assert self.register.journal.entries()[-len(entries) :] == entries
        if changed.entry is None:
            assert self.register.content_hash() == before
        else:
            self._note(changed.entry)

    def back_to_the_beginning(self) -> None:
        """Undo everything since the walk began, state by state."""
        while len(self.states) > 1:
            undo(self.register, officer(self.steps))
            self.undone.append(self.states.pop())
            assert self.register.content_hash() == self.states[-1]

    def forth_again(self) -> None:
        """Redo everything that was undone, state by state."""
        while self.undone:
            redo(self.register, officer(self.steps))
            self.states.append(self.undone.pop())
            assert self.register.content_hash() == self.states[-1]

    def _note(self, seq: int) -> None:
        entry, now = self.register.journal.entry(seq), self.register.content_hash()
        self.verbs[entry.verb] += 1
        if entry.kind is EntryKind.DONE:
            self.states.append(now)
            self.undone.clear()
        elif entry.kind is EntryKind.UNDONE:
            self.undone.append(self.states.pop())
        else:
            self.states.append(self.undone.pop())
        assert now == self.states[-1]

    def _undo(self, register: Register, by: Author, chance: Random) -> Changed:
        if len(self.states) == 1:
            raise Refusal("The walk does not go back beyond its beginning.")
        return undo(register, by)

    def _redo(self, register: Register, by: Author, chance: Random) -> Changed:
        return redo(register, by)


def walk(register: Register, seed: int, steps: int) -> Walk:
    """A walk of so many steps."""
    walked = Walk(register, Random(seed))  # noqa: S311 - chance, not a secret
    for _ in range(steps):
        walked.step()
    return walked


@pytest.mark.parametrize("seed", range(100))
def test_undo_all_and_redo_all_come_back_to_the_same_register(register: Register, seed: int) -> None:
    walked = walk(register, seed, steps=8 + seed % 8)
    walked.back_to_the_beginning()
    walked.forth_again()
    assert register.check() == ()


def test_long_walks_do_every_verb_and_are_refused_often(beginning: Register) -> None:
    verbs: Counter[str] = Counter()
    for seed in range(10):
        with copy_of(beginning) as register:
            verbs += walk(register, seed, steps=300).verbs
            assert register.check() == ()
    assert set(verbs) == {
        "add provider", "add alias", "add contract", "edit details", "extend contracts", "give notice", "vary",
        "record decision", "record signature", "correct terms", "record end", "import return", "import returns",
        "expect returns", "set measures", "mark attention", "set leads", "set runway", "choose runway", "record award",
        "set service clause", "set exercise", "apply what-if", "write record", "pass over check", "note number",
        "set council", "set publisher", "restore field", "set timestamp service",
        "plan funding", "extend by new decision", "define measures", "remind",
        "raise queries", "answer query", "accept return", "override rating", "keep layout", "escalate", "settle",
        "record publication", "withdraw contract", "restore contract", "bring in", "settle rows", "rename layout",
        "undo", "redo", "refused",
    }  # fmt: skip
    assert verbs["refused"] > 60


def test_undo_names_what_it_takes_back_newest_first(register: Register) -> None:
    _rename(register, "First")
    _rename(register, "Second")
    for sentence in ("Changed title of R-2", "Changed title of R-2", f"Recorded decision {DECISION}"):
        last = register.journal.next_undo()
        assert last is not None
        assert last.sentence == sentence
        assert undo(register, officer()).sentence == f"Undid: {sentence}"
    assert register.contracts.get(BARE).title == "A contract of which little is known"


def test_redo_does_again_what_was_undone_last(register: Register) -> None:
    _rename(register, "First")
    _rename(register, "Second")
    undo(register, officer())
    undo(register, officer())
    assert redo(register, officer()).sentence == "Redid: Changed title of R-2"
    assert register.contracts.get(BARE).title == "First"
    redo(register, officer())
    assert register.contracts.get(BARE).title == "Second"
    assert register.journal.next_redo() is None


def test_a_new_act_leaves_nothing_to_redo(register: Register) -> None:
    _rename(register, "First")
    undo(register, officer())
    assert register.journal.next_redo() is not None
    _rename(register, "Other")
    assert register.journal.next_redo() is None
    with pytest.raises(Refusal, match="nothing to redo"):
        redo(register, officer())


def test_an_undo_is_an_entry_of_whoever_undid(register: Register) -> None:
    _rename(register, "First")
    undone = register.journal.next_undo()
    undo(register, replace(officer(5), name="Another tester"))
    newest = register.journal.entries(1)[0]
    assert undone is not None
    assert (newest.officer, newest.kind, newest.of_seq) == ("Another tester", EntryKind.UNDONE, undone.seq)


def test_an_empty_register_has_nothing_to_undo() -> None:
    with Register.in_memory() as empty, pytest.raises(Refusal, match="nothing to undo"):
        undo(empty, officer())


def test_undo_of_a_return_takes_back_every_reading_and_keeps_the_file_for_redo(register: Register) -> None:
    before = register.content_hash()
    contract = register.contracts.get(RUNNING)
    reading = Reading("People seen", MeasureUnit.COUNT, Decimal(12), "Return", "C5")
    new = NewReturn(
        contract.id, "Northway", quarter_of(date(2025, 10, 1)), date(2026, 1, 9), "q3.xlsx", b"book", (reading,) * 40
    )
    import_return(register, officer(), new)
    [imported] = register.returns.all()
    undo(register, officer())
    assert register.content_hash() == before
    redo(register, officer())
    assert register.returns.all() == (imported,)
    assert register.returns.file(imported.file_sha256) == b"book"


def _rename(register: Register, title: str) -> None:
    contract = register.contracts.get(BARE)
    edit_details(register, officer(), contract.id, contract.version, {"title": title})
