"""Backups are made every half hour of changed work, and thinned so that none of worth is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.keeping_backups import is_due, to_keep

NOON = datetime(2026, 2, 2, 12, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)


@pytest.mark.parametrize(
    ("changed", "backed_up", "due"),
    [
        (None, None, False),
        (NOON - HALF_HOUR, None, True),
        (NOON, NOON - HALF_HOUR, True),
        (NOON, NOON - HALF_HOUR + timedelta(seconds=1), False),
        (NOON - timedelta(days=2), NOON - timedelta(days=1), False),
        (NOON + timedelta(days=401), NOON + timedelta(days=400), True),
    ],
)
def test_a_backup_is_due_half_an_hour_after_the_last_if_something_changed(
    changed: datetime | None, backed_up: datetime | None, due: bool
) -> None:
    assert is_due(changed, backed_up, NOON) is due


def test_of_three_years_of_work_two_days_twelve_days_ten_weeks_and_nine_months_are_kept() -> None:
    made = [NOON - timedelta(days=day) + HALF_HOUR * part for day in range(3 * 365) for part in range(8)]
    kept = to_keep(made)
    assert len(kept) == 2 * 8 + 12 + 10 + 9
    assert max(made) in kept
    assert {each for each in made if each.date() >= (NOON - timedelta(days=1)).date()} <= kept


@given(st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)), unique=True))
def test_the_newest_is_always_kept_and_nothing_kept_is_made_up(made: list[datetime]) -> None:
    kept = to_keep(made)
    assert kept <= set(made)
    assert not made or max(made) in kept
    assert to_keep(kept) <= kept


def test_a_clock_that_jumped_throws_no_backup_away() -> None:
    ordinary = [NOON - timedelta(days=day) for day in range(10)]
    assert set(ordinary) <= to_keep([*ordinary, NOON + timedelta(days=3650)])
