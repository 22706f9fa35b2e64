"""The sheet above and its lists below: the lists are as tall as their rows need, and the sheet takes the rest."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from desktop.look.theme import theme
from desktop.tables.table_view import TableView

_MOST = 3
"""The lists take no more than this part of the height."""


class SheetAbove(QSplitter):
    """What is below grows with the list in view and stays so tall while one file is in view; dragged, it stays."""

    def __init__(self, sheet: QWidget, lists: QTabWidget, name: str) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName(name)
        self._lists, self._wanted, self._by_hand = lists, 0, False
        self.addWidget(sheet)
        self.addWidget(lists)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(9)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._drag)
        lists.currentChanged.connect(self.fit)
        theme().changed.connect(self._dress)

    def begin(self) -> None:
        """Another file comes into view: its lists are measured anew."""
        self._wanted = 0

    def fit(self, _at: int = 0) -> None:
        """The list in view has other rows, or another list is in view."""
        self._wanted = max(self._wanted, _needed(self._lists))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _dress(self) -> None:
        self.begin()
        self.fit()

    def _share(self) -> None:
        if not self._by_hand:
            room = self.height() - self.handleWidth()
            below = min(self._wanted, room // _MOST)
            self.setSizes([room - below, below])

    def _drag(self, _at: int, _handle: int) -> None:
        self._by_hand = True


def _needed(lists: QTabWidget) -> int:
    """Pixels for the tabs, the titles and every row of the list in view."""
    table = lists.currentWidget()
    if not isinstance(table, TableView):
        return 0
    rows = max(table.rows.rowCount(), 1) * table.verticalHeader().defaultSectionSize()
    return lists.tabBar().sizeHint().height() + table.titles.sizeHint().height() + rows + 4 * table.frameWidth()
