"""The scorecard: how a contract's measures stand in a quarter, with the quarters before it, rating and travel."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from db.rules.figure import Figure, figure_in
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading, ReturnPeriod, last_quarters
from db.rules.outcome import Outcome
from db.rules.rating import Rating, rate_figure
from db.rules.rating_override import Override, standing_rating
from db.rules.shown_figures import show_figure
from db.rules.spend_profile import SpendToDate
from db.rules.targets import Direction, Target
from db.rules.trend import Trend, trends

QUARTERS_SHOWN = 5
"""Enough to hold the same quarter last year beside this one."""


class Scope(StrEnum):
    """What a scorecard is of."""

    CONTRACT = "contract"
    PROVIDER = "provider"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Reported:
    """A contract with what its provider returned, from which its part of a scorecard is worked out."""

    reference: str
    title: str
    provider: str
    service: str
    measures: tuple[Measure, ...]
    returns: Mapping[ReturnPeriod, tuple[Reading, ...]] = field(default_factory=dict)
    """The readings that stand for each quarter: those of its latest version. A quarter not in it was not returned."""
    overrides: Mapping[MeasureId, Override] = field(default_factory=dict)
    """The officers' own ratings of the quarter the scorecard is of."""
    spend: SpendToDate | None = None


@dataclass(frozen=True, slots=True)
class QuarterFigure:
    """A measure's figure in a quarter, and as it is shown everywhere."""

    period: ReturnPeriod
    figure: Figure
    shown: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One measure: its target, its figures oldest first, its rating in the last of those quarters, and its travel."""

    measure: Measure
    target: str
    figures: tuple[QuarterFigure, ...]
    rating: Rating
    since_last_quarter: Trend
    since_last_year: Trend

    @property
    def now(self) -> QuarterFigure:
        """The figure of the scorecard's own quarter."""
        return self.figures[-1]


@dataclass(frozen=True, slots=True)
class Narrative:
    """What the provider wrote in the quarter, under the name of its measure."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ContractScores:
    """One contract's part of a scorecard."""

    reference: str
    title: str
    provider: str
    service: str
    rows: tuple[ScoreRow, ...]
    narratives: tuple[Narrative, ...]
    spend: SpendToDate | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How a contract, or all those of a provider or a service, stand in a quarter on a day."""

    scope: Scope
    name: str
    period: ReturnPeriod
    on: date
    contracts: tuple[ContractScores, ...]

    @property
    def quarters(self) -> tuple[ReturnPeriod, ...]:
        """The quarters shown, oldest first."""
        return last_quarters(self.period, QUARTERS_SHOWN)

    @property
    def rows(self) -> tuple[ScoreRow, ...]:
        """Every row of every contract."""
        return tuple(row for contract in self.contracts for row in contract.rows)


def scorecard(scope: Scope, name: str, reported: Iterable[Reported], period: ReturnPeriod, on: date) -> Scorecard:
    """The scorecard of a contract, a provider or a service for a quarter, with the ratings that stand on a day."""
    return Scorecard(scope, name, period, on, tuple(contract_scores(each, period, on) for each in reported))


def contract_scores(reported: Reported, period: ReturnPeriod, on: date) -> ContractScores:
    """One contract's rows, and what its provider wrote in the quarter."""
    rows = (
        score_row(measure, reported, period, on)
        for measure in reported.measures
        if measure.unit is not MeasureUnit.WORDS
    )
    return ContractScores(
        reported.reference,
        reported.title,
        reported.provider,
        reported.service,
        tuple(rows),
        _narratives(reported, period),
        reported.spend,
    )


def score_row(measure: Measure, reported: Reported, period: ReturnPeriod, on: date) -> ScoreRow:
    """One measure's row. A quarter that was not returned keeps its place."""
    quarters = last_quarters(period, QUARTERS_SHOWN)
    figures = {each: figure_in(measure, reported.returns.get(each, ())) for each in quarters}
    rating = rate_figure(measure, figures[period], period)
    return ScoreRow(
        measure,
        show_target(measure.target_in(period), measure),
        tuple(QuarterFigure(each, figures[each], figures[each].show(measure.unit)) for each in quarters),
        standing_rating(rating, reported.overrides.get(measure.id), on),
        *trends(measure, figures, period),
    )


def show_target(target: Target | None, measure: Measure) -> str:
    """A target for people: 90.0% or more, floor 75.0%. Empty where there is none."""
    if target is None:
        return ""
    side = {Direction.HIGHER: " or more", Direction.LOWER: " or less", Direction.NONE: ""}[measure.direction]
    floor = f", floor {show_figure(target.floor, measure.unit)}" if target.floor is not None else ""
    return f"{show_figure(target.value, measure.unit)}{side}{floor}"


def tally(rows: Iterable[ScoreRow]) -> tuple[tuple[Outcome, int], ...]:
    """How many rows came to each outcome: green, amber, red, then the rest; an outcome of none is left out."""
    counted = Counter(row.rating.outcome for row in rows)
    return tuple((outcome, counted[outcome]) for outcome in Outcome if counted[outcome])


def _narratives(reported: Reported, period: ReturnPeriod) -> tuple[Narrative, ...]:
    said = {each.measure: each.value for each in reported.returns.get(period, ()) if not each.part}
    return tuple(
        Narrative(measure.name, words.strip())
        for measure in reported.measures
        if measure.unit is MeasureUnit.WORDS and isinstance(words := said.get(measure.name), str) and words.strip()
    )
