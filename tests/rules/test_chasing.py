"""What is written to a provider whose returns are owed."""

from datetime import date

from db.rules.chasing import Chased, chase
from db.rules.decision import ContractId
from db.rules.ledger import ReturnFacts, ledger
from db.rules.monitoring import DaysCounted, ReturnSchedule
from tests.rules.english_days import HOLIDAYS
from tests.rules.measures import Q3

SCHEDULE = ReturnSchedule(ContractId("one"), date(2025, 7, 1), 15, DaysCounted.WORKING)
CAME = {(ContractId("one"), Q3): ReturnFacts(received_on=(date(2026, 1, 5),))}


def chased(on: date, facts: object = None, reference: str = "H-1") -> Chased:
    """The contract with its ledger on a day."""
    lines = ledger((SCHEDULE,), facts or {}, on, holidays=HOLIDAYS)  # type: ignore[arg-type]
    return Chased(reference, "Help at home", "Help CIO", "returns@example.org", lines)


def test_the_message_names_contract_quarters_due_days_and_contact() -> None:
    on = date(2026, 1, 23)
    message = chase([chased(on)], on, council="Kent County Council", officer="C. Officer")
    assert message is not None
    assert message.to == "returns@example.org"
    assert message.subject == ("H-1: monitoring returns for Quarter 2 2025-26, Quarter 3 2025-26 and Quarter 4 2025-26")
    assert message.body.splitlines()[:8] == [
        "To Help CIO",
        "",
        "On 23 January 2026 we have not received:",
        "",
        "H-1, Help at home",
        "- Quarter 2 2025-26 (1 July 2025 to 30 September 2025): was due by 21 October 2025, 94 days ago",
        "- Quarter 3 2025-26 (1 October 2025 to 31 December 2025): was due by 22 January 2026, 1 day ago",
        "- Quarter 4 2025-26 (1 January 2026 to 31 March 2026): due by 23 April 2026",
    ]
    assert message.body.endswith("\n\nC. Officer\nKent County Council")


def test_a_return_that_came_is_not_asked_for() -> None:
    on = date(2026, 1, 23)
    message = chase([chased(on, CAME)], on, council="Kent County Council")
    assert message is not None
    assert "Quarter 3" not in message.body


def test_nothing_owed_is_no_message() -> None:
    assert chase([chased(date(2025, 6, 30))], date(2025, 6, 30), council="Kent County Council") is None


def test_before_anything_is_late_the_message_reminds() -> None:
    on = date(2025, 9, 16)
    message = chase([chased(on)], on, council="Kent County Council")
    assert message is not None
    assert message.subject == "H-1: monitoring return for Quarter 2 2025-26"
    assert "These monitoring returns are to come:" in message.body


def test_one_message_asks_for_all_contracts_of_a_provider() -> None:
    on = date(2025, 10, 22)
    message = chase([chased(on), chased(on, reference="H-2")], on, council="Kent County Council")
    assert message is not None
    assert (message.to, message.subject) == ("returns@example.org", "4 monitoring returns for 2 contracts")
    assert message.body.count("To Help CIO\n") == 1
