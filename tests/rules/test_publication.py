"""How long records are kept, when data is published, and when members may inspect."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.rules.dates import quarter_period
from db.rules.publication import (
    RETENTION,
    member_inspection_deadline,
    retention_last_day,
    transparency_publish_by,
)
from db.rules.refusal import Refusal

LONDON = ZoneInfo("Europe/London")
days = st.dates(date(1990, 1, 1), date(2120, 12, 31))


@given(days, st.sampled_from(sorted(RETENTION)))
def test_a_record_is_kept_for_whole_years_that_begin_with_the_decision(decided_on: date, what: str) -> None:
    last = retention_last_day(decided_on, what=what)
    after = last + timedelta(days=1)
    assert after.year - decided_on.year == RETENTION[what].years
    assert (after.month, after.day) == (decided_on.month, decided_on.day) or (decided_on.day, after.day) == (29, 1)


def test_background_papers_may_go_before_the_record() -> None:
    papers = retention_last_day(date(2024, 1, 15), what="background_papers")
    assert papers == date(2028, 1, 14)
    assert papers < retention_last_day(date(2024, 1, 15)) == date(2030, 1, 14)


def test_a_councils_own_length_goes_before_the_usual() -> None:
    assert retention_last_day(date(2024, 1, 15), 7, what="contract") == date(2031, 1, 14)


@pytest.mark.parametrize(("unit", "what"), [("years", "diaries"), ("months", "officer_record")])
def test_how_long_is_never_guessed(unit: str, what: str) -> None:
    with pytest.raises(Refusal, match="year"):
        retention_last_day(date(2024, 1, 15), None, unit, what)


@example(datetime(2025, 10, 25, 1, 30), 24)
@example(datetime(2025, 10, 26, 1, 30), 24)
@example(datetime(2025, 10, 25, 2, 0), 24)
@example(datetime(2025, 3, 29, 1, 30), 24)
@example(datetime(2025, 3, 30, 1, 30), 24)
@given(st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)), st.integers(1, 72))
def test_members_never_wait_longer_than_the_hours_allowed_even_when_the_clocks_change(
    decided_at: datetime, n: int
) -> None:
    deadline = member_inspection_deadline(decided_at, n)
    waited = deadline.replace(tzinfo=LONDON, fold=1).timestamp() - decided_at.replace(tzinfo=LONDON).timestamp()
    assert timedelta(hours=n - 1) <= timedelta(seconds=waited) <= timedelta(hours=n)


def test_in_the_night_the_clocks_go_back_the_hours_run_out_earlier_on_the_clock() -> None:
    assert member_inspection_deadline(datetime(2025, 10, 25, 10)) == datetime(2025, 10, 26, 9)
    assert member_inspection_deadline(datetime(2025, 10, 26, 10)) == datetime(2025, 10, 27, 10)


def test_inspection_is_counted_in_hours_only() -> None:
    with pytest.raises(Refusal, match="hours"):
        member_inspection_deadline(datetime(2024, 1, 15, 10), 1, "days")


@given(days)
def test_a_quarters_data_is_published_by_the_end_of_the_next_month_on_either_reading(day: date) -> None:
    quarter = quarter_period(day).ends_on
    safe, longest = transparency_publish_by(quarter), transparency_publish_by(quarter, reading="max")
    assert quarter < safe <= longest
    assert (longest + timedelta(days=1)).day == 1
    assert (longest - safe).days in {0, 1}


def test_another_reading_is_refused() -> None:
    with pytest.raises(Refusal, match="safe"):
        transparency_publish_by(date(2025, 6, 30), reading="latest")
