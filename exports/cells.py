"""Cells that cannot do harm or lose a word unsaid: text is never a formula, days and pounds are real ones."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from db.rules.money import Pence

if TYPE_CHECKING:
    from openpyxl.cell import Cell

LONGEST_TEXT = 32_767
"""The most characters a cell holds, counted as Excel counts them (an emoji counts as two)."""

DAY_FORMAT = "dd mmm yyyy"
PENCE_FORMAT = '"£"#,##0.00;[Red]-"£"#,##0.00'
POUNDS_FORMAT = '"£"#,##0;[Red]-"£"#,##0'

_CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")
_NEEDS_CLEANING = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER_OR_TELEPHONE = re.compile(r"[+\-]?[\d\s().,£%]*")


def clean_text(text: str) -> tuple[str, str]:
    """The text as a cell can hold it, and what had to be left out, as words; empty when nothing was.

    Line ends become single line feeds, which is not counted as a loss.
    """
    lined = _LINE_ENDS.sub("\n", text) if "\r" in text else text
    kept, dropped = _CANNOT_STAND.subn("", lined)
    cut = _cut(kept) if len(kept) > LONGEST_TEXT // 2 else kept
    losses = [f"{dropped} control character{'s' * (dropped > 1)} left out"] * bool(dropped)
    losses += [f"{len(kept) - len(cut):,} characters past Excel's limit of {LONGEST_TEXT:,} left out"] * (cut != kept)
    return cut, " and ".join(losses)


def put_text(cell: "Cell", text: str) -> str:
    """Write text into a cell as text whatever it begins with; says what had to be left out."""
    kept, loss = clean_text(text)
    cell.value = kept
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


def needs_cleaning(text: str) -> bool:
    """Whether clean_text may change the text."""
    return len(text) > LONGEST_TEXT // 2 or _NEEDS_CLEANING.search(text) is not None


def safe_text_for_tsv(text: str) -> str:
    """One cell of tab-separated text for pasting: never a formula, and never more than one cell.

    A quotation mark is set before what a spreadsheet would take for a formula; numbers and telephone numbers that
    begin with a sign stay as they are. Source: OWASP ASVS 1.2.10, CWE-1236.
    """
    kept = _CANNOT_STAND.sub("", text)
    if kept.startswith(_BEGINS_FORMULA) and not _NUMBER_OR_TELEPHONE.fullmatch(kept):
        kept = f"'{kept}"
    if any(letter in kept for letter in '\t\r\n"'):
        return '"' + kept.replace('"', '""') + '"'
    return kept


def _cut(text: str) -> str:
    return text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore")


Style = dict[str, Any]
"""What a cell looks like: font, fill, border, alignment, number_format, protection, as the library names them."""


def dress(cell: "Cell", style: Style) -> None:
    """Give a cell its looks."""
    for name, value in style.items():
        setattr(cell, name, value)
