"""Periods, months before and after a day, terms, financial years. Every day a contract turns on is computed here."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.rules.refusal import Refusal

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
"""Not from strftime: once Qt has started, that speaks the language of the machine."""


class Unit(StrEnum):
    """What a length of time is counted in. A month is a calendar month (Dodds v Walker [1981] 1 WLR 1027)."""

    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"


class FirstDay(StrEnum):
    """Whether a term stated to run from a day includes that day."""

    INCLUDED = "start_included"
    LEFT_OUT = "start_left_out"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, the first and the last both included."""

    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise Refusal(
                f"The end, {show_day(self.ends_on)}, is before the start, {show_day(self.starts_on)}. "
                "The end must be the same as or after the start."
            )

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def __str__(self) -> str:
        return f"{show_day(self.starts_on)} to {show_day(self.ends_on)}"


def show_day(day: date) -> str:
    """The day for people, in prose: 31 March 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_short_day(day: date) -> str:
    """The day for people, in tables: 31 Mar 2025."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def show_length(n: int, unit: Unit) -> str:
    """A length of time in words: 1 month, 3 months, 28 days."""
    return f"{n} {unit[:-1] if n == 1 else unit}"


def period_end(day: date, n: int, unit: Unit = Unit.MONTHS) -> date:
    """The last day of a period of n months, weeks or days after a day.

    The day of the event is left out and the period ends with the same-numbered day of the later month, or with that
    month's last day where there is none, so that notice served on the result is already "not less than" n.
    Source: Dodds v Walker [1981] 1 WLR 1027 (HL); E J Riley Investments v Eurostile Holdings (CA 1985).
    """
    return _plus(day, n, unit)


def latest_service_safe(ends_on: date, n: int, unit: Unit = Unit.MONTHS) -> date:
    """The last day to serve n months', weeks' or days' notice so that it ends a contract by its last day.

    The corresponding day counted back from the last day, or its month's last day where there is none. Never too late:
    the period from it always ends on or before the last day. This is the deadline to keep.
    Source: Dodds v Walker [1981] 1 WLR 1027 (HL), counted back as published guidance does.
    """
    return _plus(ends_on, -n, unit)


def latest_service_max(ends_on: date, n: int, unit: Unit = Unit.MONTHS) -> date:
    """The latest arguable day of service: the last day whose period still ends on or before the last day.

    Later than latest_service_safe only where months of unequal length meet (an end on 30 June: 31 March, not 30 March).
    Source: Dodds v Walker [1981] 1 WLR 1027 (HL), applied forward.
    """
    day = latest_service_safe(ends_on, n, unit)
    while period_end(day + timedelta(days=1), n, unit) <= ends_on:
        day += timedelta(days=1)
    return day


def term_end(starts_on: date, n: int, unit: Unit = Unit.MONTHS, first_day: FirstDay = FirstDay.INCLUDED) -> date:
    """The last day of a term of n months, weeks or days that begins on, and includes, its first day.

    The day before the corresponding day; where the later month has no such day, that month's last day. Where the
    document shows that the day it runs "from" is left out, the corresponding day, as period_end.
    Source: seed practice ("12 months, from 1 April 2024 to 31 March 2025"); Ladyman v Wirral Estates [1968].

    Raises:
        Refusal: n is not at least 1.
    """
    if n < 1:
        raise Refusal("A term must be at least one month, week or day long.")
    after = _plus(starts_on, n, unit)
    clamped = unit == Unit.MONTHS and after.day != starts_on.day
    return after if clamped or first_day == FirstDay.LEFT_OUT else after - timedelta(days=1)


def next_period_start(ends_on: date) -> date:
    """The first day of what follows: the day after the last day, so that there is no gap and no overlap."""
    return ends_on + timedelta(days=1)


def financial_year(day: date) -> str:
    """The council's financial year of a day, 1 April to 31 March, as 2024-25."""
    return show_year(year_of(day))


def financial_quarter(day: date) -> int:
    """The quarter of the financial year, 1 (April to June) to 4 (January to March)."""
    return (day.month - 4) % 12 // 3 + 1


def year_of(day: date) -> int:
    """The calendar year in which the financial year of a day started."""
    return day.year if day.month >= 4 else day.year - 1


def show_year(year: int) -> str:
    """A financial year by the calendar year it starts in: 2024 is 2024-25."""
    return f"{year}-{(year + 1) % 100:02d}"


def parse_year(text: str) -> int:
    """The year a financial year starts in, of 2024-25, 2024/25 or 2024.

    Raises:
        Refusal: it is no financial year.
    """
    written = text.strip()
    start = written[:4]
    if len(start) == 4 and start.isdecimal() and start.isascii():
        year = int(start)
        if written in {start, show_year(year), f"{start}/{(year + 1) % 100:02d}"}:
            return year
    raise Refusal(f"“{text}” must be a financial year, such as 2024-25.")


def financial_year_period(year: int) -> Period:
    """The days of the financial year that starts in a calendar year."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def quarter_period(day: date) -> Period:
    """The days of the financial quarter that a day falls in."""
    starts_on = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Period(starts_on, term_end(starts_on, 3))


_DAYS_IN = {Unit.WEEKS: 7, Unit.DAYS: 1}


def _plus(day: date, n: int, unit: Unit) -> date:
    try:
        if unit == Unit.MONTHS:
            return _plus_months(day, n)
        return day + timedelta(days=n * _DAYS_IN[unit])
    except (ValueError, OverflowError):
        raise Refusal(f"{show_length(abs(n), unit)} from {show_day(day)} is outside the calendar.") from None


def _plus_months(day: date, n: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
