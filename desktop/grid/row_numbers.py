"""The narrow column of row numbers at the left of a grid: pressing one chooses its row."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.look.fonts import sized
from desktop.look.theme import theme


class RowNumbers(QHeaderView):
    """1, 2, 3 … as the rows stand; the row the keyboard is on is darker."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._table = parent
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Row numbers")

    def sizeHint(self) -> QSize:
        digits = max(len(str(self.count())), 2)
        metrics = QFontMetrics(sized(self._table.font(), 0.9))
        return QSize(metrics.horizontalAdvance("0") * digits + 12, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        tokens = theme().tokens
        here = self._table.currentIndex().row() == logical
        painter.fillRect(rect, QColor(tokens.canvas))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(tokens.line))
        painter.setFont(sized(self._table.font(), 0.9))
        painter.setPen(QColor(tokens.text if here else tokens.quiet))
        painter.drawText(rect.adjusted(0, 0, -6, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         str(logical + 1))  # fmt: skip
