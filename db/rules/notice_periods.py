"""Notice that needs clear periods, or may end a contract only at the end of a month, a quarter or a contract year."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from db.rules.dates import MONTHS, Unit, latest_service_safe, period_end, quarter_period
from db.rules.refusal import Refusal


def period_end_clear(served_on: date, n: int, unit: Unit = Unit.MONTHS, counted: Literal["clear"] = "clear") -> date:
    """The first day on which clear notice may end a contract: neither the day of service nor the last day counts.

    The day after period_end. Only where the contract says clear.
    Source: practice notes on clear periods in notice provisions; Dodds v Walker [1981] 1 WLR 1027 for the rest.
    """
    return period_end(served_on, n, unit) + timedelta(days=1)


def latest_service_clear(ends_on: date, n: int, unit: Unit = Unit.MONTHS, counted: Literal["clear"] = "clear") -> date:
    """The last day to serve clear notice for a last day: the period must have run out before that day begins.

    Counted back from the day before the last day, as latest_service_safe. Only where the contract says clear.
    """
    return latest_service_safe(ends_on - timedelta(days=1), n, unit)


def latest_extension_notice(ends_on: date, n: int, unit: Unit = Unit.MONTHS) -> date:
    """The last day to use an option that must be used no later than n months before the end.

    Counted back from the last day like notice.
    Source: options worded "no later than three months before the end of the initial period" (East Sussex mapping
    contract), read with Dodds v Walker.
    """
    return latest_service_safe(ends_on, n, unit)


def earliest_end_at_month_end(served_on: date, n: int, unit: Unit = Unit.MONTHS, at: str = "month_end") -> date:
    """The last day that notice gives where it may expire only at the end of a month, or of a quarter ("quarter_end").

    The first such end on or after period_end. Only where the contract says so.

    Raises:
        Refusal: `at` is neither.
    """
    day = period_end(served_on, n, unit)
    if at == "quarter_end":
        return quarter_period(day).ends_on
    if at == "month_end":
        return _in_month(day.year, day.month, 31)
    raise Refusal(f"Notice can expire at “month_end” or “quarter_end”; “{at}” is not known.")


def earliest_end_at_year_end(served_on: date, n: int, unit: Unit = Unit.MONTHS, at: str = "31_march") -> date:
    """The last day that notice gives where it may expire only at the end of a contract year, such as 31 March.

    The first such day on or after period_end. Only where the contract says so.

    Raises:
        Refusal: `at` is not a day and a month, such as 31_march.
    """
    day, (number, month) = period_end(served_on, n, unit), _day_of_year(at)
    this_year = _in_month(day.year, month, number)
    return this_year if this_year >= day else _in_month(day.year + 1, month, number)


def _day_of_year(at: str) -> tuple[int, int]:
    number, _, name = at.strip().replace(" ", "_").partition("_")
    months = [month for month, each in enumerate(MONTHS, 1) if each.lower() == name.lower()]
    if not months or not number.isdecimal() or not 1 <= int(number) <= monthrange(2024, months[0])[1]:
        raise Refusal(f"“{at}” is not the end of a year. Write a day and a month, such as 31 March.")
    return int(number), months[0]


def _in_month(year: int, month: int, number: int) -> date:
    return date(year, month, min(number, monthrange(year, month)[1]))
