"""The strokes of the timeline: the rows in sight, the names beside them and the months above, which stay."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from db.rules.dates import show_short_day
from desktop.drawing.marks import Bar, Mark
from desktop.drawing.timeline_layout import TimelineLayout
from desktop.drawing.timeline_rows import Heading, Lane, TimelineRow
from desktop.drawing.timeline_shapes import paint_bar, paint_flag
from desktop.look.fonts import sized
from desktop.look.palette import Tokens

_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_PAD = 8.0


class TimelinePainter:
    """Paints one timeline once."""

    def __init__(self, painter: QPainter, layout: TimelineLayout, font: QFont, tokens: Tokens, today: date) -> None:
        self._painter, self._layout, self._tokens, self._today = painter, layout, tokens, today
        self._font, self._small = font, sized(font, 0.9)
        self._strong = sized(font, 1.0, QFont.Weight.DemiBold)

    def paint(self, lanes: Sequence[Lane], lane: int, mark: Mark | None, *, focused: bool) -> None:
        """Paint the lanes in sight, the lane and the mark the keyboard is on, and what stays in sight over them."""
        layout, painter = self._layout, self._painter
        ticks = layout.ticks(QFontMetricsF(self._small).horizontalAdvance("Mmm 2025") + 2 * _PAD)
        seen = layout.in_sight(len(lanes))
        painter.setClipRect(QRectF(layout.names, layout.header, layout.room, layout.height))
        self._grid(ticks)
        for at in seen:
            self._days(lanes[at], layout.top(at), chosen=at == lane)
        self._today_line()
        if focused and lane in seen:
            self._ring(lanes[lane], layout.top(lane), mark)
        painter.setClipRect(QRectF(0, layout.header, layout.width, layout.height))
        for at in seen:
            self._names(lanes[at], layout.top(at), chosen=at == lane)
        painter.setClipping(False)
        self._months(ticks)

    def _grid(self, ticks: Sequence[date]) -> None:
        self._painter.setPen(QPen(QColor(self._tokens.line), 1))
        for day in ticks:
            x = round(self._layout.x(day)) + 0.5
            self._painter.drawLine(QPointF(x, self._layout.header), QPointF(x, self._layout.height))

    def _days(self, lane: Lane, top: float, *, chosen: bool) -> None:
        layout, painter, t = self._layout, self._painter, self._tokens
        if isinstance(lane, Heading):
            painter.fillRect(QRectF(layout.names, top, layout.room, layout.row), QColor(t.raised))
            return
        if chosen:
            painter.fillRect(QRectF(layout.names, top, layout.room, layout.row), QColor(t.selection))
        for bar in lane.bars:
            left, right = layout.box(bar)
            if right > layout.names and left < layout.width:
                clipped = max(left, layout.names - 10), min(right, layout.width + 10)
                inset = layout.row * 0.26
                box = QRectF(clipped[0], top + inset, clipped[1] - clipped[0], layout.row - 2 * inset)
                paint_bar(painter, bar.kind, box, t)
        for flag in lane.flags:
            x = layout.place(flag)
            if layout.names - layout.row < x < layout.width + layout.row:
                paint_flag(painter, flag, QPointF(x, top + layout.row / 2), layout.row * 0.3, t)

    def _today_line(self) -> None:
        x = self._layout.x(self._today)
        self._painter.setPen(QPen(QColor(self._tokens.text), 2))
        self._painter.drawLine(QPointF(x, self._layout.header), QPointF(x, self._layout.height))

    def _ring(self, lane: Lane, top: float, mark: Mark | None) -> None:
        layout = self._layout
        area = QRectF(layout.names + 1, top + 1, layout.room - 2, layout.row - 2)
        if isinstance(lane, TimelineRow) and mark is not None:
            area = self._area_of(mark, top)
        self._painter.setPen(QPen(QColor(self._tokens.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(area, 4, 4)

    def _area_of(self, mark: Mark, top: float) -> QRectF:
        layout = self._layout
        if isinstance(mark, Bar):
            left, right = layout.box(mark)
            left, right = max(left - 2, layout.names + 1), min(right + 2, layout.width - 1)
            return QRectF(left, top + layout.row * 0.16, max(right - left, 4), layout.row * 0.68)
        half = layout.row * 0.44
        return QRectF(layout.place(mark) - half, top + layout.row / 2 - half, 2 * half, 2 * half)

    def _names(self, lane: Lane, top: float, *, chosen: bool) -> None:
        layout, painter, t = self._layout, self._painter, self._tokens
        whole = QRectF(0, top, layout.names, layout.row)
        ground = t.raised if isinstance(lane, Heading) else t.selection if chosen else t.surface
        painter.fillRect(whole, QColor(ground))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(QPointF(0, top + layout.row - 0.5), QPointF(layout.width, top + layout.row - 0.5))
        painter.drawLine(QPointF(layout.names - 0.5, top), QPointF(layout.names - 0.5, top + layout.row))
        if isinstance(lane, Heading):
            self._words(QRectF(0, top, layout.width, layout.row), lane.words, t.text, self._strong)
            return
        taken = self._words(whole, lane.reference, t.text, self._font)
        self._words(whole.adjusted(taken + _PAD, 0, 0, 0), lane.title, t.quiet, self._font)

    def _months(self, ticks: Sequence[date]) -> None:
        layout, painter, t = self._layout, self._painter, self._tokens
        painter.fillRect(QRectF(0, 0, layout.width, layout.header), QColor(t.canvas))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(QPointF(0, layout.header - 0.5), QPointF(layout.width, layout.header - 0.5))
        line = layout.header / 2
        self._words(QRectF(0, line, layout.names, line), "Contract", t.quiet, self._small)
        painter.setClipRect(QRectF(layout.names, 0, layout.room, layout.header))
        yearly = all(day.month == 1 for day in ticks)
        for day in ticks:
            words = str(day.year) if yearly else f"{day:%b} {day.year}"
            self._words(QRectF(layout.x(day) - 2, line, 10_000, line), words, t.quiet, self._small)
        self._today_flag(line)
        painter.setClipping(False)

    def _today_flag(self, line: float) -> None:
        layout, t = self._layout, self._tokens
        words = f"Today, {show_short_day(self._today)}"
        wide = QFontMetricsF(self._small).horizontalAdvance(words) + 2 * _PAD
        x = layout.x(self._today)
        if x < layout.names:
            return
        left = min(x - 1, layout.width - wide)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(t.text))
        self._painter.drawRoundedRect(QRectF(left, 1, wide, line - 2), 4, 4)
        self._painter.setPen(QPen(QColor(t.text), 2))
        self._painter.drawLine(QPointF(x, line - 2), QPointF(x, layout.header))
        self._words(QRectF(left, 0, wide + 2, line), words, t.canvas, self._small)

    def _words(self, area: QRectF, words: str, ink: str, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        inside = area.adjusted(_PAD, 0, -2, 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(inside.width(), 0))
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(inside, _SIDE, shown)
        return metrics.horizontalAdvance(shown)
