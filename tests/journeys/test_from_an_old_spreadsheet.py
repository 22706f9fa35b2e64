"""The first day: the old spreadsheet comes in, leaves for Excel as a register, comes back, and is taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from db.register import Register
from desktop.acts.waiting import the_jobs
from desktop.bringing_in.edited_rows import Fate
from desktop.bringing_in.edited_screen import EditedScreen
from desktop.bringing_in.file_screen import FileScreen
from desktop.bringing_in.old_screen import OldRegisterScreen
from desktop.dialogs.what_file_dialog import WhatFileDialog
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.session import Session
from tests.desktop.acting import answering, press
from tests.desktop.old_registers import ROWS, old_register, read
from tests.desktop.windows import Clock, register_page, workplace


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on a new, empty register."""
    session = Session(tmp_path / "settings.ini", Clock())
    session.keep_officer("A. Officer", "Commissioning officer")
    made = MainWindow(session, Register.create(tmp_path / "Contracts.register"))
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    the_jobs().close()
    settle()


def drop(window: MainWindow, path: Path) -> None:
    """Let go of a file over the window."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, held, left, none))


def in_view(window: MainWindow, qtbot: QtBot) -> FileScreen:
    """The screen that reads a file, once it has."""
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, FileScreen)
    read(page, qtbot)
    return page


def choose(window: MainWindow, name: str) -> None:
    """Choose an entry of a menu."""
    found = window.findChild(QAction, name)
    assert found is not None
    found.trigger()


def edit(path: Path) -> None:
    """Change a title and a manager in the workbook, as Excel would save it."""
    workbook = load_workbook(path)
    sheet: Any = workbook.worksheets[0]
    heads = {str(each.value): each.column for each in sheet[1]}
    rows = {sheet.cell(at, heads["Reference"]).value: at for at in range(2, sheet.max_row + 1)}
    sheet.cell(rows["OLD-1"], heads["Contract"]).value = "Carers’ support, east"
    sheet.cell(rows["OLD-2"], heads["Contract manager"]).value = "D"
    workbook.save(path)


def test_an_old_spreadsheet_becomes_a_register_that_goes_to_excel_and_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = workplace(window).desk
    empty = desk.register.content_hash()
    answering(WhatFileDialog, press)
    drop(window, old_register(tmp_path / "Register kept so far.csv"))
    incoming = in_view(window, qtbot)
    assert isinstance(incoming, OldRegisterScreen)
    assert "4 rows: 2 taken in, 2 to do" in incoming.facts.text()
    incoming.sheets.go(incoming.sheets.sheet, "E4")
    incoming.sheets.fixed.emit(incoming.sheets.sheet, 4, 5, "28/02/2025")
    QTest.mouseClick(incoming.accept, Qt.MouseButton.LeftButton)
    assert workplace(window).pages.place.screen == "toDo"

    page = register_page(window)
    assert page.listing.count.text().startswith("3")
    brought = desk.register.content_hash()
    notes = desk.register.contracts.get("OLD-1").notes, desk.register.contracts.get("OLD-2").notes
    assert [ROWS[0][8] in notes[0], ROWS[1][8] in notes[1]] == [True, True]

    target = tmp_path / "Register out.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    choose(window, "exportRegister")
    edit(target)

    drop(window, target)
    coming_back = in_view(window, qtbot)
    assert isinstance(coming_back, EditedScreen)
    assert [(row.name, row.title, coming_back.fate(row)) for row in coming_back.rows] == [
        ("OLD-1", "Contract", Fate.TAKEN), ("OLD-2", "Contract manager", Fate.TAKEN),
    ]  # fmt: skip
    QTest.mouseClick(coming_back.accept, Qt.MouseButton.LeftButton)
    assert desk.register.contracts.get("OLD-1").title == "Carers’ support, east"
    assert desk.register.contracts.get("OLD-2").manager == "D"

    choose(window, "undo")
    assert desk.register.content_hash() == brought
    choose(window, "undo")
    assert desk.register.content_hash() == empty
    assert desk.register.check() == ()


def test_an_empty_register_offers_to_bring_one_in(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_register(tmp_path / "Register kept so far.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    page = register_page(window)
    found = page.findChild(QPushButton, "emptyOtherStep")
    assert found is not None
    assert found.isVisible()
    found.click()
    assert isinstance(in_view(window, qtbot), OldRegisterScreen)
