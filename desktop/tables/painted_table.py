"""A table view that paints its cells itself. Both the table and its frozen columns are one of these."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop.look.theme import theme
from desktop.tables.cell_painter import CellPainter, painter_for
from desktop.tables.group_painter import paint_group
from desktop.tables.grouping import Group
from desktop.tables.header import Header
from desktop.tables.row_model import RowModel


class PaintedTable(QTableView):
    """Rows of one height, painted whole; hover, selection, the focused cell and tooltips for cut text."""

    hovered = Signal(int)
    """The pointer is over another row; -1 is none."""

    def __init__(self, rows: RowModel, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.lines = lines
        self._hovered = -1
        self._cells = painter_for(self.font(), lines)
        self.titles = Header(self, rows)
        self.setHorizontalHeader(self.titles)
        self.setModel(rows)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme().changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take on the type and the colours in use."""
        self._cells = painter_for(self.font(), self.lines)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._cells.row_height)
        self.verticalScrollBar().setSingleStep(self._cells.row_height)
        self.titles.updateGeometry()
        self.viewport().update()

    @property
    def cells(self) -> CellPainter:
        """What draws the cells, and knows how wide and high they are."""
        return self._cells

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "titles"):
            self.dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        area = event.rect()
        first, last = self._rows_in(area)
        columns = self._columns_in(area)
        for row in range(first, last + 1):
            self._paint_row(painter, row, columns)
        self._paint_focus(painter)
        painter.end()

    def hover(self, row: int) -> None:
        """Tint a row as the one under the pointer; -1 is none."""
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            for changed in (before, row):
                if changed >= 0:
                    self.viewport().update(0, self.rowViewportPosition(changed), self.viewport().width(), 200)
            self.hovered.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(QCursor.pos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """What the tooltip says at a point: the column's own words, or the text where it was cut."""
        index = self.indexAt(point)
        if not index.isValid() or self.rows.group_at(index.row()):
            return ""
        column = self.rows.columns[index.column()]
        if column.tip and (said := column.tip(self.rows.row_at(index.row()))):
            return said
        text = self.rows.texts_at(index.row())[index.column()]
        return "" if self._cells.fits(text, self.columnWidth(index.column())) else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl held the wheel is left to the window, which sizes the text by it."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _rows_in(self, area: QRect) -> tuple[int, int]:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        end = self.rows.rowCount() - 1
        return (first, last if last >= 0 else end) if first >= 0 else (0, -1)

    def _columns_in(self, area: QRect) -> list[tuple[int, int, int]]:
        found = []
        for column in range(len(self.rows.columns)):
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            if width and left <= area.right() and left + width > area.left():
                found.append((column, left, width))
        return found

    def _paint_row(self, painter: QPainter, row: int, columns: list[tuple[int, int, int]]) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        cells = self._cells
        group = self.rows.group_at(row)
        if group:
            painter.fillRect(0, top, self.viewport().width(), height, QColor(cells.tokens.canvas))
        if row == self._hovered:
            painter.fillRect(0, top, self.viewport().width(), height, cells.hover)
        chosen = self.selectionModel()
        if chosen.rowIntersectsSelection(row, QModelIndex()):
            for column, left, width in columns:
                if group or chosen.isSelected(self.rows.index(row, column)):
                    painter.fillRect(left, top, width, height, cells.selection)
        painter.fillRect(0, top + height - 1, self.viewport().width(), 1, cells.line)
        if group:
            whole = self._columns_in(self.viewport().rect())
            line = QRect(0, top, self.viewport().width(), height)
            paint_group(painter, cells, group, self.rows.columns, whole, line, self._beyond(group))
            return
        texts, found = self.rows.texts_at(row), self.rows.row_at(row)
        for column, left, width in columns:
            cells.cell(painter, QRect(left, top, width, height), self.rows.columns[column], found, texts[column])

    def _paint_focus(self, painter: QPainter) -> None:
        index = self.currentIndex()
        area = self.visualRect(index)
        if index.isValid() and self._has_keyboard() and not area.isEmpty():
            if self.rows.group_at(index.row()):
                area.setLeft(0)
                area.setRight(min(self.titles.length(), self.viewport().width()) - 1)
            self._cells.focus_ring(painter, area)

    def _beyond(self, group: Group) -> list[int]:
        """The columns of a group's subtotals that lie to the right of what is in sight."""
        end = self.viewport().width()
        shown = (at for at in group.sums if not self.isColumnHidden(at))
        return [at for at in shown if self.columnViewportPosition(at) + self.columnWidth(at) > end]

    def _has_keyboard(self) -> bool:
        return self.hasFocus()
