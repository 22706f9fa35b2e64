"""A layout that was learned: as text, for the next file, and where the shape is another."""

import pytest

from db.returns.cells import CellValue
from db.returns.understanding.answers import answer_all, exclude_row, take_suggestions
from db.returns.understanding.differences import Change, changed_readings
from db.returns.understanding.learned import learned
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.profile_text import read_profile, write_profile
from db.returns.understanding.questions import About
from db.returns.understanding.understand import understand
from db.rules.refusal import Refusal
from tests.returns.understanding.board import ASKED, ENDED, PEOPLE, REFERRALS, quarter
from tests.returns.understanding.shapes import SHAPES
from tests.returns.understanding.test_answers import board
from tests.returns.understanding.test_shapes import answered

HEAD: tuple[CellValue | None, ...] = ("Measure", "Target", "Actual", "Comments")


def first(*rows: tuple[CellValue | None, ...], head: tuple[CellValue | None, ...] = HEAD) -> LayoutProfile:
    """What is learned of a first file."""
    return learned(take_suggestions(understand(board(head, *rows).cells, ASKED)), "Northfield Support", "SS/2024/17")


ROWS = ((PEOPLE.name, 10, 9, "Well"), (REFERRALS.name, 5, 6))


@pytest.mark.parametrize("make", SHAPES.values(), ids=SHAPES.keys())
def test_a_profile_is_text_that_reads_back_the_same(make) -> None:  # type: ignore[no-untyped-def]
    profile = learned(answered(make(quarter(2))), "Northfield Support", "SS/2024/17")
    text = write_profile(profile)
    assert read_profile(text) == profile
    assert '"provider": "Northfield Support"' in text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "another"}', '{"kind": "contract-desk-layout-1"}', "\x00"])
def test_a_text_that_is_no_profile_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Refusal, match=r"layout"):
        read_profile(text)


def test_a_profile_with_a_meaning_nobody_knows_is_refused() -> None:
    text = write_profile(first(*ROWS)).replace('"meaning": "target"', '"meaning": "guess"')
    with pytest.raises(Refusal, match="guess"):
        read_profile(text)


@pytest.mark.parametrize(
    ("head", "rows", "changed"),
    [
        (HEAD, ROWS, []),
        (
            ("Measure", "Target", "Actual"),
            ((PEOPLE.name, 10, 9), (REFERRALS.name, 5, 6)),
            ["the column “comments” is gone"],
        ),
        ((*HEAD, "Forecast"), ((PEOPLE.name, 10, 9, "x", 8), (REFERRALS.name, 5, 6)), ["the column “forecast” is new"]),
        (("Measure", "Target", "Result", "Comments"), ROWS, ["the column “actual” is now called “result”"]),
        (("Measure", "Actual", "Target", "Comments"), ROWS, ["stands in another place"]),
        (HEAD, (*ROWS, (ENDED.name, 1, 2)), [f"The row “{ENDED.name}” is new"]),
        (HEAD, ROWS[:1], ["The row “new referrals received” is missing"]),
    ],
)
def test_a_changed_shape_says_what_changed(
    head: tuple[CellValue | None, ...], rows: tuple[tuple[CellValue | None, ...], ...], changed: list[str]
) -> None:
    understood = understand(board(head, *rows, sheet="Q2 2025/26").cells, ASKED, first(*ROWS))
    assert len(understood.changed) == len(changed)
    assert all(said in sentence for said, sentence in zip(changed, understood.changed, strict=True))


def test_a_missing_and_a_new_sheet_are_said() -> None:
    understood = understand(board(HEAD, *ROWS, sheet="Summary").cells, ASKED, first(*ROWS), quarter(2))
    assert [each.split(" is ")[1] for each in understood.changed] == ["missing.", "new."]


def test_a_column_that_moved_is_still_read_as_what_it_is() -> None:
    moved = board(("Measure", "Actual", "Target"), (PEOPLE.name, 9, 10), sheet="Q2 2025/26")
    understood = understand(moved.cells, ASKED, first(*ROWS))
    assert {each.cell: each.kind.value for each in understood.readings} == {"B2": "value", "C2": "target"}


def test_a_row_left_out_stays_out_in_the_next_quarter() -> None:
    before = exclude_row(understand(board(HEAD, *ROWS).cells, ASKED), "Q1 2025/26", 3)
    after = understand(board(HEAD, *ROWS, sheet="Q2 2025/26").cells, ASKED, learned(before))
    assert {each.name for each in after.readings} == {PEOPLE.name}


def test_a_measure_that_is_no_longer_asked_is_asked_about_again() -> None:
    profile = first(("Clients", 10, 9), (REFERRALS.name, 5, 6))
    settled = answer_all(
        understand(board(HEAD, ("Clients", 10, 9)).cells, ASKED, profile), [("measure|clients", PEOPLE.id)]
    )
    without = tuple(each for each in ASKED if each is not PEOPLE)
    understood = understand(board(HEAD, ("Clients", 1, 2), sheet="Q2 2025/26").cells, without, learned(settled))
    assert [each.about for each in understood.open_questions] == [About.MEASURE]


def test_exactly_the_changed_figures_of_a_second_version_are_told() -> None:
    one = understand(board(HEAD, *ROWS).cells, ASKED)
    two = understand(board(HEAD, (PEOPLE.name, 10, 11, "Well"), (ENDED.name, 1, None)).cells, ASKED)
    told = [
        (each.change, (each.after or each.before).cell if each.after or each.before else "")  # type: ignore[union-attr]
        for each in changed_readings(one.readings, two.readings)
    ]
    assert told == [
        (Change.CHANGED, "C2"),
        (Change.ADDED, "B3"),
        (Change.ADDED, "C3"),
        (Change.REMOVED, "B3"),
        (Change.REMOVED, "C3"),
    ]


def test_a_figure_that_only_moved_has_not_changed() -> None:
    one = understand(board(HEAD, *ROWS).cells, ASKED)
    two = understand(board(("Performance",), (), HEAD, *ROWS).cells, ASKED)
    assert changed_readings(one.readings, two.readings) == ()
    assert changed_readings(one.readings, one.readings) == ()


def test_without_measures_the_same_file_again_tells_of_no_new_row() -> None:
    cells = board(HEAD, *ROWS).cells
    assert understand(cells, (), learned(take_suggestions(understand(cells, ())))).changed == ()
