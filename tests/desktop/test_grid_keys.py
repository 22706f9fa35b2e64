"""Each key of a spreadsheet does in the register what it does there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.grid.grid_table import GridTable
from desktop.main_window import MainWindow
from desktop.screens.register import RegisterScreen
from tests.desktop.windows import register_page, window, workplace

__all__ = ["window"]

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def page(window: MainWindow) -> Iterator[RegisterScreen]:
    page = register_page(window)
    window.resize(1700, 800)
    page.table.choose_block((0, 0), (0, 0))
    yield page
    QGuiApplication.clipboard().clear()


def press(page: RegisterScreen, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the keyboard is: in the cell that is typed in, or on the table."""
    QTest.keyClick(page.table.editing.editor or page.table, key, held)


def stand(page: RegisterScreen, row: int, title: str) -> None:
    column = visual(page.table, title)
    page.table.choose_block((row, column), (row, column))


def visual(table: GridTable, title: str) -> int:
    return next(at for at, column in enumerate(table.visual) if table.rows.columns[column].title == title)


def text(page: RegisterScreen, row: int, title: str) -> str:
    at = next(at for at, each in enumerate(page.table.rows.columns) if each.title == title)
    return page.table.rows.own_at(row, at)


def block(table: GridTable) -> tuple[int, int, int, int]:
    """The block chosen: top, left, bottom, right as they stand."""
    cells = [(index.row(), table.visual.index(index.column())) for index in table.selectedIndexes()
             if not table.isColumnHidden(index.column())]  # fmt: skip
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return min(rows), min(columns), max(rows), max(columns)


def test_f2_opens_the_cell_with_its_text_and_enter_keeps_it_and_goes_down(page: RegisterScreen) -> None:
    stand(page, 0, "Manager")
    press(page, KEY.Key_F2)
    editor = page.table.editing.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == text(page, 0, "Manager")
    QTest.keyClicks(editor, " Jones")
    press(page, KEY.Key_Return)
    assert text(page, 0, "Manager").endswith("Jones")
    assert page.table.spot[0] == 1
    assert page.table.editing.editor is None


def test_typing_goes_over_the_text_and_tab_keeps_it_and_goes_right(page: RegisterScreen) -> None:
    stand(page, 1, "Service")
    QTest.keyClicks(page.table, "N")
    editor = page.table.editing.editor
    assert editor is not None
    QTest.keyClicks(editor, "avigation")
    press(page, KEY.Key_Tab)
    assert text(page, 1, "Service") == "Navigation"
    assert page.table.spot == (1, visual(page.table, "Service") + 1)


@pytest.mark.parametrize(
    ("key", "held", "step"),
    [(KEY.Key_Return, SHIFT, (-1, 0)), (KEY.Key_Backtab, SHIFT, (0, -1)), (KEY.Key_Down, None, (1, 0)),
     (KEY.Key_Up, None, (-1, 0)), (KEY.Key_Right, None, (0, 1)), (KEY.Key_Left, None, (0, -1))],
)  # fmt: skip
def test_what_is_typed_over_is_kept_and_left_by_other_keys_too(
    page: RegisterScreen, key: Qt.Key, held: Qt.KeyboardModifier | None, step: tuple[int, int]
) -> None:
    stand(page, 2, "Manager")
    at = page.table.spot
    QTest.keyClicks(page.table, "Q")
    press(page, key, held or Qt.KeyboardModifier.NoModifier)
    assert text(page, 2, "Manager") == "Q"
    assert page.table.spot == (at[0] + step[0], at[1] + step[1])


def test_esc_leaves_the_cell_as_it_was(page: RegisterScreen) -> None:
    stand(page, 0, "Title")
    before = text(page, 0, "Title")
    QTest.keyClicks(page.table, "x")
    press(page, KEY.Key_Escape)
    assert (text(page, 0, "Title"), page.table.editing.editor) == (before, None)
    assert page.table.hasFocus()


def test_ctrl_semicolon_puts_the_day_in(page: RegisterScreen) -> None:
    stand(page, 0, "Manager")
    before = text(page, 0, "Manager")
    press(page, KEY.Key_Semicolon, CTRL)
    press(page, KEY.Key_Return)
    assert text(page, 0, "Manager") == f"{before}15 December 2023"


