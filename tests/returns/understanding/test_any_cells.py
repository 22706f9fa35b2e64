"""Whatever the cells hold: one role each, no reading from nowhere, a blank is never nought."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from db.returns.cells import Cells, CellValue, Merged, place
from db.returns.tables.finding import find_tables
from db.returns.tables.marks import missing_mark
from db.returns.tables.roles import Roles
from db.returns.understanding.answers import exclude, take_suggestions
from db.returns.understanding.learned import learned
from db.returns.understanding.meaning import FIGURES
from db.returns.understanding.painting import Painting
from db.returns.understanding.understand import understand
from tests.returns.understanding.board import ASKED, quarter

WORDS = (
    "Measure",
    "Target",
    "Actual",
    "Q1 2025/26",
    "Q2",
    "2025/26",
    "Quarter",
    "Total",
    "Notes",
    "People supported in the quarter",
    "New referrals received",
    "Ashford",
    "Note: x",
    "END",
    "Provider:",
    "-",
    "x",
    "n/a",
    "<5",
    "nil",
    "1,234",
    "£12.50",
    "85%",
    "1/4/2025",
    "13/4/2025",
    "4/13/2025",
    "120*",
    "#REF!",
    " ",
    "a" * 120,
    "Apr-25",
    "31 March 2025",
    "(1,200)",
    "1.2m",
    "*",
)
values: st.SearchStrategy[CellValue] = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-5, 3000),
    st.floats(0, 2, allow_nan=False),
    st.dates(date(2024, 1, 1), date(2026, 1, 1)),
    st.datetimes(datetime(2024, 1, 1), datetime(2026, 1, 1)),
    st.text(max_size=12),
    st.booleans(),
)
spots = st.tuples(st.integers(1, 14), st.integers(1, 7))
sheet_cells = st.dictionaries(spots, values, max_size=60)
numbers = st.frozensets(st.integers(1, 14), max_size=2)


@st.composite
def any_cells(draw: st.DrawFn) -> Cells:
    """A workbook of two sheets with merged, hidden, hidden-format and uncalculated cells."""
    sheets = {"Q1": draw(sheet_cells), "Data": draw(sheet_cells)}
    row, column = draw(spots)
    block = Merged(row, column, row + draw(st.integers(0, 2)), column + draw(st.integers(0, 3)))
    hidden = {"Data": draw(numbers)}
    return Cells(
        "any.xlsx",
        "",
        sheets,
        merged={"Data": (block,)},
        hidden_rows=hidden,
        hidden_columns={"Q1": draw(numbers)},
        hidden_sheets=draw(st.sampled_from((frozenset[str](), frozenset({"Q1"})))),
        formats={("Data", "B3"): '[<5]"*"'},
        percent=frozenset({("Data", "C4")}),
        uncalculated=frozenset({("Data", "D5")}),
    )


@given(any_cells())
@settings(max_examples=150, deadline=None)
def test_every_cell_that_holds_something_has_exactly_one_role(cells: Cells) -> None:
    tables = find_tables(cells)
    roles = Roles(cells, tables)
    for sheet, held in cells.sheets.items():
        for (row, column), value in held.items():
            is_blank = isinstance(value, str) and not value.strip()
            assert (roles.at(sheet, row, column) is None) is is_blank
        owned = [(row, n) for each in tables if each.sheet == sheet for row in each.rows for n in each.column_numbers]
        assert len(owned) == len(set(owned))


@given(any_cells())
@settings(max_examples=150, deadline=None)
def test_no_reading_without_its_cell_and_a_blank_is_never_nought(cells: Cells) -> None:
    understood = take_suggestions(understand(cells, ASKED, quarter=quarter(1)))
    tables = {(each.sheet, each.number): each for each in understood.tables}
    for reading in understood.readings:
        row, column = place(reading.cell)
        value = cells.sheets[reading.sheet].get((row, column))
        if value is None or (isinstance(value, str) and missing_mark(value)):
            assert reading.value is None
            assert reading.how
        if reading.kind in FIGURES and reading.value == Decimal(0):
            assert value is not None
        assert any(row in each.rows and column in each.column_numbers for each in tables.values())


@given(any_cells())
@settings(max_examples=60, deadline=None)
def test_a_cell_gives_at_most_one_reading_and_none_once_excluded(cells: Cells) -> None:
    understood = understand(cells, (), quarter=quarter(1))
    spots_read = [(each.sheet, each.cell) for each in understood.readings]
    assert len(spots_read) == len(set(spots_read))
    if spots_read:
        without = exclude(understood, *spots_read[0])
        assert spots_read[0] not in {(each.sheet, each.cell) for each in without.readings}


@given(any_cells())
@settings(max_examples=60, deadline=None)
def test_every_reading_problem_and_question_is_painted_on_its_cell(cells: Cells) -> None:
    understood = understand(cells, ASKED, quarter=quarter(1))
    painting = Painting(understood)
    for each in understood.readings:
        painted = painting.at(each.sheet, *place(each.cell))
        assert painted is not None
        assert painted.reading == each
    for problem in understood.problems:
        painted = painting.at(problem.sheet, *place(problem.cell))
        assert painted is not None
        assert painted.problem is not None


@given(any_cells())
@settings(max_examples=80, deadline=None)
def test_the_same_file_with_what_was_learned_of_it_is_read_the_same_and_has_not_changed(cells: Cells) -> None:
    first = understand(cells, ASKED, quarter=quarter(1))
    for _ in range(4):
        first = take_suggestions(first)
    again = understand(cells, ASKED, learned(first), quarter(1))
    assert [each.key for each in again.open_questions] == [each.key for each in first.open_questions]
    assert again.readings == first.readings
    assert again.changed == ()
