"""Filters, sorting by several columns, groups, columns and saved views of the register."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from db.rules.money import Pence, show_pounds
from db.rules.refusal import Refusal
from desktop.dialogs.columns_dialog import ColumnsDialog
from desktop.dialogs.filter_dialog import FilterDialog
from desktop.grid.filters import Filter, as_plain, from_plain
from desktop.grid.summing import average
from desktop.grid.views import SavedViews, View, read_view
from desktop.main_window import MainWindow
from desktop.screens.register import RegisterScreen
from desktop.session import Session
from desktop.tables.columns import Kind
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


@pytest.mark.parametrize(
    ("wanted", "value", "kept"),
    [
        (Filter("Title", contains="kent navi"), "Navigation in Kent", True),
        (Filter("Title", contains="kent navi"), "Kent", False),
        (Filter("Providers", ticked=("Imago",)), "Involve\nImago", True),
        (Filter("Manager", ticked=("",)), None, True),
        (Filter("Manager", ticked=("",)), "Ann", False),
        (Filter("Ends", least=10, most=20), 20, True),
        (Filter("Ends", least=10, most=20), 21, False),
        (Filter("Ends", least=10), None, False),
        (Filter("Ends", blank=True), None, True),
        (Filter("Ends", blank=False), None, False),
    ],
)
def test_a_filter_keeps_what_it_says(wanted: Filter, value: str | int | None, kept: bool) -> None:
    assert wanted.test()(value) is kept


@pytest.mark.parametrize(
    ("wanted", "kind", "words"),
    [
        (Filter("Service", ticked=("Carers", "")), Kind.WORDS, "Service: Carers or (blank)"),
        (Filter("Service", ticked=("a", "b", "c", "d")), Kind.WORDS, "Service: 4 values"),
        (Filter("Ends", least=date(2025, 4, 1).toordinal()), Kind.DAY, "Ends from 1 Apr 2025"),
        (Filter("Value", least=100, most=12_345), Kind.AMOUNT, "Value from £1 to £123.45"),
        (Filter("Title", contains="lot", blank=False), Kind.WORDS, "Title contains “lot” and Title is not blank"),
    ],
)
def test_a_filter_says_in_words_what_it_keeps(wanted: Filter, kind: Kind, words: str) -> None:
    assert wanted.words(kind) == words
    assert from_plain(as_plain(wanted)) == wanted


def test_three_filters_keep_what_all_of_them_keep(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.set_filter(Filter("Status", ticked=("Running",)))
    page.listing.set_filter(Filter("Ends", most=date(2024, 3, 31).toordinal()))
    page.listing.set_filter(Filter("Title", contains="part b"))
    assert references(page) == ["SAMPLE-CN-B"]
    assert page.listing.count.text() == "1 of 7"
    assert page.listing.filter_row.words == (
        "Status: Running", "Ends to 31 Mar 2024", "Title contains “part b”",
    )  # fmt: skip
    page.listing.filter_row.removed.emit("Title")
    assert references(page) == ["SAMPLE-CN-A", "SAMPLE-CN-B"]
    page.listing.clear_all()
    assert len(references(page)) == 7


def test_the_tick_list_offers_each_value_of_several_and_finds_among_them(window: MainWindow) -> None:
    page = register_page(window)
    dialog = FilterDialog(Filter("Providers"), Kind.WORDS, page.listing.choices("Providers"), window)
    assert dialog.ticks is not None
    assert "Porchlight" in page.listing.choices("Providers")
    dialog.ticks.search("porch")
    dialog.ticks.tick_shown(ticked=True)
    assert dialog.value() == Filter("Providers", ticked=("Porchlight",))
    dialog.deleteLater()


def test_a_large_registers_filter_is_asked_at_once_and_its_values_follow(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = register_page(window)
    rows = page.table.rows
    rows.patience = 3
    page.listing.set_filter(Filter("Service", ticked=("Live Well Kent",)))
    page.table.be_idle(idle=False)
    page.load()
    page.table.be_idle(idle=False)
    seen: list[tuple[bool, object]] = []

    def answer(dialog: FilterDialog) -> Filter:
        ticks = dialog.ticks
        assert ticks is not None
        seen.append((ticks.is_waiting, ticks.read()))
        while rows.prepare():
            pass
        seen.append((ticks.is_waiting, ticks.read()))
        ticks.search("community nav")
        ticks.tick_shown(ticked=True)
        return dialog.value()

    monkeypatch.setattr(FilterDialog, "answer", answer)
    page.views.ask_filter("Service")
    assert seen == [(True, ("Live Well Kent",)), (False, ("Live Well Kent",))]
    assert references(page) == ["SAMPLE-CN-A", "SAMPLE-CN-B"]


def test_a_value_is_ticked_and_unticked_by_the_space_bar(window: MainWindow) -> None:
    dialog = FilterDialog(Filter("Service"), Kind.WORDS, ("", "Carers", "Respite"), window)
    dialog.show()
    listed = dialog.findChild(QListView, "tickedList")
    assert listed is not None
    listed.setCurrentIndex(listed.model().index(1, 0))
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert dialog.value() == Filter("Service", ticked=("", "Respite"))
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert dialog.value() == Filter("Service")
    dialog.close()
    dialog.deleteLater()


def test_a_filter_of_days_is_asked_by_its_first_and_last(window: MainWindow) -> None:
    dialog = FilterDialog(Filter("Ends"), Kind.DAY, (), window)
    assert dialog.ends is not None
    dialog.ends[0].write(date(2025, 4, 1))  # type: ignore[arg-type]
    dialog.ends[1].write(date(2024, 4, 1))  # type: ignore[arg-type]
    assert dialog.rules()
    dialog.ends[1].write(date(2026, 3, 31))  # type: ignore[arg-type]
    assert (dialog.rules(), dialog.value().most) == ((), date(2026, 3, 31).toordinal())
    dialog.deleteLater()


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
