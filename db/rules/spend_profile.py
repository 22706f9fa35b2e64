"""Spend against profile in whole pence: quarter by quarter, to date, and what the year comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from db.rules.dates import show_year
from db.rules.money import Pence, show_pounds
from db.rules.monitoring import ReturnPeriod, quarter_of
from db.rules.outcome import Outcome
from db.rules.percent import nearest_penny, show_percent
from db.rules.pro_rata import shared_out
from db.rules.rating import Rating
from db.rules.refusal import Refusal

_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far spend may be over or under profile, in per cent of it: green up to one, amber up to another."""

    green: Decimal = Decimal(5)
    amber: Decimal = Decimal(10)

    def __post_init__(self) -> None:
        if not 0 <= self.green <= self.amber:
            raise Refusal("The tolerance for green is 0% or more, and that for amber is the same or more.")


@dataclass(frozen=True, slots=True)
class SpendProfile:
    """What is to be spent in each quarter of a financial year, by the calendar year it starts in."""

    year: int
    quarters: tuple[Pence, Pence, Pence, Pence]

    @property
    def total(self) -> Pence:
        """The year's profile."""
        return Pence(sum(self.quarters))


@dataclass(frozen=True, slots=True)
class SpendLine:
    """A quarter's profile and spend. None: not returned, or not yet asked; never nought."""

    period: ReturnPeriod
    profile: Pence
    actual: Pence | None

    @property
    def variance(self) -> Pence | None:
        """Spend less profile: above nought is an overspend."""
        return None if self.actual is None else Pence(self.actual - self.profile)

    @property
    def share(self) -> str:
        """The variance in per cent of the profile; empty where there is none."""
        return _share(self.variance, self.profile)


@dataclass(frozen=True, slots=True)
class SpendToDate:
    """A year's spend against its profile up to a quarter. To date is over the quarters returned, which it names."""

    lines: tuple[SpendLine, ...]
    """All four quarters; those after the last one asked have no spend yet."""
    to_date: SpendLine
    missing: tuple[ReturnPeriod, ...]
    """Quarters up to the last one asked for which no spend was returned."""
    forecast: Pence | None
    forecast_working: str
    rating: Rating


def even_profile(year: int, annual: Pence) -> SpendProfile:
    """A year's value in four, to the penny: the quarters always add up to the year."""
    first, second, third, fourth = shared_out(annual, (1, 1, 1, 1))
    return SpendProfile(year, (first, second, third, fourth))


def spend_to_date(
    profile: SpendProfile,
    actuals: dict[ReturnPeriod, Pence],
    period: ReturnPeriod,
    *,
    tolerance: Tolerance | None = None,
    stated_forecast: Pence | None = None,
) -> SpendToDate:
    """Spend against profile up to and with a quarter of the profile's year.

    The forecast is the provider's own where stated; otherwise what was spent on average in the quarters returned, four
    times, to the nearest penny.

    Raises:
        Refusal: the quarter is not of the profile's year.
    """
    periods = _quarters_of(profile.year)
    if period not in periods:
        raise Refusal(f"{period.label} is not in {show_year(profile.year)}, the year of the profile.")
    asked = periods[: periods.index(period) + 1]
    lines = tuple(
        SpendLine(each, pence, actuals.get(each) if each in asked else None)
        for each, pence in zip(periods, profile.quarters, strict=True)
    )
    returned = [line for line in lines if line.actual is not None]
    to_date = SpendLine(period, _sum(line.profile for line in returned), _spent(returned))
    forecast, working = _forecast(returned, stated_forecast)
    missing = tuple(line.period for line in lines if line.period in asked and line.actual is None)
    return SpendToDate(lines, to_date, missing, forecast, working, _rate(to_date, tolerance or Tolerance()))


def _quarters_of(year: int) -> tuple[ReturnPeriod, ...]:
    months = ((year, 4), (year, 7), (year, 10), (year + 1, 1))
    return tuple(quarter_of(date(in_year, month, 1)) for in_year, month in months)


def _spent(returned: list[SpendLine]) -> Pence | None:
    return _sum(line.actual or 0 for line in returned) if returned else None


def _forecast(returned: list[SpendLine], stated: Pence | None) -> tuple[Pence | None, str]:
    if stated is not None:
        return stated, "As the provider states."
    spent = _spent(returned)
    if spent is None:
        return None, "Nothing to forecast from: no spend was returned."
    rate = nearest_penny(Fraction(spent * _QUARTERS, len(returned)))
    counted = "1 quarter" if len(returned) == 1 else f"{len(returned)} quarters"
    return rate, f"At the rate of the {counted} returned: {show_pounds(spent)} ÷ {len(returned)} × {_QUARTERS}."


def _rate(to_date: SpendLine, tolerance: Tolerance) -> Rating:
    variance = to_date.variance
    if variance is None:
        return Rating(Outcome.NOT_RETURNED, "Not returned", "No spend was returned. A blank is not nought.")
    outcome = _outcome(variance, to_date.profile, tolerance)
    return Rating(outcome, outcome.value.capitalize(), _reason(to_date, variance, tolerance))


def _outcome(variance: Pence, profile: Pence, tolerance: Tolerance) -> Outcome:
    hundredfold = abs(variance) * 100
    if hundredfold <= tolerance.green * abs(profile):
        return Outcome.GREEN
    return Outcome.AMBER if hundredfold <= tolerance.amber * abs(profile) else Outcome.RED


def _reason(to_date: SpendLine, variance: Pence, tolerance: Tolerance) -> str:
    if variance == 0:
        return f"Spend to date is as profiled, {show_pounds(to_date.profile)}."
    side = "above" if variance > 0 else "below"
    share = f" ({to_date.share.lstrip('-+')})" if to_date.share else ""
    allowed = f"Green is within {tolerance.green.normalize():f}%, amber within {tolerance.amber.normalize():f}%."
    return f"Spend to date is {show_pounds(Pence(abs(variance)))}{share} {side} profile. {allowed}"


def _share(variance: Pence | None, profile: Pence) -> str:
    if variance is None or profile <= 0:
        return ""
    shown = show_percent(Fraction(variance, profile))
    return f"+{shown}" if variance > 0 else shown


def _sum(amounts: Iterable[int]) -> Pence:
    return Pence(sum(amounts))
