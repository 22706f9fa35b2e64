"""What an edited workbook asks for, row by row, and what the officer says to each. No Qt here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from db.own_workbook.changes import AddedRow, Edit, Incoming, NotApplied, RemovedRow, Settled, Spot
from db.rules.sheets.columns import Value
from exports.differences_workbook import show

Item = Edit | AddedRow | RemovedRow | NotApplied


class What(StrEnum):
    """What a row of the list is."""

    CONFLICT = "Both changed"
    CHANGE = "Change"
    ADDED = "New row"
    REMOVED = "Row gone"
    NOT_APPLIED = "By its own act"


class Fate(StrEnum):
    """What becomes of it."""

    OPEN = "To settle"
    TAKEN = "Taken in"
    LEFT = "Left as it is"


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One thing the workbook asks for; `can_take` is False where only another act can do it."""

    id: str
    what: What
    sheet: str
    cell: str
    name: str
    title: str
    was: str
    ours: str
    theirs: str
    sentence: str
    can_take: bool
    item: Item


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is taken in, as the verb wants it."""

    incoming: Incoming
    settled: Mapping[Spot, Settled]
    added: tuple[AddedRow, ...]
    removed: tuple[RemovedRow, ...]

    @property
    def count(self) -> int:
        """How many things are taken in."""
        won = sum(each is Settled.THEIRS for each in self.settled.values())
        return len(self.incoming.changes) + won + len(self.added) + len(self.removed)


def asked_rows(incoming: Incoming) -> tuple[AskedRow, ...]:
    """Conflicts first, then what is asked, then changes, then what is only told."""
    found = (
        *(_edit(each, What.CONFLICT) for each in incoming.conflicts),
        *(_added(each) for each in incoming.added),
        *(_removed(each) for each in incoming.removed),
        *(_edit(each, What.CHANGE) for each in incoming.changes),
        *(_told(each) for each in incoming.not_applied),
    )
    return tuple(replace(each, id=f"{number:06}") for number, each in enumerate(found))


def first_fate(row: AskedRow) -> Fate:
    """What becomes of a row before anybody said: changes are taken in, all else waits or is left."""
    if not row.can_take:
        return Fate.LEFT
    return Fate.TAKEN if row.what is What.CHANGE else Fate.OPEN


def answers(incoming: Incoming, rows: tuple[AskedRow, ...], fates: Mapping[str, Fate]) -> Answers:
    """What to take in, by what was said of each row."""
    taken = {id(each.item) for each in rows if fates[each.id] is Fate.TAKEN}
    edits = tuple(each for each in incoming.edits if each.is_conflict or id(each) in taken)
    settled = {each.spot: Settled.THEIRS if id(each) in taken else Settled.OURS for each in incoming.conflicts}
    return Answers(
        replace(incoming, edits=edits),
        settled,
        tuple(each for each in incoming.added if id(each) in taken),
        tuple(each for each in incoming.removed if id(each) in taken),
    )


def facts_of_row(row: AskedRow) -> Iterator[tuple[str, str]]:
    """Names and values to show of a row."""
    if isinstance(row.item, AddedRow):
        yield from ((title, _shown(title, value)) for title, value in row.item.values.items())
    elif isinstance(row.item, Edit):
        yield "When written out", row.was or "blank"
        yield "In the register now", row.ours or "blank"
        yield "In the workbook", row.theirs or "blank"


def _edit(edit: Edit, what: What) -> AskedRow:
    title = edit.spot.title
    was, ours, theirs = (_shown(title, each) for each in (edit.was, edit.ours, edit.theirs))
    sentence = (
        "The register was changed after the workbook was written out, and the workbook says otherwise. Choose."
        if what is What.CONFLICT
        else "Only the workbook changed this."
    )
    return AskedRow("", what, edit.spot.sheet, edit.cell, edit.name, title, was, ours, theirs, sentence, True, edit)


def _added(row: AddedRow) -> AskedRow:
    can = not row.by
    sentence = (
        "The register has no such row. Take it in only where it is new."
        if can
        else f"A row of this sheet is not taken in from a workbook. It is done by: {_verbs(row.by)}."
    )
    theirs = ", ".join(_shown(title, value) for title, value in list(row.values.items())[:3] if value)
    return AskedRow(
        "", What.ADDED, row.sheet, f"row {row.row}", row.name, "The whole row", "", "", theirs, sentence, can, row
    )


def _removed(row: RemovedRow) -> AskedRow:
    can = row.by == "withdraw-contract"
    sentence = (
        "The workbook no longer has this contract. Taken in, it leaves the register and can be put back; else it stays."
        if can
        else f"The workbook no longer has this row. It stays in the register. {_done_by(row.by)}".strip()
    )
    return AskedRow("", What.REMOVED, row.sheet, "", row.name, "The whole row", "", "", "not there", sentence, can, row)


def _told(told: NotApplied) -> AskedRow:
    return AskedRow(
        "", What.NOT_APPLIED, told.sheet, told.cell, told.name, told.title, "", "", "", _verbs(told.sentence), False,
        told,
    )  # fmt: skip


def _done_by(verbs: str) -> str:
    return f"It is done by: {_verbs(verbs)}." if verbs else ""


def _verbs(words: str) -> str:
    """Commands as people say them: give-notice is give notice."""
    for command in ("give-notice", "correct-terms", "edit-decision", "withdraw-contract", "record-decision",
                    "add-contract", "add-provider"):  # fmt: skip
        words = words.replace(command, command.replace("-", " "))
    return words


def _shown(title: str, value: Value) -> str:
    return show(title, value)
