"""Two dozen workbooks of different shapes are read right, cell by cell; the next quarter's needs no question."""

from collections.abc import Callable

import pytest

from db.returns.cells import Cells
from db.returns.understanding.answers import answer_all
from db.returns.understanding.learned import learned
from db.returns.understanding.understand import understand
from db.returns.understanding.understood import Understood
from db.rules.monitoring import ReturnPeriod
from tests.returns.understanding.board import ASKED, Expected, Shape, quarter
from tests.returns.understanding.shapes import SHAPES

Maker = Callable[[ReturnPeriod], Shape]
each_shape = pytest.mark.parametrize("make", SHAPES.values(), ids=SHAPES.keys())


def answered(shape: Shape) -> Understood:
    """The first file of a shape with its questions answered, as often as answers bring up others."""
    return answered_cells(shape.board.cells, shape)


def answered_cells(cells: Cells, shape: Shape) -> Understood:
    """The same from cells that may have been through a file."""
    understood = understand(cells, ASKED)
    for _ in range(4):
        open_keys = [each.key for each in understood.open_questions]
        given = [(key, choice) for key in open_keys for begins, choice in shape.answers if key.startswith(begins)]
        if given:
            understood = answer_all(understood, given)
    return understood


def said(understood: Understood) -> dict[tuple[str, str], Expected]:
    """The readings as they are expected."""
    return {
        (each.sheet, each.cell): (each.name, each.kind, each.days, each.value)
        for each in understood.readings
        if each.days is not None
    }


@each_shape
def test_every_reading_is_right_cell_by_cell(make: Maker) -> None:
    shape = make(quarter(2))
    understood = answered(shape)
    assert [each.text for each in understood.open_questions] == []
    assert said(understood) == shape.board.expected
    assert understood.problems == ()


@each_shape
def test_the_next_quarter_needs_no_question_and_is_read_right(make: Maker) -> None:
    profile = learned(answered(make(quarter(2))), "Northfield Support", "SS/2024/17")
    shape = make(quarter(3))
    understood = understand(shape.board.cells, ASKED, profile)
    assert [each.text for each in understood.open_questions] == []
    assert said(understood) == shape.board.expected
    assert understood.changed == ()
