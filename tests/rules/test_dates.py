"""Periods, notice counted forwards and backwards, terms, and the council's year."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dates import (
    Period,
    Unit,
    financial_quarter,
    financial_year,
    financial_year_period,
    latest_service_max,
    latest_service_safe,
    next_period_start,
    period_end,
    quarter_period,
    show_day,
    show_length,
    show_short_day,
    term_end,
    year_of,
)
from db.rules.refusal import Refusal

ONE_DAY = timedelta(days=1)
days = st.dates(date(1990, 1, 1), date(2120, 12, 31))
months = st.integers(1, 60)
units = st.sampled_from(Unit)


@given(days, months, units)
def test_the_safe_day_of_service_is_never_after_the_latest_arguable_one(ends_on: date, n: int, unit: Unit) -> None:
    assert latest_service_safe(ends_on, n, unit) <= latest_service_max(ends_on, n, unit)


@given(days, months, units)
def test_notice_served_on_the_latest_arguable_day_still_ends_in_time(ends_on: date, n: int, unit: Unit) -> None:
    assert period_end(latest_service_max(ends_on, n, unit), n, unit) <= ends_on


@given(days, months, units)
def test_notice_served_a_day_after_the_latest_arguable_day_is_too_late(ends_on: date, n: int, unit: Unit) -> None:
    assert period_end(latest_service_max(ends_on, n, unit) + ONE_DAY, n, unit) > ends_on


@given(days, months, units)
def test_the_later_notice_is_served_the_later_it_ends(day: date, n: int, unit: Unit) -> None:
    assert period_end(day, n, unit) <= period_end(day + ONE_DAY, n, unit)


@given(days, months)
def test_months_after_a_day_end_on_its_number_or_on_the_months_last_day(day: date, n: int) -> None:
    end = period_end(day, n)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == n
    assert end.day == min(day.day, monthrange(end.year, end.month)[1])


def test_three_months_notice_has_two_answers_on_four_last_days_a_year() -> None:
    year = [date(2025, 1, 1) + timedelta(days=n) for n in range(365)]
    differ = [day for day in year if latest_service_safe(day, 3) != latest_service_max(day, 3)]
    assert differ == [date(2025, 2, 28), date(2025, 4, 30), date(2025, 6, 30), date(2025, 11, 30)]


def test_the_end_of_a_month_does_not_stick() -> None:
    assert period_end(date(2025, 2, 28), 3) == date(2025, 5, 28)


@given(days, months)
def test_a_term_and_the_next_leave_no_gap_and_no_overlap(starts_on: date, n: int) -> None:
    first = Period(starts_on, term_end(starts_on, n))
    second_start = next_period_start(first.ends_on)
    assert second_start not in first
    assert second_start - ONE_DAY in first


@given(st.integers(1990, 2100), st.integers(1, 12), st.lists(st.integers(1, 60), min_size=2, max_size=6))
def test_terms_from_a_first_of_the_month_chain_to_the_same_day_as_one_long_term(
    year: int, month: int, lengths: list[int]
) -> None:
    starts_on = date(year, month, 1)
    ends_on = starts_on - ONE_DAY
    for n in lengths:
        ends_on = term_end(next_period_start(ends_on), n)
    assert ends_on == term_end(starts_on, sum(lengths))


@given(days, st.integers(1, 500))
def test_a_term_of_days_has_that_many_days(starts_on: date, n: int) -> None:
    assert (term_end(starts_on, n, Unit.DAYS) - starts_on).days + 1 == n


@pytest.mark.parametrize("n", [0, -1])
def test_a_term_of_no_length_is_refused(n: int) -> None:
    with pytest.raises(Refusal, match="at least one month"):
        term_end(date(2025, 4, 1), n)


@pytest.mark.parametrize("n", [12 * 9_000, -12 * 3_000, 10**12])
def test_a_day_outside_the_calendar_is_refused(n: int) -> None:
    with pytest.raises(Refusal, match="outside the calendar"):
        period_end(date(2025, 4, 1), n)


def test_a_period_that_ends_before_it_starts_is_refused_with_both_days() -> None:
    with pytest.raises(Refusal, match=r"31 March 2025.*1 April 2025"):
        Period(date(2025, 4, 1), date(2025, 3, 31))


def test_the_first_and_the_last_day_of_a_period_are_in_it() -> None:
    period = Period(date(2024, 4, 1), date(2025, 3, 31))
    assert period.starts_on in period
    assert period.ends_on in period
    assert period.starts_on - ONE_DAY not in period
    assert period.ends_on + ONE_DAY not in period
    assert str(period) == "1 April 2024 to 31 March 2025"


@given(days)
def test_every_day_is_in_its_financial_year_and_quarter(day: date) -> None:
    year = financial_year_period(year_of(day))
    quarter = quarter_period(day)
    assert day in year
    assert day in quarter
    assert quarter.starts_on in year
    assert quarter.ends_on in year
    assert financial_quarter(day) == 1 + (quarter.starts_on.month - 4) % 12 // 3
    assert financial_year(day) == financial_year(year.starts_on) == financial_year(year.ends_on)


def test_the_last_year_of_a_century_is_shown_with_two_noughts() -> None:
    assert financial_year(date(2099, 12, 31)) == "2099-00"


class DayThatKnowsNoLanguage(date):
    """A day whose own formatting, which follows the machine's language, may not be used."""

    def __format__(self, spec: str) -> str:
        raise AssertionError(spec)

    strftime = __format__


def test_months_are_shown_in_english_whatever_the_language_of_the_machine() -> None:
    day = DayThatKnowsNoLanguage(2025, 3, 1)
    assert (show_day(day), show_short_day(day)) == ("1 March 2025", "1 Mar 2025")


def test_one_month_is_not_one_months() -> None:
    assert [show_length(1, Unit.MONTHS), show_length(3, Unit.MONTHS), show_length(28, Unit.DAYS)] == [
        "1 month",
        "3 months",
        "28 days",
    ]
