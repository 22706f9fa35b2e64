"""A contract's term, drawn: what has run, what may follow, and the days by which to act."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.drawing.marks import Flag, Mark, TermDrawing
from desktop.drawing.term_layout import Placed, TermLayout, lay_out, spoken_at
from desktop.drawing.term_painter import TermPainter
from desktop.look.theme import theme
from desktop.messages import announce

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class TermTimeline(QWidget):
    """The full width it is given; arrows go from mark to mark, and each is read out."""

    reached = Signal(object)
    """The mark the keyboard or a click came to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("termTimeline")
        self.setAccessibleName("The term as a drawing")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._drawing: TermDrawing | None = None
        self._layout: TermLayout | None = None
        self._at = -1
        theme().changed.connect(self._again)

    def show_term(self, drawing: TermDrawing) -> None:
        """Draw a term."""
        self._drawing = drawing
        self._at = -1
        self.setAccessibleDescription(drawing.spoken())
        self._again()

    @property
    def mark(self) -> Mark | None:
        """The mark the keyboard is on."""
        return self._layout.marks[self._at].mark if self._layout and self._at >= 0 else None

    @property
    def laid_out(self) -> TermLayout | None:
        """Where everything stands now."""
        return self._layout

    def sizeHint(self) -> QSize:
        return QSize(640, round(self._layout.height) if self._layout else 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._again()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None or self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        TermPainter(painter, self._layout, self.font(), theme().tokens).paint()
        if self.hasFocus():
            self._ring(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._layout.marks) if self._layout else 0
        step = _STEPS.get(Qt.Key(event.key()))
        if step and count:
            self.go_to((self._at + step) % count if self._at >= 0 else 0 if step > 0 else count - 1)
        elif event.key() == Qt.Key.Key_Home and count:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End and count:
            self.go_to(count - 1)
        else:
            super().keyPressEvent(event)

    def go_to(self, number: int) -> None:
        """Put the keyboard on a mark, soonest first from 0, and have it read out."""
        if self._layout is None:
            return
        self._at = number
        mark = self._layout.marks[number].mark
        announce(self, mark.spoken())
        self.setToolTip("")
        self.update()
        self.reached.emit(mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            self._at < 0
            and self._layout
            and self._layout.marks
            and event.reason() is not Qt.FocusReason.MouseFocusReason
        ):
            self.go_to(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        words = self._words_at(event.position())
        marks = self._layout.marks if self._layout else ()
        for number, placed in enumerate(marks):
            if words and placed.mark.spoken() == words:
                self.go_to(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, point: QPointF) -> str:
        return spoken_at(self._layout, point) if self._layout else ""

    def _again(self) -> None:
        if self._drawing is None:
            return
        before = self._layout.height if self._layout else 0.0
        self._layout = lay_out(self._drawing, float(self.width()), self.font())
        if self._layout.height != before:
            self.updateGeometry()
            self.setFixedHeight(round(self._layout.height))
        self.update()

    def _ring(self, painter: QPainter) -> None:
        ring = self._layout.marks[self._at] if self._layout and self._at >= 0 else None
        area = _ring_of(ring) if ring else QRectF(self.rect())
        painter.setPen(TermPainter.pen(theme().tokens.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            area.adjusted(1, 1, -1, -1).intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 4, 4
        )


def _ring_of(placed: Placed) -> QRectF:
    if isinstance(placed.mark, Flag):
        return placed.at.adjusted(-3, -1, 3, 1)
    return placed.box.adjusted(-3, -3, 3, 3)
