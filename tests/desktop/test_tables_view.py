"""Facts about looking through, choosing, opening and copying rows."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.tables.clipboard import guarded, html_table, tab_separated
from desktop.tables.table_view import TableView
from tests.desktop.rows import COLUMNS, line, lines

SELECT = QItemSelectionModel.SelectionFlag.Select
CTRL = Qt.KeyboardModifier.ControlModifier


class Kept:
    """Layouts kept in memory."""

    def __init__(self) -> None:
        self.by_table: dict[str, str] = {}

    def layout(self, table: str) -> str:
        return self.by_table.get(table, "")

    def keep_layout(self, table: str, written: str) -> None:
        self.by_table[table] = written


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[TableView]:
    made = TableView(COLUMNS, "contracts", "Contracts", frozen=2)
    qtbot.addWidget(made)
    made.rows.show_rows(lines(60), lambda row: row.id)
    made.resize(900, 400)
    made.show()
    yield made
    made.close()


def select(table: TableView, top: int, left: int, bottom: int, right: int) -> None:
    block = QItemSelection(table.rows.index(top, left), table.rows.index(bottom, right))
    table.selectionModel().select(block, SELECT)


def test_enter_opens_the_row_the_keyboard_is_on(table: TableView, qtbot: QtBot) -> None:
    table.choose("id4")
    with qtbot.waitSignal(table.opened) as heard:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == ["id4"]


def test_a_double_click_opens_its_row(table: TableView, qtbot: QtBot) -> None:
    at = table.visualRect(table.rows.index(2, 1)).center()
    with qtbot.waitSignal(table.opened) as heard:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["id2"]


def test_home_and_end_go_along_the_row_and_ctrl_a_takes_all(table: TableView) -> None:
    table.choose("id4")
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().column() == len(COLUMNS) - 1
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, 0)
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert len(table.chosen_ids()) == 60


def test_tab_leaves_the_table(table: TableView) -> None:
    assert not table.tabKeyNavigation()


def test_a_letter_typed_on_the_table_starts_a_search(table: TableView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.typed) as heard:
        QTest.keyClick(table, Qt.Key.Key_N)
    assert heard.args == ["n"]


def test_the_selected_amounts_are_added_to_the_penny_beyond_any_c_int(table: TableView) -> None:
    table.rows.show_rows([line(1, value=9_000_000_000), line(2, value=1), line(3)], lambda row: row.id)
    sums: list[object] = []
    table.summed.connect(sums.append)
    select(table, 0, 0, 2, 3)
    assert sums[-1] == 9_000_000_001
    table.clearSelection()
    assert sums[-1] is None


def test_a_copied_block_is_tabs_for_text_and_a_table_for_html(table: TableView) -> None:
    table.rows.show_rows([line(1, "=cmd", date(2025, 3, 31), 84882900), line(2, 'say "so"')], lambda row: row.id)
    select(table, 0, 1, 1, 3)
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == '\'=cmd\t31/03/2025\t£848,829\r\n"say ""so"""\t\t\r\n'
    assert ">=cmd</td>" in data.html()
    assert '<td sdval="45747" sdnum="2057;2057;DD/MM/YYYY">31/03/2025</td>' in data.html()
    assert '<td sdval="848829" ' in data.html()


