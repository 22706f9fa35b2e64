"""The rows of an old register that were not taken in, as a workbook: each under the columns it came with."""

from collections.abc import Callable, Sequence
from io import BytesIO

from db.rules.to_do import ToDo
from exports.sheet_table import Column, Kind, Table, write_table


def render(rows: Sequence[ToDo]) -> bytes:
    """Every row that waits, with why, as an .xlsx file. No cell holds a formula."""
    from openpyxl import Workbook

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
