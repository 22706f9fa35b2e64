"""What is wrong with a form, told on top of it: each problem leads to its field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.look.parts import label
from desktop.messages import announce


class ProblemLine(QLabel):
    """One problem in a summary; Enter, Space or a click leads to its field."""

    followed = Signal()

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setProperty("role", "problemLink")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.followed.emit()


class ErrorSummary(QFrame):
    """ "There is a problem": every problem of a form, each leading to its field. Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorSummary")
        self.setProperty("role", "problems")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lines: list[ProblemLine] = []
        """The problems shown, in order."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self._column.addWidget(label("There is a problem", "groupTitle"))
        self.hide()

    def tell(self, problems: Sequence[tuple[str, Callable[[], None] | None]]) -> None:
        """Show these problems, each with what takes the officer to its field, and take the keyboard."""
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = []
        for number, (words, follow) in enumerate(problems):
            line = ProblemLine(words, f"problem{number}")
            if follow:
                line.followed.connect(follow)
            self.lines.append(line)
            self._column.addWidget(line)
        self.setAccessibleName("There is a problem. " + " ".join(words for words, _ in problems))
        self.setVisible(bool(problems))
        if problems:
            self.setFocus()
            announce(self, self.accessibleName())
