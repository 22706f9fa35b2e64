"""The ledger of returns: due days over bank holidays, and every state from its facts."""

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.decision import ContractId
from db.rules.ledger import (
    LedgerLine,
    QueryRaised,
    ReturnFacts,
    ReturnState,
    late,
    ledger,
    ledger_line,
    reminder_on,
    show_due,
)
from db.rules.monitoring import DaysCounted, ReturnSchedule, last_quarters, quarter_of, return_due_on
from db.rules.working_days import NONE_RECORDED, BankHolidays
from tests.rules.english_days import HOLIDAYS
from tests.rules.measures import Q3

ONE = ContractId("one")
FIFTEEN = ReturnSchedule(ONE, date(2025, 10, 1), 15, DaysCounted.WORKING)
DUE = date(2026, 1, 22)
"""15 working days after 31 December 2025: New Year's Day is none."""
CAME = ReturnFacts(received_on=(date(2026, 1, 20),))


def on(day: date, facts: ReturnFacts = CAME, schedule: ReturnSchedule = FIFTEEN) -> LedgerLine:
    """The third quarter's line as it stands on a day."""
    return ledger_line(schedule, Q3, facts, day, holidays=HOLIDAYS)


@pytest.mark.parametrize(
    ("quarter", "working_days", "due"),
    [
        (date(2025, 12, 1), 15, DUE),
        (date(2025, 7, 1), 61, date(2025, 12, 24)),
        (date(2025, 7, 1), 62, date(2025, 12, 29)),
        (date(2025, 7, 1), 65, date(2026, 1, 2)),
        (date(2026, 1, 1), 2, date(2026, 4, 2)),
        (date(2026, 1, 1), 3, date(2026, 4, 7)),
        (date(2025, 1, 1), 14, date(2025, 4, 22)),
        (date(2025, 1, 1), 0, date(2025, 3, 31)),
    ],
)
def test_working_days_pass_over_weekends_christmas_new_year_and_easter(
    quarter: date, working_days: int, due: date
) -> None:
    schedule = replace(FIFTEEN, days_allowed=working_days)
    assert return_due_on(schedule, quarter_of(quarter), holidays=HOLIDAYS) == due


def test_calendar_days_need_no_bank_holidays() -> None:
    schedule = ReturnSchedule(ONE, date(2025, 10, 1), 15)
    assert return_due_on(schedule, Q3, holidays=NONE_RECORDED) == date(2026, 1, 15)


@pytest.mark.parametrize(
    ("day", "facts", "state"),
    [
        (date(2025, 12, 31), ReturnFacts(), ReturnState.EXPECTED),
        (date(2026, 1, 1), ReturnFacts(), ReturnState.DUE),
        (DUE, ReturnFacts(), ReturnState.DUE),
        (date(2026, 1, 23), ReturnFacts(), ReturnState.LATE),
        (date(2025, 12, 17), ReturnFacts(reminded_on=(date(2025, 12, 17),)), ReturnState.REMINDED),
        (date(2025, 12, 16), ReturnFacts(reminded_on=(date(2025, 12, 17),)), ReturnState.EXPECTED),
        (date(2026, 1, 23), ReturnFacts(reminded_on=(date(2025, 12, 17),)), ReturnState.LATE),
        (date(2026, 1, 19), CAME, ReturnState.DUE),
        (date(2026, 1, 20), CAME, ReturnState.RECEIVED),
        (date(2026, 6, 20), CAME, ReturnState.RECEIVED),
    ],
)
def test_each_state_follows_from_what_happened_by_the_day(day: date, facts: ReturnFacts, state: ReturnState) -> None:
    assert on(day, facts).state is state


def test_a_return_is_queried_while_a_query_is_open_and_received_again_when_it_is_answered() -> None:
    asked = replace(CAME, queries=(QueryRaised(date(2026, 1, 21), date(2026, 1, 30)),))
    states = [on(day, asked).state for day in (date(2026, 1, 20), date(2026, 1, 21), date(2026, 1, 29),
                                               date(2026, 1, 30))]  # fmt: skip
    assert states == [ReturnState.RECEIVED, ReturnState.QUERIED, ReturnState.QUERIED, ReturnState.RECEIVED]


def test_a_version_that_comes_after_the_acceptance_is_looked_at_again() -> None:
    twice = ReturnFacts((date(2026, 1, 20), date(2026, 2, 10)), accepted_on=date(2026, 1, 25))
    assert on(date(2026, 1, 24), twice).state is ReturnState.RECEIVED
    assert on(date(2026, 1, 25), twice).state is ReturnState.ACCEPTED
    again = on(date(2026, 2, 10), twice)
    assert (again.state, again.first_received_on, again.received_on) == (
        ReturnState.RECEIVED, date(2026, 1, 20), date(2026, 2, 10),
    )  # fmt: skip


def test_how_late_is_counted_from_the_due_day_to_the_first_version() -> None:
    assert on(date(2026, 1, 23), ReturnFacts()).words == "Late by 1 day"
    assert on(date(2026, 2, 1), ReturnFacts()).days_late == 10
    after = ReturnFacts(received_on=(date(2026, 1, 25), date(2026, 3, 1)))
    assert on(date(2026, 4, 1), after).words == "Received 3 days late"
    assert on(DUE, CAME).words == "Received"


def test_the_ledger_has_every_quarter_to_the_day_and_the_late_list_the_longest_late_first() -> None:
    schedules = (FIFTEEN, replace(FIFTEEN, contract_id=ContractId("two"), first_day=date(2025, 4, 1)))
    lines = ledger(schedules, {(ONE, Q3): CAME}, date(2026, 2, 1), holidays=HOLIDAYS)
    assert [(line.contract_id, line.period.label[8:9], line.state.value) for line in lines] == [
        ("two", "1", "late"), ("two", "2", "late"), ("one", "3", "received"), ("two", "3", "late"),
        ("one", "4", "expected"), ("two", "4", "expected"),
    ]  # fmt: skip
    assert [line.period.label[8:9] for line in late(lines)] == ["1", "2", "3"]


def test_a_due_day_that_cannot_be_counted_is_said_and_stops_nothing() -> None:
    only_2025 = BankHolidays(MappingProxyType({}), 2025, 2025)
    lines = ledger((FIFTEEN,), {}, date(2026, 2, 1), holidays=only_2025)
    assert [line.due_on for line in lines] == [None, None]
    assert show_due(lines[0]).startswith("The bank holidays of 2026 are not recorded")
    assert lines[0].state is ReturnState.DUE
    assert show_due(on(DUE)) == "22 January 2026"


def test_a_reminder_is_two_weeks_before_the_quarter_ends() -> None:
    assert reminder_on(Q3) == date(2025, 12, 17)


def test_the_quarters_up_to_one_are_counted_back_over_the_year() -> None:
    labels = [period.label for period in last_quarters(Q3, 5)]
    assert labels == ["Quarter 3 2024-25", "Quarter 4 2024-25", "Quarter 1 2025-26", "Quarter 2 2025-26",
                      "Quarter 3 2025-26"]  # fmt: skip


@given(st.dates(date(2025, 10, 1), date(2026, 6, 1)))
def test_a_return_is_late_exactly_from_the_day_after_its_due_day_until_it_comes(day: date) -> None:
    facts = ReturnFacts(received_on=(date(2026, 3, 1),))
    assert (on(day, facts).state is ReturnState.LATE) == (DUE + timedelta(days=1) <= day < date(2026, 3, 1))
