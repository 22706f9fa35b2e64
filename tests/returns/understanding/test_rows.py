"""What rows say of themselves, and what they take from the rows and titles above them."""

from decimal import Decimal

from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understand import understand
from tests.returns.understanding.board import ASKED, PEOPLE, REFERRALS, quarter
from tests.returns.understanding.test_answers import HEAD, board


def test_a_row_that_names_its_kind_alone_goes_on_with_the_measure_above_it() -> None:
    made = board(
        ("Measure", "", "Q1", "Q2"),
        (PEOPLE.name, "Target", 10, 20),
        (None, "Actual", 9),
        (REFERRALS.name, "Actual", 4),
        sheet="S",
    )
    made.put("A6", "Reporting period April - June 2025")
    understood = understand(made.cells, ASKED, quarter=quarter(1))
    assert [(each.cell, each.name, each.kind, each.quarter) for each in understood.readings] == [
        ("C2", PEOPLE.name, Meaning.TARGET, quarter(1)),
        ("D2", PEOPLE.name, Meaning.TARGET, quarter(2)),
        ("C3", PEOPLE.name, Meaning.VALUE, quarter(1)),
        ("C4", REFERRALS.name, Meaning.VALUE, quarter(1)),
    ]


def test_a_quarter_takes_its_year_from_the_months_above_it() -> None:
    made = board(("Period: April 2025 - June 2025",), (), ("Measure", "Q1"), (PEOPLE.name, 9), sheet="S")
    assert understand(made.cells, ASKED).readings[0].quarter == quarter(1)


def test_the_same_label_under_two_headings_within_a_table_is_two_figures() -> None:
    made = board(HEAD, ("North",), (PEOPLE.name, 1), ("South",), (PEOPLE.name, 2))
    made.merge("A2:B2")
    made.merge("A4:B4")
    understood = understand(made.cells, ASKED)
    assert [(each.value, each.group) for each in understood.readings] == [(Decimal(1), "North"), (Decimal(2), "South")]
    assert understood.open_questions == ()


def test_a_quarter_that_is_still_to_come_is_not_recorded_as_not_returned() -> None:
    made = board(("Measure", "Q1 2025/26", "Q2 2025/26"), (PEOPLE.name, 5), (REFERRALS.name, None))
    assert [(each.cell, each.value) for each in understand(made.cells, ASKED).readings] == [("B2", 5), ("B3", None)]


def test_the_word_month_over_months_is_no_part_of_a_measure() -> None:
    made = board(
        ("Measure", "Month"),
        (None, "Apr 2025", "May 2025", "Jun 2025"),
        (PEOPLE.name, 1, 2, 3),
        (REFERRALS.name, 4, 5, 6),
        sheet="S",
    )
    made.merge("B1:D1")
    assert not understand(made.cells, ASKED).open_questions
