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
    """Draw the line; `area` gives its top, width and height. Its words run on until the first column with a subtotal,
    and are left to the columns that stay in sight where those cover the first."""
    usual = painter.font()
    painter.setFont(sized(usual, 1.0, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    across = sorted(spans, key=lambda span: span[1])
    baseline = area.top() + (area.height() - metrics.height()) // 2 + metrics.ascent()
    room = next((left for at, left, _ in across if at in group.sums), across[-1][1] + across[-1][2] if across else 0)
    start = across[0][1] if across else 0
    painter.setPen(QColor(cells.tokens.text))
    if start == 0:
        _words(painter, cells, group, area, max(room, 0), baseline)
    for at, left, width in across:
        if said := group.text(at):
            shown = metrics.elidedText(said, Qt.TextElideMode.ElideLeft, width - 2 * PAD)
            painter.drawText(QPoint(left + width - PAD - metrics.horizontalAdvance(shown), baseline), shown)
    painter.setFont(usual)


def _words(painter: QPainter, cells: CellPainter, group: Group, area: QRect, room: int, baseline: int) -> None:
    metrics = QFontMetrics(painter.font())
    side = metrics.height()
    picture = icons.pixmap(
        "chevron" if group.folded else "chevron-down", cells.tokens.text, side, painter.device().devicePixelRatioF()
    )
    painter.drawPixmap(PAD // 2, area.top() + (area.height() - side) // 2, picture)
    begin = PAD + side
    painter.drawText(
        QPoint(begin, baseline),
        metrics.elidedText(group.words, Qt.TextElideMode.ElideRight, max(room - begin - PAD, 0)),
    )
