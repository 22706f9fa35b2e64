"""A table as it was looked at, as a workbook: the same rows, order and columns, real days and pounds, no formula."""

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook

from db.rules.dates import show_day
from exports.sheet_table import Column, Kind, Table, write_table
from exports.view_table import Cell, CellKind, ViewRow, ViewTable

_KINDS = {CellKind.TEXT: Kind.TEXT, CellKind.DAY: Kind.DAY, CellKind.PENCE: Kind.PENCE, CellKind.NUMBER: Kind.NUMBER}
Fact = tuple[str, str]


def render(table: ViewTable) -> bytes:
    """The table on one sheet, and what narrowed it on another."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = f"{table.title} on {show_day(table.as_at)}"
    workbook.properties.creator = "Contract Desk"
    head = next((at for at, column in enumerate(table.columns) if column.kind is CellKind.TEXT), -1)
    columns = [
        Column(column.title, column.width, _KINDS[column.kind], _value(at, is_head=at == head))
        for at, column in enumerate(table.columns)
    ]
    heads = _heads if any(map(_heads, table.rows)) else None
    losses = write_table(workbook, Table(table.title, "1A5FB4", columns, table.rows, heads=heads))
    write_table(workbook, Table("About this view", "C9CFD8", _FACT_COLUMNS, facts(table, losses), is_read=True))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


_FACT_COLUMNS: tuple[Column[Fact], ...] = (
    Column("What", 26, Kind.TEXT, lambda fact: fact[0]),
    Column("Said", 96, Kind.TEXT, lambda fact: fact[1]),
)


def facts(table: ViewTable, losses: list[str]) -> list[Fact]:
    """What a reader of the view must know, line by line."""
    return [
        ("As at", show_day(table.as_at)),
        ("Rows", table.counted),
        *(("View", words) for words in table.said or ("Everything is shown",)),
        ("Made by", table.made_by),
        ("Made on", show_day(table.made_on)),
        *(("Left out", loss) for loss in losses),
    ]


def _heads(row: ViewRow) -> bool:
    return bool(row.heads)


def _value(at: int, *, is_head: bool) -> Callable[[ViewRow], Cell]:
    def value(row: ViewRow) -> Cell:
        return row.heads if is_head and row.heads else row.cells[at]

    return value
