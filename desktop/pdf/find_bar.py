"""Finding words in a document: what to find, which of how many is shown, and on to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.look.parts import GAP, icon_button, label
from desktop.messages import announce


class FindBar(QWidget):
    """Enter and F3 go on, Shift+Enter and Shift+F3 back, Esc puts the bar away.

    Signals:
        asked: other words are to be found.
        stepped: to the next (1) or the one before (-1).
        closed: nothing is to be found any more.
    """

    asked = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(f"{name}Find")
        self.line.setAccessibleName("Find in the document")
        self.line.setPlaceholderText("Find in the document")
        self.line.setMinimumWidth(12 * self.fontMetrics().averageCharWidth())
        self.told = label("", "quiet")
        before = icon_button("chevron-up", "Found before this (Shift+F3)", f"{name}FoundBefore")
        after = icon_button("chevron-down", "Next found (F3)", f"{name}FoundNext")
        close = icon_button("close", "Stop finding (Esc)", f"{name}FindClose")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        for part in (self.told, before, after, close):
            row.addWidget(part)
        self.line.textChanged.connect(self.asked)
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        self.hide()

    def begin(self) -> None:
        """Come into sight with the keyboard, what was sought before still there to be typed over."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def tell(self, at: int, of: int) -> None:
        """Say which of how many is shown; at counts from 1."""
        words = "" if not self.line.text().strip() else f"{at} of {of}" if of else "Not found"
        if words != self.told.text():
            self.told.setText(words)
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
