"""Every calculation by name, with its working."""

from datetime import date, datetime

import pytest

from db.rules.calculations import CALCULATIONS
from db.rules.refusal import Refusal
from db.rules.working_days import YearNotKnown
from db.rules.workings import work_out
from tests.rules.english_days import HOLIDAYS

DAY = date(2025, 1, 31)


@pytest.mark.parametrize("name", CALCULATIONS)
def test_what_is_left_out_takes_the_usual_value(name: str) -> None:
    worked = work_out(name, datetime(2025, 1, 31, 10), holidays=HOLIDAYS)
    assert worked.shown
    assert worked.working
    assert CALCULATIONS[name].title[0].isupper()


def test_a_month_without_that_day_is_told() -> None:
    worked = work_out("period_end", DAY, 1, holidays=HOLIDAYS)
    assert worked.shown == "Friday 28 February 2025"
    assert worked.working[-1] == "February 2025 has no day 31, so its last day, 28, is taken."


def test_a_deadline_at_a_weekend_says_by_when_to_act() -> None:
    worked = work_out("latest_extension_notice", date(2024, 3, 31), holidays=HOLIDAYS)
    assert worked.answer == date(2023, 12, 31)
    assert worked.working[-1] == "31 December 2023 is not a working day (Sunday): act by Friday 29 December 2023."


def test_a_deadline_in_a_year_not_recorded_still_has_its_day_and_a_warning() -> None:
    worked = work_out("latest_service_safe", date(2040, 12, 31), holidays=HOLIDAYS)
    assert worked.answer == date(2040, 9, 30)
    assert worked.working[-1].startswith("The bank holidays of 2040 are not recorded")


def test_a_count_of_working_days_in_a_year_not_recorded_is_refused() -> None:
    with pytest.raises(YearNotKnown, match="2040"):
        work_out("call_in_effective", date(2040, 1, 3), holidays=HOLIDAYS)


def test_bank_holidays_between_are_named() -> None:
    worked = work_out("general_exception_earliest", date(2017, 8, 23), holidays=HOLIDAYS)
    assert worked.working[-1] == "Bank holiday not counted: Summer bank holiday (28 August 2017)."
    in_calendar_days = work_out("key_decision_earliest", date(2023, 12, 19), holidays=HOLIDAYS)
    assert not any("Bank holiday" in step for step in in_calendar_days.working)


def test_the_end_of_a_contract_year_is_shown_as_a_day() -> None:
    worked = work_out("earliest_end_at_year_end", date(2025, 1, 2), holidays=HOLIDAYS)
    assert worked.working[0] == (
        "3 months after Thursday 2 January 2025, carried on to the next 31 March: Tuesday 31 March 2026."
    )


def test_a_contracts_own_length_of_service_is_shown() -> None:
    worked = work_out("deemed_service", DAY, 3, "working_days", "first_class_clause", holidays=HOLIDAYS)
    assert worked.answer == date(2025, 2, 5)
    assert "served 3 working days after sending" in worked.working[0]


def test_a_usual_length_that_depends_on_the_notice_is_shown() -> None:
    worked = work_out("beginning_with_end", date(2026, 4, 1), variant="uk7_light_touch", holidays=HOLIDAYS)
    assert worked.answer == date(2026, 7, 29)
    assert worked.working[1].startswith("120 days beginning with it")


@pytest.mark.parametrize(
    ("name", "day", "n", "unit", "said"),
    [
        ("easter", DAY, None, None, "not a calculation that is known"),
        ("period_end", DAY, 3, "fortnights", "months or weeks or days, not in fortnights"),
        ("period_end", DAY, -3, None, "0 or more"),
        ("member_inspection_deadline", DAY, None, None, "time of day"),
        ("term_end", DAY, 0, None, "at least one"),
    ],
)
def test_what_cannot_be_worked_out_is_refused(name: str, day: date, n: int | None, unit: str | None, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        work_out(name, day, n, unit, holidays=HOLIDAYS)
