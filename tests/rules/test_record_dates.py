"""The clocks a decision starts: effect, members' access, publication, keeping."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.decision import DecisionKind
from db.rules.decision_facts import ForwardPlan, Published, Route
from db.rules.governance import CallIn, StartingEvent
from db.rules.record_dates import can_be_called_in, clocks_of, publication_lag
from db.rules.working_days import NONE_RECORDED
from tests.rules.english_days import HOLIDAYS
from tests.rules.navigation_decisions import OFFICER, PARENT

CALLABLE = replace(PARENT, callable_in=True, decided_on=date(2019, 10, 15), published=Published(date(2019, 10, 17)))


def test_an_officers_ordinary_decision_takes_effect_at_once() -> None:
    clock = clocks_of(OFFICER, HOLIDAYS).effective
    assert clock is not None
    assert clock.day == date(2024, 1, 15)


@pytest.mark.parametrize(
    ("published_on", "days", "effective_on"),
    [
        (date(2019, 10, 17), 5, date(2019, 10, 25)),
        (date(2019, 3, 22), 5, date(2019, 3, 30)),
        (date(2025, 4, 9), 7, date(2025, 4, 23)),
    ],
    ids=["Kent, a Friday", "Kent, a Saturday", "West Sussex, over Easter"],
)
def test_call_in_puts_off_the_day_of_effect_as_councils_print_it(
    published_on: date, days: int, effective_on: date
) -> None:
    decision = replace(CALLABLE, decided_on=published_on, published=Published(published_on))
    clock = clocks_of(decision, HOLIDAYS, CallIn(days)).effective
    assert clock is not None
    assert clock.day == effective_on
    assert f"{days} working days" in " ".join(clock.working)


def test_call_in_waits_for_publication_unless_the_council_counts_from_the_decision() -> None:
    unpublished = replace(CALLABLE, decided_on=date(2024, 2, 12), published=Published())
    waiting = clocks_of(unpublished, HOLIDAYS).effective
    counted = clocks_of(unpublished, HOLIDAYS, CallIn(starts_with=StartingEvent.DECISION)).effective
    assert waiting is not None
    assert counted is not None
    assert (waiting.day, counted.day) == (None, date(2024, 2, 20))
    assert "not published yet" in waiting.working[0]


@pytest.mark.parametrize(
    ("kind", "is_key", "recorded", "expected"),
    [
        (DecisionKind.OFFICER, None, None, False),
        (DecisionKind.OFFICER, True, None, True),
        (DecisionKind.OFFICER, False, True, True),
        (DecisionKind.MEMBER, None, None, True),
        (DecisionKind.MEMBER, True, False, False),
    ],
)
def test_what_is_recorded_of_call_in_goes_before_what_is_usual(
    kind: DecisionKind, is_key: bool | None, recorded: bool | None, expected: bool
) -> None:
    assert can_be_called_in(replace(PARENT, kind=kind, is_key=is_key, callable_in=recorded)) is expected


def test_members_may_inspect_within_a_day() -> None:
    unknown = clocks_of(OFFICER, HOLIDAYS).members
    known = clocks_of(OFFICER, HOLIDAYS, taken_at=datetime(2024, 1, 15, 10)).members
    assert unknown is not None
    assert known is not None
    assert (unknown.day, unknown.at) == (date(2024, 1, 16), None)
    assert known.at == datetime(2024, 1, 16, 10)


def test_only_officers_executive_decisions_start_the_clock_of_24_hours() -> None:
    assert clocks_of(PARENT, HOLIDAYS).members is None
    assert clocks_of(replace(OFFICER, is_executive=False), HOLIDAYS).members is None


def test_the_record_is_kept_six_years_and_its_papers_four() -> None:
    dates = clocks_of(OFFICER, HOLIDAYS)
    assert dates.kept_until is not None
    assert dates.papers_kept_until is not None
    assert (dates.kept_until.day, dates.papers_kept_until.day) == (date(2030, 1, 14), date(2028, 1, 14))


@pytest.mark.parametrize(
    ("published_on", "day", "lag", "is_published"),
    [
        (None, date(2024, 1, 15), 0, False),
        (None, date(2024, 1, 16), 1, False),
        (None, date(2024, 1, 29), 10, False),
        (date(2024, 1, 30), date(2026, 1, 1), 11, True),
        (date(2024, 1, 21), None, 4, True),
        (date(2024, 1, 15), None, 0, True),
        (date(2024, 1, 14), None, 0, True),
    ],
)
def test_the_publication_lag_counts_working_days_after_the_decision(
    published_on: date | None, day: date | None, lag: int, is_published: bool
) -> None:
    found = publication_lag(replace(OFFICER, published=Published(published_on)), HOLIDAYS, day)
    assert found is not None
    assert (found.working_days, found.is_published) == (lag, is_published)


@pytest.mark.parametrize(
    ("route", "notice_on", "earliest"),
    [
        (Route.NOTICE, date(2023, 12, 19), date(2024, 1, 17)),
        (Route.GENERAL_EXCEPTION, date(2017, 8, 23), date(2017, 9, 1)),
        (Route.SPECIAL_URGENCY, date(2017, 8, 23), None),
        (Route.NOT_STATED, date(2017, 8, 23), None),
        (Route.NOTICE, None, None),
    ],
)
def test_a_key_decision_waits_by_its_route(route: Route, notice_on: date | None, earliest: date | None) -> None:
    clock = clocks_of(replace(OFFICER, plan=ForwardPlan(route, notice_published_on=notice_on)), HOLIDAYS).key_earliest
    assert (clock.day if clock else None) == earliest


def test_a_decision_without_a_date_starts_no_clock_but_that_of_its_notice() -> None:
    draft = replace(OFFICER, decided_on=None, plan=ForwardPlan(Route.NOTICE, notice_published_on=date(2023, 12, 19)))
    dates = clocks_of(draft, HOLIDAYS)
    assert [clock.what for clock in dates.clocks] == ["May be taken from"]
    assert dates.lag is None


def test_a_year_without_bank_holidays_is_said_and_not_guessed() -> None:
    plan = ForwardPlan(Route.GENERAL_EXCEPTION, notice_published_on=date(2019, 10, 1))
    dates = clocks_of(replace(CALLABLE, plan=plan), NONE_RECORDED, day=date(2024, 1, 29))
    assert dates.lag is None
    assert dates.effective is not None
    assert dates.key_earliest is not None
    assert (dates.effective.day, dates.key_earliest.day) == (None, None)
    assert "bank holidays of 2019 are not recorded" in dates.effective.working[0]


@given(st.dates(date(2018, 1, 1), date(2027, 6, 30)), st.dates(date(2018, 1, 1), date(2027, 6, 30)))
def test_every_clock_has_its_working_and_source(decided_on: date, published_on: date) -> None:
    decision = replace(OFFICER, decided_on=decided_on, callable_in=True, published=Published(published_on))
    dates = clocks_of(decision, HOLIDAYS)
    assert len(dates.clocks) == 5
    assert all(clock.working and clock.source for clock in dates.clocks)
    assert all(step.endswith(".") for clock in dates.clocks for step in clock.working)
