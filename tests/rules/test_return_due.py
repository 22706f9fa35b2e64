"""Facts about the day by which a return is due."""

from datetime import date

from db.calendar import bank_holidays
from db.rules.attention import AttentionLine, Matter, Urgency, attention
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.diary import Diary
from db.rules.monitoring import DaysCounted, ReturnSchedule, quarter_of
from db.rules.return_due import due_day
from db.rules.working_days import NONE_RECORDED

ID = ContractId("c")
Q3 = quarter_of(date(2025, 10, 1))
WORKING = ReturnSchedule(ID, date(2025, 10, 1), 15, DaysCounted.WORKING)
CONTRACT = Contract(ID, 1, "C-1", "Advice", starts_on=date(2025, 4, 1), initial_ends_on=date(2027, 3, 31))


def test_fifteen_working_days_after_december_pass_over_new_years_day_and_weekends() -> None:
    due = due_day(WORKING, Q3, holidays=bank_holidays())
    assert due.day == date(2026, 1, 22)
    assert due.why[0] == "The quarter is 1 October 2025 to 31 December 2025."
    assert "15 working days are allowed after it" in due.why[1]
    assert "1 January 2026" in due.why[2]


def test_calendar_days_are_counted_without_bank_holidays() -> None:
    due = due_day(ReturnSchedule(ID, date(2025, 10, 1), 15), Q3, holidays=NONE_RECORDED)
    assert (due.day, len(due.why)) == (date(2026, 1, 15), 2)


def test_a_year_without_recorded_bank_holidays_gives_no_day_and_says_why() -> None:
    due = due_day(WORKING, Q3, holidays=NONE_RECORDED)
    assert due.day is None
    assert "The bank holidays of 2026 are not recorded" in due.why[-1]


def test_attention_counts_a_schedule_of_working_days_in_working_days() -> None:
    (line,) = _returns_looked_at(date(2026, 1, 20), Diary(holidays=bank_holidays()))
    assert (line.act_by, line.matter, line.urgency) == (date(2026, 1, 22), Matter.RETURN_DUE, Urgency.SOON)
    (line,) = _returns_looked_at(date(2026, 1, 23), Diary(holidays=bank_holidays()))
    assert line.matter is Matter.RETURN_LATE


def test_attention_shows_a_return_whose_day_cannot_be_counted_and_never_calls_it_late() -> None:
    (line,) = _returns_looked_at(date(2026, 3, 1), Diary())
    assert (line.act_by, line.matter) == (None, Matter.RETURN_DUE)
    assert line.what == "Quarter 3 2025-26 return is due on a day that cannot be counted"


def _returns_looked_at(on: date, diary: Diary) -> list[AttentionLine]:
    lines = attention([CONTRACT], [], [WORKING], [], on, diary)
    return [line for line in lines if line.about == Q3.label]
