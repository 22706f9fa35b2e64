"""Days counted as the rules of councils count them: plain or clear, every day or working days, forward and back."""

from datetime import date, timedelta
from enum import StrEnum

from db.rules.dates import Unit, latest_service_max, period_end
from db.rules.refusal import Refusal
from db.rules.working_days import (
    NONE_RECORDED,
    ONE_DAY,
    BankHolidays,
    last_working_day_on_or_before,
    working_day_after,
    working_day_before,
    working_days_between,
)


class Counting(StrEnum):
    """How a length of time is counted from one event to the next.

    Clear days leave out the day of both events. Clear working days also leave out weekends and bank holidays
    (R v Swansea City Council ex p Elitestone (1993)); a council may count 28 clear days as calendar days and five
    as working days, so the counting is always a setting.
    """

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    CLEAR_DAYS = "clear_days"
    WORKING_DAYS = "working_days"
    CLEAR_WORKING_DAYS = "clear_working_days"

    @property
    def needs_holidays(self) -> bool:
        """Whether bank holidays matter to it."""
        return self in {Counting.WORKING_DAYS, Counting.CLEAR_WORKING_DAYS}


def earliest_after(event: date, n: int, counting: str, *, holidays: BankHolidays = NONE_RECORDED) -> date:
    """The first day on which what must wait for a length of time after an event may happen.

    n days: the n-th day after. n clear days: the day after that. n working days: the n-th working day after. n clear
    working days: the next day of the calendar after that, a Saturday too. Months and weeks: as period_end.

    Raises:
        YearNotKnown: working days are counted in a year whose bank holidays are not recorded.
    """
    _require_length(n)
    match Counting(counting):
        case Counting.CLEAR_DAYS:
            return period_end(event, n, Unit.DAYS) + ONE_DAY
        case Counting.WORKING_DAYS:
            return working_day_after(event, n, holidays=holidays)
        case Counting.CLEAR_WORKING_DAYS:
            return working_day_after(event, n, holidays=holidays) + ONE_DAY
        case other:
            return period_end(event, n, Unit(other.value))


def latest_before(event: date, n: int, counting: str, *, holidays: BankHolidays = NONE_RECORDED) -> date:
    """The last day for what must come a length of time before an event: earliest_after, counted back.

    What is done on it leaves the length whole; a day later would not. Months use the latest arguable day.

    Raises:
        YearNotKnown: as earliest_after.
    """
    _require_length(n)
    match Counting(counting):
        case Counting.CLEAR_DAYS:
            return event - timedelta(days=n + 1)
        case Counting.WORKING_DAYS:
            return _before_working_days(event, n, holidays)
        case Counting.CLEAR_WORKING_DAYS:
            return _before_working_days(event - ONE_DAY, n, holidays)
        case other:
            return latest_service_max(event, n, Unit(other.value))


def clear_days_between(earlier: date, later: date) -> int:
    """How many clear days lie between two events: neither day counts. A notice of 22 June for 20 July has 27."""
    return (later - earlier).days - 1


def clear_working_days_between(earlier: date, later: date, *, holidays: BankHolidays) -> int:
    """How many clear working days lie between two events: neither day counts, nor weekends and bank holidays.

    Raises:
        YearNotKnown: a year's bank holidays are not recorded.
    """
    return working_days_between(earlier, later, holidays=holidays)


def show_count(n: int, counting: str) -> str:
    """A length in words: 28 clear days, 5 clear working days, 1 week."""
    words = counting.replace("_", " ")
    return f"{n} {words[:-1] if n == 1 else words}"


def _before_working_days(event: date, n: int, holidays: BankHolidays) -> date:
    if n == 0:
        return event
    last = last_working_day_on_or_before(event, holidays=holidays)
    return working_day_before(last, n - 1, holidays=holidays) - ONE_DAY


def _require_length(n: int) -> None:
    if n < 0:
        raise Refusal("A length of time must be 0 or more.")
