"""What officers complain of in other registers and tables, each tried here."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.register import Register
from desktop.grid.filters import Filter
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.register import RegisterScreen
from desktop.session import Session
from exports.view_table import CellKind
from tests.desktop.test_grid_keys import CTRL, KEY, page, press, stand
from tests.desktop.test_grid_views import place, references
from tests.desktop.windows import Clock, opened, register_page, window, workplace

__all__ = ["page", "window"]


def sort_by(page: RegisterScreen, title: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A click on a title."""
    table, at = page.table, place(page, title)
    table.scrollTo(table.rows.index(0, at))
    point = QPoint(table.titles.sectionViewportPosition(at) + 30, table.titles.height() // 2)
    QTest.mouseClick(table.titles.viewport(), Qt.MouseButton.LeftButton, held, point)


def test_the_same_block_pasted_again_changes_nothing(page: RegisterScreen, window: MainWindow) -> None:
    journal = workplace(window).desk.register.journal
    QGuiApplication.clipboard().setText("Carers\tAnn\r\nRespite\tBen\r\n")
    stand(page, 2, "Service")
    press(page, KEY.Key_V, CTRL)
    entries = len(journal.entries())
    press(page, KEY.Key_V, CTRL)
    assert len(journal.entries()) == entries


def test_what_is_exported_is_what_is_in_view(page: RegisterScreen) -> None:
    page.listing.set_filter(Filter("Title", contains="wellbeing services"))
    page.listing.put_columns(tuple((title, title in {"Reference", "Ends", "Annual value"}) for title, _ in
                                   reversed(page.listing.columns_now())))  # fmt: skip
    sort_by(page, "Reference")
    sort_by(page, "Reference")
    view = page.out.table()
    assert [(each.title, each.kind) for each in view.columns] == [
        ("Annual value", CellKind.PENCE), ("Ends", CellKind.DAY), ("Reference", CellKind.TEXT),
    ]  # fmt: skip
    rows = page.table.rows
    shown = [rows.texts_at(row)[place(page, "Reference")] for row in range(rows.rowCount())]
    assert [row.cells[2] for row in view.rows] == shown
    assert shown == sorted(shown, reverse=True)
    assert 0 < len(shown) < rows.total


def test_widths_order_sorting_and_hidden_columns_outlive_a_window_closed_at_once(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(tmp_path) as first:
        page = register_page(first)
        page.table.setColumnWidth(place(page, "Manager"), 222)
        columns = [(title, shown and title != "Ends") for title, shown in page.listing.columns_now()]
        page.listing.put_columns((("Title", True), *(each for each in columns if each[0] != "Title")))
        sort_by(page, "Service")
        sort_by(page, "Title", Qt.KeyboardModifier.ShiftModifier)
        left, stood = page.listing.view_now().layout, references(page)
    session = Session(tmp_path / "settings.ini", Clock())
    second = MainWindow(session, Register.open(tmp_path / "Sample.register"))
    second.show()
    settle()
    try:
        again = register_page(second)
        assert again.listing.view_now().layout == left
        assert references(again) == stood
        assert left.sort == (("Service", False), ("Title", False))
    finally:
        second.close()
        second.deleteLater()
        settle()
