"""Direction of travel: never an arrow from a blank, and no quarter passed over."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.figure import NOT_RETURNED, Figure, Presence
from db.rules.monitoring import MeasureUnit, quarter_before, same_quarter_last_year
from db.rules.targets import Direction
from db.rules.trend import Course, Sense, trend, trends
from tests.rules.measures import Q3, known, measure

LAST, LAST_YEAR = quarter_before(Q3), same_quarter_last_year(Q3)


@pytest.mark.parametrize(
    ("direction", "now", "words"),
    [
        (Direction.HIGHER, 91, "Up, better"), (Direction.HIGHER, 89, "Down, worse"), (Direction.HIGHER, 90, "Level"),
        (Direction.LOWER, 91, "Up, worse"), (Direction.LOWER, 89, "Down, better"), (Direction.LOWER, 90, "Level"),
        (Direction.NONE, 91, "Up"), (Direction.NONE, 89, "Down"), (Direction.NONE, 90, "Level"),
    ],
)  # fmt: skip
def test_up_is_better_or_worse_by_the_measures_direction(direction: Direction, now: int, words: str) -> None:
    assert trend(measure(direction=direction), known(now), known(90), LAST).words == words


def test_a_trend_names_the_quarter_and_both_figures() -> None:
    assert trend(measure(), known("92.5"), known(90), LAST).reason == (
        "Up 2.5 percentage points, from 90.0% in Quarter 2 2025-26 to 92.5%."
    )


@pytest.mark.parametrize("blank", [NOT_RETURNED, Figure(presence=Presence.SUPPRESSED)])
def test_there_is_never_an_arrow_from_or_to_a_blank(blank: Figure) -> None:
    for now, before in ((blank, known(90)), (known(90), blank), (blank, blank)):
        seen = trend(measure(), now, before, LAST)
        assert (seen.words, seen.arrow, seen.course) == ("N/A", "", Course.NONE)
        assert seen.reason.startswith("Nothing to compare: ")


def test_there_is_an_arrow_from_nought() -> None:
    assert trend(measure(), known(1), known(0), LAST).arrow == "↑"


def test_a_missing_quarter_is_not_passed_over_for_the_one_before_it() -> None:
    figures = {Q3: known(90), quarter_before(LAST): known(80), LAST_YEAR: known(95)}
    short, long = trends(measure(), figures, Q3)
    assert short.reason == "Nothing to compare: the figure for Quarter 2 2025-26 was not returned."
    assert (long.words, long.against.label) == ("Down, worse", "Quarter 3 2024-25")


def test_words_are_not_compared() -> None:
    assert trend(measure(unit=MeasureUnit.WORDS), known(1), known(0), LAST).words == "N/A"


@given(st.decimals(0, 100, places=3), st.decimals(0, 100, places=3))
def test_what_is_better_one_way_is_worse_the_other(now: Decimal, before: Decimal) -> None:
    senses = [trend(measure(direction=each), known(str(now)), known(str(before)), LAST).sense
              for each in (Direction.HIGHER, Direction.LOWER)]  # fmt: skip
    mirrored = {Sense.BETTER: Sense.WORSE, Sense.WORSE: Sense.BETTER, Sense.SAME: Sense.SAME}
    assert senses[1] is mirrored[senses[0]]
