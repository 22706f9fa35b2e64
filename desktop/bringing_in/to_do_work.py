"""The rows still to do as a workbook. No Qt here."""

from collections.abc import Callable, Sequence
from io import BytesIO

from db.store.brought_in import ToDo


def to_do_as_workbook(rows: Sequence[ToDo]) -> bytes:
    """Every row that waits, with why, under the columns it came with. No cell holds a formula."""
    from openpyxl import Workbook

    from exports.sheet_table import Column, Kind, Table, write_table

    names = dict.fromkeys(name for row in rows for name in row.said)
    columns: tuple[Column[ToDo], ...] = (
        Column("File", 24, Kind.TEXT, lambda row: row.file_name),
        Column("Sheet", 16, Kind.TEXT, lambda row: row.sheet),
        Column("Row", 8, Kind.NUMBER, lambda row: row.row),
        Column("Why it waits", 60, Kind.TEXT, lambda row: row.reason),
        *(Column(name, 24, Kind.TEXT, _said(name)) for name in names),
    )
    workbook = Workbook(write_only=True)
    workbook.properties.title = "Rows still to do"
    workbook.properties.creator = "Contract Desk"
    write_table(workbook, Table("To do", "8A4B00", columns, rows, frozen=4))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _said(name: str) -> Callable[[ToDo], str]:
    return lambda row: row.said.get(name, "")
