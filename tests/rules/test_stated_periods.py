"""Lengths and days as prose states them: which belong together, and whether they agree."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dates import show_day, term_end
from db.rules.stated_periods import days_not_real, disagreement, months_without_day, stated_lengths, stated_periods


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("12 months, from 1 April 2024 to 31 March 2025", "12 months"),
        ("the second one-year option (1 April 2024 to 31 March 2025)", "one-year"),
        ("1 April 2024 – 31 March 2025 (12 months)", "12 months"),
        ("1 April 2024 to 31 March 2025, a period of one year", "one year"),
        ("a one-year and a two-year option (1 April 2024 to 31 March 2026)", "two-year"),
        ("two years ago. It ran from 1 April 2024 to 31 March 2025", None),
        ("for 12 months. From 1 April 2024 to 31 March 2025", None),
        ("three months’ notice, between 1 April 2024 and 31 March 2025", None),
        ("from 1 April 2024 to 31 March 2025", None),
    ],
)
def test_a_length_belongs_to_the_days_beside_it(text: str, length: str | None) -> None:
    [period] = stated_periods(text)
    assert (period.length.words if period.length else None) == length
    assert disagreement(period) == ""


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("1 April 2024", "31 March 2025"),
        ("1st April 2024", "31st March 2025"),
        ("01/04/2024", "31/03/2025"),
        ("1.4.2024", "31.3.2025"),
        ("April 1, 2024", "March 31, 2025"),
        ("1 Apr 2024", "31 Mar 2025"),
        ("1April 2024", "31March 2025"),
    ],
)
@pytest.mark.parametrize("joint", ["to", "until", "–", "-", "and", "up to and including"])
def test_days_are_read_as_officers_write_them(first: str, last: str, joint: str) -> None:
    [period] = stated_periods(f"It runs {first} {joint} {last}.")
    assert (period.starts_on, period.ends_on) == (date(2024, 4, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("words", "n"),
    [("12 months", 12), ("one year", 12), ("two single years", 24), ("a further month", 1), ("twenty-four months", 24)],
)
def test_lengths_are_read_in_words_and_figures(words: str, n: int) -> None:
    assert [each.n for each in stated_lengths(f"It runs for {words}.")] == [n]


def test_a_person_of_55_years_and_three_months_notice_state_no_length() -> None:
    assert stated_lengths("People 55 years old are given three months' notice.") == ()


def test_days_that_do_not_exist_and_months_without_a_day_are_told() -> None:
    assert days_not_real("from 31 April 2024 to 29/02/2023 and 29 February 2024") == ("31 April 2024", "29/02/2023")
    assert months_without_day("to March 2027 (12 months), to 31 March 2027 (12 months)") == ("March 2027 (12 months)",)


@given(st.dates(date(2001, 1, 1), date(2090, 12, 31)), st.integers(1, 60), st.integers(-3, 3))
def test_a_length_agrees_with_its_last_day_and_no_other(starts_on: date, months: int, off: int) -> None:
    ends_on = date.fromordinal(term_end(starts_on, months).toordinal() + off)
    [period] = stated_periods(f"for {months} months, from {show_day(starts_on)} to {show_day(ends_on)}")
    assert bool(disagreement(period)) is bool(off)


@given(st.text())
def test_no_text_stops_the_reading_of_periods(text: str) -> None:
    for period in stated_periods(text):
        disagreement(period)
    days_not_real(text)
    months_without_day(text)
