"""The bar over a document: turning pages, size, and what can be done with it. It goes on below where it is narrow."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.look.parts import GAP, button, icon_button, label
from desktop.screens.flow import Flow


class Tools(QWidget):
    """Signals:
    asked: a button was pressed, by its word: before, after, smaller, larger, fit, find, copy, print, elsewhere.
    """

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.where = label("", "quiet")
        self.size_told = label("", "quiet")
        flow = Flow(GAP, self)
        flow.addWidget(_together(
            self._icon("before", "chevron-up", "Page before (Page up)"),
            self._icon("after", "chevron-down", "Next page (Page down)"),
            self.where,
        ))  # fmt: skip
        flow.addWidget(_together(
            self._sized("smaller", "−", "Smaller (Ctrl+−)"),
            self._sized("larger", "+", "Larger (Ctrl++)"),
            self._sized("fit", "Fit width", "As wide as there is room (Ctrl+0)"),
            self.size_told,
        ))  # fmt: skip
        flow.addWidget(_together(
            self._icon("find", "search", "Find in the document (Ctrl+F)"),
            self._icon("copy", "copy", "Copy the chosen text, or all of it (Ctrl+C)"),
            self._icon("print", "print", "Print (Ctrl+P)"),
            self._icon("elsewhere", "export", "Open in another program"),
        ))  # fmt: skip

    def tell(self, where: str, size: str) -> None:
        """Say which page is in view and how large."""
        self.where.setText(where)
        self.size_told.setText(size)

    def _icon(self, asks: str, icon: str, words: str) -> QWidget:
        return self._asking(asks, icon_button(icon, words, f"{self._name}{asks.capitalize()}"))

    def _sized(self, asks: str, words: str, tip: str) -> QWidget:
        made = button(words, f"{self._name}{asks.capitalize()}")
        made.setAccessibleName(asks.capitalize() if len(words) == 1 else words)
        made.setToolTip(tip)
        return self._asking(asks, made)

    def _asking(self, asks: str, made: QAbstractButton) -> QWidget:
        made.clicked.connect(lambda: self.asked.emit(asks))
        return made


def _together(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for part in parts:
        row.addWidget(part)
    return holder
