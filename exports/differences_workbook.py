"""What changed between two days, as a workbook: a change a row, who made it and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from db.rules.dates import show_day
from db.rules.differences import Difference
from db.rules.money import Pence, show_pounds
from db.rules.sheets.columns import Value
from exports.sheet_table import Column, Kind, Table

_AMOUNTS = {"Amount", "Annual value"}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A difference, and the act that made it: the day it was done here, the time, who, and what they did."""

    difference: Difference
    done_on: date | None = None
    time: str = ""
    officer: str = ""
    post: str = ""
    sentence: str = ""


_COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column("Where", 24, Kind.TEXT, lambda row: row.difference.sheet),
    Column("What", 36, Kind.TEXT, lambda row: row.difference.name),
    Column("Change", 16, Kind.TEXT, lambda row: row.difference.how.value),
    Column("Field", 22, Kind.TEXT, lambda row: row.difference.title),
    Column("Before", 36, Kind.TEXT, lambda row: show(row.difference.title, row.difference.before)),
    Column("After", 36, Kind.TEXT, lambda row: show(row.difference.title, row.difference.after)),
    Column("Done on", 13, Kind.DAY, lambda row: row.done_on),
    Column("Time", 8, Kind.TEXT, lambda row: row.time),
    Column("Officer", 24, Kind.TEXT, lambda row: row.officer),
    Column("Post", 28, Kind.TEXT, lambda row: row.post),
    Column("What was done", 60, Kind.TEXT, lambda row: row.sentence),
)


def render(rows: Sequence[ChangeRow], first: date, last: date) -> bytes:
    """The changes between the ends of two days as an .xlsx file. No cell holds a formula."""
    from openpyxl import Workbook

    from exports.sheet_table import write_table

    workbook = Workbook(write_only=True)
    workbook.properties.title = f"Changes between {show_day(first)} and {show_day(last)}"
    workbook.properties.creator = "Contract Desk"
    write_table(workbook, Table("Changes", "1A5FB4", _COLUMNS, rows, frozen=2, is_read=True))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def show(title: str, value: Value) -> str:
    """A fact for people; empty where it is not recorded."""
    if value is None:
        return ""
    if isinstance(value, date):
        return show_day(value)
    return show_pounds(Pence(value)) if isinstance(value, int) and title in _AMOUNTS else str(value)
