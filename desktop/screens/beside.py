"""A table and the pane that explains its chosen row: beside each other where there is room, else below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_ROOM = 110
"""Characters of width from which the pane stands beside the table."""


class Beside(QSplitter):
    """Two panes whose split can be dragged, or moved with the keyboard through its size."""

    def __init__(self, main: QWidget, pane: QWidget, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.addWidget(main)
        self.addWidget(pane)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = self.width() >= _ROOM * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if roomy else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.setSizes([2, 1] if roomy else [3, 1])
        super().resizeEvent(event)
