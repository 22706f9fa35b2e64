"""The history on a contract's page: one stop for the keyboard, arrows between lines, a line put back on the spot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.look import icons
from desktop.look.parts import prose
from desktop.look.theme import theme
from desktop.screens.contract_history import HistoryEntry, HistoryLine

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChangedLine(QLabel):
    """What was changed in one field. Its menu, and Enter, put back what it was, or say why that cannot be.

    Signals:
        asked: to put it back.
        reached: by the keyboard or a click.
        left: with an arrow key, up (-1) or down (1).
    """

    asked = Signal()
    reached = Signal()
    left = Signal(int)

    def __init__(self, line: HistoryLine) -> None:
        super().__init__(line.words)
        self.line = line
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(16, 1, 2, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.put_back = QAction(f"Put back {line.restored}".replace("&", "&&"), self)
        self.put_back.setObjectName("putBackLine")
        self.put_back.setEnabled(not line.why_not)
        self.put_back.triggered.connect(self.asked)
        icons.dress(self.put_back, "undo", theme().tokens)
        self.addAction(self.put_back)
        if line.why_not:
            self.addAction(QAction(line.why_not, self, enabled=False))
        self.setAccessibleName(line.words)
        self.setAccessibleDescription(line.why_not or f"Enter puts back {line.restored}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.left.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme().tokens.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()


class HistoryPart(QWidget):
    """The journal's entries about this contract, newest first."""

    def __init__(self, entries: Sequence[HistoryEntry], put_back: Callable[[HistoryLine], object]) -> None:
        super().__init__()
        self._put_back = put_back
        self.lines: list[ChangedLine] = []
        """The lines that the arrows go through."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for entry in entries:
            column.addWidget(prose(entry.when, "quiet"))
            column.addWidget(prose(entry.sentence))
            for line in entry.lines:
                column.addWidget(self._line(line))
            column.addSpacing(10)
        if not entries:
            column.addWidget(prose("The journal has nothing about this contract yet.", "quiet"))
        column.addStretch(1)
        if self.lines:
            self.lines[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _line(self, line: HistoryLine) -> QWidget:
        if not line.restored:
            plain = prose(line.words, "quiet")
            plain.setContentsMargins(16, 0, 0, 0)
            return plain
        made = ChangedLine(line)
        made.setObjectName(f"changed{len(self.lines)}")
        made.asked.connect(lambda: self._put_back(line))
        made.left.connect(lambda step: self._go(made, step))
        made.reached.connect(lambda: self._reach(made))
        self.lines.append(made)
        return made

    def _reach(self, line: ChangedLine) -> None:
        """The keyboard comes back to the line where it was."""
        for each in self.lines:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is line else Qt.FocusPolicy.ClickFocus)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(line)

    def _go(self, line: ChangedLine, step: int) -> None:
        at = self.lines.index(line) + step
        if 0 <= at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)