def test_ctrl_shift_c_copies_the_titles_too(table: TableView) -> None:
    select(table, 0, 0, 0, 1)
    QTest.keyClick(table, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "Reference\tTitle\r\nCN-0\tNavigation 0\r\n"


def test_cells_not_selected_inside_a_block_are_copied_blank(table: TableView) -> None:
    select(table, 0, 0, 0, 0)
    select(table, 1, 1, 1, 1)
    table.copy()
    assert QGuiApplication.clipboard().text() == "CN-0\t\r\n\tNavigation 7\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "-1+2", "=-1"])
def test_a_text_that_begins_like_a_formula_never_becomes_one(text: str) -> None:
    assert guarded(text) == "'" + text
    assert f' x:str style="mso-number-format:\'\\@\'" sdnum="2057;0;@">{text}</td>' in html_table([[text]])


@pytest.mark.parametrize("text", ["-£1,200.50", "-5", "+3.5%", "£848,829", "CN-1", ""])
def test_numbers_and_plain_words_are_copied_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    assert tab_separated([["a\nb", "c\td"]]) == '"a\nb"\t"c\td"\r\n'


def test_markup_in_a_cell_stays_words() -> None:
    assert html_table([["<b>A & B</b>"]], headed=True).count("<th>&lt;b&gt;A &amp; B&lt;/b&gt;</th>") == 1


def test_the_place_is_kept_while_a_search_narrows(table: TableView) -> None:
    table.choose("id14")
    table.rows.search("navigation 98")
    assert table.current_id() == "id14"
    table.rows.search("")
    assert table.current_id() == "id14"


def test_the_selection_follows_its_rows_through_a_sort(table: TableView) -> None:
    table.choose("id7")
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert table.chosen_ids() == ("id7",)
    assert table.current_id() == "id7"


def test_rows_and_columns_grow_with_the_type_and_clip_nothing(table: TableView) -> None:
    usual = table.rowHeight(0), table.columnWidth(0)
    theme().apply(Scheme.LIGHT, 2)
    assert QFontMetrics(table.font()).height() + 8 < table.rowHeight(0)
    assert table.rowHeight(0) >= 1.9 * usual[0]
    assert table.columnWidth(0) >= 1.8 * usual[1]
    assert table.titles.height() >= QFontMetrics(table.titles.font()).height() + 8


def test_a_row_is_twenty_eight_pixels_at_the_usual_type(table: TableView) -> None:
    assert table.rowHeight(0) == 28


def test_the_tooltip_says_what_did_not_fit_and_nothing_else(table: TableView) -> None:
    long = "Community Navigation " * 8
    table.rows.show_rows([line(1, long), line(2, "Short")], lambda row: row.id)
    assert table.tip_at(table.visualRect(table.rows.index(0, 1)).center()) == long
    assert table.tip_at(table.visualRect(table.rows.index(1, 1)).center()) == ""
    assert table.tip_at(QPoint(5, table.viewport().height() - 5)) == ""


def test_the_columns_take_the_room_there_is(table: TableView) -> None:
    across = sum(table.columnWidth(at) for at in range(len(COLUMNS)))
    assert abs(across - table.viewport().width()) <= 1


def test_the_first_columns_stay_in_sight_when_scrolled_sideways(table: TableView) -> None:
    table.resize(600, 400)
    table.choose("id1")
    table.horizontalScrollBar().setValue(150)
    frozen = table.findChild(TableView.__mro__[1], "frozenColumns")
    assert frozen is not None
    assert frozen.isVisible()
    assert frozen.columnViewportPosition(0) == 0
    table.setCurrentIndex(table.rows.index(3, 2))
    assert table.columnViewportPosition(2) >= frozen.width() - 1
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_frozen_columns_never_take_the_room_of_the_rest(table: TableView) -> None:
    theme().apply(Scheme.LIGHT, 2)
    table.resize(700, 400)
    table.horizontalScrollBar().setValue(300)
    frozen = table.findChild(TableView.__mro__[1], "frozenColumns")
    assert frozen is not None
    assert frozen.isVisible()
    assert frozen.width() <= 0.6 * table.viewport().width() + 1


def test_widths_order_and_sorting_are_remembered(qtbot: QtBot) -> None:
    kept = Kept()
    first = TableView(COLUMNS, "contracts", "Contracts", layouts=kept)
    qtbot.addWidget(first)
    first.setColumnWidth(2, 222)
    first.titles.moveSection(4, 0)
    first.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    first.keep_layout()
    second = TableView(COLUMNS, "contracts", "Contracts", layouts=kept)
    qtbot.addWidget(second)
    second.resize(800, 300)
    second.fit()
    assert second.columnWidth(2) == 222
    assert second.titles.logicalIndex(0) == 4
    assert second.titles.sortIndicatorSection() == 3
    assert second.titles.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


@pytest.mark.parametrize(
    "written", ["", "{", "[]", '{"order": ["Gone"], "widths": {"Gone": 5}, "sort": ["Gone", true]}']
)
def test_a_kept_layout_that_no_longer_fits_does_no_harm(qtbot: QtBot, written: str) -> None:
    kept = Kept()
    kept.by_table["contracts"] = written
    made = TableView(COLUMNS, "contracts", "Contracts", layouts=kept)
    qtbot.addWidget(made)
    assert [made.titles.logicalIndex(place) for place in range(6)] == list(range(6))


def test_an_empty_table_says_what_belongs_there(table: TableView) -> None:
    table.rows.search("zzz")
    table.set_empty("No contract has these words")
    with_words = table.viewport().grab().toImage()
    table.set_empty("")
    assert table.viewport().grab().toImage() != with_words


def test_a_selected_cell_is_painted_as_selected(table: TableView) -> None:
    select(table, 2, 1, 2, 1)
    at = table.visualRect(table.rows.index(2, 1))
    shown = table.viewport().grab().toImage()
    assert shown.pixelColor(at.right() - 4, at.top() + 4).name().upper() == theme().tokens.selection


def test_twenty_thousand_calls_that_return_none_leave_the_program_standing(table: TableView) -> None:
    for _ in range(20_000):
        table.viewport().update()
    assert table.isVisible()
