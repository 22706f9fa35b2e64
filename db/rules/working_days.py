"""Working days of England and Wales: Monday to Friday and not a bank holiday."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from db.rules.dates import show_day
from db.rules.refusal import Refusal

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONE_DAY = timedelta(days=1)


class YearNotKnown(Refusal):
    """A day was asked for in a year whose bank holidays are not recorded, so nothing is guessed."""


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The bank holidays that are recorded, by day, and the first and last year recorded in full.

    Source: Banking and Financial Dealings Act 1971 and proclamations under it; GOV.UK publishes the list.
    """

    names: Mapping[date, str]
    first_year: int
    last_year: int
    source: str = "the list of bank holidays"
    """Where an officer adds a year: the file's name."""

    def require(self, year: int) -> None:
        """Make sure a year is recorded.

        Raises:
            YearNotKnown: it is not; the sentence names the file to edit.
        """
        if not self.first_year <= year <= self.last_year:
            raise YearNotKnown(
                f"The bank holidays of {year} are not recorded, so working days in {year} cannot be counted. "
                f"Add them to {self.source} from the list on GOV.UK."
            )

    def missing(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another that are not recorded."""
        return tuple(year for year in range(first.year, last.year + 1) if not self.first_year <= year <= self.last_year)


NONE_RECORDED = BankHolidays(MappingProxyType({}), 1, 0)
"""No year is recorded: for counts of calendar days, which need none."""


def is_working_day(day: date, *, holidays: BankHolidays) -> bool:
    """Whether a day is a working day: Monday to Friday and not a bank holiday.

    Source: Banking and Financial Dealings Act 1971; Good Friday and Christmas Day are in the list.

    Raises:
        YearNotKnown: the bank holidays of its year are not recorded.
    """
    holidays.require(day.year)
    return day.weekday() < 5 and day not in holidays.names


def last_working_day_on_or_before(day: date, *, holidays: BankHolidays) -> date:
    """The day itself if it is a working day, or the last one before it.

    A contract's deadline is not moved by a weekend, so what must be done by it is brought back to a working day.

    Raises:
        YearNotKnown: as is_working_day.
    """
    while not is_working_day(day, holidays=holidays):
        day -= ONE_DAY
    return day


def first_working_day_on_or_after(day: date, *, holidays: BankHolidays) -> date:
    """The day itself if it is a working day, or the first one after it.

    Raises:
        YearNotKnown: as is_working_day.
    """
    while not is_working_day(day, holidays=holidays):
        day += ONE_DAY
    return day


def working_day_after(day: date, n: int, *, holidays: BankHolidays) -> date:
    """The n-th working day after a day, which does not count itself; the day itself for none.

    Raises:
        YearNotKnown: as is_working_day.
    """
    return _step(day, n, ONE_DAY, holidays)


def working_day_before(day: date, n: int, *, holidays: BankHolidays) -> date:
    """The n-th working day before a day, which does not count itself; the day itself for none.

    Raises:
        YearNotKnown: as is_working_day.
    """
    return _step(day, n, -ONE_DAY, holidays)


def working_days_between(earlier: date, later: date, *, holidays: BankHolidays) -> int:
    """How many working days lie between two days, neither of which counts.

    Raises:
        YearNotKnown: as is_working_day.
    """
    days = (earlier + timedelta(days=n) for n in range(1, (later - earlier).days))
    return sum(is_working_day(day, holidays=holidays) for day in days)


def show_weekday(day: date) -> str:
    """The day for people with the day of the week: Tuesday 29 December 2026."""
    return f"{WEEKDAYS[day.weekday()]} {show_day(day)}"


def why_not_working(day: date, *, holidays: BankHolidays) -> str:
    """What makes a day no working day, "Saturday" or the bank holiday's name; empty when it is one.

    Raises:
        YearNotKnown: as is_working_day.
    """
    holidays.require(day.year)
    return holidays.names.get(day, "" if day.weekday() < 5 else WEEKDAYS[day.weekday()])


def holidays_passed(first: date, last: date, *, holidays: BankHolidays) -> tuple[str, ...]:
    """The bank holidays from one day to another, as a sentence for a working; none when there are none."""
    passed = [f"{name} ({show_day(day)})" for day, name in _within(first, last, holidays)]
    if not passed:
        return ()
    return (f"Bank holiday{'s' if len(passed) > 1 else ''} not counted: {', '.join(passed)}.",)


def _within(first: date, last: date, holidays: BankHolidays) -> Iterator[tuple[date, str]]:
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if day in holidays.names:
            yield day, holidays.names[day]


def _step(day: date, n: int, by: timedelta, holidays: BankHolidays) -> date:
    if n < 0:
        raise Refusal("A number of working days must be 0 or more.")
    while n:
        day += by
        n -= is_working_day(day, holidays=holidays)
    return day
