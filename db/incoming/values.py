"""What the cells of a register say: amounts, lengths, yes or no; each with why it cannot be read."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from db.incoming.source import one_line, text_of
from db.returns.cells import CellValue
from db.returns.tables.marks import missing_mark
from db.rules.money import LARGEST, Pence, PenceRange, parse_pounds_or_range, show_pounds
from db.rules.refusal import Refusal

_ALSO_MISSING = frozenset(
    {
        "various", "none", "see contract", "see contracts", "null", "tbd", "blank", "not set", ".", "not yet available",
        "not yet known", "not stated", "not given", "not specified", "not applicable", "(blank)", "[blank]",
    }
)  # fmt: skip
_OTHER_MONEY = re.compile(
    r"[$€¥]|\b(?:usd|eur|cad|aud|chf|sek|euros?|dollars?)\b|\b(?:usd|eur|cad|aud|chf)(?=\d)", re.IGNORECASE
)
_AMOUNT = re.compile(r"£\s*\d[\d,]*(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d(?=\d{1,3},|\d+\.\d\d)")
_RANGE = re.compile(r"£?\s*\d[\d,.]*\s*[a-z]*\s*(?:-|–|to)\s*£?\s*\d[\d,.]*\s*[a-z]*", re.IGNORECASE)
_LONG_FRACTION = re.compile(r"\d+\.\d{3,17}")
_TAIL = re.compile(r"\s*(?:gbp|pounds?|\(?(?:ex(?:cl?)?(?:uding)?\.? ?vat)\)?)$", re.IGNORECASE)
_HEAD = re.compile(r"^(?:gbp)\s*(?=[\d£])", re.IGNORECASE)
_YEAR_WORD = re.compile(r"(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s*(?:x\s*)?", re.I)
_UNIT = r"(?P<unit>months?|mths?|m|years?|yrs?|y)\b\.?"
_TIMES = re.compile(rf"(?P<times>\d+)\s*(?:x|×|\*|no\.?)\s*(?P<n>\d+)\s*(?:{_UNIT})?.*", re.IGNORECASE)
_PLUS = re.compile(rf"(?P<all>\d+(?:\s*(?:\+|and|,)\s*\d+)+)\s*(?:{_UNIT})?(?:.*)", re.IGNORECASE)
_ONE = re.compile(
    rf"(?:up to\s+)?(?P<n>\d+(?:\.0+)?)\s*(?:{_UNIT})?(?:\s*(?:extension|option|optional).*)?", re.IGNORECASE
)
_BRACKET = re.compile(r"^\d+\s*\w*\s*\((?P<inner>[^)]*\d[^)]*)\)$")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_YES = frozenset({"yes", "y", "true", "t", "extendable", "extended"})
_NO = frozenset({"no", "n", "false", "f", "not extendable", "not extended"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, or why it says nothing that can be taken in, and what to do about it."""

    value: object = None
    why: str = ""
    todo: str = ""
    remark: str = ""
    """Something to look at, though the cell was read."""
    passes: bool = False
    """Whether the row is good all the same, though the cell says nothing that can be taken in."""


NOTHING = Said()


def is_missing(value: CellValue | None) -> bool:
    """Whether a cell is blank or stands for nothing said."""
    if value is None:
        return True
    return isinstance(value, str) and _missing(one_line(value))


@lru_cache(maxsize=20_000)
def _missing(text: str) -> bool:
    return not text or text.casefold() in _ALSO_MISSING or missing_mark(text) is not None


def amount(value: CellValue) -> Said:
    """Money in pence."""
    if isinstance(value, bool | date):
        return Said(None, "It is not an amount of money.", "Enter the amount, or leave it for the notes.")
    if isinstance(value, int | float):
        return pounds(Decimal(repr(value)))
    return _text_amount(one_line(value))


def pounds(said: Decimal) -> Said:
    """Pounds as pence."""
    pence = said * 100
    nearest = pence.to_integral_value()
    if abs(pence - nearest) > Decimal("0.001"):
        return Said(None, "It has a fraction of a penny.", "Enter the amount to the whole penny.")
    return _within(int(nearest))


@lru_cache(maxsize=50_000)
def _text_amount(text: str) -> Said:
    if _LONG_FRACTION.fullmatch(text):
        return pounds(Decimal(text))
    if _OTHER_MONEY.search(text):
        return Said(None, "It is in another currency, or does not say which.", "Enter the amount in pounds.")
    try:
        read = parse_pounds_or_range(_HEAD.sub("", _TAIL.sub("", text)))
    except Refusal as refused:
        if _RANGE.fullmatch(text):
            return Said(None, "It is a range and not one amount.", "Enter the amount that was agreed.")
        if len(_AMOUNT.findall(text)) > 1:
            return Said(None, "It holds more than one amount.", "Enter the amount that counts.")
        return Said(None, str(refused).split(". ")[0] + ".", "Enter the amount like £1,234.50.")
    if isinstance(read, PenceRange):
        return Said(None, "It is a range and not one amount.", "Enter the amount that was agreed.")
    return _within(read)


def _within(pence: int) -> Said:
    if pence < 0:
        return Said(None, f"{show_pounds(Pence(pence))} is less than nothing.", "Enter an amount of £0 or more.")
    if pence > LARGEST:
        return Said(None, "It is larger than any contract.", "Check the number of zeros.")
    remark = "£0 and £1 often stand for a value that is not known." if pence in (0, 100) else ""
    return Said(Pence(pence), remark=remark)


def months(value: CellValue) -> Said:
    """The lengths of extension options, in months: 12, 2 x 12 months, 1+1 years."""
    if isinstance(value, bool | date):
        return Said(None, "It is not a length.", "Enter the months of each option, such as 12 + 12.")
    if isinstance(value, int | float):
        return _lengths([str(value).removesuffix(".0")], "")
    return _text_months(one_line(value))


@lru_cache(maxsize=20_000)
def _text_months(text: str) -> Said:
    plain = re.sub(r"\b[a-z]+\b", lambda word: _NUMBERS.get(word[0], word[0]), text.casefold())
    if bracket := _BRACKET.match(plain):
        plain = bracket["inner"].strip()
    if match := _TIMES.fullmatch(plain):
        return _lengths([match["n"]] * min(int(match["times"]), 20), match["unit"] or "")
    if match := _PLUS.fullmatch(plain):
        return _lengths(re.findall(r"\d+", match["all"]), match["unit"] or "")
    if match := _ONE.fullmatch(plain):
        return _lengths([match["n"].split(".")[0]], match["unit"] or "")
    return Said(None, "Its length cannot be made out.", "Enter the months of each option, such as 12 + 12.")


def _lengths(numbers: list[str], unit: str) -> Said:
    if not all(each.isdigit() for each in numbers):
        return Said(None, "It is not a whole number of months.", "Enter the months of each option, such as 12 + 12.")
    scale = 12 if unit.casefold().startswith("y") else 1
    found = tuple(int(each) * scale for each in numbers if int(each))
    if any(each > 600 for each in found):
        return Said(None, "It is longer than 600 months.", "Enter the months of each option.")
    small = not unit and any(each <= 5 for each in found)
    return Said(found, remark="A small number may be years, not months. It was read as months." if small else "")


def yes_or_no(value: CellValue) -> Said:
    """Yes or no."""
    said = one_line(text_of(value)).casefold()
    if said in _YES or value is True or said == "1":
        return Said(True)
    if said in _NO or value is False or said == "0":
        return Said(False)
    return Said(None, "It says neither yes nor no.", "Say yes or no, or leave it for the notes.")
