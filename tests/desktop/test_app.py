"""Starting the program, and what it does with a fault."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget

from db.register import Register
from db.rules.refusal import Refusal
from desktop.app import last_chance, open_first, start
from desktop.main_window import MainWindow
from desktop.messages import FaultDialog
from desktop.session import Session
from desktop.window.welcome import Welcome
from tests.desktop.windows import Clock, window

__all__ = ["window"]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A sitting without any register opened before."""
    return Session(tmp_path / "settings.ini", Clock())


def close(window: MainWindow) -> None:
    """End a window."""
    window.close()
    window.deleteLater()


def said(widget: QWidget) -> str:
    """Everything a widget says."""
    return " ".join(each.text() for each in widget.findChildren(QLabel))


def test_without_any_register_the_window_welcomes(qapp: QApplication, session: Session) -> None:
    window = MainWindow(session)
    open_first(window, None)
    assert window.findChild(Welcome) is not None
    close(window)


def test_the_register_opened_last_is_opened_again(qapp: QApplication, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "Last.register"
    Register.create(path).close()
    session.remember(path)
    window = MainWindow(session)
    open_first(window, None)
    assert window.open_path == path
    close(window)


def test_a_file_that_is_no_register_is_refused_in_words_and_the_welcome_stands(
    qapp: QApplication, session: Session, tmp_path: Path
) -> None:
    other = tmp_path / "letter.register"
    other.write_text("Dear all", encoding="utf-8")
    window = MainWindow(session)
    window.show()
    open_first(window, other)
    assert "is not a Contract Desk register" in said(window)
    assert window.findChild(Welcome) is not None
    assert other.read_text(encoding="utf-8") == "Dear all"
    for told in window.findChildren(QDialog):
        told.close()
    close(window)


def test_the_window_is_on_the_screen_before_the_register_is_opened(
    qapp: QApplication, session: Session, tmp_path: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Made.register"
    Register.create(path).close()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = start(session, path)
    assert window.open_path is None
    assert window.isVisible()
    with qtbot.waitSignal(window.painted):  # type: ignore[attr-defined]
        pass
    assert window.open_path == path
    close(window)


def test_a_fault_is_told_with_details_and_the_window_stays(window: MainWindow) -> None:
    try:
        raise ZeroDivisionError("division by nought")
    except ZeroDivisionError as fault:
        last_chance(window)(type(fault), fault, fault.__traceback__)
    told = window.findChild(FaultDialog)
    assert told is not None
    details = told.findChild(QPlainTextEdit)
    assert details is not None
    assert "division by nought" in details.toPlainText()
    assert window.isVisible()
    told.reject()


def test_a_refusal_that_nobody_caught_is_told_as_its_sentence(window: MainWindow) -> None:
    refusal = Refusal("The day is outside the calendar. Enter another.")
    last_chance(window)(Refusal, refusal, None)
    assert window.findChild(FaultDialog) is None
    assert "outside the calendar" in said(window)
    for told in window.findChildren(QDialog):
        told.close()
