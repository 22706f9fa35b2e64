"""What the shapes on the timeline mean, each beside its name."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.drawing.marks import Flag, Moment, Stretch
from desktop.drawing.timeline_shapes import paint_bar, paint_flag
from desktop.look.theme import theme

BARS = {
    Stretch.INITIAL: "Term",
    Stretch.UNUSED: "Option not used",
    Stretch.EXTENSION: "Varied term",
    Stretch.NOTICE: "Too late for notice, or notice running",
    Stretch.PAST_END: "Running past its end",
}
FLAGS = {
    Moment.START: "Start by",
    Moment.TAKE_DECISION: "Decide by",
    Moment.DECIDE_BY: "Use option by",
    Moment.SERVE_BY: "Serve notice by",
    Moment.NOTICE_GIVEN: "Notice served",
    Moment.DECIDED: "Decision taken",
    Moment.VARIATION: "Variation",
    Moment.END: "Ends",
}


class LegendKey(QWidget):
    """One shape and what it means."""

    def __init__(self, kind: Stretch | Moment, words: str) -> None:
        super().__init__()
        self._kind, self._words = kind, words
        self.setObjectName(f"legend{kind.name}")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(round(self._drawn() + 6 + metrics.horizontalAdvance(self._words)) + 14, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, drawn = QPainter(self), theme().tokens, self._drawn()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        if isinstance(self._kind, Stretch):
            paint_bar(painter, self._kind, QRectF(1, middle - drawn * 0.18, drawn - 2, drawn * 0.36), tokens)
        else:
            flag = Flag(self._kind, date.min, self._words)
            paint_flag(painter, flag, QPointF(drawn / 2, middle), drawn * 0.42, tokens)
        painter.setPen(QColor(tokens.quiet))
        baseline = middle + (self.fontMetrics().ascent() - self.fontMetrics().descent()) / 2
        painter.drawText(QPointF(drawn + 6, baseline), self._words)
        painter.end()

    def _drawn(self) -> float:
        height = self.fontMetrics().height()
        return height * (1.8 if isinstance(self._kind, Stretch) else 0.95)


def legend() -> list[LegendKey]:
    """A key for each bar and each mark."""
    return [*(LegendKey(bar, words) for bar, words in BARS.items()), *(LegendKey(*flag) for flag in FLAGS.items())]
