"""Quarters that returns report on, and the days they are due."""

from datetime import date

import pytest

from db.rules.decision import ContractId
from db.rules.monitoring import ReturnSchedule, due_on, quarter_of, quarters_expected

FROM_JULY = ReturnSchedule(ContractId("1"), date(2024, 7, 15), 20)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2025, 4, 1), "Quarter 1 2025-26"),
        (date(2025, 9, 30), "Quarter 2 2025-26"),
        (date(2025, 10, 1), "Quarter 3 2025-26"),
        (date(2026, 3, 31), "Quarter 4 2025-26"),
    ],
)
def test_a_quarter_is_named_as_officers_say_it(day: date, label: str) -> None:
    assert quarter_of(day).label == label


def test_a_return_is_due_the_allowed_days_after_its_quarter_ends() -> None:
    assert due_on(quarter_of(date(2024, 11, 1)), 20) == date(2025, 1, 20)


def test_returns_are_expected_from_the_quarter_of_the_first_day_to_that_of_the_last() -> None:
    labels = [period.label for period in quarters_expected(FROM_JULY, date(2025, 4, 1))]
    assert labels == ["Quarter 2 2024-25", "Quarter 3 2024-25", "Quarter 4 2024-25", "Quarter 1 2025-26"]


def test_nothing_is_expected_before_the_first_day() -> None:
    assert quarters_expected(FROM_JULY, date(2024, 7, 14)) == ()
