"""How a figure is rated by the rule its contract states: a word, the working as a sentence, and a tone."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from db.rules.figure import Figure, Presence, figure_of
from db.rules.monitoring import Measure, MeasureUnit, Reading, ReturnPeriod
from db.rules.months import Months
from db.rules.outcome import Outcome, tone_of
from db.rules.rating_bands import Bands, uncovered
from db.rules.rating_rules import DataOnly, TargetAndFloor, WithinPercent
from db.rules.refusal import Refusal
from db.rules.shown_figures import show_apart, show_figure
from db.rules.targets import Direction, Target, check_target, reaches

_MISSED = {Direction.HIGHER: "below", Direction.LOWER: "above"}
_NO_FIGURE = {
    Presence.NOT_RETURNED: (Outcome.NOT_RETURNED, "The provider gave no figure. A blank is not nought."),
    Presence.SUPPRESSED: (Outcome.SUPPRESSED, "The figure was kept back because the number is small."),
    Presence.NO_CASES: (Outcome.NOT_RATED, "There were no cases in the quarter to take a share of."),
}


@dataclass(frozen=True, slots=True)
class Rating:
    """What a figure was rated: its word says it without colour."""

    outcome: Outcome
    word: str
    reason: str
    is_overridden: bool = False

    @property
    def tone(self) -> str:
        """The name of the tone it is shown in: done, soon, overdue or neutral."""
        return tone_of(self.outcome)


def rate(measure: Measure, reading: Reading | None, period: ReturnPeriod) -> Rating:
    """Rate a measure's reading in a quarter as it was returned; for one worked out from others, see rate_figure."""
    return rate_figure(measure, figure_of(reading), period)


def rate_figure(measure: Measure, figure: Figure, period: ReturnPeriod) -> Rating:
    """Rate a measure's figure in a quarter by the measure's rule. What is not known is never rated."""
    if measure.unit is MeasureUnit.WORDS:
        return Rating(Outcome.DATA_ONLY, "Words", "Words are read, not rated.")
    if figure.value is None:
        outcome, reason = _NO_FIGURE[figure.presence]
        return Rating(outcome, figure.presence.value.capitalize(), figure.working or reason)
    match measure.rule:
        case DataOnly():
            return Rating(Outcome.DATA_ONLY, "Data only", "This measure is followed over time and not rated.")
        case Bands():
            return in_bands(measure.rule, figure.value, measure)
    return _against_target(measure, figure.value, measure.target_in(period), period)


def by_target_and_floor(value: Decimal, measure: Measure, target: Target) -> Rating:
    """Green at the target or better; amber at the floor or better; red past the floor, or with no floor."""
    if reaches(value, target.value, measure.direction):
        return _rated(Outcome.GREEN, _met(value, measure, target.value, "target"))
    if target.floor is None:
        return _rated(Outcome.RED, f"{_missed(value, measure, target.value, 'target')} No floor is set.")
    if reaches(value, target.floor, measure.direction):
        missed = _missed(value, measure, target.value, "target").removesuffix(".")
        floor = show_apart(value, target.floor, measure.unit)[1]
        return _rated(Outcome.AMBER, f"{missed} but reaches the floor of {floor}.")
    return _rated(Outcome.RED, _missed(value, measure, target.floor, "floor"))


def within_percent(rule: WithinPercent, value: Decimal, measure: Measure, target: Target) -> Rating:
    """Met at the target or better; missed within so many per cent of it, that much included; missed by more."""
    if reaches(value, target.value, measure.direction):
        return _rated(Outcome.GREEN, _met(value, measure, target.value, "target"), "Met")
    room = abs(target.value) * rule.percent / 100
    least = target.value + room if measure.direction is Direction.LOWER else target.value - room
    missed, share = _missed(value, measure, target.value, "target"), f"{rule.percent.normalize():f}%"
    edge = f"{share} from the target is {show_apart(least, value, measure.unit)[0]}."
    if reaches(value, least, measure.direction):
        return _rated(Outcome.AMBER, f"{missed} {edge}", f"Missed within {share}")
    return _rated(Outcome.RED, f"{missed} {edge}", "Missed")


def in_bands(rule: Bands, value: Decimal, measure: Measure) -> Rating:
    """The colour of the one band that a figure belongs to; not rated where it is beyond them all."""
    band, shown = rule.band_of(value), show_figure(value, measure.unit)
    if band is None:
        return Rating(Outcome.NOT_RATED, "Not rated", f"{shown} belongs to none of the bands.")
    held = band.shown(partial(show_figure, unit=measure.unit))
    return _rated(band.outcome, f"{shown} belongs to the band {held}.", band.word)


def check_measure(measure: Measure) -> None:
    """Make sure that a measure's rule can rate whatever figure its unit allows.

    Raises:
        Refusal: words are to be rated, a target is to be met in no direction, a floor is better than its target, or a
            figure that may come belongs to no band; the sentence says which.
    """
    is_rate = bool(measure.numerator and measure.denominator)
    if measure.months is Months.SUM and measure.unit is MeasureUnit.PERCENT and not is_rate:
        raise Refusal(
            f"“{measure.name}” is a percentage, and percentages of months are not added up. Choose its last month, or "
            "name the measures it is divided from: then their months are added up."
        )
    if isinstance(measure.rule, DataOnly):
        return
    if measure.unit is MeasureUnit.WORDS:
        raise Refusal(f"“{measure.name}” is reported in words, which cannot be rated. Choose data only.")
    if isinstance(measure.rule, Bands):
        _check_bands(measure.rule, measure)
        return
    if measure.direction is Direction.NONE:
        raise Refusal(f"“{measure.name}” has a target. Choose whether higher or lower is better.")
    for target in measure.targets:
        check_target(target, measure.direction, partial(show_figure, unit=measure.unit))


def _check_bands(rule: Bands, measure: Measure) -> None:
    lowest = None if measure.unit in (MeasureUnit.POUNDS, MeasureUnit.DECIMAL) else Decimal(0)
    highest = Decimal(100) if measure.unit is MeasureUnit.PERCENT else None
    if wrong := uncovered(rule, lowest, highest):
        raise Refusal(f"“{measure.name}”: {wrong}")


def _against_target(measure: Measure, value: Decimal, target: Target | None, period: ReturnPeriod) -> Rating:
    if target is None:
        return Rating(Outcome.NO_TARGET, "No target", f"No target is set for {period.label}.")
    if measure.direction is Direction.NONE:
        return Rating(Outcome.NOT_RATED, "Not rated", "The measure does not say whether higher or lower is better.")
    match measure.rule:
        case WithinPercent():
            return within_percent(measure.rule, value, measure, target)
        case TargetAndFloor():
            return by_target_and_floor(value, measure, target)
    raise AssertionError(measure.rule)


def _rated(outcome: Outcome, reason: str, word: str = "") -> Rating:
    return Rating(outcome, word or outcome.value.capitalize(), reason)


def _met(value: Decimal, measure: Measure, aim: Decimal, what: str) -> str:
    shown, wanted = show_apart(value, aim, measure.unit)
    return f"{shown} reaches the {what} of {wanted}."


def _missed(value: Decimal, measure: Measure, aim: Decimal, what: str) -> str:
    shown, wanted = show_apart(value, aim, measure.unit)
    return f"{shown} is {_MISSED[measure.direction]} the {what} of {wanted}."
