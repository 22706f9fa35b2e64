"""The strokes of a term's drawing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.drawing.marks import Bar, Flag, Moment, Stretch
from desktop.drawing.term_layout import Placed, TermLayout
from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.palette import Tokens, Tone

_ICONS = {
    Moment.VARIATION: "vary",
    Moment.SERVE_BY: "notice",
    Moment.DECIDE_BY: "decisions",
    Moment.TAKE_DECISION: "sign",
    Moment.START: "calendar",
    Moment.DECIDED: "decisions",
    Moment.NOTICE_GIVEN: "notice",
    Moment.END: "end",
}
_TOLD = (Moment.VARIATION, Moment.NOTICE_GIVEN, Moment.DECIDED, Moment.END)
"""Flags that only tell; the others ask for something."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TermPainter:
    """Paints one laid-out term with one painter."""

    def __init__(self, painter: QPainter, layout: TermLayout, font: QFont, tokens: Tokens) -> None:
        self._painter = painter
        self._layout = layout
        self._tokens = tokens
        self._small = sized(font, 0.9)
        painter.setFont(self._small)

    def paint(self) -> None:
        """Paint months, bars, today and flags, each over what came before."""
        self._months()
        for placed in self._layout.marks:
            if isinstance(placed.mark, Bar):
                self._bar(placed, placed.mark)
        flags = [(placed, placed.mark) for placed in self._layout.marks if isinstance(placed.mark, Flag)]
        for placed, flag in flags:
            self._painter.setPen(self.pen(self._flag_colours(flag)[0], 1.5))
            self._painter.drawLine(placed.box.topLeft(), placed.box.bottomLeft())
        self._today()
        for placed, flag in flags:
            self._flag(placed, flag)

    @staticmethod
    def pen(colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A pen of a colour."""
        return QPen(QColor(colour), width, style)

    def _months(self) -> None:
        metrics = QFontMetricsF(self._small)
        axis, top = self._layout.axis, self._layout.axis_top
        ticks = axis.ticks(metrics.horizontalAdvance("Mmm 2025") + 16)
        yearly = all(day.month == 1 for day in ticks)
        self._painter.setPen(self.pen(self._tokens.line))
        self._painter.drawLine(QPointF(axis.left, top), QPointF(axis.right, top))
        for day in ticks:
            x = axis.x(day)
            words = str(day.year) if yearly else f"{day:%b} {day.year}"
            self._painter.setPen(self.pen(self._tokens.line))
            self._painter.drawLine(QPointF(x, self._layout.track.top() - 4), QPointF(x, top + 5))
            wide = metrics.horizontalAdvance(words)
            if x + 4 + wide <= axis.right:
                self._words(QRectF(x + 4, top + 2, wide + 2, metrics.height() + 2), words, self._tokens.quiet)

    def _bar(self, placed: Placed, bar: Bar) -> None:
        painter, t = self._painter, self._tokens
        box = placed.box.adjusted(0.5, 0.5, -0.5, -0.5)
        ink = t.text
        if bar.kind is Stretch.NOTICE:
            painter.setPen(self.pen(t.soon.ink))
            painter.setBrush(QColor(t.soon.ground))
            painter.drawRect(box)
            painter.setBrush(QBrush(QColor(t.soon.ink), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box)
            ink = t.soon.ink
        elif bar.kind is Stretch.PAST_END:
            painter.setPen(self.pen(t.overdue.ink, 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(QColor(t.overdue.ground))
            painter.drawRoundedRect(box, 4, 4)
            ink = t.overdue.ink
        elif bar.kind is Stretch.UNUSED:
            painter.setPen(self.pen(t.outline, 1.25, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(t.surface))
            painter.drawRoundedRect(box, 4, 4)
            ink = t.quiet
        else:
            ink = self._solid(box, bar.kind)
        if placed.at.intersects(placed.box):
            self._words(placed.at, placed.words, ink)
        else:
            self._words(placed.at, placed.words, t.soon.ink if bar.kind is Stretch.NOTICE else t.text)

    def _solid(self, box: QRectF, kind: Stretch) -> str:
        t = self._tokens
        ground, edge, ink = (
            (t.done.ground, t.done.ink, t.done.ink) if kind is Stretch.EXTENSION else (t.accent, t.surface, t.on_accent)
        )
        self._painter.setPen(self.pen(edge, 1.25))
        self._painter.setBrush(QColor(ground))
        self._painter.drawRoundedRect(box, 4, 4)
        return ink

    def _today(self) -> None:
        layout, t = self._layout, self._tokens
        x = layout.axis.x(layout.on)
        self._painter.setPen(self.pen(t.text, 2))
        self._painter.drawLine(QPointF(x, layout.today.bottom() - 2), QPointF(x, layout.track.bottom() + 3))
        self._painter.setBrush(QColor(t.text))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.drawRoundedRect(layout.today.adjusted(0, 1, 0, -1), 4, 4)
        self._words(layout.today.adjusted(4, 0, 0, 0), layout.today_words, t.canvas)

    def _flag(self, placed: Placed, flag: Flag) -> None:
        ink, ground = self._flag_colours(flag)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(ground))
        self._painter.drawRoundedRect(placed.at.adjusted(0, 1, 0, -1), 4, 4)
        size = int(placed.at.height()) - 6
        ratio = self._painter.device().devicePixelRatioF()
        name = "overdue" if flag.passed else _ICONS[flag.kind]
        picture = icons.pixmap(name, ink, size, ratio)
        self._painter.drawPixmap(QPointF(placed.at.left() + 3, placed.at.top() + 3), picture)
        self._words(placed.at.adjusted(size + 6, 0, 0, 0), placed.words, ink)

    def _flag_colours(self, flag: Flag) -> tuple[str, str]:
        tone = Tone.NEUTRAL if flag.kind in _TOLD else Tone.SOON
        pair = self._tokens.pair(Tone.OVERDUE if flag.passed else tone)
        return pair.ink, pair.ground

    def _words(self, area: QRectF, words: str, ink: str) -> None:
        self._painter.setPen(QColor(ink))
        self._painter.drawText(area, _LEFT | Qt.TextFlag.TextSingleLine, words)
