"""Facts about how a table's columns share the room there is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.tables.columns import yielding
from desktop.tables.fitting import Wish, fitted
from desktop.tables.kept_layout import read_layout
from desktop.tables.table_view import TableView
from tests.desktop.rows import COLUMNS, lines

THREE = (
    Wish(0, 100, 60),
    Wish(1, 200, 100, stretches=True),
    Wish(2, 100, 100, order=1),
)
REFERENCE, TITLE, ENDS, VALUE, PARTS, STATUS = range(6)
NARROW, WIDE = 480, 1100


def test_every_column_is_as_wide_as_it_asks_and_one_takes_the_rest() -> None:
    assert fitted(THREE, 500) == {0: 100, 1: 300, 2: 100}


def test_no_column_is_narrowed_for_one_that_can_give_way() -> None:
    assert fitted(THREE, 400) == {0: 100, 1: 200, 2: 100}
    assert fitted(THREE, 399) == {0: 100, 1: 299}


def test_what_can_give_way_shrinks_before_it_goes() -> None:
    shrinks = (Wish(0, 100, 60), Wish(1, 100, 40, order=1))
    assert fitted(shrinks, 150) == {0: 100, 1: 50}
    assert fitted(shrinks, 139) == {0: 100}


def test_columns_that_stay_shrink_by_what_they_can_spare() -> None:
    assert fitted(THREE, 259) == {0: 88, 1: 171}


def test_the_highest_order_goes_first() -> None:
    several = (Wish(0, 100, 100), Wish(1, 100, 100, order=1), Wish(2, 100, 100, order=2))
    assert set(fitted(several, 299)) == {0, 1}
    assert set(fitted(several, 199)) == {0}


def test_what_must_stay_stands_at_its_least_however_little_room_there_is() -> None:
    assert fitted(THREE, 10) == {0: 60, 1: 100}


@pytest.mark.parametrize("room", range(160, 600, 7))
def test_the_columns_never_need_more_than_the_room(room: int) -> None:
    assert sum(fitted(THREE, room).values()) <= room


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[TableView]:
    columns = list(COLUMNS)
    columns[TITLE] = yielding(columns[TITLE], least=12)
    columns[PARTS] = yielding(columns[PARTS], gives_way=2)
    columns[VALUE] = yielding(columns[VALUE], gives_way=1)
    made = TableView(columns, "contracts", "Contracts")
    qtbot.addWidget(made)
    made.rows.show_rows(lines(20), lambda row: row.id)
    made.resize(WIDE, 400)
    made.show()
    yield made
    made.close()


def away(table: TableView) -> set[int]:
    return {at for at in range(len(COLUMNS)) if table.isColumnHidden(at)}


def test_columns_that_gave_way_come_back_with_the_room(table: TableView) -> None:
    assert away(table) == set()
    table.resize(NARROW, 400)
    assert away(table) == {PARTS, VALUE}
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(WIDE, 400)
    assert away(table) == set()


def test_a_column_sorted_by_stays_in_sight(table: TableView) -> None:
    table.resize(NARROW, 400)
    table.sortByColumn(VALUE, Qt.SortOrder.AscendingOrder)
    assert away(table) == {PARTS}
    table.sortByColumn(ENDS, Qt.SortOrder.AscendingOrder)
    assert away(table) == {PARTS, VALUE}


def test_a_column_set_by_hand_keeps_its_width(table: TableView) -> None:
    table.setColumnWidth(PARTS, 90)
    table.resize(NARROW, 400)
    assert away(table) == {VALUE}
    assert table.columnWidth(PARTS) == 90


def test_what_gave_way_is_not_remembered_as_hidden(table: TableView) -> None:
    table.resize(NARROW, 400)
    assert read_layout(table.layout_now().written()).hidden == ()


def test_a_column_the_officer_hid_does_not_come_back_by_itself(table: TableView) -> None:
    hidden = read_layout('{"order": ["Reference", "Title", "Ends", "Value", "Parts", "Status"], "hidden": ["Value"]}')
    table.put_layout(hidden)
    table.resize(NARROW, 400)
    table.resize(WIDE, 400)
    assert away(table) == {VALUE}
    assert table.layout_now().hidden == ("Value",)


def test_the_keyboard_never_stands_on_a_column_that_gave_way(table: TableView) -> None:
    table.choose("id3")
    for _ in range(PARTS):
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex().column() == PARTS
    table.resize(NARROW, 400)
    assert (table.current_id(), table.currentIndex().column()) == ("id3", REFERENCE)
