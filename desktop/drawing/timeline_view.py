"""The timeline of all contracts, worked with keyboard and pointer."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.drawing.marks import Mark
from desktop.drawing.timeline_area import TimelineArea
from desktop.drawing.timeline_rows import TimelineRow, first_day, nearest
from desktop.messages import announce

_CLICK = 4
"""Pixels the pointer may move in a click."""


class TimelineView(TimelineArea):
    """Arrows go from mark to mark, and each is read out; Enter or a click opens the contract."""

    reached = Signal(str)
    """The mark the keyboard is on now, in words."""
    opened = Signal(str)
    """A contract was chosen, by its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName("Timeline of contracts")
        self.viewport().setMouseTracking(True)
        self._pressed: QPointF | None = None
        self._dragged_from = (0, 0)

    def go_to(self, lane: int, mark: int) -> None:
        """Put the keyboard on a mark of a row, bring it into sight and have it read out."""
        self.lane, self.mark = lane, mark
        self.into_sight()
        if self.row:
            words = self.row.spoken(self.current)
            self.viewport().setAccessibleDescription(words)
            self.setAccessibleDescription(words)
            announce(self, words)
            self.reached.emit(words)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_mark(1 if key is Qt.Key.Key_Right else -1)
        elif key in _DOWN:
            self._step_row(_DOWN[key] * (self._a_page() if key in _PAGES else 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_end(key is Qt.Key.Key_End, whole=held)
        elif key in _NEARER and not held:
            self.zoom(_NEARER[key])
        elif key is Qt.Key.Key_T and not held:
            self.go_to_today()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row:
            self.opened.emit(self.row.id)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120, event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        self._dragged_from = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row, mark = self._hit(event.position())
        is_named = row and (mark or event.position().x() < self.laid_out.names)
        self.viewport().setToolTip(row.spoken(mark) if row and is_named else "")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row else Qt.CursorShape.ArrowCursor)
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            gone = event.position() - self._pressed
            if gone.manhattanLength() > _CLICK:
                self.horizontalScrollBar().setValue(self._dragged_from[0] - round(gone.x()))
                self.verticalScrollBar().setValue(self._dragged_from[1] - round(gone.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > _CLICK:
            return
        row, mark = self._hit(event.position())
        if row:
            self.go_to(self.laid_out.lane_at(pressed.y()), row.marks().index(mark) if mark else -1)
            self.opened.emit(row.id)

    def _hit(self, at: QPointF) -> tuple[TimelineRow | None, Mark | None]:
        return self.laid_out.hit(self.lanes, at.x(), at.y())

    def _step_mark(self, step: int) -> None:
        if self.row is None:
            self._step_row(1)
            return
        count = len(self.row.marks())
        if count:
            self.go_to(self.lane, max(0, min(count - 1, self.mark + step)))

    def _step_row(self, step: int) -> None:
        rows = [at for at, lane in enumerate(self.lanes) if isinstance(lane, TimelineRow)]
        if not rows:
            return
        day = first_day(self.current) if self.current else self._today
        place = (rows.index(self.lane) if self.lane in rows else -1) + step
        lane = rows[max(0, min(len(rows) - 1, place))]
        found = self.lanes[lane]
        self.go_to(lane, nearest(found.marks(), day) if isinstance(found, TimelineRow) else -1)

    def _to_end(self, last: bool, *, whole: bool) -> None:
        if whole or self.row is None:
            self._step_row(len(self.lanes) if last else -len(self.lanes))
        elif self.row.marks():
            self.go_to(self.lane, len(self.row.marks()) - 1 if last else 0)

    def _a_page(self) -> int:
        layout = self.laid_out
        return max(1, int((layout.height - layout.header) // layout.row) - 1)


_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_NEARER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
