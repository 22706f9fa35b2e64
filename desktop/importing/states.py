"""What stands in place of the sheet: while a file is read, and when it cannot be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.look.parts import GAP, button, label, prose


class ReadingPage(QWidget):
    """A file is being read: how far it is, and a way to stop."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "groupTitle")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName("How much has been read")
        self.stop = button("Ca&ncel", "cancelReading")
        self.stop.clicked.connect(self.cancelled)
        _stack(self, self._words, self.bar, self.stop)

    def begin(self, name: str) -> None:
        """Another file."""
        self._words.setText(f"Reading {name}")
        self.bar.setValue(0)

    def show_part(self, part: float) -> None:
        """So much of it has been read, from 0 to 1."""
        self.bar.setValue(round(part * 100))


class RefusedPage(QWidget):
    """A file that cannot be read: why, and what to do."""

    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = prose("")
        self._words.setObjectName("refusedWords")
        self.go_on = button("&Put it away", "putAway")
        self.go_on.clicked.connect(self.passed)
        _stack(self, label("This file was not read", "groupTitle"), self._words, self.go_on)

    @property
    def words(self) -> str:
        """What is told."""
        return self._words.text()

    def tell(self, words: str, *, more: bool) -> None:
        """Say why, and offer the next file where one waits."""
        self._words.setText(words)
        self.go_on.setText("&Go on to the next file" if more else "&Put it away")
        self.go_on.setAccessibleName(self.go_on.text().replace("&", ""))


def _stack(page: QWidget, title: QWidget, middle: QWidget, act: QWidget) -> None:
    column = QVBoxLayout(page)
    column.setSpacing(2 * GAP)
    column.addStretch(2)
    for part in (title, middle):
        part.setMaximumWidth(page.fontMetrics().averageCharWidth() * 80)
        part.setMinimumWidth(page.fontMetrics().averageCharWidth() * 40)
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
