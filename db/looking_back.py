"""What changed in a register between two moments, with who did it and when, from the journal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from db.own_workbook.against import sheets_of
from db.register import Register
from db.rules.differences import Difference, changes_between
from db.store.journal import JournalEntry, RowChange


@dataclass(frozen=True, slots=True)
class Told:
    """A difference, and the act that last made it: when (UTC), who, what they did. None where none is found."""

    difference: Difference
    at: datetime | None = None
    officer: str = ""
    post: str = ""
    sentence: str = ""
    entry: int | None = None


def _untold(_part: float) -> None:
    """Nobody asked how far it is."""


def changed_between(
    register: Register, first: datetime, last: datetime, day: date, progress: Callable[[float], None] = _untold
) -> tuple[Told, ...]:
    """What differs between the register as it stood at two moments; contracts are seen on one day in both.

    `progress` is told the part that is done, from 0 to 1.

    Raises:
        DamagedRegister: the journal cannot be followed back.
    """
    begins, ends = register.journal.at(first), register.journal.at(last)
    progress(0.05)
    with register.as_after(begins) as then:
        before = sheets_of(then, day)
    progress(0.35)
    with register.as_after(ends) as now:
        after = sheets_of(now, day)
    progress(0.6)
    found = changes_between(before, after)
    progress(0.75)
    acts = _Acts.of(each for each in register.journal.after(begins) if each.seq <= ends)
    progress(0.9)
    return tuple(acts.told(each) for each in found)


@dataclass(slots=True)
class _Acts:
    """Which act last touched what."""

    fields: dict[tuple[str, str], JournalEntry] = field(default_factory=dict)
    rows: dict[str, JournalEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[JournalEntry]) -> "_Acts":
        acts = cls()
        for entry in entries:
            for change in entry.changes:
                acts._note(entry, change)
        return acts

    def _note(self, entry: JournalEntry, change: RowChange) -> None:
        before, after = change.before or {}, change.after or {}
        for name in before.keys() | after.keys():
            if before.get(name) != after.get(name):
                self.fields[change.row_id, name] = entry
        for key in (change.row_id, _amount(change), *_owners(change)):
            self.rows[key] = entry

    def told(self, difference: Difference) -> Told:
        entry = self.fields.get((difference.row_id, difference.field)) or self.rows.get(difference.row_id)
        if entry is None:
            return Told(difference)
        return Told(difference, entry.at, entry.officer, entry.post, entry.sentence, entry.seq)


def _owners(change: RowChange) -> list[str]:
    row = change.after or change.before or {}
    return [str(row[name]) for name in ("contract_id", "decision_id", "provider_id") if row.get(name)]


def _amount(change: RowChange) -> str:
    """An amount by its part, its partner and its year or first day, as the sheet of amounts knows it."""
    row = change.after or change.before or {}
    if change.table not in {"funding", "annual_value"}:
        return change.row_id
    begins = row["year"] if change.table == "funding" else f"from {row['effective_on'] or 'the start'}"
    return f"{row['part_id']}|{row['partner_id']}|{begins}"
