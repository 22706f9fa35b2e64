"""Days counted plain or clear, every day or working days, forward and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.counting import (
    Counting,
    clear_days_between,
    clear_working_days_between,
    earliest_after,
    latest_before,
    show_count,
)
from db.rules.refusal import Refusal
from db.rules.working_days import YearNotKnown
from tests.rules.english_days import HOLIDAYS

ONE_DAY = timedelta(days=1)
days = st.dates(date(2015, 1, 1), date(2027, 12, 31))
counts = st.integers(0, 20)
countings = st.sampled_from(Counting)


@given(days, counts, countings)
def test_what_is_done_on_the_latest_day_leaves_the_length_whole_and_a_day_later_does_not(
    event: date, n: int, counting: Counting
) -> None:
    latest = latest_before(event, n, counting, holidays=HOLIDAYS)
    assert earliest_after(latest, n, counting, holidays=HOLIDAYS) <= event
    assert earliest_after(latest + ONE_DAY, n, counting, holidays=HOLIDAYS) > event


@given(days, counts, countings)
def test_the_later_the_event_the_later_what_waits_for_it(event: date, n: int, counting: Counting) -> None:
    assert earliest_after(event, n, counting, holidays=HOLIDAYS) <= earliest_after(
        event + ONE_DAY, n, counting, holidays=HOLIDAYS
    )


@given(days, counts)
def test_clear_days_lie_between_and_clear_working_days_among_them(event: date, n: int) -> None:
    after = earliest_after(event, n, Counting.CLEAR_DAYS)
    later = earliest_after(event, n, Counting.CLEAR_WORKING_DAYS, holidays=HOLIDAYS)
    assert clear_days_between(event, after) == n
    assert clear_working_days_between(event, later, holidays=HOLIDAYS) == n
    assert after <= later


@pytest.mark.parametrize(
    ("noticed", "not_before"),
    [(date(2022, 6, 22), date(2022, 7, 20)), (date(2018, 1, 9), date(2018, 2, 6))],
    ids=["Kent 22/00058", "Kent 17/00139"],
)
def test_a_printed_notice_of_twenty_seven_clear_days_is_seen_to_be_a_day_short(noticed: date, not_before: date) -> None:
    assert clear_days_between(noticed, not_before) == 27
    assert not_before < earliest_after(noticed, 28, Counting.CLEAR_DAYS)


def test_a_printed_call_in_of_four_clear_working_days_is_seen_to_be_short() -> None:
    published, effective = date(2022, 9, 28), date(2022, 10, 5)
    assert clear_working_days_between(published, effective, holidays=HOLIDAYS) == 4
    assert effective < earliest_after(published, 5, Counting.CLEAR_WORKING_DAYS, holidays=HOLIDAYS)


def test_working_days_without_bank_holidays_are_refused_and_other_days_are_not() -> None:
    with pytest.raises(YearNotKnown):
        earliest_after(date(2025, 1, 2), 5, Counting.WORKING_DAYS)
    assert earliest_after(date(2025, 1, 2), 5, Counting.CLEAR_DAYS) == date(2025, 1, 8)


def test_a_length_below_nothing_is_refused() -> None:
    for counted in (earliest_after, latest_before):
        with pytest.raises(Refusal, match="0 or more"):
            counted(date(2025, 1, 2), -1, Counting.DAYS)


def test_lengths_are_shown_in_words() -> None:
    assert [show_count(28, Counting.CLEAR_DAYS), show_count(1, Counting.WORKING_DAYS)] == [
        "28 clear days",
        "1 working day",
    ]
