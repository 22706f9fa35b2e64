"""What each column is called, through all levels of its headings."""

from collections.abc import Sequence

from db.returns.tables.look import Look, SeenRow
from db.returns.tables.sheet import Sheet
from db.returns.tables.table import Column
from db.returns.tables.words import fold


def named_columns(sheet: Sheet, rows: Sequence[SeenRow]) -> dict[int, list[tuple[str, tuple[int, int]]]]:
    """By column, its headings from the top level down, each with the place where it is written."""
    found: dict[int, list[tuple[str, tuple[int, int]]]] = {}
    widest = [column for row in rows for column in row.columns]
    leaf = set(rows[-1].columns) | _covered(sheet, rows)
    for row in rows:
        for column, text, width in _spans(sheet, row, rows[-1], leaf):
            for each in range(column, min(column + width, max(widest) + width)):
                found.setdefault(each, []).append((text, (row.number, column)))
    return dict(sorted(found.items()))


def _covered(sheet: Sheet, rows: Sequence[SeenRow]) -> set[int]:
    """Columns whose heading, from a row above, reaches down to the lowest level."""
    last = rows[-1].number
    return {
        column for row in rows[:-1] for column in row.columns if row.number + sheet.height(row.number, column) > last
    }


def _spans(sheet: Sheet, row: SeenRow, leaf_row: SeenRow, leaf: set[int]) -> list[tuple[int, str, int]]:
    spans = []
    merges = any(sheet.width(row.number, column) > 1 for column in row.columns)
    for index, (column, value) in enumerate(row.cells):
        width = sheet.width(row.number, column)
        over = column in leaf_row.columns and not set(row.columns) <= set(leaf_row.columns)
        if not merges and row is not leaf_row and (over or row.looks[index] in (Look.PERIOD, Look.DAY)):
            after = row.columns[index + 1] if index + 1 < len(row.columns) else max(leaf) + 1
            width = max(after - column, 1)
        spans.append((column, _said(value), width))
    return spans


def _said(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def column_of(number: int, headings: Sequence[tuple[str, tuple[int, int]]]) -> Column:
    """A column with its headings; the same words at two levels count once."""
    kept: list[tuple[str, tuple[int, int]]] = []
    for text, place in headings:
        if not kept or fold(kept[-1][0]) != fold(text):
            kept.append((text, place))
    return Column(number, tuple(text for text, _ in kept), tuple(place for _, place in kept))
