"""Cells that cannot do harm or lose a word unsaid: text is never a formula, days and pounds are real ones."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from db.rules.cell_text import CANNOT_STAND, LONGEST_TEXT, clean_text, coded, needs_cleaning
from db.rules.money import Pence

if TYPE_CHECKING:
    from openpyxl.cell import Cell

__all__ = ["DAY_FORMAT", "LONGEST_TEXT", "PENCE_FORMAT", "POUNDS_FORMAT", "Style", "clean_text", "coded", "dress",
           "needs_cleaning", "pounds_format", "pounds_of", "put_day", "put_pence", "put_text", "safe_text_for_tsv",
           "unformed"]  # fmt: skip

DAY_FORMAT = "dd mmm yyyy"
PENCE_FORMAT = '"£"#,##0.00;[Red]-"£"#,##0.00'
POUNDS_FORMAT = '"£"#,##0;[Red]-"£"#,##0'

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER_OR_TELEPHONE = re.compile(r"[+\-]?[\d\s().,£%]*")


def put_text(cell: "Cell", text: str) -> str:
    """Write text into a cell as text whatever it begins with; says what had to be left out."""
    kept, loss = clean_text(text)
    cell.value = coded(kept)
    cell.data_type = "s"
    return loss


def put_day(cell: "Cell", day: date) -> None:
    """Write a day into a cell as a day, shown as 31 Mar 2025."""
    cell.value = day
    cell.number_format = DAY_FORMAT


def put_pence(cell: "Cell", amount: Pence) -> None:
    """Write an amount into a cell as exact pounds, with pence shown only where there are pence."""
    cell.value = pounds_of(amount)
    cell.number_format = pounds_format(amount)


def pounds_of(amount: Pence) -> int | Decimal:
    """The amount in pounds, exactly."""
    whole, pence = divmod(amount, 100)
    return Decimal(amount).scaleb(-2) if pence else whole


def pounds_format(amount: Pence) -> str:
    """How a spreadsheet shows the amount."""
    return PENCE_FORMAT if amount % 100 else POUNDS_FORMAT


def unformed(text: str) -> str:
    """Text that no program takes for a formula: a quotation mark is set before what one would.

    Numbers and telephone numbers that begin with a sign stay as they are. Source: OWASP ASVS 1.2.10, CWE-1236.
    """
    kept = CANNOT_STAND.sub("", text)
    if kept.startswith(_BEGINS_FORMULA) and not _NUMBER_OR_TELEPHONE.fullmatch(kept):
        return f"'{kept}"
    return kept


def safe_text_for_tsv(text: str) -> str:
    """One cell of tab-separated text for pasting: never a formula, and never more than one cell."""
    kept = unformed(text)
    if any(letter in kept for letter in '\t\r\n"'):
        return '"' + kept.replace('"', '""') + '"'
    return kept


Style = dict[str, Any]
"""What a cell looks like: font, fill, border, alignment, number_format, protection, as the library names them."""


def dress(cell: "Cell", style: Style) -> None:
    """Give a cell its looks."""
    for name, value in style.items():
        setattr(cell, name, value)
