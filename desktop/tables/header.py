"""The quiet line of column titles that stays in sight, with the sort shown by an arrow."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.look import icons
from desktop.look.theme import theme
from desktop.tables.cell_painter import PAD
from desktop.tables.columns import Align
from desktop.tables.row_model import RowModel


class Header(QHeaderView):
    """Column titles: click sorts, drag moves or widens."""

    def __init__(self, parent: QTableView, rows: RowModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(32)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName("Column titles")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(QFontMetrics(self.font()).height() * 1.9))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        tokens = theme().tokens
        column = self._rows.columns[logical]
        metrics = QFontMetrics(self.font())
        sorted_here = self.sortIndicatorSection() == logical
        arrow = metrics.height() - 4 if sorted_here else 0
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.outline))
        room = rect.width() - 2 * PAD - (arrow + 4 if arrow else 0)
        words = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0))
        wide = metrics.horizontalAdvance(words)
        left = rect.right() + 1 - PAD - wide if column.align is Align.RIGHT else rect.left() + PAD
        baseline = rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()
        painter.setPen(QColor(tokens.text if sorted_here else tokens.quiet))
        painter.drawText(QPoint(left, baseline), words)
        if arrow:
            at = left - arrow - 4 if column.align is Align.RIGHT else left + wide + 4
            self._arrow(painter, QRect(at, rect.top() + (rect.height() - arrow) // 2, arrow, arrow))

    def _arrow(self, painter: QPainter, area: QRect) -> None:
        upward = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        name = "chevron-up" if upward else "chevron-down"
        picture = icons.pixmap(name, theme().tokens.text, area.width(), self.devicePixelRatioF())
        painter.drawPixmap(area.topLeft(), picture)
