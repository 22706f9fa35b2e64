"""When a notice counts as served, by method and by the contract's own clause, and the last day to send it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.contract import NoticeTerm, Side
from db.rules.counting import Counting
from db.rules.dates import Unit, latest_service_safe, period_end
from db.rules.refusal import Refusal
from db.rules.service_of_notice import (
    SERVICE_RULES,
    ServiceRule,
    deemed_service,
    earliest_end_if_sent,
    post_by,
    send_by,
    send_notice_by,
    service_worked,
    show_rule,
)
from db.rules.working_days import YearNotKnown, is_working_day
from tests.rules.english_days import HOLIDAYS

THREE_MONTHS = NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS, "clause 4.2")
days = st.dates(date(2015, 1, 1), date(2029, 12, 1))
own_rules = st.builds(
    ServiceRule,
    st.just("As the contract says"),
    st.integers(0, 10),
    st.sampled_from([Counting.DAYS, Counting.WORKING_DAYS]),
    st.just("clause 37"),
    st.none() | st.times(time(0, 1)),
)
rules = st.sampled_from(sorted(SERVICE_RULES)) | own_rules


def sent_early(day: date) -> datetime:
    return datetime.combine(day, time.min)


@given(days, rules)
def test_what_is_sent_by_the_last_day_is_served_in_time_and_the_next_working_day_is_too_late(
    served_by: date, rule: str | ServiceRule
) -> None:
    last = send_by(served_by, rule, holidays=HOLIDAYS).day
    assert is_working_day(last, holidays=HOLIDAYS)
    assert deemed_service(sent_early(last), rule=rule, holidays=HOLIDAYS) <= served_by
    later = [last + timedelta(days=n) for n in range(1, 12)]
    following = next(day for day in later if is_working_day(day, holidays=HOLIDAYS))
    late = following > served_by or deemed_service(sent_early(following), rule=rule, holidays=HOLIDAYS) > served_by
    assert late


@given(days, rules)
def test_a_notice_counts_as_served_on_a_working_day_and_never_before_it_is_sent(
    day: date, rule: str | ServiceRule
) -> None:
    served = deemed_service(sent_early(day), rule=rule, holidays=HOLIDAYS)
    assert served >= day
    assert is_working_day(served, holidays=HOLIDAYS)


@given(st.datetimes(datetime(2015, 1, 1), datetime(2029, 12, 1)), st.timedeltas(timedelta(0), timedelta(30)), rules)
def test_what_is_sent_later_is_never_served_earlier(moment: datetime, wait: timedelta, rule: str | ServiceRule) -> None:
    first = deemed_service(moment, rule=rule, holidays=HOLIDAYS)
    assert first <= deemed_service(moment + wait, rule=rule, holidays=HOLIDAYS)


def test_first_class_post_for_the_end_of_march_2027_is_posted_by_29_december() -> None:
    by = send_notice_by(date(2027, 3, 31), THREE_MONTHS, "first_class_clause", holidays=HOLIDAYS)
    assert by.day == date(2026, 12, 29)
    assert by.working[1].startswith("3 months counted back from it is 31 December 2026")
    assert by.working[-1] == (
        "Sent on Tuesday 29 December 2026, it counts as served on 31 December 2026: send it by then."
    )


@pytest.mark.parametrize(
    ("rule", "by"),
    [
        ("hand_clause_1700", date(2026, 12, 31)),
        ("email_cpr", date(2026, 12, 31)),
        ("first_class_cpr", date(2026, 12, 29)),
        ("second_class_pd1985", date(2026, 12, 23)),
    ],
)
def test_each_way_of_sending_has_its_own_last_day(rule: str, by: date) -> None:
    assert post_by(date(2026, 12, 31), rule, holidays=HOLIDAYS).day == by


def test_posting_on_the_last_day_to_serve_is_three_days_late() -> None:
    end = earliest_end_if_sent(date(2024, 12, 31), THREE_MONTHS, "first_class_clause", holidays=HOLIDAYS)
    assert end.day == date(2025, 4, 3)
    assert "Bank holiday not counted: New Year's Day (1 January 2025)." in end.working


@given(days)
def test_notice_sent_by_the_last_day_ends_the_contract_in_time(ends_on: date) -> None:
    for rule in SERVICE_RULES:
        by = send_notice_by(ends_on, THREE_MONTHS, rule, holidays=HOLIDAYS).day
        assert by <= latest_service_safe(ends_on, 3)
        assert earliest_end_if_sent(sent_early(by), THREE_MONTHS, rule, holidays=HOLIDAYS).day <= ends_on


def test_the_contracts_own_clause_goes_before_every_rule() -> None:
    clause = ServiceRule("Recorded delivery", 3, Counting.WORKING_DAYS, "clause 29.4")
    served = deemed_service(date(2025, 3, 3), rule=clause, holidays=HOLIDAYS)
    assert served == date(2025, 3, 6)
    assert served == deemed_service(date(2025, 3, 3), 3, "working_days", "first_class_pd1985", holidays=HOLIDAYS)
    assert period_end(served, 3) == earliest_end_if_sent(date(2025, 3, 3), THREE_MONTHS, clause, holidays=HOLIDAYS).day


def test_an_email_after_the_cut_off_may_by_its_clause_wait_another_day() -> None:
    clause = ServiceRule("E-mail", 1, Counting.WORKING_DAYS, "clause 5", time(16))
    assert deemed_service(datetime(2025, 6, 27, 15, 59), rule=clause, holidays=HOLIDAYS) == date(2025, 6, 30)
    assert deemed_service(datetime(2025, 6, 27, 16, 0), rule=clause, holidays=HOLIDAYS) == date(2025, 7, 1)
    assert show_rule(clause).endswith("and then 1 working day more.")


def test_an_email_without_its_time_is_asked_for_it() -> None:
    with pytest.raises(Refusal, match=r"E-mail turns on the time of day, 4\.30pm"):
        deemed_service(date(2025, 6, 27), rule="email_cpr", holidays=HOLIDAYS)


def test_a_way_of_sending_that_is_not_known_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refusal, match=r"pigeon.*first_class_clause"):
        deemed_service(date(2025, 6, 27), rule="pigeon", holidays=HOLIDAYS)


def test_service_in_a_year_not_recorded_is_never_guessed() -> None:
    with pytest.raises(YearNotKnown, match="2032"):
        send_notice_by(date(2033, 3, 31), THREE_MONTHS, "first_class_clause", holidays=HOLIDAYS)


def test_the_working_of_an_email_on_a_saturday_says_why_it_waits() -> None:
    worked = service_worked(datetime(2025, 6, 28, 10, 0), "email_cpr", holidays=HOLIDAYS)
    assert len(worked.working) == 3
    assert worked.working[0].startswith("Sent on Saturday 28 June 2025 at 10am. E-mail: before 4.30pm on a working day")
    assert worked.working[1] == "28 June 2025 is not a working day (Saturday)."
    assert worked.working[2].startswith("It counts as served on Monday 30 June 2025 (CPR 6.26")


def test_the_day_of_service_is_alike_in_every_time_zone(time_zone: str) -> None:
    assert deemed_service(datetime(2025, 6, 27, 16, 29), rule="email_cpr", holidays=HOLIDAYS) == date(2025, 6, 27)
    assert deemed_service(datetime(2025, 6, 27, 16, 30), rule="email_cpr", holidays=HOLIDAYS) == date(2025, 6, 30)
