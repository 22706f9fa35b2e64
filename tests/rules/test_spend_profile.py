"""Spend against profile, to the penny."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.money import Pence
from db.rules.monitoring import quarter_of
from db.rules.outcome import Outcome
from db.rules.refusal import Refusal
from db.rules.spend_profile import SpendProfile, Tolerance, even_profile, spend_to_date
from tests.rules.measures import Q3

YEAR = SpendProfile(2025, (Pence(100_00), Pence(100_00), Pence(200_00), Pence(100_00)))
Q1, Q2, Q4 = (quarter_of(date(2025, 4, 1)), quarter_of(date(2025, 7, 1)), quarter_of(date(2026, 1, 1)))


@given(st.integers(0, 10**12))
def test_a_year_in_four_quarters_adds_up_to_the_penny(annual: int) -> None:
    profile = even_profile(2025, Pence(annual))
    assert profile.total == annual
    assert max(profile.quarters) - min(profile.quarters) <= 1


def test_the_odd_pennies_go_to_the_first_quarters() -> None:
    assert even_profile(2025, Pence(10_03)).quarters == (251, 251, 251, 250)


def test_to_date_is_over_the_quarters_asked_with_variance_in_pounds_and_per_cent() -> None:
    spend = spend_to_date(YEAR, {Q1: Pence(90_00), Q2: Pence(105_00), Q3: Pence(225_00), Q4: Pence(1)}, Q3)
    assert [line.variance for line in spend.lines] == [-10_00, 5_00, 25_00, None]
    assert [line.share for line in spend.lines] == ["-10.0%", "+5.0%", "+12.5%", ""]
    assert (spend.to_date.profile, spend.to_date.actual, spend.to_date.variance) == (400_00, 420_00, 20_00)
    assert spend.rating.outcome is Outcome.GREEN
    assert spend.rating.reason == ("Spend to date is £20 (5.0%) above profile. Green is within 5%, amber within 10%.")


@pytest.mark.parametrize(
    ("actual", "outcome"),
    [(105_00, Outcome.GREEN), (105_01, Outcome.AMBER), (110_00, Outcome.AMBER), (110_01, Outcome.RED),
     (95_00, Outcome.GREEN), (94_99, Outcome.AMBER), (90_00, Outcome.AMBER), (89_99, Outcome.RED)],
)  # fmt: skip
def test_over_and_under_spend_are_rated_to_the_penny(actual: int, outcome: Outcome) -> None:
    assert spend_to_date(YEAR, {Q1: Pence(actual)}, Q1).rating.outcome is outcome


def test_the_tolerance_is_the_councils_own() -> None:
    strict = Tolerance(Decimal(0), Decimal("0.5"))
    assert spend_to_date(YEAR, {Q1: Pence(100_00)}, Q1, tolerance=strict).rating.outcome is Outcome.GREEN
    assert spend_to_date(YEAR, {Q1: Pence(100_01)}, Q1, tolerance=strict).rating.outcome is Outcome.AMBER
    with pytest.raises(Refusal, match="tolerance for green"):
        Tolerance(Decimal(5), Decimal(4))


def test_a_quarter_not_returned_is_named_and_never_nought() -> None:
    spend = spend_to_date(YEAR, {Q1: Pence(100_00), Q3: Pence(200_00)}, Q3)
    assert spend.missing == (Q2,)
    assert (spend.to_date.profile, spend.to_date.variance) == (300_00, 0)
    assert spend.rating.reason == "Spend to date is as profiled, £300."


def test_the_forecast_is_what_is_stated_or_the_rate_of_the_quarters_returned() -> None:
    spend = spend_to_date(YEAR, {Q1: Pence(100_00), Q2: Pence(100_01), Q3: Pence(100_01)}, Q3)
    assert (spend.forecast, spend.forecast_working) == (
        400_03, "At the rate of the 3 quarters returned: £300.02 ÷ 3 × 4.",
    )  # fmt: skip
    stated = spend_to_date(YEAR, {Q1: Pence(100_00)}, Q1, stated_forecast=Pence(450_00))
    assert (stated.forecast, stated.forecast_working) == (450_00, "As the provider states.")


def test_without_any_spend_returned_there_is_no_forecast_and_no_colour() -> None:
    spend = spend_to_date(YEAR, {}, Q2)
    assert (spend.forecast, spend.to_date.actual, spend.rating.outcome) == (None, None, Outcome.NOT_RETURNED)
    assert spend.missing == (Q1, Q2)


def test_spend_of_nought_is_red_and_not_a_blank() -> None:
    assert spend_to_date(YEAR, {Q1: Pence(0)}, Q1).rating.outcome is Outcome.RED


def test_a_quarter_of_another_year_is_refused() -> None:
    with pytest.raises(Refusal, match="not in 2025-26"):
        spend_to_date(YEAR, {}, quarter_of(date(2026, 4, 1)))
