"""Days as a column of cells writes them: which comes first, day or month, is decided once for the column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from db.returns.cells import CellValue
from db.returns.tables.marks import missing_mark
from db.rules.dates import MONTHS, show_day

_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\- ,]\s*(\d{1,2})\s*[/.\- ,]\s*(\d{1,5})(?:[ T]\d{1,2}:\d\d.*)?")
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?"
)
_DAY_WORD = re.compile(
    r"(?:[A-Za-z]{3,9}day,?\s+)?(\d{1,2})\s*(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?([A-Za-z]{3,9})[.,]?[\s\-/.']*(\d{1,5})"
)
_WORD_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{1,5})")
_MONTH_ONLY = re.compile(r"([A-Za-z]{3,9})\.?[\s\-/']*(\d{4}|\d{2})")
_ONE = r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s*[A-Za-z]{3,9}\s*\d{4})"
_TWO = re.compile(rf".*?({_ONE}).*?\D({_ONE}).*", re.DOTALL)
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_EPOCH = date(1899, 12, 30)


class DateOrder(StrEnum):
    """Which number of a date such as 4/7/2025 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A cell read as a day, or why it is none."""

    day: date | None
    how: str = ""
    """What was done to read it, as a sentence; empty where there is only one way to read it."""
    trouble: str = ""
    """Why there is no day, as a sentence; empty where there is one or the cell says that there is none."""


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """What a column says of the order of its dates."""

    order: DateOrder | None
    """None where nothing needs an order, or nothing shows it, or the dates contradict each other."""
    day_first: int
    """Dates that can only be read day first, by the count."""
    month_first: int
    either: int
    """Dates that can be read both ways, as two different days."""
    real_days: int
    """Cells that hold a day and not text."""
    swapped: bool
    """Real days that all could be swapped stand beside texts that all could not: a spreadsheet of the other order
    took what it could for dates."""
    evidence: str

    @property
    def must_ask(self) -> bool:
        """Whether a person has to say which comes first."""
        return self.order is None and (self.either > 0 or self.month_first > 0)


def order_of(values: Sequence[CellValue]) -> OrderEvidence:
    """What the dates of one column say of their order, all taken together."""
    day_first = month_first = either = real = 0
    real_fit = True
    for value in values:
        if isinstance(value, date):
            real, real_fit = real + 1, real_fit and value.day <= 12
        elif isinstance(value, str) and (match := _NUMBERS.fullmatch(value.strip())):
            first, second = int(match[1]), int(match[2])
            day_first += first > 12 >= second
            month_first += second > 12 >= first
            either += first <= 12 and second <= 12 and first != second
    swapped = bool(real) and real_fit and bool(day_first or month_first) and not either
    return _weigh(day_first, month_first, either, real, swapped)


def _weigh(day_first: int, month_first: int, either: int, real: int, swapped: bool) -> OrderEvidence:
    order, said = None, "No date here needs an order."
    if day_first and month_first:
        said = (
            f"{_dates(day_first)} can only be read day first and {_dates(month_first)} only month first: "
            "the column mixes both."
        )
    elif day_first:
        order, said = DateOrder.DAY_FIRST, f"{_dates(day_first)} can only be read day first, none only month first."
    elif month_first:
        order, said = DateOrder.MONTH_FIRST, f"{_dates(month_first)} can only be read month first, none only day first."
    elif either:
        said = f"{_dates(either)} can be read day first and month first alike, and none shows which is meant."
    if swapped:
        said += " The cells that hold real dates may have day and month changed over."
    return OrderEvidence(order, day_first, month_first, either, real, swapped, said)


def _dates(count: int) -> str:
    return "1 date" if count == 1 else f"{count:,} dates"


def read_day(value: CellValue, order: DateOrder | None) -> ReadDay:
    """A cell as a day. A date of numbers that can be read both ways needs the order of its column."""
    if isinstance(value, datetime):
        return _within(value.date(), f"The time {value:%H:%M} was left aside.")
    if isinstance(value, date):
        return _within(value, "")
    if isinstance(value, bool):
        return ReadDay(None, trouble="It is a yes or no.")
    if isinstance(value, int | float):
        return _serial(float(value))
    return _from_text(" ".join(value.split()).strip(" .,;"), order)


def looks_like_day(value: CellValue) -> bool:
    """Whether a cell holds a day, or text that writes one."""
    if isinstance(value, date):
        return True
    return (
        isinstance(value, str)
        and len(value) < 40
        and bool(
            (_NUMBERS.fullmatch(value.strip()) or _ISO.fullmatch(value.strip()))
            or ((match := _DAY_WORD.fullmatch(value.strip())) and _month(match[2]))
        )
    )


def _from_text(text: str, order: DateOrder | None) -> ReadDay:
    if not text or missing_mark(text):
        return ReadDay(None, how=f"“{text}” gives no date." if text else "")
    if match := _ISO.fullmatch(text):
        return _day(match[1], int(match[2]), match[3], "")
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match[1], match[2], match[3], order)
    if (match := _DAY_WORD.fullmatch(text)) and (month := _month(match[2])):
        return _day(match[3], month, match[1], "")
    if (match := _WORD_DAY.fullmatch(text)) and (month := _month(match[1])):
        return _day(match[3], month, match[2], "")
    return _no_day(text)


def _no_day(text: str) -> ReadDay:
    if _SERIAL.fullmatch(text):
        return _serial(float(text))
    if match := _TWO.fullmatch(text):
        return ReadDay(None, trouble=f"It holds two dates, {match[1]} and {match[2]}.")
    if (match := _MONTH_ONLY.fullmatch(text)) and _month(match[1]):
        return ReadDay(None, trouble="It names a month and no day.")
    return ReadDay(None, trouble="It is words, not a date.")


def _numbers(first: str, second: str, year: str, order: DateOrder | None) -> ReadDay:
    one, two = int(first), int(second)
    if (one > 12 >= two and order is DateOrder.MONTH_FIRST) or (two > 12 >= one and order is DateOrder.DAY_FIRST):
        other = "day" if one > 12 else "month"
        return ReadDay(None, trouble=f"It can only be read {other} first, and the column is read {order}.")
    if order is None and one <= 12 and two <= 12 and one != two:
        return ReadDay(None, trouble="It can be read day first and month first.")
    day_first = one > 12 or (two <= 12 and order is not DateOrder.MONTH_FIRST)
    how = f"Read {order}, as the whole column." if order and one <= 12 and two <= 12 and one != two else ""
    return _day(year, two if day_first else one, first if day_first else second, how)


def _day(year: str, month: int, day: str, how: str) -> ReadDay:
    if len(year) not in (2, 4):
        return ReadDay(None, trouble=f"Its year, {year}, is not a year of two or four figures.")
    if len(year) == 2:
        how = f"{how} The year {year} was read as 20{year}.".strip()
        year = f"20{year}"
    try:
        return _within(date(int(year), month, int(day)), how)
    except ValueError:
        return ReadDay(None, trouble="There is no such day in the calendar.")


def _within(day: date, how: str) -> ReadDay:
    if not 1900 <= day.year <= 2199:
        return ReadDay(None, trouble=f"Its year, {day.year}, is not from 1900 to 2199.")
    return ReadDay(day, how)


def _serial(number: float) -> ReadDay:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return ReadDay(None, trouble="It is a number, not a date.")
    day = _EPOCH + timedelta(days=int(number))
    return ReadDay(day, f"The number {int(number):,} is how a spreadsheet counts days: {show_day(day)}.")


def _month(word: str) -> int:
    found = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
    if word.lower() == "sept":
        return 9
    return found[0] if len(found) == 1 else 0
