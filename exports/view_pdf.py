"""A table as it was looked at, as a tagged PDF on landscape paper: its headings on each page, what narrowed it told."""

from db.rules.dates import show_day, show_short_day
from db.rules.money import Pence, show_pounds
from exports.pdf.style import LANDSCAPE
from exports.pdf.table_content import Column, Row, RowKind
from exports.view_table import Cell, CellKind, ViewRow, ViewTable

_LONGEST = 120
_CUT = "[…]"
_TOLD = f"{_CUT} A text of more than {_LONGEST} letters is cut; the view as a workbook has all of it."


def render(table: ViewTable) -> bytes:
    """The table as a file: PDF/UA-1 and PDF/A-2a.

    Raises:
        Refusal: there are more columns than a page has room for.
    """
    from exports.pdf.marked import MarkedDocument

    name = f"{table.title} as at {show_day(table.as_at)}"
    document = MarkedDocument(
        title=name,
        author=table.made_by,
        subject="; ".join(table.said) or "Everything is shown",
        made_on=table.made_on,
        header=(name, "; ".join(table.said)),
        footer=f"{table.counted} · {table.made_by}, {show_day(table.made_on)}",
        sheet=LANDSCAPE,
    )
    document.heading(1, name)
    document.paragraph(f"{table.counted}. {'; '.join(table.said) or 'Everything is shown'}.", quiet=True)
    columns = [Column(each.title, each.kind in {CellKind.PENCE, CellKind.NUMBER}) for each in table.columns]
    rows = _rows(table)
    document.table("", columns, rows)
    if any(cell.endswith(_CUT) for row in rows for cell in row.cells):
        document.paragraph(
            f"{_CUT} A text of more than {_LONGEST} letters is cut; the view as a workbook has all of it.", quiet=True
        )
    return document.to_bytes()


def _rows(table: ViewTable) -> list[Row]:
    if not table.rows:
        return [Row(("No rows", *[""] * (len(table.columns) - 1)))]
    return [row for each in table.rows for row in _row(each, table)]


def _row(row: ViewRow, table: ViewTable) -> list[Row]:
    said = [_said(cell, column.kind) for cell, column in zip(row.cells, table.columns, strict=True)]
    if not row.heads:
        return [Row(tuple(said))]
    if not any(said):
        return [Row((row.heads,), RowKind.GROUP)]
    return [Row((row.heads,), RowKind.GROUP), Row(("Subtotal" if not said[0] else said[0], *said[1:]), RowKind.TOTAL)]


def _said(cell: Cell, kind: CellKind) -> str:
    if cell is None:
        return ""
    if kind is CellKind.DAY and not isinstance(cell, str | int):
        return show_short_day(cell)
    if isinstance(cell, int):
        return show_pounds(Pence(cell)) if kind is CellKind.PENCE else f"{cell:,}"
    words = " ".join(cell.split()) if isinstance(cell, str) else str(cell)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} {_CUT}"
