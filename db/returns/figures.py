"""What one cell of a return says: a figure, words, or that the provider has nothing to give."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

from db.returns.cells import CellValue
from db.rules.dates import show_day
from db.rules.money import LARGEST, parse_pounds
from db.rules.monitoring import MeasureUnit
from db.rules.refusal import Refusal

RULES = {
    MeasureUnit.COUNT: "A number is whole and 0 or more, such as 1,234.",
    MeasureUnit.DECIMAL: "A decimal number is in figures, such as 12.5.",
    MeasureUnit.POUNDS: "Money is in pounds to the whole penny, such as £1,234.50.",
    MeasureUnit.PERCENT: "A percentage is from 0 to 100, such as 85%.",
    MeasureUnit.WORDS: "An answer in words is text.",
}
"""What a cell must hold, by unit, as a sentence."""

_LARGEST_COUNT = 10**12
_NOTHING = frozenset({
    "n/a", "na", "n.a.", "n.a", "-", "--", "---", "–", "—", ".", "..", "...", "…", "x", "xx", "[x]", "c", "[c]", "z",
    "[z]", "?", "??", "???", "tbc", "tba", "t.b.c.", "t.b.a.", "unavailable",
    "not held", "not known", "not available", "not applicable", "not recorded", "not collected", "not provided",
    "no data", "to be confirmed", "to be advised", "to follow", "< select >", "<select>", "please select",
    "please select an option",
})  # fmt: skip
_NO_FIGURE = _NOTHING | {"nil", "none", "unknown", "n/k", "nk", "*"}
_ERRORS = frozenset({"#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#N/A"})

_WHOLE = re.compile(r"\+?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)
_BELOW_NOTHING = re.compile(r"[-\u2212]\s*£?[\d,.]+|\([\d,.]+\)", re.ASCII)
_DECIMAL = re.compile(r"[-+\u2212]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)", re.ASCII)
_PERCENTAGE = re.compile(r"(\d+(?:\.\d+)?)\s*(%|per\s?cent)?", re.ASCII | re.IGNORECASE)


def is_not_returned(value: CellValue, unit: MeasureUnit) -> bool:
    """Whether a cell says that there is nothing to report: N/A, a dash, TBC, "Not held".

    "Nil" in place of a figure is read so too and never as nought: the provider writes 0 for nought.
    """
    if not isinstance(value, str):
        return False
    words = " ".join(value.replace("\u2212", "-").split()).casefold()
    return not words or words in (_NOTHING if unit is MeasureUnit.WORDS else _NO_FIGURE)


def read_figure(value: CellValue, unit: MeasureUnit, *, shown_as_percent: bool = False) -> Decimal | str:
    """The figure or words of a cell: pounds in pence, a percentage of a hundred.

    Raises:
        Refusal: the cell breaks the unit's rule; the text says how.
    """
    if isinstance(value, str) and value.strip() in _ERRORS:
        raise Refusal("It is an error of the spreadsheet.")
    if unit is MeasureUnit.WORDS:
        return _words(value)
    if isinstance(value, bool | date):
        raise Refusal("It is a date." if isinstance(value, date) else "It is a yes or no.")
    if isinstance(value, int | float):
        return _FROM_NUMBER[unit](_exact(value), shown_as_percent)
    return _FROM_TEXT[unit](" ".join(value.replace("\xa0", " ").split()))


def show_value(value: CellValue) -> str:
    """A cell's value as an officer would read it there, cut short when long."""
    text = _words(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _words(value: CellValue) -> str:
    if isinstance(value, datetime):
        return f"{show_day(value)} {value:%H:%M}"
    if isinstance(value, date):
        return show_day(value)
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value).strip()


def _exact(value: int | float) -> Decimal:
    """The number as the spreadsheet shows it at its fullest: fifteen figures."""
    if not isfinite(value):
        raise Refusal("It is not a number.")
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")


def _count(number: Decimal, shown_as_percent: bool = False) -> Decimal:
    if shown_as_percent:
        raise Refusal("It is a percentage.")
    if number < 0:
        raise Refusal("It is less than nothing.")
    if number != number.to_integral_value():
        raise Refusal("It has a fraction.")
    if number > _LARGEST_COUNT:
        raise Refusal("It is larger than any count.")
    return Decimal(int(number))


def _decimal(number: Decimal, shown_as_percent: bool = False) -> Decimal:
    if shown_as_percent:
        raise Refusal("It is a percentage.")
    if abs(number) > _LARGEST_COUNT:
        raise Refusal("It is larger than any figure.")
    return number


def _pence(number: Decimal, shown_as_percent: bool = False) -> Decimal:
    if shown_as_percent:
        raise Refusal("It is a percentage.")
    if abs(number) * 100 > LARGEST:
        raise Refusal("It is larger than any contract.")
    if number * 100 != (number * 100).to_integral_value():
        raise Refusal("It has a fraction of a penny.")
    return Decimal(int(number * 100))


def _percent(number: Decimal, shown_as_percent: bool = False) -> Decimal:
    of_a_hundred = number * 100 if shown_as_percent else number
    if not 0 <= of_a_hundred <= 100:
        raise Refusal("It is not between 0 and 100.")
    if 0 < of_a_hundred < 1 and not shown_as_percent:
        raise Refusal(f"It could be {of_a_hundred}% or {(of_a_hundred * 100).normalize():f}%.")
    return of_a_hundred


def _count_text(text: str) -> Decimal:
    if text.startswith(("<", ">", "~")):
        raise Refusal("It is not an exact number; a small number may have been hidden.")
    if _BELOW_NOTHING.fullmatch(text):
        raise Refusal("It is less than nothing.")
    match = _WHOLE.fullmatch(text)
    if match is None:
        raise Refusal("It is not a number.")
    return _count(Decimal(f"{match[1].replace(',', '')}.{match[2] or '0'}"))


def _decimal_text(text: str) -> Decimal:
    if not _DECIMAL.fullmatch(text):
        raise Refusal("It is not a number.")
    return _decimal(Decimal(text.replace(",", "").replace("\u2212", "-")))


def _pence_text(text: str) -> Decimal:
    return Decimal(parse_pounds(text))


def _percent_text(text: str) -> Decimal:
    match = _PERCENTAGE.fullmatch(text)
    if match is None:
        raise Refusal("It is not a percentage.")
    number = Decimal(match[1])
    return _percent(number / 100, shown_as_percent=True) if match[2] else _percent(number)


_FROM_NUMBER: dict[MeasureUnit, Callable[[Decimal, bool], Decimal]] = {
    MeasureUnit.COUNT: _count,
    MeasureUnit.DECIMAL: _decimal,
    MeasureUnit.POUNDS: _pence,
    MeasureUnit.PERCENT: _percent,
}
_FROM_TEXT: dict[MeasureUnit, Callable[[str], Decimal]] = {
    MeasureUnit.COUNT: _count_text,
    MeasureUnit.DECIMAL: _decimal_text,
    MeasureUnit.POUNDS: _pence_text,
    MeasureUnit.PERCENT: _percent_text,
}
