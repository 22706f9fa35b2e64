"""Facts about what the program says."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.fields.problems import ErrorSummary
from desktop.look.palette import Scheme, Tone
from desktop.look.theme import theme
from desktop.messages import Bar, FaultDialog, Toast


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    yield made
    made.close()


def test_a_toast_offers_to_undo_for_at_least_ten_seconds(window: QWidget) -> None:
    toast = Toast(window)
    toast.tell("Extended to 31 March 2025.", undo=lambda: None, seconds=1)
    assert toast.isVisible()
    assert toast._timer.remainingTime() > 9_000
    toast.dismiss()


def test_undo_on_a_toast_takes_back_once(window: QWidget, qtbot: QtBot) -> None:
    taken: list[str] = []
    toast = Toast(window)
    toast.tell("Extended.", undo=lambda: taken.append("back"))
    button = toast.findChild(QPushButton, "toastUndo")
    assert button is not None
    assert button.accessibleName() == "Undo: Extended."
    with qtbot.waitSignal(toast.undone):
        button.click()
    button.click()
    assert taken == ["back"]
    assert not toast.isVisible()


def test_a_toast_without_undo_has_no_button_and_all_are_remembered(window: QWidget) -> None:
    toast = Toast(window)
    toast.tell("Saved.")
    toast.tell("Exported.")
    button = toast.findChild(QPushButton, "toastUndo")
    assert button is not None
    assert not button.isVisible()
    assert toast.said == ["Saved.", "Exported."]
    toast.dismiss()


def test_a_toast_keeps_to_the_bottom_centre_and_inside(window: QWidget) -> None:
    toast = Toast(window)
    theme().apply(Scheme.LIGHT, 2)
    toast.tell("Community Navigation " * 12, undo=lambda: None)
    window.resize(640, 700)
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    assert window.rect().contains(toast.geometry())
    toast.dismiss()


def test_a_toast_fades_away_by_itself(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.tell("Saved.")
    toast._timer.stop()
    toast._fade_out()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_bar_tells_a_state_by_words_icon_and_colour_until_it_is_over(window: QWidget, qtbot: QtBot) -> None:
    bar = Bar(window)
    bar.tell("The backup is 9 days old.", Tone.OVERDUE, "&Back up now")
    button = bar.findChild(QPushButton, "barAct")
    assert bar.isVisible()
    assert button is not None
    assert button.accessibleName() == "Back up now"
    assert bar.property("tone") == "overdue"
    assert not bar._icon.pixmap().isNull()
    with qtbot.waitSignal(bar.acted):
        button.click()
    bar.clear()
    assert not bar.isVisible()


def test_a_bar_that_may_be_put_away_can_be(window: QWidget, qtbot: QtBot) -> None:
    bar = Bar(window)
    bar.tell("On a network drive.", closable=True)
    close = bar.findChild(QToolButton, "barClose")
    assert close is not None
    with qtbot.waitSignal(bar.closed):
        close.click()
    assert not bar.isVisible()


def test_a_summary_is_hidden_until_there_is_a_problem(window: QWidget) -> None:
    summary = ErrorSummary(window)
    summary.tell([])
    assert not summary.isVisible()
    followed: list[str] = []
    summary.tell([("Enter the title", lambda: followed.append("title")), ("Unled", None)])
    assert summary.isVisible()
    assert summary.accessibleName() == "There is a problem. Enter the title Unled"
    QTest.keyClick(summary.lines[0], Qt.Key.Key_Space)
    QTest.mouseClick(summary.lines[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(summary.lines[1], Qt.Key.Key_Return)
    assert followed == ["title", "title"]
    summary.tell([])
    assert not summary.isVisible()


def test_a_fault_can_be_copied_whole(qtbot: QtBot) -> None:
    fault = FaultDialog("Nothing was changed. Send the details to whoever looks after this program.", "Trace\nline 2")
    qtbot.addWidget(fault)
    fault.open()
    fault.copy_details()
    assert QGuiApplication.clipboard().text() == "Trace\nline 2"
    QTest.keyClick(fault, Qt.Key.Key_Escape)
    assert not fault.isVisible()
