"""A bench to take files of providers in on: a window's screen, its desk, and files made for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from db.rules.monitoring import MonitoringReturn
from desktop import acts
from desktop.desk import Desk
from desktop.importing.screen import ImportingScreen
from tests.desktop.acting import BY
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.importing_files import asks


@dataclass
class Bench:
    """The screen on a desk, and what a test does with it."""

    desk: Desk
    screen: ImportingScreen
    qtbot: QtBot

    def read(self, *paths: Path) -> None:
        """Put files in line and wait until the first is on the screen."""
        acts.import_return(self.desk, self.screen, *paths)
        self.screen.refresh()
        self.wait()

    def wait(self) -> None:
        """Until the file is read."""
        self.qtbot.waitUntil(lambda: self.screen.pages.currentWidget() is not self.screen.reading, timeout=20_000)

    def settle(self) -> None:
        """Take what is suggested, question by question, as an officer does: by its radio button."""
        while self.screen.bench.pane.cards:
            card = self.screen.bench.pane.cards[0]
            suggested = card.findChild(QRadioButton, f"choice {card.question.suggested}")
            assert suggested is not None
            suggested.click()

    @property
    def kept(self) -> tuple[MonitoringReturn, ...]:
        """What the register has."""
        return self.desk.register.returns.all()

    @property
    def facts(self) -> str:
        """The line under the title."""
        return self.screen.facts.text()


@pytest.fixture
def bench(desk: Desk, qtbot: QtBot) -> Iterator[Bench]:
    asks(desk.register, BY)
    screen = ImportingScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    yield Bench(desk, screen, qtbot)
    screen.put_away()


def told(widget: QWidget) -> str:
    """All words of a widget."""
    return " ".join(each.text() for each in widget.findChildren(QLabel))
