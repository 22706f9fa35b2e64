"""Whatever the cells hold: a figure that is not read has a reason that an officer can see."""

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from db.returns.cells import Cells, CellValue, place
from db.returns.tables.table import Role
from db.returns.understanding.meaning import FIGURES, ColumnSuggestion
from db.returns.understanding.painting import Painting
from db.returns.understanding.questions import About
from db.returns.understanding.understand import understand
from db.returns.understanding.understood import Understood
from tests.returns.understanding.board import ASKED, quarter
from tests.returns.understanding.test_answers import board
from tests.returns.understanding.test_any_cells import any_cells

_ROWS = re.compile(r"rows? (\d+)(?: to (\d+))?: there")


some = st.sampled_from((None, "Calls", "Visits", "Ashford", "Swale"))
row = st.tuples(some, some, st.sampled_from((None, 0, 7, 12.5, "x")), st.sampled_from((None, 3, 40)))


@given(any_cells())
@settings(max_examples=100, deadline=None)
def test_a_figure_that_is_not_read_has_a_reason(cells: Cells) -> None:
    _check(understand(cells, ASKED, quarter=quarter(1)))


@given(st.lists(row, min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_a_figure_of_a_row_without_a_label_has_a_reason(rows: list[tuple[CellValue | None, ...]]) -> None:
    _check(understand(board(("Measure", "Area", "Actual", "Target"), *rows).cells, ()))


def _check(understood: Understood) -> None:
    told, painting = _rows_told(understood), Painting(understood)
    asks_more = {each.about for each in understood.open_questions} & {About.MEASURE, About.YEAR, About.QUARTER}
    for column, row in _figures(understood):
        painted = painting.at(column.sheet, row, column.column)
        assert painted is not None
        seen = painted.reading or painted.problem or painted.question or painted.role is Role.HIDDEN
        assert seen or (column.sheet, row) in told or not column.sure or asks_more


def _figures(understood: Understood) -> Iterator[tuple[ColumnSuggestion, int]]:
    tables = {(each.sheet, each.number): each for each in understood.tables}
    for column in understood.columns:
        held = understood.cells.sheets[column.sheet]
        for row in tables[column.sheet, column.table].data_rows if column.meaning in FIGURES else ():
            value = held.get((row, column.column))
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield column, row


def _rows_told(understood: Understood) -> set[tuple[str, int]]:
    """Rows that a problem speaks of: by its cell, or by their numbers."""
    found = {(each.sheet, place(each.cell)[0]) for each in understood.problems}
    for each in understood.problems:
        if rows := _ROWS.search(each.sentence):
            found |= {(each.sheet, row) for row in range(int(rows[1]), int(rows[2] or rows[1]) + 1)}
    return found
