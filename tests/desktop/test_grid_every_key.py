"""Every key and every gesture of an Excel register, and the test that proves it here; those not proved elsewhere."""

from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QProcess, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from db.register import Register
from desktop.look.palette import Tone
from desktop.main_window import MainWindow
from desktop.screens.register import RegisterScreen
from desktop.tables.columns import Chip
from desktop.tables.header import Header
from desktop.window.viewing import set_look
from tests.desktop.test_grid_keys import CTRL, KEY, SHIFT, block, page, press, stand, text, visual
from tests.desktop.test_grid_views import place, references
from tests.desktop.windows import opened, register_page, window, workplace

__all__ = ["page", "window"]

LEFT = Qt.MouseButton.LeftButton
KEYS, MOVES, CELLS, VIEWS, FILTERS = (f"test_grid_{each}" for each in ("keys", "moves", "cells", "views", "filters"))
HERE = "test_grid_every_key"
PROOFS = {
    "click and drag over a block": (HERE, "test_the_mouse_drawn_over_cells_chooses_them"),
    "Shift+arrows": (MOVES, "test_shift_and_arrows_choose_a_block"),
    "Ctrl+Shift+arrows": (MOVES, "test_ctrl_shift_and_arrows_choose_to_the_edge"),
    "Ctrl+Space": (MOVES, "test_ctrl_space_chooses_the_column_and_shift_space_the_row"),
    "Shift+Space": (MOVES, "test_ctrl_space_chooses_the_column_and_shift_space_the_row"),
    "Ctrl+C, visible cells only": (HERE, "test_ctrl_c_copies_the_cells_in_sight_and_no_others"),
    "Ctrl+V of a block": (HERE, "test_ctrl_v_lays_a_block_and_ctrl_z_takes_all_of_it_back"),
    "Ctrl+D": (KEYS, "test_ctrl_d_fills_down_with_one_undo"),
    "Delete": (KEYS, "test_delete_clears_and_backspace_clears_and_opens"),
    "F2": (KEYS, "test_f2_opens_the_cell_with_its_text_and_enter_keeps_it_and_goes_down"),
    "Enter goes down": (KEYS, "test_f2_opens_the_cell_with_its_text_and_enter_keeps_it_and_goes_down"),
    "Tab goes right": (KEYS, "test_typing_goes_over_the_text_and_tab_keeps_it_and_goes_right"),
    "Esc": (KEYS, "test_esc_leaves_the_cell_as_it_was"),
    "typing goes over": (KEYS, "test_typing_goes_over_the_text_and_tab_keeps_it_and_goes_right"),
    "Ctrl+;": (KEYS, "test_ctrl_semicolon_puts_the_day_in"),
    "Alt+Down": (KEYS, "test_alt_down_lists_the_texts_used_before"),
    "Ctrl+Z and Ctrl+Y, many times": (HERE, "test_ctrl_z_goes_back_through_every_edit_and_ctrl_y_forth_again"),
    "Ctrl+F": (KEYS, "test_ctrl_f_goes_to_the_search_and_ctrl_h_asks_what_to_replace"),
    "next and previous found": (KEYS, "test_f3_and_shift_f3_go_to_the_next_and_the_last_cell_found"),
    "Ctrl+H": (KEYS, "test_ctrl_f_goes_to_the_search_and_ctrl_h_asks_what_to_replace"),
    "Ctrl+Home": (MOVES, "test_a_key_moves_back_as_in_a_spreadsheet"),
    "Ctrl+End": (MOVES, "test_a_key_moves_as_in_a_spreadsheet"),
    "Ctrl+arrows": (MOVES, "test_ctrl_and_an_arrow_stop_where_filled_cells_end"),
    "Ctrl+Shift+L": (KEYS, "test_ctrl_shift_l_shows_the_filter_row_and_puts_it_away"),
    "filter by ticks": (FILTERS, "test_the_tick_list_offers_each_value_of_several_and_finds_among_them"),
    "filter by words, days, numbers and blanks": (FILTERS, "test_a_filter_keeps_what_it_says"),
    "sort by several columns": (VIEWS, "test_a_click_with_shift_sorts_by_one_more_column"),
    "frozen columns": ("test_tables_view", "test_the_first_columns_stay_in_sight_when_scrolled_sideways"),
    "hide columns": (VIEWS, "test_columns_are_chosen_and_moved_by_keyboard"),
    "reorder columns": (HERE, "test_a_title_drawn_elsewhere_moves_its_column_and_stays_there"),
    "resize columns": (HERE, "test_a_titles_edge_drawn_widens_the_column_and_a_double_click_fits_it"),
    "autofit on double click": (HERE, "test_a_titles_edge_drawn_widens_the_column_and_a_double_click_fits_it"),
    "group by and subtotal": (VIEWS, "test_subtotals_of_groups_add_up_to_the_whole_to_the_penny"),
    "sum, average and count below": (VIEWS, "test_the_foot_tells_sum_average_and_count"),
    "marks on days": (HERE, "test_a_day_that_passed_or_is_soon_is_marked_by_icon_and_words"),
    "Ctrl+P": (HERE, "test_ctrl_p_prints_the_view_from_the_table_and_from_the_search"),
    "drop a file on the window": (
        "test_main_window", "test_files_dropped_on_the_window_are_read_as_returns_one_after_the_other",
    ),
    "save as a copy": (HERE, "test_a_copy_of_the_register_is_saved_and_never_over_a_file"),
    "recent files": (HERE, "test_registers_opened_before_are_offered_in_the_menu"),
    "two registers side by side": (HERE, "test_two_registers_stand_side_by_side_and_each_keeps_its_own"),
    "Ctrl+wheel": (HERE, "test_ctrl_and_the_wheel_make_the_text_larger_and_smaller"),
}  # fmt: skip
"""What a register kept in Excel answers to, in the words of the help, and the test that proves it of this one."""


