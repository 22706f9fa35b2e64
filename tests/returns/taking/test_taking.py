"""Facts about what the register keeps of a file: readings of one quarter, queries, and whose return it is."""

import tracemalloc
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.returns.cells import Cells
from db.returns.taking.asking import doubts_of
from db.returns.taking.looking import first_look
from db.returns.taking.meant import Candidate, meant_by
from db.returns.taking.readings import days_words, kept_readings, newest_quarter, quarters_told
from db.returns.taking.steps import Answered, ForQuarter, LeftOut, Named, Remapped
from db.returns.understanding.answers import take_suggestions
from db.returns.understanding.learned import learned
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understand import understand
from db.rules.dates import Period, financial_year_period
from db.rules.decision import ContractId
from db.rules.monitoring import FigureState
from db.rules.refusal import Refusal
from tests.returns.understanding.board import ASKED, ENDED, PEOPLE, PLANNED, REFERRALS, SPEND, Board, quarter
from tests.returns.understanding.shapes import quarters_across, suppressed


def simple(*rows: tuple[object, ...]) -> Cells:
    """A table of measures with the figure of Quarter 2."""
    board = Board("Northfield Q2.xlsx").on("Return")
    board.put("A1", "Measure", "Q2 2025/26", "Comments")
    for number, row in enumerate(rows, 2):
        board.put(f"A{number}", *row)  # type: ignore[arg-type]
    return board.cells


WITH_A_BAD_ONE = simple((PEOPLE.name, "about 120"), (REFERRALS.name, None, "late"), (ENDED.name, 9), (SPEND.name, 5))


def test_a_quarters_return_keeps_its_own_figures_and_the_years_target_as_a_part() -> None:
    understood = understand(quarters_across(quarter(2)).board.cells, ASKED)
    kept = kept_readings(understood, quarter(2))
    assert [(each.measure, each.kind, each.part, each.cell, each.value) for each in kept] == [
        (PEOPLE.name, "target", "2025-26", "D4", Decimal(400)),
        (PEOPLE.name, "value", "", "F4", Decimal(101)),
        (PLANNED.name, "target", "2025-26", "D5", Decimal(85)),
        (PLANNED.name, "value", "", "F5", Decimal("82.5")),
        (SPEND.name, "target", "2025-26", "D6", Decimal(9_000_000)),
        (SPEND.name, "value", "", "F6", Decimal(2_250_050)),
    ]


def test_the_quarters_of_a_file_are_those_it_reports_and_the_newest_is_its_own() -> None:
    understood = understand(quarters_across(quarter(3)).board.cells, ASKED)
    assert [(each.label, count) for each, count in quarters_told(understood)] == [
        ("Quarter 1 2025-26", 3), ("Quarter 2 2025-26", 3), ("Quarter 3 2025-26", 3),
    ]  # fmt: skip
    assert newest_quarter(understood) == quarter(3)


def test_a_number_kept_back_is_suppressed_and_a_blank_is_not() -> None:
    understood = take_suggestions(understand(suppressed(quarter(2)).board.cells, ASKED))
    states = {each.cell: each.state for each in kept_readings(understood, quarter(2))}
    assert states["B3"] is FigureState.SUPPRESSED
    assert states["C3"] is FigureState.RETURNED


@pytest.mark.parametrize(
    ("days", "words"),
    [(Period(date(2025, 4, 1), date(2025, 4, 30)), "April 2025"), (financial_year_period(2025), "2025-26"),
     (Period(date(2025, 4, 1), date(2025, 9, 30)), "First half of 2025-26")],
)  # fmt: skip
def test_a_part_is_called_by_its_month_its_year_or_its_days(days: Period, words: str) -> None:
    assert days_words(days) == words


def test_what_breaks_a_rule_is_put_to_the_provider_and_a_blank_only_when_the_officer_says_so() -> None:
    understood = understand(WITH_A_BAD_ONE, ASKED)
    doubts = doubts_of(understood, quarter(2))
    assert [(each.query.cell, each.query.says, each.is_meant) for each in doubts] == [
        ("B2", "about 120", True), ("B3", "", False),
    ]  # fmt: skip
    assert doubts[0].query.asked.endswith("What is the figure?")
    assert "Sheet" not in doubts[0].query.asked
    assert doubts[1].query.asked == f"What is the figure for {REFERRALS.name}?"


def test_an_open_question_is_put_to_the_provider() -> None:
    cells = simple((PEOPLE.name, 120), (PLANNED.name, 0.8))
    (doubt,) = doubts_of(understand(cells, ASKED), quarter(2))
    assert (doubt.query.cell, doubt.query.says, doubt.is_meant) == ("B3", "0.8", True)


