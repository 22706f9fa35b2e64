"""Paints the line of a group: folded or not, what it is, its count, and its subtotals under their columns."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.look import icons
from desktop.look.fonts import sized
from desktop.tables.cell_painter import PAD, CellPainter
from desktop.tables.columns import Column
from desktop.tables.grouping import Group

Spans = Sequence[tuple[int, int, int]]
"""Columns with their left edges and widths."""


def paint_group(
    painter: QPainter, cells: CellPainter, group: Group, columns: Sequence[Column[Any]], spans: Spans, area: QRect
) -> None:
    """Draw the line; `area` gives its top and height. Its words run on until the first column with a subtotal."""
    usual = painter.font()
    painter.setFont(sized(usual, 1.0, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    across = sorted(spans, key=lambda span: span[1])
    baseline = area.top() + (area.height() - metrics.height()) // 2 + metrics.ascent()
    room = next((left for at, left, _ in across if at in group.sums), across[-1][1] + across[-1][2] if across else 0)
    side = metrics.height()
    start = across[0][1] if across else 0
    picture = icons.pixmap(
        "chevron" if group.folded else "chevron-down", cells.tokens.text, side, painter.device().devicePixelRatioF()
    )
    painter.drawPixmap(start + PAD // 2, area.top() + (area.height() - side) // 2, picture)
    painter.setPen(QColor(cells.tokens.text))
    begin = start + PAD + side
    words = metrics.elidedText(group.words, Qt.TextElideMode.ElideRight, max(room - begin - PAD, 0))
    painter.drawText(QPoint(begin, baseline), words)
    for at, left, width in across:
        if said := group.text(at):
            shown = metrics.elidedText(said, Qt.TextElideMode.ElideLeft, width - 2 * PAD)
            painter.drawText(QPoint(left + width - PAD - metrics.horizontalAdvance(shown), baseline), shown)
    painter.setFont(usual)
