"""The audit committee's return as a workbook and as comma-separated text."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from db.rules.audit_return import AuditRow
from db.rules.dates import Period
from db.rules.money import Pence, show_pounds
from exports.csv_register import plain_pounds
from exports.separated import separated
from exports.sheet_table import Column, Kind, Table

_COLUMNS: tuple[Column[AuditRow], ...] = (
    Column("What", 12, Kind.TEXT, lambda row: row.what.value),
    Column("Reference", 24, Kind.TEXT, lambda row: row.reference),
    Column("Contract", 48, Kind.TEXT, lambda row: row.title),
    Column("Provider", 32, Kind.TEXT, lambda row: row.provider),
    Column("Number", 14, Kind.TEXT, lambda row: row.number),
    Column("Decided on", 13, Kind.DAY, lambda row: row.decided_on),
    Column("Decision", 18, Kind.TEXT, lambda row: row.decision),
    Column("Decided by", 32, Kind.TEXT, lambda row: row.decided_by),
    Column("New last day", 13, Kind.DAY, lambda row: row.ends_on),
    Column("Value", 16, Kind.PENCE, lambda row: row.pence),
    Column("How the value was found", 48, Kind.TEXT, lambda row: row.how),
    Column("Reason", 60, Kind.TEXT, lambda row: row.reason),
)


def as_workbook(rows: Sequence[AuditRow], period: Period, threshold: Pence) -> bytes:
    """The return as an .xlsx file, with a sheet that says what is in it. No cell holds a formula."""
    from openpyxl import Workbook

    from exports.sheet_table import write_table

    workbook = Workbook(write_only=True)
    workbook.properties.title = f"Extensions, variations and waivers, {period}"
    workbook.properties.creator = "Contract Desk"
    write_table(workbook, Table("Return", "1A5FB4", _COLUMNS, rows, frozen=2, is_read=True))
    about = [("Period", str(period)), ("Threshold", f"{show_pounds(threshold)} or more, or not recorded"),
             ("Lines", f"{len(rows):,}"), ("Waiver", "A check on a record that was passed over")]  # fmt: skip
    said: tuple[Column[tuple[str, str]], ...] = (
        Column("About", 20, Kind.TEXT, lambda row: row[0]),
        Column("", 80, Kind.TEXT, lambda row: row[1]),
    )
    write_table(workbook, Table("About", "4A5666", said, about, is_read=True))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def as_csv(rows: Sequence[AuditRow]) -> bytes:
    """The return as CSV: days as 2025-03-31, amounts as 848829.00."""
    body = [[_said(column, row) for column in _COLUMNS] for row in rows]
    return separated([[column.title for column in _COLUMNS], *body])


def _said(column: Column[AuditRow], row: AuditRow) -> str:
    value = column.value(row)
    if value is None:
        return ""
    if column.kind is Kind.PENCE:
        return plain_pounds(value)
    return value.isoformat() if isinstance(value, date) else str(value)
