"""Amounts for part of a year, and amounts shared out: to the penny, and always adding up."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from db.rules.dates import Period, financial_year_period, show_year, year_of
from db.rules.money import Pence, show_pounds
from db.rules.percent import nearest_penny
from db.rules.refusal import Refusal


class Basis(StrEnum):
    """How part of a year is measured."""

    DAYS = "days"
    """By the days of the financial year, 365 or 366."""
    MONTHS = "months"
    """By twelfths, a part of a month by the days of that month."""


ROUNDING = (
    "Each amount is what is due from 1 April to the last day, less what was due before the first, each to the nearest "
    "penny with half a penny rounded up; so the parts of a year always add up to the year."
)


@dataclass(frozen=True, slots=True)
class PartYear:
    """What is due in one financial year, in pence, and how it was found."""

    year: int
    """The calendar year in which the financial year starts: 2024 is 2024-25."""
    days: Period
    pence: Pence
    working: str


def part_year(annual: Pence, days: Period, basis: Basis = Basis.DAYS) -> PartYear:
    """What a yearly amount comes to for days within one financial year, in pence, rounded as ROUNDING says.

    Raises:
        Refusal: the days run over the end of a financial year.
    """
    year = year_of(days.starts_on)
    if year_of(days.ends_on) != year:
        raise Refusal(f"{days} is in two financial years. Work out each year by itself.")
    until = nearest_penny(annual * _share_by(days.ends_on, basis))
    before = nearest_penny(annual * _share_by(days.starts_on - timedelta(days=1), basis)) if _begins_late(days) else 0
    pence = Pence(until - before)
    return PartYear(year, days, pence, _working(annual, days, basis, pence))


def over_years(annual: Pence, days: Period, basis: Basis = Basis.DAYS) -> tuple[PartYear, ...]:
    """What a yearly amount comes to for a term, financial year by financial year; a whole year is the whole amount."""
    return tuple(part_year(annual, part, basis) for part in _by_year(days))


def shared_out(amount: Pence, weights: Sequence[int]) -> tuple[Pence, ...]:
    """An amount shared in proportion to weights, to the penny: the shares always add up to the amount.

    Each share is rounded down, and the pennies left go one each to the shares that lost most, the first of equals
    first.

    Raises:
        Refusal: a weight is below nothing, or all are nothing.
    """
    if sum(weights) <= 0 or min(weights) < 0:
        raise Refusal("An amount is shared in proportion to numbers of 0 or more, of which one is above 0.")
    exact = [Fraction(abs(amount) * weight, sum(weights)) for weight in weights]
    shares = [each.__floor__() for each in exact]
    left = abs(amount) - sum(shares)
    for index in sorted(range(len(exact)), key=lambda index: shares[index] - exact[index])[:left]:
        shares[index] += 1
    return tuple(Pence(each if amount >= 0 else -each) for each in shares)


def _begins_late(days: Period) -> bool:
    return days.starts_on != financial_year_period(year_of(days.starts_on)).starts_on


def _share_by(day: date, basis: Basis) -> Fraction:
    """The share of a financial year that has passed when a day of it ends."""
    year = financial_year_period(year_of(day))
    if basis == Basis.DAYS:
        return Fraction((day - year.starts_on).days + 1, (year.ends_on - year.starts_on).days + 1)
    whole_months = (day.month - 4) % 12
    return (whole_months + Fraction(day.day, monthrange(day.year, day.month)[1])) / 12


def _by_year(days: Period) -> list[Period]:
    years = (financial_year_period(year) for year in range(year_of(days.starts_on), year_of(days.ends_on) + 1))
    return [Period(max(days.starts_on, each.starts_on), min(days.ends_on, each.ends_on)) for each in years]


def _working(annual: Pence, days: Period, basis: Basis, pence: Pence) -> str:
    whole = financial_year_period(year_of(days.starts_on))
    if days == whole:
        return f"{show_year(year_of(days.starts_on))}: the whole year, {show_pounds(annual)}."
    passed = _share_by(days.ends_on, basis)
    begun = _share_by(days.starts_on - timedelta(days=1), basis) if _begins_late(days) else Fraction(0)
    if basis == Basis.DAYS:
        count, of = (days.ends_on - days.starts_on).days + 1, (whole.ends_on - whole.starts_on).days + 1
        measured = f"{count} of {of} days"
    else:
        measured = f"{passed - begun} of the year by months"
    return f"{show_year(year_of(days.starts_on))}: {days}, {measured} of {show_pounds(annual)} is {show_pounds(pence)}."
