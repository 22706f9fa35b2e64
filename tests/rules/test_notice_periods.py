"""Clear notice, and notice that may expire only at the end of a month, a quarter or a contract year."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dates import FirstDay, Unit, latest_service_safe, period_end, term_end
from db.rules.notice_periods import (
    earliest_end_at_month_end,
    earliest_end_at_year_end,
    latest_extension_notice,
    latest_service_clear,
    period_end_clear,
)
from db.rules.refusal import Refusal

ONE_DAY = timedelta(days=1)
days = st.dates(date(1990, 1, 1), date(2120, 12, 31))
months = st.integers(1, 60)
units = st.sampled_from(Unit)


@given(days, months, units)
def test_clear_notice_served_on_its_last_day_runs_out_before_the_last_day(ends_on: date, n: int, unit: Unit) -> None:
    served_on = latest_service_clear(ends_on, n, unit)
    assert period_end(served_on, n, unit) < ends_on
    assert period_end_clear(served_on, n, unit) <= ends_on
    assert served_on <= latest_service_safe(ends_on, n, unit)


@given(days, months)
def test_notice_that_may_expire_only_at_an_end_expires_at_the_first_one(served_on: date, n: int) -> None:
    day = period_end(served_on, n)
    month, quarter = earliest_end_at_month_end(served_on, n), earliest_end_at_month_end(served_on, n, at="quarter_end")
    year = earliest_end_at_year_end(served_on, n)
    assert day <= month <= quarter <= year
    assert (month + ONE_DAY).day == 1
    assert (month.year, month.month) == (day.year, day.month)
    assert quarter.month in {3, 6, 9, 12}
    assert (year.month, year.day) == (3, 31)
    assert year - day < timedelta(days=366)


@given(days, months)
def test_a_term_whose_first_day_is_left_out_ends_as_notice_does(day: date, n: int) -> None:
    assert term_end(day, n, first_day=FirstDay.LEFT_OUT) == period_end(day, n)


@given(days, months, units)
def test_a_unit_as_a_plain_word_counts_alike(day: date, n: int, unit: Unit) -> None:
    word: Any = str(unit.value)
    assert period_end(day, n, word) == period_end(day, n, unit)
    assert term_end(day, n, word) == term_end(day, n, unit)


def test_an_option_is_used_by_the_day_that_notice_would_be_served() -> None:
    assert latest_extension_notice(date(2024, 3, 31), 3) == latest_service_safe(date(2024, 3, 31), 3)
    assert latest_extension_notice(date(2024, 3, 31), 3) < date(2024, 1, 15)


@pytest.mark.parametrize(
    ("at", "ends_on"),
    [("30_september", date(2025, 9, 30)), ("2 April", date(2025, 4, 2)), ("1_april", date(2026, 4, 1)),
     ("29_february", date(2026, 2, 28))],
)  # fmt: skip
def test_a_contract_year_may_end_on_any_day(at: str, ends_on: date) -> None:
    assert earliest_end_at_year_end(date(2025, 1, 2), 3, at=at) == ends_on


@pytest.mark.parametrize("at", ["31_april", "march", "31_nowhere", "", "x_march", "0_march"])
def test_an_end_of_year_that_is_no_day_is_refused(at: str) -> None:
    with pytest.raises(Refusal, match="such as 31 March"):
        earliest_end_at_year_end(date(2025, 1, 2), 3, at=at)


def test_an_end_that_is_not_known_is_refused() -> None:
    with pytest.raises(Refusal, match="quarter_end"):
        earliest_end_at_month_end(date(2025, 1, 2), 3, at="week_end")
