"""The shapes of a timeline's marks: each kind has its own, so that none is told by colour alone."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.drawing.marks import Flag, Moment, Stretch
from desktop.look.palette import Tokens, Tone

TONES = {
    Moment.SERVE_BY: Tone.SOON,
    Moment.DECIDE_BY: Tone.SOON,
    Moment.TAKE_DECISION: Tone.SOON,
    Moment.START: Tone.LATER,
    Moment.DECIDED: Tone.LATER,
    Moment.VARIATION: Tone.NEUTRAL,
    Moment.NOTICE_GIVEN: Tone.NEUTRAL,
    Moment.END: Tone.NEUTRAL,
}
_CORNERS = {
    Moment.SERVE_BY: (3, 90.0),
    Moment.NOTICE_GIVEN: (3, -90.0),
    Moment.DECIDE_BY: (4, 0.0),
    Moment.TAKE_DECISION: (5, -90.0),
    Moment.START: (3, 0.0),
    Moment.END: (4, 45.0),
}
"""How many corners a shape has, and the angle of the first; what is not here is round or a cross."""


def shape(moment: Moment, centre: QPointF, size: float) -> QPainterPath:
    """The outline of a kind of mark."""
    path = QPainterPath()
    if moment in _CORNERS:
        count, first = _CORNERS[moment]
        path.addPolygon(QPolygonF([_corner(centre, size, first + 360 * each / count) for each in range(count)]))
        path.closeSubpath()
    elif moment is Moment.VARIATION:
        thin = size * 0.3
        path.addRect(QRectF(centre.x() - thin, centre.y() - size * 0.9, 2 * thin, size * 1.8))
        across = QPainterPath()
        across.addRect(QRectF(centre.x() - size * 0.9, centre.y() - thin, size * 1.8, 2 * thin))
        path = path.united(across)
    else:
        path.addEllipse(centre, size * 0.75, size * 0.75)
    return path


def paint_flag(painter: QPainter, flag: Flag, centre: QPointF, size: float, tokens: Tokens) -> None:
    """Paint a mark of a day; one that has gone by without what it asks for has a line through it."""
    pair = tokens.pair(Tone.OVERDUE if flag.passed else TONES[flag.kind])
    hollow = flag.kind in (Moment.DECIDED, Moment.START) and not flag.passed
    painter.setPen(QPen(QColor(pair.ink if hollow else tokens.canvas), 1.5))
    painter.setBrush(QColor(pair.ground if hollow else pair.ink))
    painter.drawPath(shape(flag.kind, centre, size))
    if flag.passed:
        painter.setPen(QPen(QColor(tokens.canvas), 1.5))
        painter.drawLine(QPointF(centre.x() - size * 0.4, centre.y()), QPointF(centre.x() + size * 0.4, centre.y()))


def paint_bar(painter: QPainter, kind: Stretch, box: QRectF, tokens: Tokens) -> None:
    """Paint a stretch: solid while it is agreed, outlined while it is only an option, hatched for notice."""
    if kind is Stretch.NOTICE:
        painter.setPen(QPen(QColor(tokens.soon.ink), 1))
        painter.setBrush(QColor(tokens.soon.ground))
        painter.drawRect(box)
        painter.setBrush(QBrush(QColor(tokens.soon.ink), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
        return
    if kind is Stretch.PAST_END:
        painter.setPen(QPen(QColor(tokens.overdue.ink), 1.5, Qt.PenStyle.DotLine))
        painter.setBrush(QColor(tokens.overdue.ground))
    elif kind is Stretch.UNUSED:
        painter.setPen(QPen(QColor(tokens.outline), 1.25, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.surface))
    elif kind is Stretch.EXTENSION:
        painter.setPen(QPen(QColor(tokens.done.ink), 1.25))
        painter.setBrush(QColor(tokens.done.ground))
    else:
        painter.setPen(QPen(QColor(tokens.canvas), 1))
        painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(box, 3, 3)


def _corner(centre: QPointF, size: float, angle: float) -> QPointF:
    return QPointF(centre.x() + size * cos(angle * pi / 180), centre.y() + size * sin(angle * pi / 180))
