"""Facts about the ledger of a whole register."""

from datetime import date

from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.every_return import UNASKED, every_return
from db.rules.ledger import ReturnFacts, ReturnState
from db.rules.monitoring import ReturnSchedule, quarter_of
from db.rules.working_days import NONE_RECORDED

ID = ContractId("c")
ENDED = Contract(ID, 1, "C-1", "Advice", starts_on=date(2025, 4, 1), initial_ends_on=date(2025, 9, 30))
SCHEDULE = ReturnSchedule(ID, date(2025, 4, 1), 15)
ON = date(2026, 1, 20)


def test_nothing_is_expected_for_a_quarter_after_the_contract_ended() -> None:
    lines = every_return([ENDED], [SCHEDULE], {}, ON, holidays=NONE_RECORDED)
    assert [line.period.label for line in lines] == ["Quarter 2 2025-26", "Quarter 1 2025-26"]


def test_a_return_that_came_after_the_end_is_listed_without_a_due_day() -> None:
    facts = {(ID, quarter_of(ON)): ReturnFacts((ON,))}
    line = every_return([ENDED], [SCHEDULE], facts, ON, holidays=NONE_RECORDED)[0]
    assert (line.state, line.due_on, line.days_late, line.problem) == (ReturnState.RECEIVED, None, 0, UNASKED)


def test_a_return_that_came_later_than_the_day_looked_from_is_not_there_yet() -> None:
    facts = {(ID, quarter_of(ON)): ReturnFacts((ON,))}
    assert every_return([ENDED], [], facts, date(2026, 1, 19), holidays=NONE_RECORDED) == ()


def test_a_schedule_of_a_contract_that_cannot_be_read_lists_nothing() -> None:
    assert every_return([], [SCHEDULE], {}, ON, holidays=NONE_RECORDED) == ()
