"""What every screen is: a title, one line of facts, actions at the right, and its content below."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.changes import Changed
from desktop.desk import Desk
from desktop.look.parts import GAP, MARGIN, label
from desktop.screens.flow import Flow

_FACTS = 28
"""Characters the line of facts is given at least, however many buttons stand beside it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a screen by its name, and the row to show there (a contract's, decision's, … id)."""

    screen: str
    row_id: str = ""


class Screen(QWidget):
    """A screen on the desk. It loads when first shown, and again when something it shows has changed.

    Signals:
        went: the officer chose to go somewhere (a Place).
        counted: how many rows are shown of how many, and what the selection adds up to, as words for the status bar.
    """

    went = Signal(object)
    counted = Signal(str)

    name = ""
    """What the screen is called in a Place and as an object name."""
    heading = ""
    """The page title."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._is_old = True
        self.setObjectName(self.name)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.heading)
        self.title = label(self.heading, "pageTitle")
        self.facts: QLabel = label("", "quiet")
        self.facts.setWordWrap(True)
        self.buttons = Flow(GAP)
        self.body = QVBoxLayout(self)
        self._lay_out()
        desk.changed.connect(self._on_changed)
        desk.register_changed.connect(self.outdate)
        desk.day_changed.connect(self.outdate)

    def load(self) -> None:
        """Read the register and show it. Each screen's own."""
        raise NotImplementedError

    def show_row(self, row_id: str) -> None:
        """Bring a row into view. A screen of one thing shows that thing."""

    def keyboard_home(self) -> QWidget | None:
        """Where the keyboard goes when the screen comes into view; None leaves it to its table or first field."""
        return None

    def leave(self) -> bool:
        """Called before another page takes this one's place; False where the officer stays."""
        return True

    def put_away(self) -> None:
        """Called before the register is closed: what is typed is put into it, or stays a draft."""

    def concerns(self, done: Changed) -> bool:
        """Whether a change touches what this screen shows."""
        return True

    def outdate(self) -> None:
        """Load again: now if in view, else when next shown."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Load if anything changed since the last time."""
        if self._is_old:
            self._is_old = False
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        self.facts.setMinimumWidth(_FACTS * self.fontMetrics().averageCharWidth())
        self.refresh()

    def _on_changed(self, done: Changed) -> None:
        if self.concerns(done):
            self.outdate()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        self.body.setSpacing(GAP)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        top.addLayout(words, 1)
        top.addLayout(self.buttons)
        self.body.addLayout(top)
