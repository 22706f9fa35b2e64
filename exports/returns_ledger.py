"""The ledger of returns as a workbook: what is owed, what came, and how late."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook

from db.rules.dates import show_day
from db.rules.ledger import show_due
from db.rules.owed import Owed
from exports.sheet_table import Column, Kind, Table, write_table

_COLUMNS: tuple[Column[Owed], ...] = (
    Column("Contract", 16, Kind.TEXT, lambda row: row.reference),
    Column("Title", 36, Kind.TEXT, lambda row: row.title),
    Column("Provider", 28, Kind.TEXT, lambda row: row.provider),
    Column("Quarter", 20, Kind.TEXT, lambda row: row.line.period.label),
    Column("State", 24, Kind.TEXT, lambda row: row.line.words),
    Column("Due by", 13, Kind.DAY, lambda row: row.line.due_on),
    Column("Days late", 10, Kind.NUMBER, lambda row: row.line.days_late or None),
    Column("Reminded", 13, Kind.DAY, lambda row: row.line.reminded_on),
    Column("First received", 13, Kind.DAY, lambda row: row.line.first_received_on),
    Column("Last received", 13, Kind.DAY, lambda row: row.line.received_on),
    Column("Open queries", 10, Kind.NUMBER, lambda row: row.line.open_queries or None),
    Column("Accepted", 13, Kind.DAY, lambda row: row.line.accepted_on),
    Column("Contact", 32, Kind.TEXT, lambda row: row.contact),
    Column("Why there is no due day", 40, Kind.TEXT, lambda row: "" if row.line.due_on else show_due(row.line)),
)


def render(rows: Sequence[Owed], on: date, name: str = "Returns") -> bytes:
    """The lines as an .xlsx file, in the order given; `name` is the sheet's, such as Late returns."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = f"{name} on {show_day(on)}"
    workbook.properties.creator = "Contract Desk"
    write_table(workbook, Table(name, "1A5FB4", _COLUMNS, rows, frozen=4))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
