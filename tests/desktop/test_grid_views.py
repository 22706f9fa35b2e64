"""Sorting by several columns, groups, columns and saved views of the register."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db.rules.money import Pence, show_pounds
from db.rules.refusal import Refusal
from desktop.dialogs.columns_dialog import ColumnsDialog
from desktop.grid.filters import Filter
from desktop.grid.summing import average
from desktop.grid.views import SavedViews, View, read_view
from desktop.main_window import MainWindow
from desktop.screens.register import RegisterScreen
from desktop.session import Session
from desktop.tables.kept_layout import Layout
from tests.desktop.test_grid_keys import visual
from tests.desktop.windows import register_page, window, workplace

__all__ = ["window"]

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def references(page: RegisterScreen) -> list[str]:
    rows = page.table.rows
    return [rows.texts_at(row)[0] for row in range(rows.rowCount()) if not rows.group_at(row)]


def place(page: RegisterScreen, title: str) -> int:
    return next(at for at, each in enumerate(page.table.rows.columns) if each.title == title)


def test_a_click_with_shift_sorts_by_one_more_column(window: MainWindow) -> None:
    page = register_page(window)
    titles = page.table.titles
    for title, held in (("Status", Qt.KeyboardModifier.NoModifier), ("Title", Qt.KeyboardModifier.ShiftModifier)):
        at = titles.sectionViewportPosition(place(page, title)) + 30
        QTest.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, held, QPoint(at, 10))
    assert page.table.rows.sorted_by == ((place(page, "Status"), RISING), (place(page, "Title"), RISING))
    keys = [page.table.rows.texts_at(row)[place(page, "Status")] for row in range(7)]
    assert keys == sorted(keys)
    at = titles.sectionViewportPosition(place(page, "Title")) + 30
    QTest.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(at, 10))
    assert page.table.rows.sorted_by[1] == (place(page, "Title"), FALLING)
    assert [page.table.rows.texts_at(row)[place(page, "Status")] for row in range(7)] == keys


def test_subtotals_of_groups_add_up_to_the_whole_to_the_penny(window: MainWindow) -> None:
    page = register_page(window)
    at = place(page, "Annual value")
    whole = sum(value for value in page.table.rows.held_values(at) if isinstance(value, int))
    for title in ("Service", "Providers", "Manager", "Ends"):
        page.listing.group_by(title)
        groups = page.table.rows.groups
        assert sum(group.rows for group in groups) == 7
        assert sum(group.sums.get(at, 0) for group in groups) == whole


def test_days_are_gathered_by_financial_year_and_groups_fold(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.group_by("Ends")
    rows = page.table.rows
    assert [group.words for group in rows.groups] == ["Ends: 2023-24 (2)", "Ends: (blank) (5)"]
    shown = rows.rowCount()
    page.table.choose_block((0, 0), (0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Left)
    assert rows.rowCount() == shown - 2
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert rows.rowCount() == shown
    assert page.listing.filter_row.words == ("Grouped by Ends",)
    assert page.listing.count.text() == "7 contracts"


def test_a_groups_line_is_no_contract(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.group_by("Service")
    page.table.selectAll()
    assert len(page.chosen()) == 7
    at = place(page, "Annual value")
    amounts = [value for value in page.table.rows.held_values(at) if isinstance(value, int)]
    column = visual(page.table, "Annual value")
    page.table.choose_block((0, column), (page.table.rows.rowCount() - 1, column))
    assert f"Sum {show_pounds(Pence(sum(amounts)))}" in window.status.counts.text()


def test_the_foot_tells_sum_average_and_count(window: MainWindow) -> None:
    page = register_page(window)
    at = visual(page.table, "Annual value")
    page.table.choose_block((0, at), (6, at))
    words = window.status.counts.text()
    assert "Sum £3,870,000" in words
    assert "Average £1,290,000" in words
    assert "Count 3" in words
    assert average([1, 2]) == 2
    assert average([100, 101, 101]) == 101


def test_columns_are_chosen_and_moved_by_keyboard(window: MainWindow) -> None:
    page = register_page(window)
    dialog = ColumnsDialog(page.listing.columns_now(), window)
    dialog.show()
    dialog.list.setCurrentRow(2)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    chosen = dialog.value()
    assert chosen[1] == ("Status", False)
    dialog.close()
    dialog.deleteLater()
    page.listing.put_columns(chosen)
    assert page.table.isColumnHidden(place(page, "Status"))
    page.listing.reset_view()
    assert not page.table.isColumnHidden(place(page, "Status"))


def test_a_double_click_on_a_titles_edge_fits_the_column(window: MainWindow) -> None:
    page = register_page(window)
    at = place(page, "Reference")
    page.table.setColumnWidth(at, 40)
    page.table.titles.sectionHandleDoubleClicked.emit(at)
    widest = max(page.table.fontMetrics().horizontalAdvance(each) for each in references(page))
    assert page.table.columnWidth(at) > widest


def test_a_view_is_saved_and_is_there_again_after_a_restart(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.set_filter(Filter("Status", ticked=("Running",)))
    page.listing.put_columns((("Title", True), *(each for each in page.listing.columns_now() if each[0] != "Title")))
    page.table.rows.sort_by(((place(page, "Title"), FALLING),))
    page.listing.group_by("Service")
    page.views.keep("Running  by “service”", starts=True)
    expected = page.listing.view_now()
    again = SavedViews(Session(workplace(window).desk.session.path))
    assert again.start == "Running by “service”"
    view = again.named(again.start)
    assert view is not None
    page.listing.reset_view()
    assert len(references(page)) == 7
    page.listing.show_view(view)
    assert page.listing.view_now() == expected
    assert len(references(page)) == 2


def test_a_view_is_renamed_shared_and_read_back(window: MainWindow, tmp_path: Path) -> None:
    page = register_page(window)
    page.listing.set_filter(Filter("Title", contains="navigation"))
    page.views.keep("Mine")
    page.views.write_to(tmp_path / "shared.view")
    page.views.saved.rename("Mine", "Ours")
    assert [view.name for view in page.views.saved.all()] == ["Ours"]
    page.listing.reset_view()
    page.views.read_from(tmp_path / "shared.view")
    assert references(page) == ["SAMPLE-CN-A", "SAMPLE-CN-B"]
    assert [view.name for view in page.views.saved.all()] == ["Mine", "Ours"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"Contract Desk view": 1}', "{"])
def test_a_file_that_is_no_view_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="no view of the register"):
        read_view(text)


def test_a_view_of_a_newer_program_is_refused() -> None:
    with pytest.raises(Refusal, match="newer Contract Desk"):
        read_view('{"Contract Desk view": 2}')


def test_a_view_survives_its_own_text() -> None:
    view = View("A", Layout(("x",), {"x": 5}, (("x", True),), ("y",)), (Filter("x", ticked=("a", "")),), "x", "q")
    assert read_view(view.written()) == view


def test_the_register_is_found_by_decision_numbers_notes_and_other_names(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.search.setText("22/00092")
    assert "SAMPLE-CN-A" in references(page)
    page.listing.search.setText("south east kent")
    assert references(page) == ["SAMPLE-WB55-SEK"]


def test_a_large_register_says_that_sorting_waits_and_then_sorts(window: MainWindow) -> None:
    page = register_page(window)
    rows = page.table.rows
    rows.patience = 3
    page.table.be_idle(idle=False)
    page.load()
    page.table.be_idle(idle=False)
    before = references(page)
    rows.sort_by(((place(page, "Reference"), FALLING),))
    page.listing.group_by("Service")
    assert (references(page), page.listing.count.text()) == (before, "Reading all contracts…")
    while rows.prepare():
        pass
    assert len(rows.groups) == 3
    assert page.listing.count.text() == "7 contracts"
    page.listing.group_by("")
    assert references(page) == list(reversed(before))
