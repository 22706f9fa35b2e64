"""Sections, the one being written, what is missing, and the printed page: four panes whose splits can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from desktop.screens.beside import Beside
from desktop.writing.gap_list import GapList
from desktop.writing.live_preview import LivePreview
from desktop.writing.section_list import SectionList


class Workbench(Beside):
    """The printed page stands beside what is written, or below it where there is little room."""

    def __init__(self) -> None:
        self.sections, self.gaps, self.live = SectionList(), GapList(), LivePreview()
        self.area = _section_area()
        self._pane = self._seen()
        super().__init__(self._written(), self._pane, "writingPanes", above=0.6)
        self.setSizes([600, 440])

    def lines(self) -> dict[QWidget, int]:
        """How many lines of type its parts have room for at least."""
        return {self.sections: 10, self.area: 14, self.live: 14, self.gaps: 5}

    def put(self, page: QWidget) -> None:
        """Show a section's page; the one before is kept by its manuscript, not by the scroll area."""
        before = self.area.takeWidget()
        if before is not None:
            before.hide()
            before.setParent(self)
        self.area.setWidget(page)
        page.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.orientation() is Qt.Orientation.Horizontal
        self._pane.setOrientation(Qt.Orientation.Vertical if is_beside else Qt.Orientation.Horizontal)

    def _written(self) -> QSplitter:
        written = QSplitter(Qt.Orientation.Horizontal)
        written.setChildrenCollapsible(False)
        written.addWidget(self.sections)
        written.addWidget(self.area)
        written.setStretchFactor(1, 1)
        written.setSizes([190, 400])
        return written

    def _seen(self) -> QSplitter:
        seen = QSplitter(Qt.Orientation.Vertical)
        seen.setChildrenCollapsible(False)
        seen.addWidget(self.live)
        seen.addWidget(self.gaps)
        seen.setSizes([500, 190])
        return seen


def _section_area() -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setObjectName("recordSection")
    area.setAccessibleName("The section")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
