"""Measures and figures that the tests of ratings and scorecards share."""

from datetime import date
from decimal import Decimal

from db.rules.figure import Figure, Presence
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading, quarter_of
from db.rules.rating_rules import DATA_ONLY, RatingRule, TargetAndFloor
from db.rules.targets import Direction, Target

Q3 = quarter_of(date(2025, 10, 1))
FROM = date(2025, 4, 1)
NINETY = Target(FROM, Decimal(90), Decimal(75))


def measure(
    rule: RatingRule = DATA_ONLY,
    direction: Direction = Direction.HIGHER,
    *targets: Target,
    unit: MeasureUnit = MeasureUnit.PERCENT,
    name: str = "Answered in two days",
) -> Measure:
    """A measure with a rule, a direction and targets."""
    return Measure(MeasureId(name), name, unit, direction, targets=targets, rule=rule)


def answered(target: Target = NINETY, direction: Direction = Direction.HIGHER) -> Measure:
    """A measure rated by target and floor."""
    return measure(TargetAndFloor(), direction, target)


def reading(value: str | None, name: str = "Answered in two days", unit: MeasureUnit = MeasureUnit.PERCENT) -> Reading:
    """A reading of a number; None is a blank."""
    return Reading(name, unit, None if value is None else Decimal(value), "Return", "C10")


def known(value: str | int) -> Figure:
    """A figure that was returned."""
    return Figure(Decimal(value), Presence.KNOWN)
