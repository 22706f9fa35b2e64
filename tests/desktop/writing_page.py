"""A window with a decision's record on the page, and what tests ask of it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.rules.decision import DecisionText
from desktop.main_window import MainWindow
from desktop.screens.screen import Place
from desktop.screens.writing import WritingScreen
from desktop.writing.manuscript import Manuscript
from tests.desktop.acting import worker as worker
from tests.desktop.windows import Clock, opened, workplace

CONTROL = Qt.KeyboardModifier.ControlModifier
AT = datetime(2024, 1, 15, 9, 12, tzinfo=UTC)
NUMBER = "OD.24.00002"


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, worker: None) -> Iterator[MainWindow]:
    """A window on the sample, on the day of the officer decision, with that decision's record on the page."""
    with opened(tmp_path, Clock(AT)) as made:
        show(made, NUMBER)
        yield made


def show(window: MainWindow, number: str) -> WritingScreen:
    window.go(Place("writing", workplace(window).desk.register.decisions.get(number).id))
    return page(window)


def manuscript(window: MainWindow) -> Manuscript:
    found = page(window).manuscript
    assert found is not None
    return found


def with_keyboard() -> str:
    """The name of what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found.objectName()


def page(window: MainWindow) -> WritingScreen:
    found = workplace(window).pages.currentWidget()
    assert isinstance(found, WritingScreen)
    return found


def field(window: MainWindow, path: str) -> QWidget:
    """The control for something in the decision, in view and with the keyboard."""
    page(window).go_to(path)
    found = QApplication.focusWidget()
    assert found is not None
    return found


def kept(window: MainWindow, number: str = NUMBER) -> DecisionText:
    return workplace(window).desk.register.decisions.get(number).text


def entries(window: MainWindow) -> int:
    return workplace(window).desk.register.journal.entries()[0].seq
