"""Cells that hold more than a figure, or one that was worked out further than money goes."""

from decimal import Decimal

import pytest

from db.returns.understanding.answers import answer, take_suggestions
from db.returns.understanding.questions import About
from db.returns.understanding.understand import understand
from tests.returns.understanding.board import ASKED, PEOPLE, PLANNED, SPEND
from tests.returns.understanding.test_answers import HEAD, board


@pytest.mark.parametrize("said", ["5/9", "5 of 9", "5 out of 9", "£5 / £9"])
def test_a_share_is_no_figure_and_what_to_do_is_said(said: str) -> None:
    understood = understand(board(HEAD, (PEOPLE.name, said)).cells, ASKED)
    assert understood.problems[0].sentence == (
        f"Sheet “Q1 2025/26”, cell B2, {PEOPLE.name}, holds “{said}”. It is a share of two numbers, and a cell holds "
        "one. Have the figure itself written there, or the two in cells of their own. A number is whole and "
        "0 or more, such as 1,234."
    )


@pytest.mark.parametrize("said", ["51,230 (35,415)", "51,230 - 35,415", "51,230 and 35,415", "51,230\n35,415"])
def test_two_numbers_in_a_cell_are_named_and_neither_is_taken(said: str) -> None:
    understood = understand(board(HEAD, (PEOPLE.name, said)).cells, ASKED)
    assert understood.readings == ()
    assert "Two numbers stand in one cell, 51,230 and 35,415, and nothing says which counts." in (
        understood.problems[0].sentence
    )


@pytest.mark.parametrize("said", ["about twelve", "1.2.3", "2024/25/26"])
def test_other_words_are_not_said_to_be_two_numbers(said: str) -> None:
    sentence = understand(board(HEAD, (PEOPLE.name, said)).cells, ASKED).problems[0].sentence
    assert "two numbers" not in sentence.lower()


def test_an_amount_that_was_worked_out_is_rounded_to_the_penny_and_that_is_told() -> None:
    understood = understand(board(HEAD, (SPEND.name, 3160.13533333333)).cells, ASKED)
    assert understood.readings[0].value == Decimal(316014)
    assert understood.readings[0].how == "It was worked out, to 3160.13533333333: rounded to the penny."


@pytest.mark.parametrize("amount", [12.345, "3160.13533333333"])
def test_an_amount_that_somebody_may_have_written_past_the_penny_is_a_problem(amount: float | str) -> None:
    understood = understand(board(HEAD, (SPEND.name, amount)).cells, ASKED)
    assert "has a fraction of a penny" in understood.problems[0].sentence


def test_a_percentage_below_nothing_is_said_to_be_so() -> None:
    understood = understand(board(HEAD, (PLANNED.name, -2.4)).cells, ASKED)
    assert "It is less than nothing." in understood.problems[0].sentence


def test_thousands_are_told_by_heading_unit_label_or_title_and_multiplied_once() -> None:
    by_heading = board(("Measure", "Actual £000s"), (SPEND.name, 12))
    by_unit = board(("Measure", "Unit", "Actual"), (SPEND.name, "£000s", 12))
    by_label = board(HEAD, (f"{SPEND.name} (£k)", 12))
    by_title = board(("Money out (£000s)",), (), HEAD, (SPEND.name, 12), (PEOPLE.name, 12))
    for what, made in (("heading", by_heading), ("unit", by_unit), ("label", by_label), ("title", by_title)):
        understood = take_suggestions(understand(made.cells, ASKED))
        spent = next(each for each in understood.readings if each.measure == SPEND.id)
        assert spent.value == Decimal(12_000_00)
        assert spent.how.startswith(f"The {what} says “")
        question = next(each for each in understood.questions if each.about is About.SCALE)
        again = answer(understood, question.key, "1")
        assert next(each for each in again.readings if each.measure == SPEND.id).value == Decimal(12_00)
    people = [each.value for each in understand(by_title.cells, ASKED).readings if each.measure == PEOPLE.id]
    assert people == [Decimal(12)]
