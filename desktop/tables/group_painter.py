"""Paints the line of a group: folded or not, what it is, its count, and its subtotals under their columns."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.look import icons
from desktop.look.fonts import sized
from desktop.tables.cell_painter import PAD, CellPainter
from desktop.tables.columns import Column
from desktop.tables.grouping import Group

GAP = "     "
"""Between a group's words and each subtotal said after them."""
Spans = Sequence[tuple[int, int, int]]
"""Columns with their left edges and widths."""


def paint_group(
    painter: QPainter,
    cells: CellPainter,
    group: Group,
    columns: Sequence[Column[Any]],
    spans: Spans,
    area: QRect,
    beyond: Sequence[int] = (),
) -> None:
    """Draw the line. Its words run on until the first column with a subtotal, and are left to the columns that stay in
    sight where those cover the first; subtotals of columns `beyond` what is in sight are said after the words."""
    usual = painter.font()
    painter.setFont(sized(usual, 1.0, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    across = sorted(spans, key=lambda span: span[1])
    baseline = area.top() + (area.height() - metrics.height()) // 2 + metrics.ascent()
    end = min(across[-1][1] + across[-1][2], area.width()) if across else 0
    room = next((left for at, left, _ in across if at in group.sums and at not in beyond), end)
    start = across[0][1] if across else 0
    painter.setPen(QColor(cells.tokens.text))
    if start == 0:
        told = (group.words, *(f"{columns[at].title} {group.text(at)}" for at in beyond))
        _words(painter, cells, told, group.folded, QRect(0, area.top(), max(room, 0), area.height()), baseline)
    for at, left, width in across:
        if (said := group.text(at)) and at not in beyond:
            shown = metrics.elidedText(said, Qt.TextElideMode.ElideLeft, width - 2 * PAD)
            painter.drawText(QPoint(left + width - PAD - metrics.horizontalAdvance(shown), baseline), shown)
    painter.setFont(usual)


def _words(
    painter: QPainter, cells: CellPainter, told: Sequence[str], is_folded: bool, area: QRect, baseline: int
) -> None:
    metrics = QFontMetrics(painter.font())
    side = metrics.height()
    picture = icons.pixmap(
        "chevron" if is_folded else "chevron-down", cells.tokens.text, side, painter.device().devicePixelRatioF()
    )
    painter.drawPixmap(PAD // 2, area.top() + (area.height() - side) // 2, picture)
    begin = PAD + side
    room = max(area.width() - begin - PAD, 0)
    words = fitting(told, room, metrics.horizontalAdvance)
    painter.drawText(QPoint(begin, baseline), metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))


def fitting(told: Sequence[str], room: int, width_of: Callable[[str], int]) -> str:
    """As much of what is told as fits whole, the first of it in any case: a cut amount would be another one."""
    longest = (GAP.join(told[:count]) for count in range(len(told), 0, -1))
    return next((words for words in longest if width_of(words) <= room), told[0])
