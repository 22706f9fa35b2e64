"""Facts about the pane beside a table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.rules.words import counted
from desktop.look.palette import Tone
from desktop.look.parts import allow, button
from desktop.screens.detail import AT_ONCE, Detail, StateMark
from desktop.tables.columns import Chip


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[Detail]:
    made = Detail("pane", "The pane")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    yield made
    made.close()


def shown(pane: Detail) -> list[str]:
    QApplication.processEvents()
    return [each.accessibleName() for each in pane.findChildren(QPushButton) if each.isVisible()]


def left_of(pane: Detail, widget: QWidget) -> int:
    page = pane.widget()
    assert page is not None
    return widget.mapTo(page, widget.contentsRect().topLeft()).x()


def test_of_very_many_links_the_first_are_shown_and_the_rest_when_asked(pane: Detail) -> None:
    gone: list[int] = []
    pane.begin("A decision")
    pane.links([(f"CN-{at}", "modified", lambda at=at: gone.append(at)) for at in range(300)])  # type: ignore[misc]
    assert shown(pane) == [*(f"CN-{at}" for at in range(AT_ONCE)), "Show 280 more"]
    pane.findChildren(QPushButton)[-1].click()
    assert [each for each in shown(pane) if each.startswith("CN-")] == [f"CN-{at}" for at in range(300)]
    next(each for each in pane.findChildren(QPushButton) if each.text() == "CN-299").click()
    assert gone == [299]


def test_the_keyboard_goes_on_to_the_first_of_the_links_that_came(pane: Detail) -> None:
    pane.begin("A decision")
    pane.links([(f"CN-{at}", "modified", lambda: None) for at in range(AT_ONCE + 2)])
    QApplication.processEvents()
    pane.findChildren(QPushButton)[-1].click()
    focused = pane.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"CN-{AT_ONCE}"


def test_words_begin_at_one_edge_whether_or_not_they_lead_somewhere(pane: Detail, qtbot: QtBot) -> None:
    pane.begin("A return")
    pane.say("Some words")
    pane.links([("CN-1", "a contract", lambda: None)])
    link = QPushButton("CN-2")
    link.setProperty("role", "link")
    pane.facts([("Provider", "Example"), ("Contract", link)])
    qtbot.wait(1)
    said = {each.text(): each for each in pane.findChildren(QLabel)}
    edges = {left_of(pane, said[text]) for text in ("A return", "Some words", "Provider", "Contract")}
    assert len(edges) == 1
    first = next(each for each in pane.findChildren(QPushButton) if each.text() == "CN-1")
    assert left_of(pane, first) < edges.pop()
    assert left_of(pane, link) < left_of(pane, said["Example"])


def test_a_state_stands_at_the_edge_of_the_words(pane: Detail, qtbot: QtBot) -> None:
    pane.begin("Before it is published")
    mark = StateMark(Chip(Tone.OVERDUE, "1 to settle"))
    pane.add(mark)
    qtbot.wait(1)
    title = next(each for each in pane.findChildren(QLabel) if each.text() == "Before it is published")
    assert left_of(pane, mark) == left_of(pane, title)


def test_tab_goes_from_the_pane_to_its_links_before_what_stands_below(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made, below = Detail("pane", "The pane"), QPushButton("Below")
    column = QVBoxLayout(holder)
    column.addWidget(made)
    column.addWidget(below)
    made.begin("A decision")
    made.links([("CN-1", "a contract", lambda: None), ("CN-2", "another", lambda: None)])
    holder.show()
    qtbot.waitUntil(lambda: not made.findChildren(QTimer)[0].isActive())
    made.setFocus()
    reached = []
    for _ in range(3):
        QTest.keyClick(holder, Qt.Key.Key_Tab)
        focused = holder.focusWidget()
        reached.append(focused.accessibleName() or getattr(focused, "text", str)())
    assert reached == ["CN-1", "CN-2", "Below"]


@pytest.mark.parametrize(("count", "said"), [(1, "1 manager"), (0, "0 managers"), (1200, "1,200 managers")])
def test_one_is_counted_in_the_singular(count: int, said: str) -> None:
    assert counted(count, "managers") == said
    assert counted(1, "things to look at") == "1 thing to look at"


def test_a_button_that_cannot_be_pressed_says_why(qtbot: QtBot) -> None:
    made = button("Accept…", "accept")
    qtbot.addWidget(made)
    allow(made, False, "Choose a return that has come in.")
    assert (made.toolTip(), made.accessibleDescription()) == ("Choose a return that has come in.",) * 2
    allow(made, True, "Choose a return that has come in.")
    assert (made.toolTip(), made.accessibleDescription()) == ("", "")


def test_enter_presses_the_button_the_keyboard_is_on(qtbot: QtBot) -> None:
    made = button("Accept…", "accept")
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Return)
