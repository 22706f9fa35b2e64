"""Filters of the register: how they are asked, what they keep, and what they say."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop.dialogs.filter_dialog import FilterDialog
from desktop.grid.filters import Filter, as_plain, from_plain
from desktop.main_window import MainWindow
from desktop.tables.columns import Kind
from tests.desktop.test_grid_views import references
from tests.desktop.windows import register_page, window

__all__ = ["window"]

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


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
