"""What headings and labels say by themselves: the quarter over its months, the year beside its quarters, units."""

from datetime import datetime
from decimal import Decimal

import pytest

from db.returns.cells import CellValue
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understand import understand
from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from tests.returns.understanding.board import ASKED, PEOPLE, REFERRALS, month, quarter, whole_year
from tests.returns.understanding.test_answers import board

WAIT = Measure(MeasureId("m-wait"), "Average wait", MeasureUnit.DECIMAL)
SPENT = Measure(MeasureId("m-spent"), "Spend", MeasureUnit.POUNDS)
PLEASED = Measure(MeasureId("m-pleased"), "Satisfaction", MeasureUnit.PERCENT)
UNITS = (WAIT, SPENT, PLEASED)
TEXTS = ("Apr 2025", "May 2025", "Jun 2025")
DAYS = tuple(datetime(2025, number, 1) for number in (4, 5, 6))


@pytest.mark.parametrize("sheet", ["Q1", "Return"])
@pytest.mark.parametrize("months", [TEXTS, DAYS])
@pytest.mark.parametrize("heading", ["Quarter total", "Q1 total", "Total for Q1", "Quarter 1", "Q1"])
def test_months_with_their_year_tell_the_quarter_beside_them(
    sheet: str, months: tuple[CellValue, ...], heading: str
) -> None:
    made = board(
        ("Measure", *months, heading), (PEOPLE.name, 3, 4, 5, 12), (REFERRALS.name, 30, 40, 50, 120), sheet=sheet
    )
    understood = understand(made.cells, ASKED)
    assert understood.open_questions == ()
    found = {each.cell: each for each in understood.readings}
    assert (found["E2"].quarter, found["E2"].kind) == (quarter(1), Meaning.VALUE)
    assert found["E2"].value == Decimal(12)
    assert [found[cell].days for cell in ("B2", "C2", "D2")] == [month(2025, number) for number in (4, 5, 6)]


@pytest.mark.parametrize("heading", ["Total", "YTD"])
def test_a_total_of_months_gives_no_figure_and_asks_nothing(heading: str) -> None:
    understood = understand(
        board(("Measure", *TEXTS, heading), (PEOPLE.name, 30, 40, 50, 120), sheet="Q1").cells, ASKED
    )
    assert understood.open_questions == ()
    assert [each.cell for each in understood.readings] == ["B2", "C2", "D2"]
    assert understood.columns[-1].meaning is Meaning.TOTAL


def test_months_of_two_years_do_not_tell_which_is_meant() -> None:
    understood = understand(
        board(("Measure", "Mar 2025", "Apr 2025", "Quarter 1"), (PEOPLE.name, 3, 4, 5)).cells, ASKED
    )
    assert understood.readings[-1].quarter == quarter(1)
    bare = board(("Measure", "Mar 2025", "Apr 2025", "Quarter 1"), (PEOPLE.name, 30, 40, 50), sheet="S")
    assert len(understand(bare.cells, ASKED).open_questions) == 1


def test_small_figures_under_the_word_month_are_no_periods() -> None:
    made = board(("Measure", "Month"), (None, *TEXTS), (PEOPLE.name, 1, 2, 3), (REFERRALS.name, 4, 1, 2), sheet="S")
    made.merge("B1:D1")
    assert [each.value for each in understand(made.cells, ASKED).readings] == [1, 2, 3, 4, 1, 2]


def test_a_year_beside_its_quarters_is_the_whole_year_whatever_the_sheet_is_called() -> None:
    made = board(("Measure", "Q1 2025-26", "Q2 2025-26", "2025-26"), (PEOPLE.name, 3, 4, 7), sheet="Q2")
    understood = understand(made.cells, ASKED)
    assert understood.open_questions == ()
    assert [each.days for each in understood.readings] == [quarter(1).days, quarter(2).days, whole_year()]


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("Average wait (days)", WAIT),
        ("Average wait (working days)", WAIT),
        ("Average wait, days", WAIT),
        ("2. Spend (£):", SPENT),
        ("Spend £", SPENT),
        ("Satisfaction %", PLEASED),
        ("Satisfaction (per cent)", PLEASED),
    ],
)
def test_a_label_with_a_unit_beside_the_measures_name_is_that_measure(said: str, measure: Measure) -> None:
    understood = understand(board(("Measure", "Actual"), (said, 12)).cells, UNITS)
    assert understood.open_questions == ()
    assert [each.measure for each in understood.readings] == [measure.id]


@pytest.mark.parametrize("said", ["Average wait (%)", "Spend (days)", "Satisfaction (£)", "Spend (£k)", "Spend £000s"])
def test_a_unit_that_is_not_the_measures_own_is_asked_about(said: str) -> None:
    assert len(understand(board(("Measure", "Actual"), (said, 12)).cells, UNITS).open_questions) == 1


def test_where_two_measures_differ_by_their_unit_alone_each_keeps_its_own() -> None:
    share = Measure(MeasureId("m-share"), "Moves (%)", MeasureUnit.PERCENT)
    count = Measure(MeasureId("m-count"), "Moves (cases)", MeasureUnit.COUNT)
    asked = (share, count)
    named = understand(board(("Measure", "Actual"), ("Moves (%)", 85), ("Moves (cases)", 9)).cells, asked)
    assert [(each.measure, each.value) for each in named.readings] == [
        (share.id, Decimal(85)), (count.id, Decimal(9)),
    ]  # fmt: skip
    assert len(understand(board(("Measure", "Actual"), ("Moves", 85)).cells, asked).open_questions) == 1
