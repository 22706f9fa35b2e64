"""Key decisions, the general exception and call-in, held against what councils printed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.counting import Counting
from db.rules.governance import (
    USUAL_CALL_IN,
    CallIn,
    StartingEvent,
    call_in_effective,
    general_exception_earliest,
    key_decision_earliest,
    key_decision_latest_notice,
    takes_effect,
)
from db.rules.refusal import Refusal
from tests.rules.english_days import HOLIDAYS

ONE_DAY = timedelta(days=1)
days = st.dates(date(2015, 1, 1), date(2029, 6, 30))
FROM_DECISION = CallIn(starts_with=StartingEvent.DECISION)


@given(days, st.sampled_from([Counting.CLEAR_DAYS, Counting.CLEAR_WORKING_DAYS]))
def test_notice_on_its_last_day_lets_the_key_decision_be_taken_and_a_day_later_does_not(
    decided_on: date, counting: Counting
) -> None:
    last = key_decision_latest_notice(decided_on, unit=counting, holidays=HOLIDAYS)
    assert key_decision_earliest(last, unit=counting, holidays=HOLIDAYS) <= decided_on
    assert key_decision_earliest(last + ONE_DAY, unit=counting, holidays=HOLIDAYS) > decided_on


@given(days)
def test_counting_working_days_never_brings_a_key_decision_forward(published_on: date) -> None:
    working = key_decision_earliest(published_on, unit=Counting.CLEAR_WORKING_DAYS, holidays=HOLIDAYS)
    assert key_decision_earliest(published_on) < working


def test_the_day_that_kent_printed_for_22_00058_was_a_day_early() -> None:
    assert key_decision_earliest(date(2022, 6, 22)) - date(2022, 7, 20) == ONE_DAY


@given(days)
def test_the_general_exception_is_never_slower_than_the_full_notice(published_on: date) -> None:
    assert general_exception_earliest(published_on, holidays=HOLIDAYS) <= key_decision_earliest(published_on)


@pytest.mark.parametrize(
    ("decided_on", "effective_on"),
    [
        (date(2024, 2, 12), date(2024, 2, 20)),
        (date(2023, 6, 26), date(2023, 7, 4)),
        (date(2019, 2, 20), date(2019, 2, 28)),
    ],
    ids=["Plymouth", "Leeds", "East Sussex"],
)
def test_a_council_may_count_call_in_from_the_decision(decided_on: date, effective_on: date) -> None:
    published_on = decided_on + timedelta(days=3)
    assert takes_effect(decided_on, published_on, FROM_DECISION, holidays=HOLIDAYS) == effective_on
    assert takes_effect(decided_on, published_on, USUAL_CALL_IN, holidays=HOLIDAYS) != effective_on


def test_a_decision_that_cannot_be_called_in_takes_effect_at_once() -> None:
    assert takes_effect(date(2024, 1, 15), None, None, holidays=HOLIDAYS) == date(2024, 1, 15)


def test_until_it_is_published_call_in_has_not_begun() -> None:
    assert takes_effect(date(2025, 10, 2), None, USUAL_CALL_IN, holidays=HOLIDAYS) is None


def test_the_length_of_call_in_is_a_setting() -> None:
    seven = CallIn(working_days=7)
    assert takes_effect(date(2025, 1, 8), date(2025, 1, 9), seven, holidays=HOLIDAYS) == date(2025, 1, 21)


@given(days, st.integers(1, 10))
def test_a_longer_call_in_never_ends_sooner(starts_on: date, n: int) -> None:
    shorter = call_in_effective(starts_on, n, holidays=HOLIDAYS)
    assert starts_on < shorter < call_in_effective(starts_on, n + 1, holidays=HOLIDAYS)


def test_call_in_is_counted_in_working_days_only() -> None:
    with pytest.raises(Refusal, match="working days"):
        call_in_effective(date(2025, 1, 9), 5, Counting.DAYS, holidays=HOLIDAYS)
