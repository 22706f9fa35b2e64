"""By when a quarter's return is due, with the working; where it cannot be counted, why."""

from dataclasses import dataclass
from datetime import date

from db.rules.dates import next_period_start, show_day
from db.rules.matters import show_days
from db.rules.monitoring import DaysCounted, ReturnPeriod, ReturnSchedule, return_due_on
from db.rules.words import counted
from db.rules.working_days import BankHolidays, YearNotKnown, holidays_passed, show_weekday


@dataclass(frozen=True, slots=True)
class DueDay:
    """The last day for a return, and how it was found; no day where the bank holidays it needs are not recorded."""

    day: date | None
    why: tuple[str, ...]


def due_day(schedule: ReturnSchedule, period: ReturnPeriod, *, holidays: BankHolidays) -> DueDay:
    """By when a schedule asks for a quarter's return, and why."""
    quarter = f"The quarter is {period.days}."
    try:
        day = return_due_on(schedule, period, holidays=holidays)
    except YearNotKnown as unknown:
        return DueDay(None, (quarter, f"{allowed_words(schedule)} are allowed after it.", str(unknown)))
    if schedule.counted_in is DaysCounted.CALENDAR:
        return DueDay(day, (quarter, f"{allowed_words(schedule)} are allowed after it: due by {show_day(day)}."))
    passed = holidays_passed(next_period_start(period.days.ends_on), day, holidays=holidays)
    counted = f"{allowed_words(schedule)} are allowed after it, Saturdays and Sundays not counted: due by"
    return DueDay(day, (quarter, f"{counted} {show_weekday(day)}.", *passed))


def allowed_words(schedule: ReturnSchedule) -> str:
    """The days allowed after a quarter: 15 working days."""
    if schedule.counted_in is DaysCounted.CALENDAR:
        return show_days(schedule.days_allowed)
    return counted(schedule.days_allowed, "working days")
