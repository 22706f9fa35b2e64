"""A measure as officers write it, in words and figures, and what is wrong with it by its place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from db.rules.dates import show_day
from db.rules.money import Pence, parse_pounds, show_pounds
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, quarter_of
from db.rules.months import Months
from db.rules.outcome import Outcome
from db.rules.rating import check_measure
from db.rules.rating_bands import Band, Bands, problems
from db.rules.rating_rules import DATA_ONLY, DataOnly, RatingRule, TargetAndFloor, WithinPercent
from db.rules.refusal import Refusal
from db.rules.targets import Direction, Target
from db.rules.written_days import parse_day

_NEW = MeasureId("")


class RuleKind(StrEnum):
    """The ways in which a measure may be rated, as they are chosen."""

    TARGET = "target and floor"
    WITHIN = "within a percentage"
    BANDS = "bands"
    DATA_ONLY = "data only"


class Part(StrEnum):
    """The parts of a measure that something may be wrong with."""

    NAME = "name"
    DIRECTION = "direction"
    PERCENT = "percent"
    TARGETS = "targets"
    BANDS = "bands"
    PARTS = "parts"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class WrittenBand:
    """A band as written: where it begins (empty: no lowest), where it ends, whether that end counts, its colour."""

    low: str
    high: str
    takes_high_in: bool
    outcome: Outcome | None
    word: str = ""


@dataclass(frozen=True, slots=True)
class WrittenMeasure:
    """A measure as written. Targets are: from a day, the target, the floor."""

    name: str
    unit: MeasureUnit = MeasureUnit.COUNT
    direction: Direction = Direction.NONE
    rule: RuleKind = RuleKind.DATA_ONLY
    percent: str = "10"
    targets: tuple[tuple[str, str, str], ...] = ()
    bands: tuple[WrittenBand, ...] = ()
    numerator: str = ""
    denominator: str = ""
    months: Months = Months.NONE
    id: MeasureId = _NEW


Wrong = tuple[Part, str]


def write_measure(measure: Measure) -> WrittenMeasure:
    """A measure as an officer would write it."""
    rule, unit = measure.rule, measure.unit
    return WrittenMeasure(
        measure.name,
        unit,
        measure.direction,
        _kind(rule),
        f"{rule.percent.normalize():f}" if isinstance(rule, WithinPercent) else "10",
        tuple((show_day(each.starts_on), write_figure(each.value, unit), write_figure(each.floor, unit))
              for each in measure.targets),
        tuple(WrittenBand(write_figure(each.low, unit), write_figure(each.high, unit), each.high_included,
                          each.outcome, each.word) for each in rule.bands) if isinstance(rule, Bands) else (),
        measure.numerator,
        measure.denominator,
        measure.months,
        measure.id,
    )  # fmt: skip


def read_measure(written: WrittenMeasure) -> Measure:
    """The measure that is written.

    Raises:
        Refusal: something is wrong with it, as `wrong_in` says by its place.
    """
    if wrong := wrong_in(written):
        raise Refusal(" ".join(sentence for _, sentence in wrong))
    return _measure(written)


def wrong_in(written: WrittenMeasure) -> tuple[Wrong, ...]:
    """What keeps a measure from being followed, each with the part it is about."""
    found = tuple(_wrong_parts(written))
    if found:
        return found
    try:
        check_measure(_measure(written))
    except Refusal as refusal:
        return ((_about(written, str(refusal)), str(refusal)),)
    return ()


_EXAMPLES = {MeasureUnit.PERCENT: "92.5%", MeasureUnit.DECIMAL: "12.5"}


def parse_figure(text: str, unit: MeasureUnit) -> Decimal:
    """A figure in a unit: 1,200 · 92.5% · £12,000 (in pence).

    Raises:
        Refusal: it is none.
    """
    if unit is MeasureUnit.POUNDS:
        return Decimal(parse_pounds(text))
    plain = text.replace(",", "").replace(" ", "")
    try:
        value = Decimal(plain.removesuffix("%") if unit is MeasureUnit.PERCENT else plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise Refusal(f"“{text}” is not a figure. Write it like {_EXAMPLES.get(unit, '1,200')}.")
    return value


def write_figure(value: Decimal | None, unit: MeasureUnit) -> str:
    """A figure as it is written, exactly; empty for none."""
    if value is None:
        return ""
    if unit is MeasureUnit.POUNDS:
        return show_pounds(Pence(int(value)))
    return f"{value:,f}%" if unit is MeasureUnit.PERCENT else f"{value:,f}"


def _wrong_parts(written: WrittenMeasure) -> Iterator[Wrong]:
    if not written.name.strip():
        yield Part.NAME, "Enter the measure’s name."
    if bool(written.numerator.strip()) != bool(written.denominator.strip()):
        yield Part.PARTS, "Name both what is divided and what it is divided by, or neither."
    if written.rule is RuleKind.WITHIN:
        yield from _refused(Part.PERCENT, lambda: WithinPercent(parse_figure(written.percent, MeasureUnit.PERCENT)))
    if written.rule is RuleKind.BANDS:
        yield from _wrong_bands(written)
    elif written.rule is not RuleKind.DATA_ONLY or written.targets:
        yield from _refused(Part.TARGETS, lambda: _targets(written))


def _wrong_bands(written: WrittenMeasure) -> Iterator[Wrong]:
    if any(each.outcome is None for each in written.bands):
        yield Part.BANDS, "Choose green, amber or red for each band."
        return
    yield from _refused(Part.BANDS, lambda: _bands(written))


def _refused(part: Part, attempt: Callable[[], object]) -> Iterator[Wrong]:
    try:
        attempt()
    except Refusal as refusal:
        yield part, str(refusal)


def _measure(written: WrittenMeasure) -> Measure:
    return Measure(
        written.id,
        written.name.strip(),
        written.unit,
        written.direction,
        written.numerator.strip(),
        written.denominator.strip(),
        () if written.rule is RuleKind.BANDS else _targets(written),
        _rule(written),
        written.months,
    )


def _rule(written: WrittenMeasure) -> RatingRule:
    match written.rule:
        case RuleKind.TARGET:
            return TargetAndFloor()
        case RuleKind.WITHIN:
            return WithinPercent(parse_figure(written.percent, MeasureUnit.PERCENT))
        case RuleKind.BANDS:
            return _bands(written)
        case RuleKind.DATA_ONLY:
            return DATA_ONLY


def _targets(written: WrittenMeasure) -> tuple[Target, ...]:
    """The targets, the oldest first; each begins with the quarter its day is in."""
    made = [_target(*each, written.unit) for each in written.targets]
    begun = [each.starts_on for each in made]
    if doubled := {day for day in begun if begun.count(day) > 1}:
        raise Refusal(f"Two targets begin in the quarter of {show_day(min(doubled))}. Keep one of them.")
    return tuple(sorted(made, key=_begins))


def _target(day: str, value: str, floor: str, unit: MeasureUnit) -> Target:
    if not day.strip():
        raise Refusal("Enter the day from which each target counts.")
    if not value.strip():
        raise Refusal("Enter each target’s figure.")
    begins = quarter_of(parse_day(day)).days.starts_on
    return Target(begins, parse_figure(value, unit), parse_figure(floor, unit) if floor.strip() else None)


def _begins(target: Target) -> date:
    return target.starts_on


def _bands(written: WrittenMeasure) -> Bands:
    """The bands; one begins with its lowest figure unless the band before takes that figure in."""
    made: list[Band] = []
    for each in written.bands:
        low, high = _end(each.low, written.unit), _end(each.high, written.unit)
        taken = bool(made) and made[-1].high_included and made[-1].high == low
        outcome = each.outcome or Outcome.NOT_RATED
        made.append(Band(low, high, outcome, not taken, each.takes_high_in and high is not None, each.word.strip()))
    if wrong := tuple(problems(tuple(made))):
        raise Refusal(" ".join(wrong))
    return Bands(tuple(made))


def _end(text: str, unit: MeasureUnit) -> Decimal | None:
    return parse_figure(text, unit) if text.strip() else None


def _kind(rule: RatingRule) -> RuleKind:
    match rule:
        case TargetAndFloor():
            return RuleKind.TARGET
        case WithinPercent():
            return RuleKind.WITHIN
        case Bands():
            return RuleKind.BANDS
        case DataOnly():
            return RuleKind.DATA_ONLY


def _about(written: WrittenMeasure, sentence: str) -> Part:
    """The part a refusal of the whole measure is about."""
    if "months" in sentence:
        return Part.MONTHS
    if written.rule is RuleKind.BANDS and "band" in sentence:
        return Part.BANDS
    return Part.DIRECTION if "Choose" in sentence else Part.TARGETS


def wrong_among(measures: Sequence[WrittenMeasure]) -> tuple[int, Part, str] | None:
    """What is wrong between measures: a name used twice, or one worked out from what is not there."""
    names = [each.name.strip().casefold() for each in measures]
    for at, each in enumerate(measures):
        if names.index(names[at]) < at:
            return at, Part.NAME, f"Two measures are called “{each.name}”. Give each a name of its own."
        for part in filter(None, (each.numerator.strip(), each.denominator.strip())):
            if part.casefold() not in names:
                return at, Part.PARTS, f"“{part}” is not among the measures. Add it, or choose another."
    return None
