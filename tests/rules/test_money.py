"""Money as officers, councils and their papers write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.money import (
    LARGEST,
    Pence,
    PenceRange,
    parse_pounds,
    parse_pounds_or_range,
    show_millions,
    show_pounds,
)
from db.rules.refusal import Refusal

AMOUNTS = [
    ("£848,829", 84_882_900),
    ("848,829", 84_882_900),
    ("848829", 84_882_900),
    ("848829.10", 84_882_910),
    ("£848829.1", 84_882_910),
    ("£ 848,829", 84_882_900),
    ("£\xa0848,829", 84_882_900),
    ("  £848,829\t", 84_882_900),
    ("£2,644,943.52", 264_494_352),
    ("£123,456,789.01", 12_345_678_901),
    ("£21,474,836.48", 2_147_483_648),
    ("£0.42million", 42_000_000),
    ("£0.99million", 99_000_000),
    ("£0.98milion", 98_000_000),
    ("£0.98 Million", 98_000_000),
    ("£1.24m", 124_000_000),
    ("£12.6M", 1_260_000_000),
    ("£75.3 million", 7_530_000_000),
    ("£3.45mn", 345_000_000),
    ("£3,431k", 343_100_000),
    ("£900K", 90_000_000),
    ("£12 thousand", 1_200_000),
    ("£1.5bn", 150_000_000_000),
    ("(1,200)", -120_000),
    ("(£1,200.50)", -120_050),
    ("( 1,200 )", -120_000),
    ("-£5", -500),
    ("£-5", -500),
    ("- 5", -500),
    ("\u2212£5", -500),
    ("£0", 0),
    ("0.01", 1),
    ("0.010", 1),
]

REFUSED = [
    ("", "Enter an amount"),
    ("   ", "Enter an amount"),
    ("£", "not an amount"),
    ("nil", "not an amount"),
    ("tbc", "not an amount"),
    ("NaN", "not an amount"),
    ("1e5", "not an amount"),
    ("£1,24", "not an amount"),
    ("£12,34,567", "not an amount"),
    ("£1.2.3", "not an amount"),
    ("1 200", "not an amount"),
    ("$100", "not an amount"),
    ("€100", "not an amount"),
    ("40%", "not an amount"),
    ("£5 a week", "not an amount"),
    ("=1+1", "not an amount"),
    ("£18,000 to £180,000", "not an amount"),
    ("c.£900k", "not exact"),
    ("circa £900,000", "not exact"),
    ("approx. £900,000", "not exact"),
    ("£1.234", "fraction of a penny"),
    ("£0.000000001m", "fraction of a penny"),
    ("-£-5", "more than one minus"),
    ("(-5)", "more than one minus"),
    ("£99999999999999", "larger than any contract"),
    ("£" + "9" * 400, "larger than any contract"),
]


@pytest.mark.parametrize(("written", "pence"), AMOUNTS)
def test_an_amount_is_read_to_the_penny(written: str, pence: int) -> None:
    assert parse_pounds(written) == pence


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_what_is_not_one_amount_is_refused_with_its_reason(written: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        parse_pounds(written)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("£18,000 to £180,000", 1_800_000, 18_000_000),
        ("18000 TO 180000", 1_800_000, 18_000_000),
        ("£18,000 – £180,000", 1_800_000, 18_000_000),
        ("£18,000—£180,000", 1_800_000, 18_000_000),
        ("£18,000-£180,000", 1_800_000, 18_000_000),
        ("£18k - 180k", 1_800_000, 18_000_000),
        ("£1.2m to £1.4m", 120_000_000, 140_000_000),
        ("£900,000 to £1.1 million", 90_000_000, 110_000_000),
        ("£5 to £5", 500, 500),
    ],
)
def test_two_amounts_are_read_as_a_range(written: str, low: int, high: int) -> None:
    assert parse_pounds_or_range(written) == PenceRange(Pence(low), Pence(high))


def test_one_amount_is_not_a_range() -> None:
    assert parse_pounds_or_range("-£5") == -500


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("£180,000 to £18,000", "lower amount first"),
        ("£1.2 to £1.4 million", "read in two ways"),
        ("£18,000 to", "not an amount"),
        ("to £18,000", "not an amount"),
        ("£1 to £2 to £3", "not an amount"),
    ],
)
def test_a_range_that_cannot_be_meant_is_refused(written: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        parse_pounds_or_range(written)


@pytest.mark.parametrize(
    ("pence", "shown"),
    [
        (530_156_500, "£5,301,565"),
        (84_882_910, "£848,829.10"),
        (1, "£0.01"),
        (0, "£0"),
        (-123_450, "-£1,234.50"),
        (-500, "-£5"),
        (12_345_678_901, "£123,456,789.01"),
    ],
)
def test_pence_are_shown_only_where_there_are_pence(pence: int, shown: str) -> None:
    assert show_pounds(Pence(pence)) == shown


@pytest.mark.parametrize(
    ("pence", "shown"),
    [
        (387_000_000, "£3.87m"),
        (387_499_999, "£3.87m"),
        (387_500_000, "£3.88m"),
        (0, "£0.00m"),
        (-163_000_000, "-£1.63m"),
    ],
)
def test_millions_are_shown_to_the_nearest_ten_thousand_pounds(pence: int, shown: str) -> None:
    assert show_millions(Pence(pence)) == shown


@given(st.integers(min_value=-LARGEST, max_value=LARGEST))
def test_what_is_shown_reads_back_as_the_same_amount(pence: int) -> None:
    assert parse_pounds(show_pounds(Pence(pence))) == pence


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_is_refused(text: str) -> None:
    try:
        found = parse_pounds(text)
    except Refusal:
        return
    assert isinstance(found, int)


@given(st.text(alphabet="0123456789£.,-–()mk to", max_size=24))
def test_a_range_that_is_read_has_its_lower_amount_first(text: str) -> None:
    try:
        found = parse_pounds_or_range(text)
    except Refusal:
        return
    assert isinstance(found, int) or found.low <= found.high
