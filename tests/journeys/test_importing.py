"""A provider's own workbooks, quarter after quarter: dropped on the window, settled once, accepted, traced, undone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.returns.workbook import read_content
from db.rules.monitoring import MonitoringReturn
from desktop.dialogs.take_in_dialog import TakeInDialog
from desktop.importing.original import OriginalScreen, original_place
from desktop.importing.screen import ImportingScreen
from desktop.main_window import MainWindow
from desktop.screens.screen import Place
from tests.desktop.acting import answering, press
from tests.desktop.acting import worker as worker
from tests.desktop.commands.command_line import OFFICER, done, stated
from tests.desktop.importing_files import MEASURES, asks, workbook
from tests.desktop.windows import Clock, opened, workplace

REF = "SAMPLE-CN-A"
pytestmark = pytest.mark.usefixtures("worker")


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on the sample on 10 January 2024, Part A reporting each quarter."""
    with opened(tmp_path, Clock(datetime(2024, 1, 10, 9, 2, tzinfo=UTC))) as made:
        desk = workplace(made).desk
        asks(desk.register, desk.session.author(), REF)
        yield made


def drop(window: MainWindow, qtbot: QtBot, *paths: Path) -> ImportingScreen:
    """Drop files on the window, and wait until the first is read."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, ImportingScreen)
    qtbot.waitUntil(lambda: page.pages.currentWidget() is page.whole, timeout=20_000)
    return page


def accept(page: ImportingScreen) -> None:
    QTest.keyClick(page.bench.sheets.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def returns(window: MainWindow) -> tuple[MonitoringReturn, ...]:
    return workplace(window).desk.register.returns.all()


def test_two_quarters_a_correction_and_an_undo(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk = workplace(window).desk
    before = desk.register.content_hash()
    page = drop(window, qtbot, workbook(tmp_path / "Involve Q2.xlsx", 2))
    assert "2 to settle" in page.facts.text()
    while page.bench.pane.cards:
        card = page.bench.pane.cards[0]
        card.answered.emit(card.question.key, str(card.question.suggested))
    accept(page)
    (first,) = returns(window)
    assert first.contract_reference == REF
    assert workplace(window).pages.place == Place("returns", first.id)

    page = drop(window, qtbot, workbook(tmp_path / "Involve Q3.xlsx", people=430))
    assert "nothing to settle" in page.facts.text()
    assert page.bench.pane.cards == []
    accept(page)
    between = desk.register.content_hash()

    page = drop(window, qtbot, workbook(tmp_path / "Involve Q3 corrected.xlsx", people=431))
    assert page.bench.lists.changes.rows.rowCount() == 1
    answering(TakeInDialog, press)
    accept(page)
    latest = returns(window)[0]
    assert (latest.number, latest.period.label) == (2, "Quarter 3 2023-24")

    for each in returns(window):
        cells = read_content(desk.register.returns.file(each.file_sha256), each.file_name)
        assert all(cells.at(found.sheet, found.cell) is not None for found in each.readings)

    workplace(window).undoing.undo()
    assert desk.register.content_hash() == between
    workplace(window).undoing.undo()
    workplace(window).undoing.undo()
    assert desk.register.content_hash() == before


def test_the_window_and_the_command_line_take_in_the_same(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = drop(window, qtbot, workbook(tmp_path / "Involve Q3.xlsx"))
    press(page.bench.pane, "takeSuggestions")
    accept(page)
    (kept,) = returns(window)
    other = tmp_path / "other.register"
    done("sample", other)
    lines = [part for name, unit in MEASURES for part in ("--measure", f"{name}|{unit.value}")]
    done("set-measures", other, REF, *lines, *OFFICER)
    done("import-return", other, tmp_path / "Involve Q3.xlsx", "--contract", REF, "--suggested", *OFFICER)
    (found,) = stated("show", other, REF)["returns"]
    mine = {(each.sheet, each.cell): each.value for each in kept.readings}
    assert {(each["sheet"], each["cell"]) for each in found["readings"]} == set(mine)
    assert mine["Q3 2023-24", "C7"] == Decimal(82)


def test_a_stored_figure_opens_the_kept_file_at_its_cell(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = workbook(tmp_path / "Involve Q3.xlsx")
    page = drop(window, qtbot, file)
    press(page.bench.pane, "takeSuggestions")
    accept(page)
    file.unlink()
    (kept,) = returns(window)
    place = workplace(window).pages
    for reading in kept.readings:
        window.go(original_place(kept.id, reading.sheet, reading.cell))
        screen = place.currentWidget()
        assert isinstance(screen, OriginalScreen)
        qtbot.waitUntil(screen.sheets.isVisible, timeout=20_000)
        assert screen.sheets.sheet == reading.sheet
        assert screen.sheets.where.text() == reading.cell
        assert screen.sheets.says.text()
    window.go(Place("attention"))
    window.go(original_place(kept.id))
    press(place, "backFromOriginal")
    assert place.place == Place("attention")
