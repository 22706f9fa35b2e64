"""A chain of authority, drawn: what a decision rests on, what rests on it, and what each does to contracts."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.drawing.chain import ChainDrawing, Step
from desktop.drawing.chain_layout import ChainLayout, lay_out
from desktop.drawing.chain_painter import ChainPainter
from desktop.drawing.laid_out import LaidOut
from desktop.look.theme import theme
from desktop.messages import announce


class ChainView(LaidOut):
    """Up and down go from step to step, left to what a step rests on, right to what rests on it; Enter opens it."""

    opened = Signal(object)
    """The step to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chain")
        self.setAccessibleName("The chain of authority as a drawing")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.drawing = ChainDrawing("")
        self._layout = ChainLayout((), 0.0)
        self._at = -1
        theme().changed.connect(self._again)

    def show_chain(self, drawing: ChainDrawing) -> None:
        """Draw a chain."""
        self.drawing = drawing
        self._at = -1
        self.setAccessibleDescription(drawing.spoken())
        self._again()

    @property
    def step(self) -> Step | None:
        """The step the keyboard is on."""
        return self.drawing.steps[self._at] if 0 <= self._at < len(self.drawing.steps) else None

    @property
    def laid_out(self) -> ChainLayout:
        """Where everything stands now."""
        return self._layout

    def go_to(self, place: int) -> None:
        """Put the keyboard on a step, and have it read out."""
        self._at = place
        if self.step:
            announce(self, self.step.spoken())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, max(round(self._layout.height), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes = ChainPainter(painter, self._layout, self.font(), theme().tokens)
        strokes.paint()
        if self.hasFocus() and self.step:
            strokes.ring(self._layout.steps[self._at])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        wanted = self._wanted(key)
        if wanted is not None:
            self.go_to(wanted)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.step and self.step.screen:
            self.opened.emit(self.step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.step is None and self.drawing.steps and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.go_to(next((at for at, step in enumerate(self.drawing.steps) if step.is_here), 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._layout.at(event.position())
        if place is not None:
            self.go_to(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._layout.at(event.position())
        if place is not None and self.drawing.steps[place].screen:
            self.opened.emit(self.drawing.steps[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._layout.at(event.position())
        leads = place is not None and bool(self.drawing.steps[place].screen)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._layout.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.drawing.steps[place].spoken() if place is not None else "", self)
            return True
        return super().event(event)

    def _wanted(self, key: Qt.Key) -> int | None:
        count, at = len(self.drawing.steps), self._at
        if not count:
            return None
        if self.step is None:
            return 0 if key in _KEYS else None
        places = {
            Qt.Key.Key_Up: max(at - 1, 0),
            Qt.Key.Key_Down: min(at + 1, count - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
            Qt.Key.Key_Left: _or(self.step.parent, at),
            Qt.Key.Key_Right: _or(self.drawing.below(at), at),
        }
        return places.get(key)

    def _again(self) -> None:
        self._layout = lay_out(self.drawing, float(self.width()), self.font())
        height = max(round(self._layout.height), 1)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self.update()


_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}


def _or(place: int | None, otherwise: int) -> int:
    return otherwise if place is None else place
