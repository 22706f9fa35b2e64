"""The first columns of a table, standing still over it while the rest scrolls sideways."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from desktop.tables.painted_table import PaintedTable
from desktop.tables.row_model import Index

if TYPE_CHECKING:
    from desktop.tables.table_view import TableView

_SHARE = 0.6


class FrozenColumns(PaintedTable):
    """Shares the table's rows, selection and header; shown only once the table is scrolled sideways."""

    def __init__(self, table: "TableView", count: int) -> None:
        super().__init__(table.rows, table.lines, table)
        self._table, self._count = table, count
        self.setObjectName("frozenColumns")
        self.setProperty("role", "frozen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Columns that stay in sight")
        self.setSelectionModel(table.selectionModel())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.setSortIndicator(table.titles.sortIndicatorSection(), table.titles.sortIndicatorOrder())
        self._wire()
        self.hide()

    def _wire(self) -> None:
        table = self._table
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.placed.connect(self.place)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.titles.sectionResized.connect(self.place)
        table.titles.sectionMoved.connect(self.place)
        table.titles.sortIndicatorChanged.connect(self.titles.setSortIndicator)
        self.titles.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(table.doubleClicked)
        table.selectionModel().selectionChanged.connect(self.viewport().update)
        table.selectionModel().currentChanged.connect(self.viewport().update)
        table.hovered.connect(self.hover)
        self.hovered.connect(table.hover)

    def hides(self, index: Index) -> bool:
        """Whether a cell of a column that scrolls lies under these columns."""
        left = self._table.columnViewportPosition(index.column())
        return self.isVisible() and self.isColumnHidden(index.column()) and left < self.width()

    def place(self) -> None:
        """Stand where the table's own first columns would be, or hide while they are in sight anyway."""
        table = self._table
        first = self._that_fit()
        if table.horizontalScrollBar().value() == 0 or not first:
            self.hide()
            return
        for at in range(len(self.rows.columns)):
            self.setColumnHidden(at, at not in first)
            if at in first:
                self.setColumnWidth(at, table.columnWidth(at))
        frame, head = table.frameWidth(), table.titles.height()
        width = sum(table.columnWidth(at) for at in first)
        self.titles.setFixedHeight(head)
        left = frame + (0 if table.verticalHeader().isHidden() else table.verticalHeader().width())
        self.setGeometry(left, frame, width + 1, table.viewport().height() + head)
        self.show()
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.viewport().update()

    def _that_fit(self) -> list[int]:
        """As many of the first columns as leave two fifths of the table to the rest."""
        table = self._table
        order = [table.titles.logicalIndex(place) for place in range(table.titles.count())]
        first = [at for at in order[: self._count] if not table.isColumnHidden(at)]
        while first and sum(table.columnWidth(at) for at in first) > _SHARE * table.viewport().width():
            first.pop()
        return first

    def _sort(self, at: int) -> None:
        titles = self._table.titles
        again = titles.sortIndicatorSection() == at and titles.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        titles.setSortIndicator(at, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def _has_keyboard(self) -> bool:
        return self._table.hasFocus()
