"""An edited workbook held against the register as it was written out and as it is now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.own_workbook.changes import AddedRow, Edit, Incoming, NotApplied, RemovedRow, Spot
from db.own_workbook.reading import ReturnedRow, ReturnedSheet, read_back
from db.own_workbook.values import NEEDED, as_written, value_of
from db.returns.cells import Cells, CellValue, address
from db.rules.cell_text import LONGEST_TEXT, clean_text
from db.rules.refusal import Refusal
from db.rules.sheets.columns import ID, FactColumn, FactRow, Facts, FactSheet, Held, Kind, Value, facts_of, name_of


def changes_in(cells: Cells, then: Sequence[FactSheet[Any]], now: Sequence[FactSheet[Any]]) -> Incoming:
    """What a workbook changes, given the sheets as they were written out and as they would be now.

    Raises:
        Refusal: its rows cannot be known again.
    """
    was, ours = facts_of(then), facts_of(now)
    returned = read_back(cells, then, was)
    found = _Found(cells, was, ours, notes=list(cells.notes))
    for sheet in then:
        if sheet.name in returned:
            found.compare(sheet, returned[sheet.name])
        elif was[sheet.name]:
            found.notes.append(f"Sheet “{sheet.name}” is not in the workbook, so nothing in it was looked at.")
    return Incoming(
        tuple(found.edits), tuple(found.not_applied), tuple(found.added), tuple(found.removed), tuple(found.notes)
    )


@dataclass(slots=True)
class _Found:
    cells: Cells
    was: Facts
    ours: Facts
    edits: list[Edit] = field(default_factory=list)
    not_applied: list[NotApplied] = field(default_factory=list)
    added: list[AddedRow] = field(default_factory=list)
    removed: list[RemovedRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def compare(self, sheet: FactSheet[Any], returned: ReturnedSheet) -> None:
        self.notes += returned.notes
        met: set[str] = set()
        for row in _originals_first(sheet, returned, self.was[sheet.name]):
            if row.row_id in self.was[sheet.name] and row.row_id not in met:
                met.add(row.row_id)
                self._row(sheet, returned, row)
            else:
                self._added(sheet, returned, row)
        self.added.sort(key=lambda each: (each.sheet, each.row))
        if not _is_cut_off(self.cells, returned.called):
            self._gone(sheet, met)

    def _row(self, sheet: FactSheet[Any], returned: ReturnedSheet, row: ReturnedRow) -> None:
        was = self.was[sheet.name][row.row_id]
        for column in sheet.columns:
            if column.title in returned.columns and column.title != ID:
                self._cell(sheet, returned, row, column, was)

    def _cell(
        self, sheet: FactSheet[Any], returned: ReturnedSheet, row: ReturnedRow, column: FactColumn[Any], was: FactRow
    ) -> None:
        if _plainly_same(row.cells.get(column.title), was[column.title], column.kind):
            return
        at = address(row.number, returned.columns[column.title])
        name = name_of(sheet, was)
        try:
            theirs = self._value(returned, row, column, at)
        except Refusal as trouble:
            self.not_applied.append(NotApplied(sheet.name, at, name, column.title, str(trouble)))
            return
        before = as_written(was[column.title], column.kind, column.title)
        if theirs == before:
            return
        now = self.ours[sheet.name].get(row.row_id)
        why = _why_not(column, now) or _cut_short(was[column.title]) or _emptied(column, theirs)
        if why or now is None:
            self.not_applied.append(NotApplied(sheet.name, at, name, column.title, why))
            return
        ours = as_written(now[column.title], column.kind, column.title)
        if theirs != ours:
            self.edits.append(Edit(Spot(sheet.name, row.row_id, column.title), name, at, before, ours, theirs))

    def _value(self, returned: ReturnedSheet, row: ReturnedRow, column: FactColumn[Any], at: str) -> Any:
        spot = (returned.called, at)
        if spot in self.cells.uncalculated:
            raise Refusal("This is a formula that was saved without its result. Write the value itself.")
        if spot in self.cells.errors:
            raise Refusal(f"This is a formula that failed ({row.cells.get(column.title)}). Write the value itself.")
        return value_of(row.cells.get(column.title), column.kind, column.title)

    def _added(self, sheet: FactSheet[Any], returned: ReturnedSheet, row: ReturnedRow) -> None:
        values = {}
        for column in sheet.columns:
            if column.title in row.cells and column.title != ID:
                at = address(row.number, returned.columns[column.title])
                try:
                    values[column.title] = self._value(returned, row, column, at)
                except Refusal as trouble:
                    self.not_applied.append(NotApplied(sheet.name, at, f"row {row.number}", column.title, str(trouble)))
        name = name_of(sheet, values) or f"row {row.number}"
        self.added.append(AddedRow(sheet.name, row.number, name, values, sheet.more_by))

    def _gone(self, sheet: FactSheet[Any], met: set[str]) -> None:
        for row_id, was in self.was[sheet.name].items():
            if row_id not in met and row_id in self.ours[sheet.name]:
                self.removed.append(RemovedRow(sheet.name, row_id, name_of(sheet, was), sheet.fewer_by))


def _originals_first(
    sheet: FactSheet[Any], returned: ReturnedSheet, written: Mapping[str, FactRow]
) -> Iterator[ReturnedRow]:
    """The rows, of several with one id that one first which is most like what was written out."""
    by_id: dict[str, list[ReturnedRow]] = {}
    for row in returned.rows:
        by_id.setdefault(row.row_id if row.row_id in written else "", []).append(row)
    for row_id, rows in by_id.items():
        if row_id and len(rows) > 1:
            was = written[row_id]
            yield from sorted(rows, key=lambda row: _unlike(sheet, returned, row, was))
        else:
            yield from rows


def _unlike(sheet: FactSheet[Any], returned: ReturnedSheet, row: ReturnedRow, was: FactRow) -> int:
    differing = 0
    for column in sheet.columns:
        if column.title in returned.columns:
            try:
                theirs = value_of(row.cells.get(column.title), column.kind, column.title)
            except Refusal:
                theirs = None
            differing += theirs != as_written(was[column.title], column.kind, column.title)
    return differing


def _plainly_same(cell: CellValue | None, was: Value, kind: Kind) -> bool:
    """Whether a cell holds just what was written: most do, and need no closer look."""
    if cell is None:
        return was is None or was == ""
    return kind is not Kind.PENCE and type(cell) is type(was) and cell == was


def _is_cut_off(cells: Cells, called: str) -> bool:
    """Whether a sheet had more rows than were read."""
    return any(f"“{called}”" in note and note.endswith("was not read.") for note in cells.notes)


def _cut_short(was: object) -> str:
    if isinstance(was, str) and len(was) > LONGEST_TEXT // 2 and clean_text(was)[1]:
        return "This text is longer than a cell can hold, so the workbook has only part of it. Edit it in the register."
    return ""


def _emptied(column: FactColumn[Any], theirs: Value) -> str:
    if theirs == "" and column.field in NEEDED:
        return f"{NEEDED[column.field]} cannot be empty, so it stays as it is. Write it in to change it."
    return ""


def _why_not(column: FactColumn[Any], now: FactRow | None) -> str:
    if now is None:
        return "This is no longer in the register."
    if column.held is Held.WORKED_OUT:
        return "This is worked out from other facts, and follows when they change."
    if column.held is Held.BY_INSTRUMENT:
        return f"This is not edited in place. It is changed by: {column.by}."
    return ""