def test_alt_down_lists_the_texts_used_before(page: RegisterScreen) -> None:
    stand(page, 0, "Service")
    press(page, KEY.Key_Down, ALT)
    editor = page.table.editing.editor
    assert isinstance(editor, QLineEdit)
    listed = editor.completer().completionModel()
    assert "Live Well Kent" in [listed.index(row, 0).data() for row in range(listed.rowCount())]
    popup = editor.completer().popup()
    assert popup is not None
    popup.hide()
    press(page, KEY.Key_Escape)


def test_notes_take_several_lines_by_alt_enter(page: RegisterScreen) -> None:
    stand(page, 0, "Notes")
    QTest.keyClicks(page.table, "O")
    editor = page.table.editing.editor
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClicks(editor, "ne")
    press(page, KEY.Key_Return, ALT)
    QTest.keyClicks(editor, "Two")
    press(page, KEY.Key_Return)
    assert text(page, 0, "Notes") == "One\nTwo"


def test_ctrl_d_fills_down_with_one_undo(page: RegisterScreen, window: MainWindow) -> None:
    register = workplace(window).desk.register
    stand(page, 0, "Manager")
    QTest.keyClicks(page.table, "K")
    press(page, KEY.Key_Return)
    before, at = register.content_hash(), visual(page.table, "Manager")
    page.table.choose_block((0, at), (4, at))
    press(page, KEY.Key_D, CTRL)
    assert [text(page, row, "Manager") for row in range(5)] == ["K"] * 5
    workplace(window).undoing.undo()
    assert register.content_hash() == before


def test_ctrl_d_on_one_cell_takes_the_text_above(page: RegisterScreen) -> None:
    above = text(page, 0, "Service")
    stand(page, 1, "Service")
    press(page, KEY.Key_D, CTRL)
    assert text(page, 1, "Service") == above


def test_delete_clears_and_backspace_clears_and_opens(page: RegisterScreen) -> None:
    stand(page, 0, "Service")
    press(page, KEY.Key_Delete)
    assert text(page, 0, "Service") == ""
    stand(page, 1, "Service")
    press(page, KEY.Key_Backspace)
    editor = page.table.editing.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == ""
    press(page, KEY.Key_Escape)


def test_ctrl_z_takes_back_what_was_typed_and_ctrl_y_does_it_again(page: RegisterScreen, window: MainWindow) -> None:
    stand(page, 0, "Manager")
    before = text(page, 0, "Manager")
    QTest.keyClicks(page.table, "Z")
    press(page, KEY.Key_Return)
    QTest.keyClick(window, KEY.Key_Z, CTRL)
    assert text(page, 0, "Manager") == before
    QTest.keyClick(window, KEY.Key_Y, CTRL)
    assert text(page, 0, "Manager") == "Z"


def test_f3_and_shift_f3_go_to_the_next_and_the_last_cell_found(page: RegisterScreen) -> None:
    page.edits.sought = "live well"
    press(page, KEY.Key_F3)
    first = page.table.spot
    press(page, KEY.Key_F3)
    assert page.table.spot > first
    press(page, KEY.Key_F3, SHIFT)
    assert page.table.spot == first


def test_ctrl_shift_l_shows_the_filter_row_and_puts_it_away(page: RegisterScreen) -> None:
    assert not page.listing.filter_row.isVisible()
    press(page, KEY.Key_L, CTRL | SHIFT)
    assert page.listing.filter_row.isVisible()
    press(page, KEY.Key_L, CTRL | SHIFT)
    assert not page.listing.filter_row.isVisible()


def test_ctrl_f_goes_to_the_search_and_ctrl_h_asks_what_to_replace(
    page: RegisterScreen, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(page.edits, "replace", asked.append)
    press(page, KEY.Key_H, CTRL)
    assert asked == [""]
    window.activateWindow()
    QTest.keyClick(page.table, KEY.Key_F, CTRL)
    assert page.listing.search.hasFocus()


@pytest.mark.parametrize("key", [KEY.Key_7, KEY.Key_F2])
def test_a_cell_that_only_an_act_changes_offers_the_act(page: RegisterScreen, key: Qt.Key) -> None:
    stand(page, 0, "Ends")
    press(page, key)
    assert page.table.editing.editor is None
    at = page.table.currentIndex().column()
    words = [each.text().replace("&", "") for each in page.edits.menu_for(page.chosen()[0], at).actions()]
    assert words == ["Ends is changed by", "Extend…", "Vary…", "Correct terms…"]


def test_enter_opens_the_contract(page: RegisterScreen) -> None:
    opened: list[str] = []
    page.table.opened.connect(opened.append)
    stand(page, 2, "Manager")
    press(page, KEY.Key_Return)
    assert opened == [page.chosen()[0]]
