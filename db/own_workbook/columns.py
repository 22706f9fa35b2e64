"""Which column of an edited sheet is which: by its heading, by another name for it, and last by what it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db.own_workbook.values import as_written, value_of
from db.returns.cells import CellValue
from db.rules.refusal import Refusal
from db.rules.sheets.columns import ID, FactColumn, FactSheet

Rows = Mapping[int, Mapping[int, CellValue]]
"""A sheet's values by row and column."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a sheet's header row, its ids and its columns stand."""

    header: int
    ids: int
    columns: Mapping[str, int]
    notes: tuple[str, ...]


def places_of(called: str, rows: Rows, sheet: FactSheet[Any], written: Mapping[str, Any]) -> Places:
    """Where everything stands in a sheet.

    Raises:
        Refusal: no column holds the ids by which its rows are known.
    """
    ids = _id_column(rows, written)
    if ids is None and written:
        raise Refusal(
            f"Sheet “{called}” has lost its hidden column “{ID}”, so its rows cannot be known again. "
            "Write the register out again, and leave that column in."
        )
    header = _header_row(rows, sheet, ids or 0, written)
    headings = {column: _plain(str(value)) for column, value in rows.get(header, {}).items()}
    if ids is None:
        ids = next((column for column, heading in headings.items() if heading == _plain(ID)), 0)
    free = {column: heading for column, heading in headings.items() if column != ids}
    found = _by_heading(sheet.columns, free)
    found |= _by_content(called, rows, header, ids, sheet, found, free, written)
    unknown = [str(rows[header][column]) for column in free if column not in found.values()]
    missing = [each.title for each in sheet.columns if each.title not in found and each.title != ID]
    return Places(header, ids, found, tuple(_notes(called, sheet, found, free, unknown, missing)))


def _id_column(rows: Rows, written: Mapping[str, Any]) -> int | None:
    counted: dict[int, int] = {}
    for cells in rows.values():
        for column, value in cells.items():
            if value in written:
                counted[column] = counted.get(column, 0) + 1
    return max(counted, key=lambda column: counted[column], default=None)


def _header_row(rows: Rows, sheet: FactSheet[Any], ids: int, written: Mapping[str, Any]) -> int:
    """The row above the first row of the register that has the most headings of ours; else the first."""
    first = min((number for number, cells in rows.items() if ids and cells.get(ids) in written), default=None)
    ours = {_plain(each.title) for each in sheet.columns}
    before = [number for number in sorted(rows) if first is None or number < first] or [min(rows)]
    return max(before, key=lambda number: sum(_plain(str(value)) in ours for value in rows[number].values()))


def _by_heading(columns: Iterable[FactColumn[Any]], headings: Mapping[int, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for names in (lambda each: (each.title,), lambda each: each.also):
        for column in columns:
            wanted = {_plain(name) for name in names(column)}
            place = next((at for at, said in headings.items() if said in wanted and at not in found.values()), None)
            if place is not None and column.title not in found:
                found[column.title] = place
    return found


def _by_content(
    called: str,
    rows: Rows,
    header: int,
    ids: int,
    sheet: FactSheet[Any],
    found: Mapping[str, int],
    headings: Mapping[int, str],
    written: Mapping[str, Any],
) -> dict[str, int]:
    """Columns under headings of somebody else's: where more than half of what is there is what was written there."""
    known: dict[str, int] = {}
    for column in sheet.columns:
        free = [at for at in headings if at not in found.values() and at not in known.values()]
        if column.title in found or column.title == ID or not free:
            continue
        best = max(free, key=lambda at: _agreement(rows, header, ids, at, column, written))
        if _agreement(rows, header, ids, best, column, written) > 0.5:
            known[column.title] = best
    return known


def _agreement(
    rows: Rows, header: int, ids: int, at: int, column: FactColumn[Any], written: Mapping[str, Any]
) -> float:
    """What share of the values that were written into a column stand in this one."""
    same = counted = 0
    for number, cells in rows.items():
        row = written.get(str(cells.get(ids, ""))) if number > header else None
        was = as_written(row[column.title], column.kind, column.title) if row else None
        if row is None or was in (None, ""):
            continue
        counted += 1
        same += _said(cells.get(at), column) == was
    return same / counted if counted else 0.0


def _said(cell: CellValue | None, column: FactColumn[Any]) -> object:
    try:
        return value_of(cell, column.kind, column.title)
    except Refusal:
        return None


def _notes(
    called: str,
    sheet: FactSheet[Any],
    found: Mapping[str, int],
    headings: Mapping[int, str],
    unknown: list[str],
    missing: list[str],
) -> Iterable[str]:
    if called != sheet.name:
        yield f"Sheet “{called}” is read as “{sheet.name}”."
    for title, at in found.items():
        if headings[at] != _plain(title):
            yield f"Sheet “{called}”: column “{headings[at]}” is read as “{title}”."
    if missing:
        yield f"Sheet “{called}” has no column {', '.join(f'“{each}”' for each in missing)}: left as in the register."
    if unknown:
        yield f"Sheet “{called}”: column {', '.join(f'“{each}”' for each in unknown)} is not known and was not read."


def _plain(heading: str) -> str:
    return " ".join(heading.replace("’", "'").casefold().split())
