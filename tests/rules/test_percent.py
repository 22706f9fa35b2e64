"""Percentages to the penny, and changes as they are printed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.money import Pence, parse_pounds, show_pounds
from db.rules.percent import change, percentage_of, share, show_percent, with_vat
from db.rules.refusal import Refusal

amounts = st.integers(-(10**12), 10**12).map(Pence)


def test_two_fifths_of_the_councils_part_a_come_out_to_the_penny() -> None:
    part = percentage_of(parse_pounds("£848,829"), 40)
    assert (part, show_pounds(part)) == (33_953_160, "£339,531.60")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("£0.99million", "£0.42million", "-57.6%"),
        ("£0.66million", "£0.28million", "-57.6%"),
        ("£1.24million", "£0.52million", "-58.1%"),
        ("£0.98million", "£0.41million", "-58.2%"),
        ("£3.87million", "£1.63million", "-57.9%"),
    ],
)
def test_the_wellbeing_variation_reduces_each_row_as_printed(before: str, after: str, shown: str) -> None:
    assert show_percent(change(parse_pounds(before), parse_pounds(after))) == shown


@pytest.mark.parametrize(
    ("of_one", "shown"),
    [
        (Fraction(1, 2000), "0.1%"),
        (Fraction(-1, 2000), "-0.1%"),
        (Fraction(-1, 2001), "0.0%"),
        (Fraction(3, 2), "150.0%"),
    ],
)
def test_half_of_a_tenth_of_a_per_cent_is_rounded_away_from_nothing(of_one: Fraction, shown: str) -> None:
    assert show_percent(of_one) == shown


@pytest.mark.parametrize(("amount", "part"), [(50, 1), (-50, -1), (49, 0), (150, 2), (250, 3)])
def test_half_a_penny_is_rounded_up_and_never_to_the_even_penny(amount: int, part: int) -> None:
    assert percentage_of(Pence(amount), 1) == part


@given(amounts, st.integers(0, 100))
def test_a_percentage_is_never_more_than_half_a_penny_out(amount: Pence, percent: int) -> None:
    assert abs(percentage_of(amount, percent) - Fraction(amount * percent, 100)) <= Fraction(1, 2)


@given(amounts)
def test_the_whole_is_a_hundred_per_cent_and_nothing_is_none(amount: Pence) -> None:
    assert (percentage_of(amount, 100), percentage_of(amount, 0)) == (amount, 0)
    assert percentage_of(amount, Decimal("12.5")) == percentage_of(amount, Fraction(25, 2))


def test_thresholds_are_held_against_values_with_vat() -> None:
    assert with_vat(parse_pounds("£560,000")) == parse_pounds("£672,000")
    assert with_vat(parse_pounds("£205,000")) == parse_pounds("£246,000")


@pytest.mark.parametrize("whole", [0, -1])
def test_there_is_no_percentage_of_nothing(whole: int) -> None:
    with pytest.raises(Refusal, match="original value"):
        share(Pence(1), Pence(whole))
