"""What a scorecard is worked out from: a contract's measures, the returns that stand, and what it spends."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from db.rules.contract import Contract
from db.rules.figure import figure_in
from db.rules.funding import total_on
from db.rules.money import Pence
from db.rules.monitoring import (
    Measure,
    MeasureId,
    MeasureUnit,
    MonitoringReturn,
    Reading,
    ReturnPeriod,
    last_quarters,
    quarter_of,
)
from db.rules.months import month_named
from db.rules.percent import nearest_penny
from db.rules.rating_override import Override
from db.rules.scorecard import Reported
from db.rules.spend_profile import SpendProfile, SpendToDate, even_profile, spend_to_date

_MONTHS_BEFORE_APRIL = 3
_SPENT = ("spend", "spent", "expenditure")

Overrides = Mapping[tuple[MeasureId, ReturnPeriod], Override]


def reported(
    contract: Contract,
    measures: tuple[Measure, ...],
    returns: Iterable[MonitoringReturn],
    overrides: Overrides,
    period: ReturnPeriod,
    on: date,
) -> Reported:
    """A contract's part of a quarter's scorecard, from the versions that had come by a day."""
    stands = standing_readings(returns, on)
    return Reported(
        contract.reference,
        contract.title,
        contract.provider_names,
        contract.service,
        measures,
        stands,
        {measure_id: own for (measure_id, of), own in overrides.items() if of == period},
        spend_of(contract, measures, stands, period),
    )


def standing_readings(returns: Iterable[MonitoringReturn], on: date) -> dict[ReturnPeriod, tuple[Reading, ...]]:
    """The readings of each quarter's latest version by a day: what measures came to, in it and in its months."""
    latest: dict[ReturnPeriod, MonitoringReturn] = {}
    for each in returns:
        if each.received_on <= on and (each.period not in latest or each.number > latest[each.period].number):
            latest[each.period] = each
    return {period: tuple(filter(_is_whole_value, each.readings)) for period, each in latest.items()}


def spend_of(
    contract: Contract,
    measures: Iterable[Measure],
    returns: Mapping[ReturnPeriod, tuple[Reading, ...]],
    period: ReturnPeriod,
) -> SpendToDate | None:
    """The year's spend up to a quarter against what the contract pays, in four equal parts.

    None where no measure tells what was spent, or no money of that year is recorded.
    """
    measure = spend_measure(measures)
    profile = profile_of(contract, period)
    if measure is None or profile is None:
        return None
    figures = {each: figure_in(measure, returns.get(each, ())).value for each in last_quarters(period, 4)}
    actuals = {each: nearest_penny(Fraction(value)) for each, value in figures.items() if value is not None}
    return spend_to_date(profile, actuals, period)


def spend_measure(measures: Iterable[Measure]) -> Measure | None:
    """The measure that tells what was spent: the first in pounds whose name says so."""
    return next(
        (
            each
            for each in measures
            if each.unit is MeasureUnit.POUNDS and any(word in each.name.casefold() for word in _SPENT)
        ),
        None,
    )


def profile_of(contract: Contract, period: ReturnPeriod) -> SpendProfile | None:
    """What a contract pays in the financial year of a quarter, in four: its funding, else its rate a year."""
    year = period.days.starts_on.year - (period.days.starts_on.month <= _MONTHS_BEFORE_APRIL)
    funded = [line.pence for line in contract.funding if line.year == year]
    if funded:
        return even_profile(year, Pence(sum(funded)))
    rate = total_on(contract.annual_values, period.days.starts_on)
    return even_profile(year, rate) if rate else None


def quarters_told(returns: Iterable[MonitoringReturn], on: date) -> tuple[ReturnPeriod, ...]:
    """The quarters a scorecard can be of, the newest first: from the first return's to the last that ended or came."""
    came = {each.period for each in returns if each.received_on <= on}
    ended = _before(quarter_of(on))
    periods = [max((*came, ended), key=_begins)]
    first = min((*came, ended), key=_begins)
    while _begins(periods[-1]) > _begins(first):
        periods.append(_before(periods[-1]))
    return tuple(periods)


def newest_told(returns: Iterable[MonitoringReturn], on: date) -> ReturnPeriod:
    """The newest quarter with a return by a day; the one that ended last where none came."""
    came = [each.period for each in returns if each.received_on <= on]
    return max(came, key=_begins) if came else _before(quarter_of(on))


def _begins(period: ReturnPeriod) -> date:
    return period.days.starts_on


def _before(period: ReturnPeriod) -> ReturnPeriod:
    return last_quarters(period, 2)[0]


def _is_whole_value(reading: Reading) -> bool:
    return reading.kind == "value" and (not reading.part or month_named(reading.part) is not None)
