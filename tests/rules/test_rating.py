"""Ratings at their boundaries, each rule as a fact."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.figure import Figure, Presence
from db.rules.monitoring import FigureState, MeasureUnit, quarter_of
from db.rules.outcome import COLOURS, Outcome
from db.rules.rating import check_measure, rate, rate_figure
from db.rules.rating_bands import Band, Bands
from db.rules.rating_rules import WithinPercent
from db.rules.refusal import Refusal
from db.rules.targets import Direction, Target, target_on
from tests.rules.measures import FROM, NINETY, Q3, answered, known, measure, reading

GREEN, AMBER, RED = COLOURS
FEWER = Target(FROM, Decimal(10), Decimal(25))
LOWEST, HIGHEST = Decimal(0), Decimal(1000)
DECIMALS = st.decimals(LOWEST, HIGHEST, places=4)


@pytest.mark.parametrize(
    ("figure", "outcome"),
    [("100", GREEN), ("90.01", GREEN), ("90", GREEN), ("90.00", GREEN), ("89.99", AMBER), ("75.01", AMBER),
     ("75", AMBER), ("74.99", RED), ("0", RED)],
)  # fmt: skip
def test_the_target_is_green_the_floor_is_amber_and_a_hundredth_below_each_is_not(
    figure: str, outcome: Outcome
) -> None:
    assert rate(answered(), reading(figure), Q3).outcome is outcome


@pytest.mark.parametrize(
    ("figure", "outcome"),
    [("0", GREEN), ("10", GREEN), ("10.01", AMBER), ("25", AMBER), ("25.01", RED)],
)
def test_where_lower_is_better_the_same_rule_runs_the_other_way(figure: str, outcome: Outcome) -> None:
    assert rate(answered(FEWER, Direction.LOWER), reading(figure), Q3).outcome is outcome


def test_the_reason_shows_enough_decimal_places_to_see_the_difference() -> None:
    assert rate(answered(), reading("89.96"), Q3).reason == (
        "89.96% is below the target of 90.00% but reaches the floor of 75.0%."
    )
    assert rate(answered(), reading("74.99999"), Q3).reason == "74.99999% is below the floor of 75.00000%."
    assert rate(answered(), reading("90"), Q3).reason == "90.0% reaches the target of 90.0%."


def test_a_rating_says_its_word_and_names_its_tone() -> None:
    said = [(rate(answered(), reading(each), Q3).word, rate(answered(), reading(each), Q3).tone)
            for each in ("95", "80", "10")]  # fmt: skip
    assert said == [("Green", "done"), ("Amber", "soon"), ("Red", "overdue")]


def test_without_a_floor_there_is_no_amber() -> None:
    bare = answered(Target(FROM, Decimal(90)))
    assert rate(bare, reading("89.99"), Q3).outcome is RED
    assert rate(bare, reading("89.99"), Q3).reason.endswith("No floor is set.")


@pytest.mark.parametrize(
    ("figure", "word"),
    [("200", "Met"), ("199.99", "Missed within 10%"), ("180", "Missed within 10%"), ("179.99", "Missed")],
)
def test_within_ten_per_cent_of_the_target_takes_in_exactly_ten_per_cent(figure: str, word: str) -> None:
    people = measure(WithinPercent(), Direction.HIGHER, Target(FROM, Decimal(200)), unit=MeasureUnit.COUNT)
    assert rate(people, reading(figure), Q3).word == word


@pytest.mark.parametrize(("figure", "outcome"), [("20", GREEN), ("20.01", AMBER), ("22", AMBER), ("22.01", RED)])
def test_within_ten_per_cent_lies_above_the_target_where_lower_is_better(figure: str, outcome: Outcome) -> None:
    waits = measure(WithinPercent(), Direction.LOWER, Target(FROM, Decimal(20)), unit=MeasureUnit.COUNT)
    assert rate(waits, reading(figure), Q3).outcome is outcome


@pytest.mark.parametrize("percent", ["0", "100", "-1"])
def test_a_target_missed_by_nothing_or_by_all_of_it_is_no_rule(percent: str) -> None:
    with pytest.raises(Refusal, match="more than 0% and less than 100%"):
        WithinPercent(Decimal(percent))


def test_a_measure_for_data_only_is_never_coloured() -> None:
    assert rate(measure(), reading("0"), Q3).outcome is Outcome.DATA_ONLY
    assert rate(measure(), reading("0"), Q3).tone == "neutral"


@pytest.mark.parametrize("given", [None, reading(None)])
def test_a_blank_is_not_returned_and_nought_is_red(given: object) -> None:
    rating = rate(answered(), given, Q3)  # type: ignore[arg-type]
    assert (rating.outcome, rating.word) == (Outcome.NOT_RETURNED, "Not returned")
    assert rate(answered(), reading("0"), Q3).outcome is RED


def test_a_figure_kept_back_is_suppressed_and_neither_blank_nor_rated() -> None:
    kept_back = replace(reading(None), state=FigureState.SUPPRESSED)
    assert rate(answered(), kept_back, Q3).word == "Suppressed"


def test_words_and_a_share_of_no_cases_are_not_rated() -> None:
    assert rate(replace(answered(), unit=MeasureUnit.WORDS), reading("1"), Q3).word == "Words"
    assert rate_figure(answered(), Figure(presence=Presence.NO_CASES), Q3).outcome is Outcome.NOT_RATED


def test_a_target_holds_from_its_first_day_until_the_next_begins() -> None:
    raised = replace(answered(), targets=(NINETY, Target(date(2026, 1, 1), Decimal(95), Decimal(90))))
    quarters = [quarter_of(day) for day in (date(2025, 3, 1), date(2025, 4, 1), date(2025, 12, 31), date(2026, 1, 1))]
    assert [rate(raised, reading("90"), quarter).word for quarter in quarters] == [
        "No target", "Green", "Green", "Amber",
    ]  # fmt: skip
    assert target_on((), FROM) is None


def test_a_target_without_a_direction_rates_nothing_and_is_refused() -> None:
    aimless = answered(direction=Direction.NONE)
    assert rate(aimless, reading("1"), Q3).outcome is Outcome.NOT_RATED
    with pytest.raises(Refusal, match="higher or lower is better"):
        check_measure(aimless)


def test_a_floor_better_than_its_target_is_refused_and_one_equal_to_it_is_not() -> None:
    check_measure(answered(Target(FROM, Decimal(90), Decimal(90))))
    with pytest.raises(Refusal, match=r"floor, 91.0%, is better than the target, 90.0%.*below the target"):
        check_measure(answered(Target(FROM, Decimal(90), Decimal(91))))
    with pytest.raises(Refusal, match="above the target"):
        check_measure(answered(NINETY, Direction.LOWER))


def test_words_cannot_be_rated() -> None:
    with pytest.raises(Refusal, match="data only"):
        check_measure(replace(answered(), unit=MeasureUnit.WORDS))


def test_bands_must_hold_every_figure_the_unit_allows() -> None:
    upper = Bands((Band(Decimal(75), Decimal(100), GREEN, high_included=True),))
    with pytest.raises(Refusal, match="0 belongs to no band"):
        check_measure(measure(upper))
    short = Bands((Band(Decimal(0), Decimal(100), GREEN),))
    with pytest.raises(Refusal, match="100 belongs to no band"):
        check_measure(measure(short))
    check_measure(measure(Bands((Band(Decimal(0), Decimal(100), GREEN, high_included=True),))))
    with pytest.raises(Refusal, match="Figures above 100 belong"):
        check_measure(measure(short, unit=MeasureUnit.COUNT))
    with pytest.raises(Refusal, match="Figures below 0 belong"):
        check_measure(measure(short, unit=MeasureUnit.POUNDS))


@given(DECIMALS, DECIMALS, DECIMALS)
def test_the_worse_direction_is_the_better_one_in_a_mirror(value: Decimal, one: Decimal, other: Decimal) -> None:
    target, floor = max(one, other), min(one, other)
    higher = rate_figure(answered(Target(FROM, target, floor)), known(str(value)), Q3)
    lower = rate_figure(answered(Target(FROM, -target, -floor), Direction.LOWER), known(str(-value)), Q3)
    assert higher.outcome is lower.outcome


@given(DECIMALS, DECIMALS, DECIMALS, DECIMALS)
def test_a_better_figure_is_never_rated_worse(one: Decimal, other: Decimal, target: Decimal, floor: Decimal) -> None:
    rule = answered(Target(FROM, max(target, floor), min(target, floor)))
    worse, better = (rate_figure(rule, known(str(each)), Q3).outcome for each in sorted((one, other)))
    assert COLOURS.index(better) <= COLOURS.index(worse)