def test_each_step_gives_the_file_afresh_and_leaves_the_one_before() -> None:
    understood = understand(simple((PEOPLE.name, 120), (REFERRALS.name, 30), (PLANNED.name, 0.8)), ASKED)
    (question,) = understood.open_questions
    answered = Answered(question.key, "of one").take(understood)
    assert [each.value for each in answered.readings if each.cell == "B4"] == [Decimal(80)]
    assert "B3" not in {each.cell for each in LeftOut("Return", "B3").take(answered).readings}
    assert "B3" not in {each.cell for each in LeftOut("Return", "3").take(answered).readings}
    assert "B2" not in {each.cell for each in Named(PEOPLE.name, None).take(answered).readings}
    renamed = Named(REFERRALS.name, PEOPLE.id).take(answered)
    assert {each.name for each in renamed.readings if each.cell == "B3"} == {PEOPLE.name}
    assert not any(each.value for each in Remapped("Return", 2, 1, Meaning.LEFT_OUT).take(answered).readings)
    assert understood.open_questions == (question,)
    with pytest.raises(Refusal, match="no longer there"):
        Remapped("Return", 9, 1, Meaning.LEFT_OUT).take(answered)


def test_the_quarter_is_the_officers_word_where_the_file_names_none() -> None:
    board = Board("figures.csv").on("figures")
    board.put("A1", "Measure", "Figure")
    board.put("A2", PEOPLE.name, 12)
    understood = ForQuarter(quarter(3)).take(understand(board.cells, ASKED))
    assert newest_quarter(understood) == quarter(3)


NORTH = Candidate(ContractId("c1"), "SS/24/17", "Floating support", ("Northfield Support",), ASKED)
SOUTH = Candidate(ContractId("c2"), "SS/24/171", "Outreach", ("Southgate Care",), ASKED)


def test_a_file_is_of_the_contract_it_names() -> None:
    board = Board().on("Form")
    board.put("A1", "Contract", "SS/24/171")
    meant = meant_by(board.cells, (NORTH, SOUTH))
    assert meant is not None
    assert (meant.contract_id, meant.provider, meant.evidence) == ("c2", "Southgate Care", "It names SS/24/171.")


def test_a_file_is_of_the_provider_it_names_and_of_the_contract_that_waits_for_one() -> None:
    board = Board("Northfield Support Q2.xlsx").on("Form")
    board.put("A1", "Figures", 3)
    other = replace(NORTH, contract_id=ContractId("c3"), reference="SS/24/99", title="Advice")
    assert meant_by(board.cells, (NORTH, other, SOUTH)) is None
    waiting = replace(other, awaited=quarter(2))
    meant = meant_by(board.cells, (NORTH, waiting, SOUTH))
    assert meant is not None
    assert meant.contract_id == "c3"


def test_a_file_laid_out_as_an_earlier_return_is_of_that_contract_and_asks_nothing() -> None:
    cells = simple((PEOPLE.name, 120), (PLANNED.name, 0.8))
    understood = understand(cells, ASKED)
    settled = Answered(understood.open_questions[0].key, "of one").take(understood)
    known = replace(SOUTH, profiles=(learned(settled, "Southgate Care", "SS/24/171"),))
    looked = first_look(replace(cells, file_name="next.xlsx"), (NORTH, known))
    assert looked.meant is not None
    assert (looked.meant.contract_id, looked.meant.evidence) == ("c2", "It is laid out as its earlier return.")
    assert looked.understood.open_questions == ()


def test_a_file_that_names_nobody_is_of_no_contract_unless_there_is_only_one() -> None:
    board = Board().on("Form")
    board.put("A1", "Figures", 3)
    assert first_look(board.cells, (NORTH, SOUTH)).meant is None
    assert first_look(board.cells, (NORTH,)).meant is not None


def test_a_contract_is_known_by_the_beginning_of_a_text_however_long_it_is() -> None:
    """A cell may hold a million characters, and a sheet thousands of such cells."""
    long = "Return of CN-0042. " + "All went well. " * 70_000
    board = Board("figures.xlsx").on("Return")
    for row in range(1, 1_500):
        board.put(f"A{row}", long)
    candidates = [Candidate(ContractId(each), each, "Befriending") for each in ("CN-0041", "CN-0042")]
    tracemalloc.start()
    meant = meant_by(board.cells, candidates)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert meant is not None
    assert meant.contract_id == "CN-0042"
    assert most < 20_000_000
