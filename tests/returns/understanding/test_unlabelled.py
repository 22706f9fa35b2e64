"""What rows of figures are called where the first column says nothing; what nothing names is told."""

from db.returns.understanding.answers import exclude_row, take_suggestions
from db.returns.understanding.understand import understand
from tests.returns.understanding.board import ASKED, PEOPLE, REFERRALS
from tests.returns.understanding.test_answers import HEAD, board

QUARTERS = ("Q1 2025-26", "Q2 2025-26")


def test_labels_in_steps_name_their_rows() -> None:
    made = board(
        ("Measure", None, None, *QUARTERS),
        ("North", None, None, 30, 40),
        (None, "Ashford", None, 10, 11),
        (None, "Swale", None, 20, 29),
        (None, None, "Sheerness", 9, 8),
        (None, None, "Minster", 7, 6),
        ("South", None, None, 50, 60),
    )
    understood = take_suggestions(understand(made.cells, ()))
    assert understood.open_questions == ()
    assert not understood.problems
    assert [each.name for each in understood.readings if each.cell[0] == "E"] == [
        "North", "Ashford", "Swale", "Sheerness", "Minster", "South",
    ]  # fmt: skip


def test_words_beside_every_label_are_no_labels_themselves() -> None:
    made = board(
        ("Measure", None, *QUARTERS),
        ("North", "near", 30, 40),
        ("South", "far", 10, 11),
        ("West", "further", 20, 29),
    )
    assert {each.name for each in understand(made.cells, ()).readings} == {"North", "South", "West"}


def test_a_measure_over_its_parts_is_the_measure_of_each_of_them() -> None:
    made = board(
        ("Measure", "Area", "Actual"),
        (PEOPLE.name, "North", 1),
        (None, "South", 2),
        (REFERRALS.name, "North", 3),
        (None, "South", 4),
    )
    understood = understand(made.cells, ASKED)
    assert [(each.cell, each.name, each.group) for each in understood.readings] == [
        ("C2", PEOPLE.name, "North"),
        ("C3", PEOPLE.name, "South"),
        ("C4", REFERRALS.name, "North"),
        ("C5", REFERRALS.name, "South"),
    ]
    assert not understood.problems


def test_a_part_that_comes_again_under_no_label_is_not_taken_for_the_measure_above() -> None:
    made = board(("Measure", "Area", "Actual"), (PEOPLE.name, "North", 1), (None, "South", 2), (None, "North", 3))
    understood = understand(made.cells, ASKED)
    assert [each.cell for each in understood.readings] == ["C2", "C3"]
    assert [each.cell for each in understood.problems] == ["C4"]


def test_figures_that_nothing_names_are_told_by_their_rows_and_can_be_left_out() -> None:
    made = board(("Measure", "Q1 2025-26", "Target"), (PEOPLE.name, 5, 6), (None, 7, 8), (None, 9), (REFERRALS.name, 3))
    made.put("A7", PEOPLE.name)
    understood = understand(made.cells, ASKED)
    assert [each.cell for each in understood.problems] == ["B3"]
    assert understood.problems[0].sentence == (
        "Sheet “Q1 2025/26”, rows 3 to 4: there are 3 figures, and nothing says of what, so none was read. A row of "
        "figures has a label. Have the label written beside them, or leave the rows out."
    )
    left = exclude_row(exclude_row(understood, "Q1 2025/26", 3), "Q1 2025/26", 4)
    assert not left.problems


def test_one_row_that_nothing_names_is_told_alone() -> None:
    problem = understand(board(HEAD, (PEOPLE.name, 5), (None, 7), (REFERRALS.name, 3)).cells, ASKED).problems[0]
    assert problem.sentence.startswith("Sheet “Q1 2025/26”, row 3: there is 1 figure,")


def test_of_three_figures_in_a_row_that_no_heading_tells_apart_none_is_suggested() -> None:
    made = board((PEOPLE.name, 30, 40, 50), (REFERRALS.name, 31, 41, 51))
    understood = take_suggestions(understand(made.cells, ASKED))
    twice = [each for each in take_suggestions(understood).questions if each.key.startswith("twice")]
    assert twice
    assert all(each.suggested == "leave out" for each in twice)
    assert "no heading tells them apart" in twice[0].evidence
