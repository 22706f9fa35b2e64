"""Web pages that portals hand out as workbooks are read as Excel shows them."""

import pytest

from db.returns.cells import Cells, Merged
from db.returns.files.web_page import NOTE, SHEET
from db.returns.workbook import read_content
from tests.returns.test_awkward import by_address


def read(page: str) -> Cells:
    """What is read of a page called a workbook."""
    return read_content(page.encode(), "sent.xls")


def table(rows: str) -> dict[str, object]:
    """What is read of one table, by address."""
    return dict(by_address(read(f"<html><body><table>{rows}</table></body></html>"))[SHEET])


def test_a_table_is_a_sheet_and_that_it_was_a_web_page_is_told() -> None:
    cells = read("<table><tr><th>Measure</th><th>Figure</th></tr><tr><td>People</td><td>12</td></tr></table>")
    assert by_address(cells) == {SHEET: {"A1": "Measure", "B1": "Figure", "A2": "People", "B2": "12"}}
    assert (cells.kind, cells.notes) == ("html", (NOTE,))


def test_what_stands_between_tables_has_a_row_of_its_own() -> None:
    page = "<h1>Return</h1><table><tr><td>1</table>Notes:<br>none<table><tr><td>2<td>3</table>The end"
    assert dict(by_address(read(page))[SHEET]) == {
        "A1": "Return", "A2": "1", "A3": "Notes:\nnone", "A4": "2", "B4": "3", "A5": "The end",
    }  # fmt: skip


def test_cells_that_reach_over_others_leave_their_places_free() -> None:
    page = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>"
    cells = read(page)
    assert dict(by_address(cells)[SHEET]) == {"A1": "a", "B1": "b", "B2": "c", "C2": "d", "A3": "e"}
    assert cells.merged == {SHEET: (Merged(1, 1, 2, 1), Merged(1, 2, 1, 3))}


def test_a_cell_that_reaches_below_its_table_keeps_the_next_one_off() -> None:
    page = "<table><tr><td rowspan=3>a</table><table><tr><td>b</table>"
    assert dict(by_address(read(page))[SHEET]) == {"A1": "a", "A4": "b"}


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<td>two\n words</td>", "two words"),
        ("<td>two<br>lines</td>", "two\nlines"),
        ("<td>&pound;5 &amp; &#39;more&#39;&nbsp;</td>", "£5 & 'more'"),
        ("<td><b>b</b>old<!-- not <td> this --></td>", "bold"),
        ("<td>a<script>if (1 < 2) x();</script>b", "ab"),
        ("<TD ALIGN='right' title=\"a > b\">7</TD>", "7"),
        ("<td x:num='1234.5'>1,234.50</td>", 1234.5),
        ('<td sdval="0.5">50%</td>', 0.5),
        ("<td x:num>7</td>", "7"),
        ("<td x:num='one'>1</td>", "one"),
        ("<td colspan=none>7</td>", "7"),
        ("<td>1 < 2</td>", "1 < 2"),
        ("<td>=1+1</td>", "=1+1"),
    ],
)
def test_a_cell_is_what_the_page_shows_but_for_a_number_it_gives_in_full(cell: str, shown: object) -> None:
    assert table(f"<tr>{cell}</tr>") == {"A1": shown}


@pytest.mark.parametrize(
    ("named", "written"), [("gb18030", "gb18030"), ("UTF-8", "utf-8"), ("nonsense", "utf-8"), ("utf-16", "utf-8")]
)
def test_a_page_is_read_in_the_alphabet_it_names(named: str, written: str) -> None:
    page = f'<html><meta charset="{named}"><table><tr><td>漢字 £</table>'.encode(written)
    assert read_content(page, "sent.xls").at(SHEET, "A1") == "漢字 £"


def test_rows_that_the_page_hides_are_told() -> None:
    cells = read('<table><tr style="display: none"><td>a</tr><tr><td>b</tr></table>')
    assert cells.hidden_rows == {SHEET: {1}}


def test_a_table_within_a_cell_follows_it() -> None:
    assert table("<tr><td>a<table><tr><td>b<td>c</table><tr><td>d") == {"A1": "a", "A2": "b", "B2": "c", "A3": "d"}


def test_marks_out_of_place_lose_nothing() -> None:
    assert table("<td>a</td><td>b</td></tr></td></tr><tr><td>c</table></table><td>d") == {
        "A1": "a", "B1": "b", "A2": "c", "A3": "d",
    }  # fmt: skip


def test_what_lies_beyond_the_caps_is_told() -> None:
    notes = read("<table><tr>" + "<td>1" * 201 + "<tr>" * 20_000 + "<td>2</table>").notes
    assert ["past column GR" in notes[0], "past row 20,000" in notes[1]] == [True, True]


@pytest.mark.parametrize(
    "piece", ["<!--", "<td a", '<td "', "<tr><td rowspan=1000>", "<table>", "<td " + "a" * 50, "&#", "<td '\"", "<a <"]
)
def test_a_page_made_to_keep_a_computer_busy_is_read_in_one_pass(piece: str) -> None:
    page = "<table><tr><td>x</td></tr>" + piece * (300_000 // len(piece))
    assert read(page).at(SHEET, "A1") == "x"
