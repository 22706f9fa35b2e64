"""What was understood of a cell says which question its figure waits for."""

import pytest

from db.returns.cells import CellValue, place
from db.returns.understanding.answers import take_suggestions
from db.returns.understanding.painting import Painting
from db.returns.understanding.understand import understand
from tests.returns.understanding.board import ASKED, PEOPLE, Board

HEAD = ("Measure", "Actual")


@pytest.mark.parametrize(
    ("rows", "waiting"),
    [
        ((HEAD, (PEOPLE.name, 5), ("Volunteers", 12)), ("B3",)),
        ((("Client", "Age", "Volunteers"), ("Ashford", "old", 12), ("Swale", "young", 13)), ("C2", "C3")),
        (((None, PEOPLE.name, "Volunteers"), ("Ashford", 5, 12), ("Swale", 6, 13)), ("B2", "B3", "C2", "C3")),
    ],
    ids=["a label", "a heading", "a column"],
)
def test_every_figure_under_what_is_asked_about_waits_with_it_until_it_is_answered(
    rows: tuple[tuple[CellValue | None, ...], ...], waiting: tuple[str, ...]
) -> None:
    board = Board().on("Q1 2025/26")
    for number, row in enumerate(rows, 1):
        board.put(f"A{number}", *row)
    understood = understand(board.cells, ASKED)
    settled = take_suggestions(understood)
    sheet = understood.tables[0].sheet
    for cell in waiting:
        before, after = Painting(understood).at(sheet, *place(cell)), Painting(settled).at(sheet, *place(cell))
        assert before is not None
        assert before.question in understood.open_questions
        assert after is not None
        assert after.question != before.question
    sure = Painting(understood).at(sheet, 2, 2)
    assert sure is not None
    assert (sure.question is None) is ("B2" not in waiting)
