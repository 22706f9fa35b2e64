"""Facts about the pane beside a table."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.screens.detail import AT_ONCE, Detail


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
