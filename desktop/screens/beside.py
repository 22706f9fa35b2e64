"""A table and the pane that explains its chosen row: beside each other where there is room, else below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_ROOM = 110
"""Characters of width from which the pane stands beside the table."""


class Beside(QSplitter):
    """Two panes whose split can be dragged, or moved with the keyboard through its size."""

    def __init__(self, main: QWidget, pane: QWidget, name: str, above: float = 0.5) -> None:
        """`above` is the share of the height the table has where the pane is below it."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self._above = above
        self.addWidget(main)
        self.addWidget(pane)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = self.width() >= _ROOM * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if roomy else Qt.Orientation.Vertical
        turned = wanted is not self.orientation()
        if turned:
            self.setOrientation(wanted)
        super().resizeEvent(event)
        if turned:
            whole, share = (self.width(), 2 / 3) if roomy else (self.height(), self._above)
            self.setSizes([round(whole * share), round(whole * (1 - share))])
