"""Periods are read as providers write them."""

from datetime import date

import pytest

from db.returns.tables.periods import PeriodWords, days_of, in_date, left_open, period_words, within
from db.rules.dates import Period

Q1 = Period(date(2025, 4, 1), date(2025, 6, 30))
Q3 = Period(date(2025, 10, 1), date(2025, 12, 31))
Q4 = Period(date(2026, 1, 1), date(2026, 3, 31))
YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("Q1 2025/26", Q1),
        ("Q1 25/26", Q1),
        ("Q1_2526", Q1),
        ("Northfield_Q1_2025-26", Q1),
        ("2025-26 Quarter 1", Q1),
        ("Quarter one 2025/2026", Q1),
        ("1st quarter 2025-26", Q1),
        ("Apr-Jun 25", Q1),
        ("April – June 2025", Q1),
        ("April to June 2025 (Q1)", Q1),
        ("Quarter ended 30 June 2025", Q1),
        ("Quarter ending June 2025", Q1),
        ("01/04/2025 - 30/06/2025", Q1),
        ("Qtr 3 FY2025/26", Q3),
        ("3 months to 31 December 2025", Q3),
        ("Jan - Mar 2025/26", Q4),
        ("Jan-Mar 26", Q4),
        ("2025/26", YEAR),
        ("Annual target 2025/26", YEAR),
        ("H1 2025/26", Period(date(2025, 4, 1), date(2025, 9, 30))),
        ("Second half 2025/26", Period(date(2025, 10, 1), date(2026, 3, 31))),
        ("Dec 24 - Feb 25", Period(date(2024, 12, 1), date(2025, 2, 28))),
        ("Apr-25", Period(date(2025, 4, 1), date(2025, 4, 30))),
        ("2013/14", Period(date(2013, 4, 1), date(2014, 3, 31))),
    ],
)
def test_a_period_is_read_as_it_is_written(written: str, days: Period) -> None:
    assert days_of(period_words(written)) == days


@pytest.mark.parametrize("written", ["Q1", "Quarter 3", "Jan-Mar", "2025", "First half"])
def test_a_period_without_its_year_is_not_guessed(written: str) -> None:
    assert period_words(written).says_something
    assert days_of(period_words(written)) is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "SPI 1",
        "KPI 2 planned moves",
        "You may call",
        "Sheet 1",
        "marching on",
        "12/15",
        "31 March 2025",
        "Year to date",
    ],
)
def test_other_words_say_nothing_of_a_period(written: str) -> None:
    assert not period_words(written).says_something


def test_a_quarter_takes_its_year_from_what_stands_round_it() -> None:
    assert days_of(within(period_words("Q4"), period_words("Performance 2025/26"))) == Q4
    assert days_of(within(period_words("Jan-Mar"), period_words("2025/26"))) == Q4


def test_an_annual_target_does_not_take_the_quarter_round_it() -> None:
    assert days_of(within(period_words("Annual target"), period_words("Q1 2025/26"))) == YEAR


def test_a_heading_counts_before_what_stands_round_it() -> None:
    assert days_of(within(period_words("Q1 2025/26"), period_words("Q3 2024/25"))) == Q1


def test_the_last_day_of_a_quarter_is_that_quarter_and_another_day_its_month() -> None:
    assert days_of(in_date(date(2025, 6, 30))) == Q1
    assert days_of(in_date(date(2025, 4, 1))) == Period(date(2025, 4, 1), date(2025, 4, 30))


@pytest.mark.parametrize(
    ("now", "following"),
    [
        ("Q1 2025/26 return", "Q2 2025/26 return"),
        ("Return (Apr-Jun 2025)", "Return (Jul-Sep 2025)"),
        ("Completed 14/07/2025", "Completed 13/10/2025"),
        ("Qtr 1", "Qtr 2"),
        ("Q1 (Apr-Jun)", "Q4 (Jan-Mar)"),
    ],
)
def test_next_quarters_words_are_the_same_with_the_period_left_open(now: str, following: str) -> None:
    assert left_open(now) == left_open(following) != now


def test_words_without_a_period_stay_as_they_are() -> None:
    assert left_open("New referrals") == "New referrals"
    assert not PeriodWords().says_something
