"""A line that says what is being done away from the window, how far it is, and calls it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.look.parts import GAP, button, label


class UnderWay(QWidget):
    """Out of sight until something begins.

    Signals:
        called_off: the officer asked to stop.
    """

    called_off = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.words = label("", "quiet")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.stop = button("Ca&ncel", f"{name}Stop")
        self.stop.clicked.connect(self.called_off)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GAP)
        line.addWidget(self.words)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Something has begun."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.show()

    def show_part(self, part: object) -> None:
        """So much of it is done, from 0 to 1."""
        if isinstance(part, float | int):
            self.bar.setValue(round(part * 100))
