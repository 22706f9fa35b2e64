"""The strokes of a scorecard's charts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.drawing.measure_layout import Box, PlacedPanel, Stroke
from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.palette import Tokens

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class MeasurePainter:
    """Paints laid-out panels with one painter."""

    def __init__(self, painter: QPainter, font: QFont, tokens: Tokens) -> None:
        self._painter = painter
        self._font = font
        self._small = sized(font, 0.9)
        self._tokens = tokens

    def panel(self, placed: PlacedPanel) -> None:
        """Paint one panel."""
        self._frame(placed)
        self._head(placed)
        for at, bar in enumerate(placed.bars):
            self._figure(placed, at, bar)
        self._base(placed)
        for stroke in placed.targets:
            self._level(stroke, QPen(QColor(self._tokens.text), 1.5))
        for stroke in placed.floors:
            self._level(stroke, QPen(QColor(self._tokens.quiet), 1.5, Qt.PenStyle.DotLine))
        self._quarters(placed)

    def ring(self, box: Box) -> None:
        """Paint the ring of the keyboard round a quarter."""
        self._painter.setPen(QPen(QColor(self._tokens.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(_rect(box).adjusted(1, -3, -1, 1), 4, 4)

    def _frame(self, placed: PlacedPanel) -> None:
        self._painter.setPen(QPen(QColor(self._tokens.line), 1))
        self._painter.setBrush(QColor(self._tokens.surface))
        self._painter.drawRoundedRect(_rect(placed.frame).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _head(self, placed: PlacedPanel) -> None:
        """The measure's name, its last figure, and its rating as icon and word."""
        frame, plot, panel = placed.frame, placed.plot, placed.panel
        line = QFontMetricsF(self._font).height()
        name = QRectF(plot.left, frame.top + line * 0.4, plot.width, line * 1.1)
        bold = QFont(self._small)
        bold.setBold(True)
        self._words(name, QFontMetricsF(bold).elidedText(panel.name, _ELIDE, name.width()), bold, self._tokens.text)
        below = QRectF(plot.left, name.bottom(), plot.width, line * 1.1)
        last = panel.points[-1].shown if panel.points else ""
        self._words(below, last, self._small, self._tokens.text)
        if panel.word:
            ink = self._tokens.pair(panel.tone).ink
            said = QFontMetricsF(self._small).elidedText(panel.word, _ELIDE, below.width() * 0.6)
            wide = QFontMetricsF(self._small).horizontalAdvance(said)
            self._words(below, said, self._small, ink, _RIGHT)
            side = line * 0.85
            at = QPointF(below.right() - wide - side - 4, below.center().y() - side / 2)
            picture = icons.pixmap(panel.tone.value, ink, round(side), self._painter.device().devicePixelRatioF())
            self._painter.drawPixmap(at, picture)

    def _figure(self, placed: PlacedPanel, at: int, bar: Box | None) -> None:
        is_last = at == len(placed.bars) - 1
        if bar is None:
            slot = placed.slots[at]
            inset = slot.width * 0.2
            tall = slot.height * 0.3
            empty = QRectF(slot.left + inset, slot.bottom - tall, slot.width - 2 * inset, tall)
            self._painter.setPen(QPen(QColor(self._tokens.outline), 1, Qt.PenStyle.DashLine))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(empty)
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self._tokens.accent)
        if not is_last:
            colour.setAlphaF(0.45)
        self._painter.setBrush(colour)
        self._painter.drawRect(_rect(bar))

    def _base(self, placed: PlacedPanel) -> None:
        self._painter.setPen(QPen(QColor(self._tokens.line), 1))
        self._painter.drawLine(QPointF(placed.plot.left, placed.zero), QPointF(placed.plot.right, placed.zero))

    def _level(self, stroke: Stroke, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(stroke.left, stroke.y), QPointF(stroke.right, stroke.y))

    def _quarters(self, placed: PlacedPanel) -> None:
        line = QFontMetricsF(self._small).height()
        for slot, point in zip(placed.slots, placed.panel.points, strict=True):
            area = QRectF(slot.left, placed.plot.bottom + 2, slot.width, line)
            self._words(area, point.quarter.split()[0], self._small, self._tokens.quiet, _MIDDLE)

    def _words(
        self, area: QRectF, words: str, font: QFont, ink: str, side: Qt.AlignmentFlag | Qt.TextFlag | int = _LEFT
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(area, int(side), words)


_ELIDE = Qt.TextElideMode.ElideRight


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
