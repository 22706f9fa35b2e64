"""What stands in the window while no register is open: new, open, the sample, and those opened lately."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.look.parts import GAP, MARGIN, button, label, prose, rule
from desktop.screens.detail import linked

_CHOICES = (
    ("sample", "&Try the sample", "register", "act",
     ("Community Navigation, Wellbeing 55+ and Live Well Kent as published, under references that begin with SAMPLE. "
     "It is a file of its own and never mixes with yours.")),
    ("new", "&New register…", "add", "",
     "An empty file of your own. Choose a folder on this computer, not a shared or synced one."),
    ("open", "&Open a register…", "folder", "", "A register that is already there."),
)  # fmt: skip


class Welcome(QWidget):
    """The first page there is."""

    asked = Signal(str)
    """One of "sample", "new", "open"."""
    chosen = Signal(object)
    """A register opened lately (its Path)."""

    def __init__(self, recents: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Welcome")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._page(recents))
        outer.addWidget(area)

    def _page(self, recents: Sequence[Path]) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        middle.addStretch(1)
        middle.addWidget(label("Contract Desk", "pageTitle"))
        middle.addWidget(
            prose("A register of provider contracts: what needs attention and by when, every decision, every return.")
        )
        middle.addSpacing(MARGIN - GAP)
        for choice in _CHOICES:
            self._choice(middle, *choice)
        if recents:
            self._recents(middle, recents)
        middle.addStretch(2)
        across.addLayout(middle, 4)
        across.addStretch(1)
        return page

    def _choice(self, column: QVBoxLayout, name: str, words: str, icon: str, role: str, said: str) -> None:
        made = button(words, f"{name}Register", icon, role)
        made.clicked.connect(lambda: self.asked.emit(name))
        made.setMinimumWidth(24 * self.fontMetrics().averageCharWidth())
        line = QHBoxLayout()
        line.setSpacing(2 * GAP)
        line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(prose(said, "quiet"), 1)
        column.addLayout(line)
        column.addSpacing(GAP)

    def _recents(self, column: QVBoxLayout, recents: Sequence[Path]) -> None:
        column.addSpacing(GAP)
        column.addWidget(rule())
        column.addSpacing(GAP)
        column.addWidget(label("Opened lately", "groupTitle"))
        for number, path in enumerate(recents):
            line = QHBoxLayout()
            line.addWidget(linked(path.name, f"recent{number}", partial(self.chosen.emit, path)))
            line.addWidget(prose(f"{path.parent}" if path.exists() else f"{path.parent} · no longer there", "quiet"), 1)
            column.addLayout(line)
