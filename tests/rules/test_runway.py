"""The steps that come before a last day, counted back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.counting import Counting, earliest_after
from db.rules.refusal import Refusal
from db.rules.runway import KEY_DECISION, OFFICER_DECISION, RUNWAYS, Runway, Step, runway
from db.rules.working_days import is_working_day
from tests.rules.english_days import HOLIDAYS

LAST_DAY = date(2026, 12, 31)
days = st.dates(date(2015, 1, 1), date(2029, 12, 31))
kinds = st.sampled_from(sorted(RUNWAYS))


def days_of(found: Runway) -> dict[str, date | None]:
    return {each.step.name: each.day for each in found.steps}


def test_a_key_decision_on_notice_by_31_december_2026_is_dated_step_by_step() -> None:
    found = runway(KEY_DECISION, LAST_DAY, holidays=HOLIDAYS)
    assert [(each.step.name, each.day) for each in found.steps] == [
        ("Publish the notice of the key decision", date(2026, 11, 17)),
        ("Publish the committee's papers", date(2026, 12, 1)),
        ("Cabinet committee considers it", date(2026, 12, 9)),
        ("Take the decision", date(2026, 12, 16)),
        ("Publish the decision; call-in runs", date(2026, 12, 17)),
        ("Send the notice or letter", date(2026, 12, 29)),
    ]
    assert (found.decide_by, found.start_by, found.warnings) == (date(2026, 12, 16), date(2026, 11, 17), ())


def test_an_officer_decision_has_fewer_steps_and_more_time() -> None:
    officer = runway(OFFICER_DECISION, LAST_DAY, holidays=HOLIDAYS)
    key = runway(KEY_DECISION, LAST_DAY, holidays=HOLIDAYS)
    assert len(officer.steps) < len(key.steps)
    assert officer.decide_by == date(2026, 12, 24)
    assert officer.decide_by > (key.decide_by or date.max)


def test_changing_a_step_dates_every_step_before_it_again_and_none_after() -> None:
    longer = tuple(replace(step, length=7) if "call-in" in step.name else replace(step) for step in KEY_DECISION)
    before, after = (days_of(runway(steps, LAST_DAY, holidays=HOLIDAYS)) for steps in (KEY_DECISION, longer))
    moved = {name for name in before if before[name] != after[name]}
    assert moved == {step.name for step in KEY_DECISION[:5]}
    assert all((after[name] or date.max) < (before[name] or date.min) for name in moved)


@given(kinds, days)
def test_every_step_leaves_its_whole_length_to_what_waits_for_it(kind: str, last_day: date) -> None:
    found = runway(RUNWAYS[kind], last_day, holidays=HOLIDAYS)
    by_name = days_of(found)
    names = [*by_name, ""]
    for index, each in enumerate(found.steps):
        waits = by_name.get(each.step.before or names[index + 1], last_day)
        assert each.day is not None
        assert waits is not None
        assert is_working_day(each.day, holidays=HOLIDAYS)
        assert earliest_after(each.day, each.step.length, each.step.counting, holidays=HOLIDAYS) <= waits


@given(kinds, days)
def test_a_start_comes_no_later_than_the_decision_and_that_before_the_last_day(kind: str, last_day: date) -> None:
    found = runway(RUNWAYS[kind], last_day, holidays=HOLIDAYS)
    assert found.start_by is not None
    assert found.decide_by is not None
    assert found.start_by <= found.decide_by < last_day


def test_every_step_says_what_waits_how_long_and_on_what_authority() -> None:
    step = runway(KEY_DECISION, LAST_DAY, holidays=HOLIDAYS).steps[4]
    assert step.working == (
        "“Send the notice or letter” is on Tuesday 29 December 2026 at the latest.",
        "5 clear working days before it (the council's constitution): Thursday 17 December 2026.",
        "Bank holidays not counted: Christmas Day (25 December 2026), Boxing Day (28 December 2026).",
    )


def test_a_step_that_falls_at_a_weekend_is_brought_back_and_says_so() -> None:
    alone = (Step("Decide", 1, Counting.DAYS, "practice", decides=True),)
    found = runway(alone, date(2024, 1, 1), holidays=HOLIDAYS)
    assert found.decide_by == date(2023, 12, 29)
    assert found.steps[0].working[-1] == "Brought back to a working day: Friday 29 December 2023."


def test_where_bank_holidays_are_not_recorded_there_is_a_warning_and_no_day() -> None:
    found = runway(KEY_DECISION, date(2033, 1, 31), holidays=HOLIDAYS)
    assert (found.decide_by, found.start_by) == (None, None)
    assert set(days_of(found).values()) == {None}
    assert len(found.warnings) == 1
    assert "The bank holidays of 2033 are not recorded" in found.warnings[0]
    assert all(each.working for each in found.steps)


def test_what_can_be_dated_is_dated_though_an_earlier_step_cannot_be() -> None:
    steps = (
        Step("Prepare", 30, Counting.WORKING_DAYS, "practice"),
        Step("Decide", 1, Counting.WORKING_DAYS, "practice", decides=True),
    )
    found = runway(steps, date(2012, 1, 20), holidays=HOLIDAYS)
    assert found.decide_by == date(2012, 1, 19)
    assert found.start_by is None
    assert "2011" in found.warnings[0]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((), "One step"),
        ((OFFICER_DECISION[0],), "One step"),
        ((OFFICER_DECISION[1], replace(OFFICER_DECISION[1], name="Again")), "One step"),
        ((OFFICER_DECISION[1], replace(OFFICER_DECISION[1], decides=False)), "same name"),
        ((OFFICER_DECISION[1], replace(OFFICER_DECISION[2], before=OFFICER_DECISION[1].name)), "later in the list"),
    ],
)
def test_steps_that_cannot_be_dated_in_order_are_refused(steps: tuple[Step, ...], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        runway(steps, LAST_DAY, holidays=HOLIDAYS)
