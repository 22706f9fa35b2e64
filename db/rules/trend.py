"""Direction of travel: against the quarter before and the same quarter a year before, and whether that is better."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.rules.figure import NOT_RETURNED, Figure, Presence
from db.rules.monitoring import Measure, MeasureUnit, ReturnPeriod, quarter_before, same_quarter_last_year
from db.rules.shown_figures import show_apart, show_difference
from db.rules.targets import Direction


class Course(StrEnum):
    """Which way a figure went."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    NONE = "N/A"


class Sense(StrEnum):
    """Whether that is good."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    NEITHER = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """Which way a figure went since an earlier quarter, and why as a sentence."""

    course: Course
    sense: Sense
    against: ReturnPeriod
    reason: str

    @property
    def words(self) -> str:
        """In a word or two: Up, better. Level. N/A."""
        course = self.course.value if self.course is Course.NONE else self.course.value.capitalize()
        return f"{course}, {self.sense}" if self.sense in (Sense.BETTER, Sense.WORSE) else course

    @property
    def arrow(self) -> str:
        """An arrow beside the words; none where there is nothing to compare."""
        return {Course.UP: "↑", Course.DOWN: "↓", Course.LEVEL: "→"}.get(self.course, "")


def trends(measure: Measure, figures: Mapping[ReturnPeriod, Figure], period: ReturnPeriod) -> tuple[Trend, Trend]:
    """The direction of travel against the quarter before, and against the same quarter last year.

    A quarter without a figure is never passed over for an earlier one: there is then nothing to compare.
    """
    short, long = (
        trend(measure, figures.get(period, NOT_RETURNED), figures.get(earlier, NOT_RETURNED), earlier)
        for earlier in (quarter_before(period), same_quarter_last_year(period))
    )
    return short, long


def trend(measure: Measure, now: Figure, before: Figure, against: ReturnPeriod) -> Trend:
    """The direction of travel from an earlier quarter's figure to this one's."""
    if measure.unit is MeasureUnit.WORDS:
        return Trend(Course.NONE, Sense.NEITHER, against, "Words are not compared.")
    if now.value is None:
        return Trend(Course.NONE, Sense.NEITHER, against, _missing("this quarter’s figure", now.presence))
    if before.value is None:
        return Trend(Course.NONE, Sense.NEITHER, against, _missing(f"the figure for {against.label}", before.presence))
    if now.value == before.value:
        return Trend(Course.LEVEL, Sense.SAME, against, f"The same as in {against.label}.")
    course = Course.UP if now.value > before.value else Course.DOWN
    here, there = show_apart(now.value, before.value, measure.unit)
    difference = show_difference(now.value - before.value, measure.unit)
    reason = f"{course.value.capitalize()} {difference}, from {there} in {against.label} to {here}."
    return Trend(course, sense_of(course, measure.direction), against, reason)


def sense_of(course: Course, direction: Direction) -> Sense:
    """Whether going up or down is better, for a direction."""
    if course is Course.LEVEL:
        return Sense.SAME
    if course is Course.NONE or direction is Direction.NONE:
        return Sense.NEITHER
    return Sense.BETTER if (course is Course.UP) == (direction is Direction.HIGHER) else Sense.WORSE


def _missing(what: str, presence: Presence) -> str:
    why = {
        Presence.NOT_RETURNED: "was not returned",
        Presence.SUPPRESSED: "was kept back because the number is small",
        Presence.NO_CASES: "is a share of no cases",
    }
    return f"Nothing to compare: {what} {why[presence]}."
