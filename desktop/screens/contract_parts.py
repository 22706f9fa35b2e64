"""The parts a contract's page is made of: groups of facts with their working, what happened, the history."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.dates import show_day
from desktop.look import icons
from desktop.look.parts import GAP, button, label, prose
from desktop.look.theme import theme
from desktop.screens.contract_facts import NOT_RECORDED, Fact
from desktop.screens.contract_happened import Happening
from desktop.screens.detail import linked
from desktop.screens.screen import Place


class FactGroup(QWidget):
    """Facts under a title. "why?" beside a day opens its working below it."""

    def __init__(self, title: str, facts: Sequence[Fact]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(title, "groupTitle"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, fact in enumerate(facts):
            _put(grid, number * 2, fact, f"why{title}{number}")
        column.addLayout(grid)


def _put(grid: QGridLayout, row: int, fact: Fact, name: str) -> None:
    named = label(fact.name, "quiet")
    named.setContentsMargins(0, 7 if fact.why else 5, 0, 4)
    grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
    line = QHBoxLayout()
    line.setSpacing(4)
    role = "quiet" if fact.said == NOT_RECORDED else ""
    said = label(fact.said) if fact.why else prose(fact.said, role)
    said.setContentsMargins(0, 6 if fact.why else 5 if role else 4, 0, 4)
    line.addWidget(said, 0 if fact.why else 1, Qt.AlignmentFlag.AlignTop)
    if fact.why:
        working = prose("\n".join(fact.why), "quiet")
        working.setContentsMargins(0, 0, 0, 8)
        working.hide()
        line.addWidget(why_button(fact, working, name), 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        grid.addWidget(working, row + 1, 1)
    grid.addLayout(line, row, 1)


def why_button(fact: Fact, working: QLabel, name: str) -> QPushButton:
    """Opens the working of a fact, and closes it again."""
    made = button("why?", name, role="link")
    made.setAccessibleName(f"Why: {fact.name}, {fact.said}")
    made.setCheckable(True)
    made.toggled.connect(working.setVisible)
    return made


class HappenedPart(QWidget):
    """What happened, newest first, each with its day, its icon and where to read on."""

    def __init__(self, events: Sequence[Happening], go: Callable[[Place], object]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, event in enumerate(events):
            grid.addWidget(IconMark(event.icon), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_happening(event, row, go), row, 1)
        if not events:
            grid.addWidget(prose("Nothing is recorded up to this day.", "quiet"), 0, 1)
        grid.setRowStretch(max(len(events), 1), 1)


def _happening(event: Happening, number: int, go: Callable[[Place], object]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    top = QHBoxLayout()
    top.setSpacing(4)
    top.addWidget(label(show_day(event.on), "quiet"))
    if event.place and event.link:
        place = event.place
        top.addWidget(linked(event.link, f"happened{number}", lambda: go(place)))
    top.addStretch(1)
    column.addLayout(top)
    column.addWidget(prose(event.what))
    if event.more:
        column.addWidget(prose(event.more, "quiet"))
    return made


def titled(title: str, part: QWidget) -> QWidget:
    """A part under a group's title."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    column.addWidget(label(title, "groupTitle"))
    column.addWidget(part)
    return made


class IconMark(QLabel):
    """An icon that only decorates; the words beside it say the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        theme().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(icons.pixmap(self._name, theme().tokens.quiet, icons.SIZE, self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        return QSize(icons.SIZE, icons.SIZE)