@pytest.mark.parametrize("key", PROOFS)
def test_every_key_of_a_spreadsheet_is_proved(key: str) -> None:
    module, name = PROOFS[key]
    assert callable(getattr(import_module(f"tests.desktop.{module}"), name))


def middle(page: RegisterScreen, row: int, title: str) -> QPoint:
    """The middle of a cell, on the table."""
    return page.table.visualRect(page.table.rows.index(row, place(page, title))).center()


def test_the_mouse_drawn_over_cells_chooses_them(page: RegisterScreen) -> None:
    seen = page.table.viewport()
    QTest.mousePress(seen, LEFT, pos=middle(page, 1, "Title"))
    for row, title in ((1, "Status"), (2, "Ends"), (3, "Ends")):
        QTest.mouseMove(seen, middle(page, row, title))
    QTest.mouseRelease(seen, LEFT, pos=middle(page, 3, "Ends"))
    assert block(page.table) == (1, visual(page.table, "Title"), 3, visual(page.table, "Ends"))


def test_ctrl_c_copies_the_cells_in_sight_and_no_others(page: RegisterScreen) -> None:
    shown = [(title, title not in {"Status", "Serve notice by"}) for title, _ in page.listing.columns_now()]
    page.listing.put_columns(tuple(shown))
    page.listing.search.setText("part")
    stand(page, 0, "Reference")
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down):
        press(page, key, SHIFT)
    press(page, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == (
        "SAMPLE-CN-A\tCommunity Navigation Part A: adults aged 55 and over\t31/03/2024\r\n"
        "SAMPLE-CN-B\tCommunity Navigation Part B: adult carers\t31/03/2024\r\n"
    )


def test_ctrl_v_lays_a_block_and_ctrl_z_takes_all_of_it_back(page: RegisterScreen, window: MainWindow) -> None:
    register = workplace(window).desk.register
    before = register.content_hash()
    QGuiApplication.clipboard().setText("Carers\tAnn\r\nRespite\tBen\r\n")
    stand(page, 2, "Service")
    press(page, KEY.Key_V, CTRL)
    assert [text(page, row, title) for row in (2, 3) for title in ("Service", "Manager")] == [
        "Carers", "Ann", "Respite", "Ben",
    ]  # fmt: skip
    QTest.keyClick(window, KEY.Key_Z, CTRL)
    assert register.content_hash() == before


def test_ctrl_z_goes_back_through_every_edit_and_ctrl_y_forth_again(page: RegisterScreen, window: MainWindow) -> None:
    register = workplace(window).desk.register
    stood = [register.content_hash()]
    stand(page, 0, "Manager")
    for letter in "ABCDE":
        QTest.keyClicks(page.table, letter)
        press(page, KEY.Key_Return)
        stood.append(register.content_hash())
    for before in reversed(stood[:-1]):
        QTest.keyClick(window, KEY.Key_Z, CTRL)
        assert register.content_hash() == before
    for after in stood[1:]:
        QTest.keyClick(window, KEY.Key_Y, CTRL)
        assert register.content_hash() == after


def draw(titles: Header, start: int, end: int) -> None:
    """Press on the titles, draw along them and let go."""
    seen, middle = titles.viewport(), titles.height() // 2
    QTest.mousePress(seen, LEFT, pos=QPoint(start, middle))
    for at in (start + (end - start) // 2, end):
        QTest.mouseMove(seen, QPoint(at, middle))
    QTest.mouseRelease(seen, LEFT, pos=QPoint(end, middle))


def test_a_title_drawn_elsewhere_moves_its_column_and_stays_there(page: RegisterScreen) -> None:
    titles = page.table.titles
    status, ends = place(page, "Status"), place(page, "Ends")
    start = titles.sectionViewportPosition(status) + 40
    draw(titles, start, titles.sectionViewportPosition(ends) + titles.sectionSize(ends) - 10)
    assert visual(page.table, "Status") == visual(page.table, "Ends") + 1
    assert page.table.rows.sorted_by == ()
    page.table.keep_layout()
    assert page.table.kept_layout().order.index("Status") == page.table.kept_layout().order.index("Ends") + 1


def test_a_titles_edge_drawn_widens_the_column_and_a_double_click_fits_it(page: RegisterScreen) -> None:
    titles, at = page.table.titles, place(page, "Reference")
    before = page.table.columnWidth(at)
    edge = titles.sectionViewportPosition(at) + before - 2
    draw(titles, edge, edge + 90)
    assert page.table.columnWidth(at) == before + 90
    QTest.mouseDClick(titles.viewport(), LEFT, pos=QPoint(edge + 90, titles.height() // 2))
    widest = max(page.table.fontMetrics().horizontalAdvance(each) for each in references(page))
    assert widest < page.table.columnWidth(at) < before + 90


def test_a_day_that_passed_or_is_soon_is_marked_by_icon_and_words(page: RegisterScreen) -> None:
    rows = page.table.rows
    row = rows.row_at(rows.place_of(references_id(page, "SAMPLE-CN-A")))
    marks = []
    for title in ("Serve notice by", "Decide by", "Maximum end"):
        column = rows.columns[place(page, title)]
        marks.append((column.chip(row) if column.chip else None, column.tip(row) if column.tip else ""))
    assert marks == [
        (Chip(Tone.SOON, "31 Dec 2023"), "In 16 days"),
        (Chip(Tone.OVERDUE, "14 Dec 2023"), "Passed 1 day ago"),
        (None, ""),
    ]


def references_id(page: RegisterScreen, reference: str) -> str:
    return page.table.rows.id_at(references(page).index(reference))


def test_ctrl_p_prints_the_view_from_the_table_and_from_the_search(
    page: RegisterScreen, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[int] = []
    monkeypatch.setattr("desktop.acts.print_view", lambda _desk, _parent, view: printed.append(len(view.rows)))
    window.activateWindow()
    page.listing.search.setText("part")
    for widget in (page.table, page.listing.search):
        widget.setFocus()
        QTest.keyClick(widget, KEY.Key_P, CTRL)
    assert printed == [2, 2]


def test_ctrl_and_the_wheel_make_the_text_larger_and_smaller(page: RegisterScreen, window: MainWindow) -> None:
    def turn(notches: float, held: Qt.KeyboardModifier = CTRL) -> float:
        at = middle(page, 2, "Status")
        point = page.table.viewport().mapTo(window, at)
        QTest.wheelEvent(window.windowHandle(), point, QPoint(0, int(notches * 120)), QPoint(), held)
        return window.session.text_size

    try:
        assert [turn(notches) for notches in (1, 1, -1)] == [1.25, 1.5, 1.25]
        assert [turn(-0.5), turn(-0.5), turn(1, Qt.KeyboardModifier.NoModifier)] == [1.25, 1.0, 1.0]
    finally:
        set_look(window.session, size=1.0)


def test_two_registers_stand_side_by_side_and_each_keeps_its_own(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def begin(_program: str, arguments: list[str]) -> tuple[bool, int]:
        begun.extend(arguments)
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", begin)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "Other.register"), ""))
    assert window.furniture.files.ask_and_open_beside()
    assert begun == ["-m", "desktop", str(tmp_path / "Other.register")]
    (tmp_path / "beside").mkdir()
    with opened(tmp_path / "beside") as other:
        before = workplace(window).desk.register.content_hash()
        theirs = register_page(other)
        stand(theirs, 0, "Manager")
        QTest.keyClicks(theirs.table, "Q")
        press(theirs, KEY.Key_Return)
        assert text(theirs, 0, "Manager") == "Q"
        assert workplace(window).desk.register.content_hash() == before


def test_a_copy_of_the_register_is_saved_and_never_over_a_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.window.files.tell", lambda _parent, _title, words: told.append(words))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Copy"), ""))
    files, register = window.furniture.files, workplace(window).desk.register
    assert files.save_copy(register) == tmp_path / "Copy.register"
    with Register.open(tmp_path / "Copy.register", writable=False) as copy:
        assert copy.content_hash() == register.content_hash()
    assert files.save_copy(register) is None
    assert told == ["“Copy.register” is there already. Choose another name."]


def test_registers_opened_before_are_offered_in_the_menu(window: MainWindow, tmp_path: Path) -> None:
    for name in ("Older", "Newer"):
        Register.create(tmp_path / f"{name}.register").close()
        window.session.remember(tmp_path / f"{name}.register")
    menu = next(each.menu() for each in window.menuBar().actions() if each.text() == "&File")
    assert isinstance(menu, QMenu)
    recent = next(each.menu() for each in menu.actions() if each.text() == "Open &recent")
    assert isinstance(recent, QMenu)
    recent.aboutToShow.emit()
    offered = [each.text() for each in recent.actions()]
    assert [each.partition(" ")[2] for each in offered][:2] == ["Newer.register", "Older.register"]
