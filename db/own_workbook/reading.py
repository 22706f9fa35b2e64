"""An edited workbook as rows and columns again: sheets, columns and rows are known whatever was moved or renamed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.own_workbook.columns import places_of
from db.returns.cells import Cells, CellValue
from db.rules.refusal import Refusal
from db.rules.sheets.columns import Facts, FactSheet
from db.rules.sheets.stamp import STAMP_SHEET, Stamp, read_stamp

Grid = Mapping[tuple[int, int], CellValue]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of the workbook: its number there, the id it carries, and where each known column's cell stands."""

    number: int
    row_id: str
    cells: Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A sheet of the workbook: what it is called there, and its rows."""

    called: str
    columns: Mapping[str, int]
    """The column, from 1, of each heading of ours that was found."""
    rows: tuple[ReturnedRow, ...]
    notes: tuple[str, ...] = ()


def stamp_of(cells: Cells) -> Stamp:
    """By what a workbook is known as ours.

    Raises:
        Refusal: it is not a workbook that was written from a register to come back.
    """
    grid = cells.sheets.get(STAMP_SHEET, {})
    rows = {row for row, _ in grid}
    stamp = read_stamp({str(grid.get((row, 1), "")): str(grid.get((row, 2), "")).strip() for row in rows})
    if stamp is None:
        raise Refusal(
            f"“{cells.file_name}” was not written from a register by Contract Desk, so its changes cannot be told. "
            "Write the register out again and edit that, or bring this file in as a register of its own."
        )
    return stamp


def read_back(cells: Cells, sheets: Sequence[FactSheet[Any]], written: Facts) -> Mapping[str, ReturnedSheet]:
    """The sheets of a workbook by our names for them; one that is gone is left out."""
    found: dict[str, ReturnedSheet] = {}
    free = {name: grid for name, grid in cells.sheets.items() if name != STAMP_SHEET and grid}
    for sheet in sheets:
        called = sheet.name if sheet.name in free else _by_its_ids(free, sheets, written[sheet.name])
        if called is not None:
            found[sheet.name] = _sheet(called, free.pop(called), sheet, written[sheet.name])
    return found


def _by_its_ids(free: Mapping[str, Grid], sheets: Sequence[FactSheet[Any]], rows: Mapping[str, object]) -> str | None:
    """The sheet that was renamed: of those whose name is not ours, the one with the most ids of these rows."""
    ours = {sheet.name for sheet in sheets}
    counted = {
        name: sum(1 for value in grid.values() if value in rows) for name, grid in free.items() if name not in ours
    }
    best = max(counted, key=lambda name: counted[name], default=None)
    return best if best is not None and counted[best] else None


def _sheet(called: str, grid: Grid, sheet: FactSheet[Any], written: Mapping[str, Any]) -> ReturnedSheet:
    by_row: dict[int, dict[int, CellValue]] = {}
    for (row, column), value in grid.items():
        by_row.setdefault(row, {})[column] = value
    places = places_of(called, by_row, sheet, written)
    rows = tuple(
        ReturnedRow(
            number,
            str(cells.get(places.ids, "")).strip(),
            {title: cells[column] for title, column in places.columns.items() if column in cells},
        )
        for number, cells in sorted(by_row.items())
        if number > places.header and any(str(value).strip() for value in cells.values())
    )
    return ReturnedSheet(called, places.columns, rows, places.notes)
