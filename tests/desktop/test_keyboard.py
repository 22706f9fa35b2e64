"""Everything with the keyboard: Tab goes round each screen and reaches all of it, and the keys do what help says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.list_screen import ListScreen
from desktop.screens.screen import Place
from desktop.tables.table_view import TableView
from desktop.window.search import Search
from tests.desktop.walks import tab_ring, tabbable
from tests.desktop.windows import contract_page, register_page, window, workplace

__all__ = ["window"]

SCREENS = ("attention", "register", "decisions", "returns", "providers", "timeline", "settings", "contract")


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_goes_round_a_screen_and_reaches_everything(window: MainWindow, screen: str) -> None:
    if screen == "contract":
        contract_page(window, "SAMPLE-CN-A")
    else:
        window.go(Place(screen))
    settle()
    missed = tabbable(window) - set(tab_ring(window))
    assert [f"{type(each).__name__} {each.objectName()}" for each in missed] == []


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        (Qt.Key.Key_1, "attention"),
        (Qt.Key.Key_2, "register"),
        (Qt.Key.Key_3, "decisions"),
        (Qt.Key.Key_4, "returns"),
        (Qt.Key.Key_5, "providers"),
        (Qt.Key.Key_6, "timeline"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_control_and_a_figure_goes_to_each_place(window: MainWindow, key: Qt.Key, screen: str) -> None:
    window.go(Place("settings" if screen != "settings" else "register"))
    press(window, key)
    assert workplace(window).pages.place.screen == screen


def test_a_page_with_a_table_opens_with_the_keyboard_in_it(window: MainWindow) -> None:
    page = register_page(window)
    assert QApplication.focusWidget() is page.table


def test_a_letter_typed_on_a_list_begins_a_search(window: MainWindow) -> None:
    window.go(Place("providers"))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, ListScreen)
    QTest.keyClicks(page.listing.table, "p")
    assert page.listing.search.text() == "p"
    assert page.listing.search.hasFocus()


def test_control_f_goes_to_the_search_and_the_down_arrow_back_to_the_rows(window: MainWindow) -> None:
    page = register_page(window)
    press(window, Qt.Key.Key_F)
    assert page.listing.search.hasFocus()
    QTest.keyClick(page.listing.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_control_k_searches_everything_and_escape_leaves_it(window: MainWindow) -> None:
    register_page(window)
    press(window, Qt.Key.Key_K)
    search = window.findChild(Search)
    assert search is not None
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    assert search.list.currentRow() == 1
    QTest.keyClick(search.line, Qt.Key.Key_Escape)
    assert not search.isVisible()


def test_control_d_goes_to_the_day_looked_from(window: MainWindow) -> None:
    window.go(Place("providers"))
    press(window, Qt.Key.Key_D)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "lookFrom"


def test_alt_left_goes_back(window: MainWindow) -> None:
    register_page(window)
    contract_page(window, "SAMPLE-CN-B")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workplace(window).pages.place.screen == "register"


def test_enter_on_a_contract_opens_it_and_the_table_keeps_its_place(window: MainWindow) -> None:
    page = register_page(window)
    chosen = page.table.rows.id_at(2)
    page.table.choose(chosen)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert workplace(window).pages.place == Place("contract", chosen)
    workplace(window).pages.back()
    assert page.findChild(TableView) is page.table
    assert page.table.current_id() == chosen


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key with Control, as an officer does: wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
