"""Notice comes to the day the law gives, each day told with its working and the contract's own words asked for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.contract import Contract, Notice, NoticeId, NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId
from db.rules.notice import earliest_end, notice_ending, serve_by, use_option_by
from db.rules.refusal import Refusal

THREE_MONTHS = NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS, "clause 12")
CONTRACT = Contract(
    ContractId("A"), 1, "R-1", "A service", starts_on=date(2024, 4, 1), initial_ends_on=date(2027, 3, 31),
    notice_terms=(THREE_MONTHS,),
)  # fmt: skip
SERVED = date(2025, 10, 2)
units = st.sampled_from([Unit.MONTHS, Unit.WEEKS, Unit.DAYS])


def test_three_months_notice_served_on_2_october_2025_ends_on_2_january_2026() -> None:
    assert earliest_end(SERVED, THREE_MONTHS).day == date(2026, 1, 2)
    assert notice_ending(CONTRACT, Side.COUNCIL, SERVED).day == date(2026, 1, 2)


def test_to_end_on_31_march_2027_three_months_notice_is_served_by_31_december_2026() -> None:
    assert serve_by(date(2027, 3, 31), THREE_MONTHS).day == date(2026, 12, 31)


def test_the_working_names_the_rule_the_days_and_where_the_term_stands() -> None:
    working = " ".join(earliest_end(SERVED, THREE_MONTHS).working)
    assert "the day of service does not count" in working
    assert "2 January 2026" in working
    assert "Dodds v Walker [1981]" in working
    assert "Notice by the council: 3 months (clause 12). Check the contract's own clause." in working


def test_where_a_later_day_could_be_argued_it_is_told_and_not_taken() -> None:
    worked = serve_by(date(2025, 6, 30), THREE_MONTHS)
    assert worked.day == date(2025, 3, 30)
    assert any("31 March 2025 is the latest day that could be argued" in step for step in worked.working)


def test_where_no_later_day_could_be_argued_none_is_told() -> None:
    assert not any("argued" in step for step in serve_by(date(2027, 3, 31), THREE_MONTHS).working)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.integers(1, 36), units)
def test_notice_served_by_the_last_day_to_serve_ends_the_contract_in_time(ends_on: date, n: int, unit: Unit) -> None:
    term = NoticeTerm(Side.COUNCIL, n, unit)
    assert earliest_end(serve_by(ends_on, term).day, term).day <= ends_on


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.integers(1, 36), units)
def test_notice_served_a_day_later_never_ends_sooner(served_on: date, n: int, unit: Unit) -> None:
    term = NoticeTerm(Side.COUNCIL, n, unit)
    assert earliest_end(served_on, term).day <= earliest_end(served_on + timedelta(days=1), term).day


def test_an_option_is_decided_on_by_the_councils_notice_and_the_clause_is_asked_for() -> None:
    worked = use_option_by(CONTRACT, date(2027, 3, 31))
    assert worked.day == date(2026, 12, 31)
    assert "Check the option clause." in worked.working[-1]


def test_without_a_notice_term_an_option_is_decided_on_by_the_last_day() -> None:
    worked = use_option_by(replace(CONTRACT, notice_terms=()), date(2027, 3, 31))
    assert worked.day == date(2027, 3, 31)
    assert "No notice is recorded" in worked.working[0]


GIVEN = Notice(NoticeId("1"), Side.COUNCIL, SERVED, date(2026, 1, 2))


@pytest.mark.parametrize(
    ("contract", "side", "served_on", "told"),
    [
        (CONTRACT, Side.PROVIDER, SERVED, "has no notice recorded for the provider"),
        (replace(CONTRACT, notices=(GIVEN,)), Side.COUNCIL, date(2025, 11, 1), "was served on 2 October 2025"),
        (replace(CONTRACT, notices=(GIVEN,)), Side.COUNCIL, date(2025, 9, 1), "ends it on 2 January 2026"),
        (replace(CONTRACT, ended_on=date(2025, 9, 30)), Side.COUNCIL, SERVED, "ended on 30 September 2025"),
        (CONTRACT, Side.COUNCIL, date(2024, 3, 31), "starts on 1 April 2024"),
    ],
)
def test_notice_that_cannot_be_given_is_refused_with_the_reason(
    contract: Contract, side: Side, served_on: date, told: str
) -> None:
    with pytest.raises(Refusal, match=told):
        notice_ending(contract, side, served_on)


def test_notice_can_be_given_on_a_contract_that_runs_past_its_end() -> None:
    assert notice_ending(CONTRACT, Side.COUNCIL, date(2027, 6, 1)).day == date(2027, 9, 1)


def test_each_sides_notice_is_its_own() -> None:
    both = replace(CONTRACT, notice_terms=(THREE_MONTHS, NoticeTerm(Side.PROVIDER, 28, Unit.DAYS)))
    assert notice_ending(both, Side.PROVIDER, SERVED).day == date(2025, 10, 30)
