"""The ledger of returns as a workbook."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from db.rules.decision import ContractId
from db.rules.ledger import Facts, ReturnFacts, late, ledger
from db.rules.monitoring import DaysCounted, ReturnSchedule
from db.rules.owed import Owed
from db.rules.working_days import NONE_RECORDED, BankHolidays
from exports.returns_ledger import render
from tests.rules.english_days import HOLIDAYS
from tests.rules.measures import Q3

ON = date(2026, 2, 1)
SCHEDULE = ReturnSchedule(ContractId("one"), date(2025, 7, 1), 15, DaysCounted.WORKING)
CAME: Facts = {(ContractId("one"), Q3): ReturnFacts(received_on=(date(2026, 1, 24),))}


def rows(holidays: BankHolidays = HOLIDAYS, *, only_late: bool = False) -> list[dict[str, Any]]:
    """The ledger written and read back, each row by its headings."""
    lines = ledger((SCHEDULE,), CAME, ON, holidays=holidays)
    listed = late(lines) if only_late else lines
    content = render([Owed(line, "H-1", "Help at home", "Help CIO", "returns@example.org") for line in listed], ON)
    head, *cells = load_workbook(BytesIO(content))["Returns"].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in cells]


def test_every_quarter_is_a_row_with_its_state_and_real_days() -> None:
    assert [(row["Quarter"], row["State"], row["Days late"]) for row in rows()] == [
        ("Quarter 2 2025-26", "Late by 103 days", 103),
        ("Quarter 3 2025-26", "Received 2 days late", 2),
        ("Quarter 4 2025-26", "Expected", None),
    ]
    assert rows()[1]["Due by"] == datetime(2026, 1, 22)
    assert rows()[1]["First received"] == datetime(2026, 1, 24)
    assert rows()[0]["First received"] is None


def test_the_late_list_is_only_what_is_late() -> None:
    assert [row["Quarter"] for row in rows(only_late=True)] == ["Quarter 2 2025-26"]


def test_a_due_day_that_cannot_be_counted_says_why() -> None:
    assert rows(NONE_RECORDED)[0]["Due by"] is None
    assert "are not recorded" in rows(NONE_RECORDED)[0]["Why there is no due day"]
