"""The quiet line of column titles that stays in sight, with the sort shown by an arrow."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.look import icons
from desktop.look.theme import theme
from desktop.tables.cell_painter import PAD
from desktop.tables.columns import Align
from desktop.tables.row_model import RowModel


class Header(QHeaderView):
    """Column titles: click sorts, with Shift by one more column; drag moves or widens, a double click fits."""

    filter_wanted = Signal(int)
    """The mark of a filter on a title was pressed: the column."""

    column_wanted = Signal(int)
    """A title was pressed with Ctrl held: the column is to be chosen."""

    def __init__(self, parent: QTableView, rows: RowModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(32)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName("Column titles")
        self.filters = False
        """Whether each title has a mark to press for its filter."""
        self._hovered = -1

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(QFontMetrics(self.font()).height() * 1.9))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.logicalIndexAt(event.position().toPoint())
        if self.filters and at >= 0 and self.filter_area(at).contains(event.position().toPoint()):
            self.filter_wanted.emit(at)
            return
        if self.filters and at >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.column_wanted.emit(at)
            return
        self._rows.adds_to_sort = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def filter_area(self, logical: int) -> QRect:
        """Where the mark of a title's filter is pressed: at the far end from its words."""
        side = QFontMetrics(self.font()).height()
        left, width = self.sectionViewportPosition(logical), self.sectionSize(logical)
        is_right = self._rows.columns[logical].align is Align.RIGHT
        return QRect(left + 6 if is_right else left + width - side - 6, (self.height() - side) // 2, side, side)

    def _hover(self, logical: int) -> None:
        if self.filters and logical != self._hovered:
            self._hovered = logical
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._rows.adds_to_sort = False
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        tokens = theme().tokens
        column = self._rows.columns[logical]
        metrics = QFontMetrics(self.font())
        marks = self._marks(logical)
        beside = sum(metrics.horizontalAdvance(mark) if mark.isdigit() else metrics.height() - 4 for mark in marks)
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.outline))
        has_filter = self.filters and (logical == self._hovered or logical in self._rows.tested)
        room = rect.width() - 2 * PAD - (beside + 4 if marks else 0) - (metrics.height() if has_filter else 0)
        words = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0))
        wide = metrics.horizontalAdvance(words)
        left = rect.right() + 1 - PAD - wide if column.align is Align.RIGHT else rect.left() + PAD
        baseline = rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()
        painter.setPen(QColor(tokens.text if set(marks) - {"lock"} else tokens.quiet))
        painter.drawText(QPoint(left, baseline), words)
        self._paint_marks(
            painter, marks, QPoint(left - beside - 4 if column.align is Align.RIGHT else left + wide + 4, baseline)
        )

        if has_filter:
            ink = tokens.accent if logical in self._rows.tested else tokens.quiet
            area = self.filter_area(logical)
            painter.drawPixmap(area.topLeft(), icons.pixmap("filter", ink, area.width(), self.devicePixelRatioF()))

    def _marks(self, logical: int) -> list[str]:
        """The icons and figures beside a title: changed only by an act, narrowed by a filter, sorted by."""
        steps = [at for at, _ in self._rows.sorted_by]
        marks = ["lock"] * bool(self._rows.columns[logical].changed_by)
        marks += ["filter"] * (not self.filters and logical in self._rows.tested)
        if logical in steps:
            rising = dict(self._rows.sorted_by)[logical] == Qt.SortOrder.AscendingOrder
            marks.append("chevron-up" if rising else "chevron-down")
            marks += [str(steps.index(logical) + 1)] * (len(steps) > 1)
        return marks

    def _paint_marks(self, painter: QPainter, marks: list[str], at: QPoint) -> None:
        metrics, tokens = QFontMetrics(self.font()), theme().tokens
        side, left = metrics.height() - 4, at.x()
        for mark in marks:
            if mark.isdigit():
                painter.drawText(QPoint(left, at.y()), mark)
                left += metrics.horizontalAdvance(mark)
            else:
                top = at.y() - metrics.ascent() + (metrics.height() - side) // 2
                ink = tokens.outline if mark == "lock" else tokens.text
                painter.drawPixmap(QPoint(left, top), icons.pixmap(mark, ink, side, self.devicePixelRatioF()))
                left += side
