"""The strokes of a chain of authority."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.drawing.chain import StepKind, Verdict
from desktop.drawing.chain_layout import PAD, ChainLayout, Placed
from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.palette import Tokens, Tone

_ICONS = {
    StepKind.DECISION: "decisions",
    StepKind.DELEGATION: "person",
    StepKind.EFFECT: "document",
    StepKind.MISSING: "information",
}
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ChainPainter:
    """Paints one laid-out chain with one painter."""

    def __init__(self, painter: QPainter, layout: ChainLayout, font: QFont, tokens: Tokens) -> None:
        self._painter = painter
        self._layout = layout
        self._font = font
        self._tokens = tokens

    def paint(self) -> None:
        """Paint the lines, then the steps over them."""
        for placed in self._layout.steps:
            self._link(placed)
        for placed in self._layout.steps:
            self._step(placed)

    def ring(self, placed: Placed) -> None:
        """Paint the ring of the keyboard round a step."""
        self._painter.setPen(QPen(QColor(self._tokens.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(placed.box.adjusted(-1, -1, 1, 1), 7, 7)

    def _link(self, placed: Placed) -> None:
        verdict = placed.step.verdict
        outside = verdict is not None and verdict.tone is Tone.OVERDUE
        ink = self._tokens.overdue.ink if outside else self._tokens.outline
        style = Qt.PenStyle.DashLine if outside else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(QColor(ink), 1.5, style))
        self._painter.drawPolyline(list(placed.link))

    def _step(self, placed: Placed) -> None:
        t, step = self._tokens, placed.step
        missing = step.kind is StepKind.MISSING
        edge = QPen(QColor(t.accent if step.is_here else t.outline if missing else t.line), 2 if step.is_here else 1)
        edge.setStyle(Qt.PenStyle.DashLine if missing else Qt.PenStyle.SolidLine)
        self._painter.setPen(edge)
        self._painter.setBrush(QColor(t.selection if step.is_here else t.raised))
        self._painter.drawRoundedRect(placed.box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._picture(_ICONS[step.kind], t.quiet, placed.picture)
        bold = QFont(self._font)
        bold.setBold(True)
        self._words(placed.title, step.title, t.text, bold)
        self._words(placed.says, step.says, t.quiet, sized(self._font, 0.9))
        if step.verdict:
            self._verdict(placed.verdict, step.verdict)

    def _verdict(self, area: QRectF, verdict: Verdict) -> None:
        pair = self._tokens.pair(verdict.tone)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(pair.ground))
        self._painter.drawRoundedRect(area, 10, 10)
        side = area.height() - 6
        self._picture(verdict.tone.value, pair.ink, QRectF(area.left() + PAD, area.top() + 3, side, side))
        self._painter.setPen(QColor(pair.ink))
        self._painter.setFont(sized(self._font, 0.9))
        self._painter.drawText(area.adjusted(PAD + side + 4, 0, 0, 0), _LINE, verdict.word)

    def _picture(self, name: str, ink: str, area: QRectF) -> None:
        ratio = self._painter.device().devicePixelRatioF()
        picture = icons.pixmap(name, ink, round(area.width()), ratio)
        self._painter.drawPixmap(QPointF(area.topLeft()), picture)

    def _words(self, area: QRectF, words: str, ink: str, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(area, int(_WRAPPED), words)
