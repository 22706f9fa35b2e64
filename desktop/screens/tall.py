"""Content that keeps a height it can be worked in, and is scrolled where the window is lower than that."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Tall(QScrollArea):
    """However large the type, each part inside has room for so many lines of it."""

    def __init__(self, inside: QWidget, lines: Mapping[QWidget, int]) -> None:
        """`lines` of type that parts of what is inside have room for at least."""
        super().__init__(widgetResizable=True)
        self._lines = dict(lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._keep()

    def showEvent(self, event: QShowEvent) -> None:
        self._keep()
        super().showEvent(event)

    def _keep(self) -> None:
        for part, count in self._lines.items():
            part.setMinimumHeight(count * self.fontMetrics().height())
