"""A cell's value as the register would hold it."""

from datetime import date, datetime
from decimal import Decimal

from db.returns.cells import CellValue
from db.rules.cell_text import clean_text
from db.rules.dates import show_day
from db.rules.money import Pence, parse_pounds
from db.rules.refusal import Refusal
from db.rules.sheets.columns import Kind, Value
from db.rules.words import clean, clean_line
from db.rules.written_days import parse_day

NEEDED = {"reference": "Contract reference", "title": "Title", "name": "Name"}
"""Fields that are never left empty."""
LONG = {"Notes"}
"""Headings whose texts may run over several lines."""


def value_of(cell: CellValue | None, kind: Kind, title: str) -> Value:
    """What a cell says, as a value of its column's kind; blank is None, or no text.

    Raises:
        Refusal: it cannot be one.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return "" if kind is Kind.TEXT else None
    if kind is Kind.TEXT:
        return text_as_kept(_as_text(cell), title)
    if kind is Kind.DAY:
        return _as_day(cell)
    return _as_pence(cell) if kind is Kind.PENCE else _as_number(cell)


def as_written(value: Value, kind: Kind, title: str) -> Value:
    """A value of the register as it stands in a workbook that was just written."""
    if kind is not Kind.TEXT:
        return value
    kept, _ = clean_text(str(value or ""))
    try:
        return text_as_kept(kept, title)
    except Refusal:
        return kept


def text_as_kept(text: str, title: str) -> str:
    """A text as the register keeps it.

    Raises:
        Refusal: as rules.words.clean.
    """
    return clean(text, title) if title in LONG else clean_line(text, title)


def _as_text(cell: CellValue) -> str:
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, date):
        return show_day(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _as_day(cell: CellValue) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else parse_day(str(cell))


def _as_pence(cell: CellValue) -> Pence:
    if isinstance(cell, str):
        return parse_pounds(cell)
    if isinstance(cell, bool | date):
        raise Refusal("This is not an amount of money. Write it like £848,829.")
    return Pence(int((Decimal(str(cell)) * 100).to_integral_value()))


def _as_number(cell: CellValue) -> int:
    if isinstance(cell, str) and cell.strip().isdecimal():
        return int(cell)
    if isinstance(cell, bool | date | str) or cell != int(cell):
        raise Refusal("This is not a whole number.")
    return int(cell)
