"""Bands rate every figure once; a gap and an overlap are refused by their place."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.monitoring import MeasureUnit
from db.rules.outcome import COLOURS, Outcome
from db.rules.rating import rate
from db.rules.rating_bands import Band, Bands
from db.rules.refusal import Refusal
from tests.rules.measures import Q3, measure, reading

GREEN, AMBER, RED = COLOURS


def band(low: str | None, high: str | None, outcome: Outcome, *, ends: str = "[)", word: str = "") -> Band:
    """A band with its ends as mathematicians write them: [ and ] take the end in."""
    lowest, highest = (None if each is None else Decimal(each) for each in (low, high))
    return Band(lowest, highest, outcome, ends[0] == "[", ends[1] == "]", word)


SOUND = Bands((band("0", "75", RED), band("75", "90", AMBER), band("90", "100", GREEN, ends="[]")))


@pytest.mark.parametrize(
    ("figure", "outcome"),
    [("0", RED), ("74.99", RED), ("75", AMBER), ("89.99", AMBER), ("90", GREEN), ("100", GREEN)],
)
def test_a_figure_on_a_boundary_belongs_to_the_band_that_takes_it_in(figure: str, outcome: Outcome) -> None:
    assert rate(measure(SOUND), reading(figure), Q3).outcome is outcome


def test_the_reason_names_the_band_and_the_contracts_own_word_is_kept() -> None:
    assert rate(measure(SOUND), reading("75"), Q3).reason == "75.0% belongs to the band 75.0% to below 90.0%."
    costs = measure(Bands((band("0", "20000", GREEN), band("20000", None, RED))), unit=MeasureUnit.POUNDS)
    assert rate(costs, reading("19999"), Q3).reason == "£199.99 belongs to the band £0 to below £200."
    named = Bands((band(None, None, RED, word="Poor"),))
    assert rate(measure(named), reading("75"), Q3).word == "Poor"


def test_a_figure_beyond_all_bands_is_not_rated() -> None:
    assert rate(measure(SOUND), reading("100.01"), Q3).outcome is Outcome.NOT_RATED


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ((band("75", "90", AMBER, ends="[]"), band("90", "100", GREEN, ends="[]")), "90 belongs to two bands"),
        ((band("75", "90", AMBER), band("90", "100", GREEN, ends="(]")), "90 belongs to no band"),
        ((band("75", "89", AMBER, ends="[]"), band("90", "100", GREEN)), "between 89 and 90 .* such as 89.5"),
        ((band("75", "92", AMBER), band("90", "100", GREEN)), "overlap: 90 belongs to two bands"),
        ((band(None, None, AMBER), band("90", None, GREEN)), "overlap: 90 belongs to two bands"),
        ((band("90", "100", GREEN), band("75", "90", AMBER)), "lowest figures to the highest"),
        ((band("90", "75", GREEN),), "holds no figure"),
        ((band("90", "90", GREEN),), "holds no figure"),
        ((band("0", "1", Outcome.SUPPRESSED),), "cannot be suppressed"),
        ((), "at least one band"),
    ],
)
def test_bands_with_a_gap_or_an_overlap_are_refused_by_the_boundary(bands: tuple[Band, ...], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        Bands(bands)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (band("75", "90", RED), "75 to below 90"), (band("75", "90", RED, ends="(]"), "above 75 to 90"),
        (band(None, "75", RED), "below 75"), (band(None, "75", RED, ends="[]"), "75 or less"),
        (band("90", None, RED), "90 or more"), (band("90", None, RED, ends="()"), "above 90"),
        (band(None, None, RED), "any figure"),
    ],
)  # fmt: skip
def test_a_band_says_which_figures_it_holds(one: Band, said: str) -> None:
    assert str(one) == said


EDGES = st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=6, unique=True).map(sorted)


@given(EDGES, st.lists(st.booleans(), min_size=6, max_size=6), st.decimals(-1100, 1100, places=3))
def test_bands_without_gap_or_overlap_rate_every_figure_exactly_once(
    edges: list[Decimal], lower_holds: list[bool], figure: Decimal
) -> None:
    holds = [False, *lower_holds[: len(edges)]]
    ends = list(zip([None, *edges], [*edges, None], holds, [*holds[1:], False], strict=True))
    bands = Bands(tuple(Band(low, high, GREEN, not before, after) for low, high, before, after in ends))
    for value in (figure, *edges):
        assert sum(value in each for each in bands.bands) == 1
        assert bands.band_of(value) is not None


@given(EDGES.filter(lambda edges: len(edges) > 1))
def test_bands_that_both_hold_their_boundary_are_always_refused(edges: list[Decimal]) -> None:
    both = tuple(Band(low, high, RED, high_included=True) for low, high in pairwise([*edges, edges[-1] + 1]))
    with pytest.raises(Refusal, match="belongs to two bands"):
        Bands(both)
