"""Figures as returned and as worked out again; what is not known is not counted."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.figure import NOT_RETURNED, Figure, Presence, average, figure_in, total
from db.rules.monitoring import FigureState, MeasureUnit, Reading
from db.rules.outcome import Outcome
from db.rules.rating import rate_figure
from db.rules.shown_figures import show_apart, show_difference, show_figure
from db.rules.targets import Target
from tests.rules.measures import FROM, Q3, answered, known, measure, reading

RATE = replace(answered(), numerator="Answered", denominator="Asked")
COUNT, POUNDS, PERCENT = MeasureUnit.COUNT, MeasureUnit.POUNDS, MeasureUnit.PERCENT
DECIMAL = MeasureUnit.DECIMAL


def returned(stated: str | None, numerator: str | None, denominator: str | None) -> tuple[Reading, ...]:
    """The readings of a rate and of what it is divided from."""
    return (reading(stated), reading(numerator, "Answered", COUNT), reading(denominator, "Asked", COUNT))


@pytest.mark.parametrize("stated", ["91.7", "91.67", "92", "91.6666666666667", None])
def test_a_rate_stated_to_the_rounding_it_shows_agrees(stated: str | None) -> None:
    figure = figure_in(RATE, returned(stated, "11", "12"))
    assert figure.mismatch == ""
    assert figure.show(PERCENT) == "91.7%"
    assert figure.working == "Answered (11) divided by Asked (12)."


@pytest.mark.parametrize(("stated", "gives"), [("91.6", "91.7"), ("91", "92"), ("91.66", "91.67"), ("85", "92")])
def test_a_rate_beyond_the_rounding_it_shows_is_flagged(stated: str, gives: str) -> None:
    figure = figure_in(RATE, returned(stated, "11", "12"))
    assert figure.mismatch == f"The provider states {stated}%, but its own figures give {gives}%."
    assert figure.show(PERCENT) == "91.7%"


@pytest.mark.parametrize(("stated", "agrees"), [("12", True), ("13", True), ("12.5", True), ("12.4", False)])
def test_half_of_the_last_place_shown_is_rounding_up_or_down(stated: str, agrees: bool) -> None:
    assert (figure_in(RATE, returned(stated, "1", "8")).mismatch == "") is agrees


def test_a_rate_of_no_cases_is_neither_nought_nor_an_error() -> None:
    figure = figure_in(RATE, returned("0", "0", "0"))
    assert (figure.value, figure.show(PERCENT)) == (None, "No cases")


def test_a_rate_that_cannot_be_worked_out_stands_as_stated_and_says_so() -> None:
    figure = figure_in(RATE, returned("88", None, "12"))
    assert figure.value == 88
    assert "was not checked" in figure.working
    assert figure_in(RATE, returned(None, None, "12")) == NOT_RETURNED


def test_a_rate_with_a_part_kept_back_is_suppressed() -> None:
    stated, numerator, denominator = returned(None, None, "12")
    kept_back = replace(numerator, state=FigureState.SUPPRESSED)
    assert figure_in(RATE, (stated, kept_back, denominator)).presence is Presence.SUPPRESSED


def test_a_cost_a_head_is_worked_out_in_pence() -> None:
    cost = replace(measure(unit=POUNDS, name="Cost"), numerator="Answered", denominator="Asked")
    figure = figure_in(cost, (reading("5000", "Cost", POUNDS), *returned(None, "100000", "16")[1:]))
    assert figure.show(POUNDS) == "£62.50"
    assert figure.mismatch == "The provider states £50, but its own figures give £62.50."


def test_a_blank_is_left_out_of_an_average_and_nought_is_not() -> None:
    assert average([known(80), NOT_RETURNED, known(90)]).value == 85
    assert average([known(80), known(0), known(90)]).show(PERCENT) == "56.7%"
    assert average([known(80), NOT_RETURNED, Figure(presence=Presence.SUPPRESSED)]).working == "The average of 1 of 3."
    assert average([NOT_RETURNED]) == total([]) == NOT_RETURNED
    assert total([known(3), NOT_RETURNED, known(0)]).value == 3


@given(st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_rate_that_is_exactly_its_target_is_green(denominator: int, hundredths: int) -> None:
    target = Decimal(hundredths) / 100
    numerator, asked = denominator * hundredths, denominator * 10_000
    exact = replace(RATE, targets=(Target(FROM, target),))
    figure = figure_in(exact, returned(None, str(numerator), str(asked)))
    assert figure.value == target
    assert rate_figure(exact, figure, Q3).outcome is Outcome.GREEN
    below = figure_in(exact, returned(None, str(numerator - 1), str(asked)))
    assert rate_figure(exact, below, Q3).outcome is Outcome.RED


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [("1234", COUNT, "1,234"), ("12.25", COUNT, "12.3"), ("84882900", POUNDS, "£848,829"), ("91.65", PERCENT, "91.7%"),
     ("90", PERCENT, "90.0%"), ("4.25", DECIMAL, "4.25"), ("4.50", DECIMAL, "4.5"),
     ("-1200", DECIMAL, "-1,200"), ("3.14159", DECIMAL, "3.14"),
     ("-0.04", PERCENT, "0.0%"), ("1050.5", POUNDS, "£10.51")],
)  # fmt: skip
def test_a_figure_is_shown_in_one_way_for_its_unit(value: str, unit: MeasureUnit, shown: str) -> None:
    assert show_figure(Decimal(value), unit) == shown


def test_words_are_shown_as_they_are_and_differences_without_a_sign() -> None:
    assert show_figure("All well", MeasureUnit.WORDS) == "All well"
    assert show_difference(Decimal("-1"), PERCENT) == "1.0 percentage point"
    assert show_difference(Decimal("-120000"), POUNDS) == "£1,200"
    assert show_apart(Decimal("100"), Decimal("100.4"), POUNDS) == ("£1", "£1.0040")
