"""One page of a PDF as it prints, on white in either scheme, with what is found and chosen on it marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.palette import LIGHT
from desktop.look.theme import theme
from desktop.paper import Paper


class Page(QWidget):
    """One page; painted when it comes into view.

    Signals:
        dragged: the mouse was drawn from one place to another, in points from the top left corner.
    """

    dragged = Signal(QPointF, QPointF)

    def __init__(self, paper: Paper, number: int) -> None:
        super().__init__()
        self._paper = paper
        self.number = number
        self._scale = 1.0
        self._picture: QPixmap | None = None
        self._found: tuple[QRectF, ...] = ()
        self._current: tuple[QRectF, ...] = ()
        self._chosen: tuple[QRectF, ...] = ()
        self._pressed: QPointF | None = None
        self.setAccessibleName(f"Page {number + 1}")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_at(self, scale: float) -> None:
        """Be that many pixels to the point."""
        width, height = self._paper.sizes[self.number]
        self._scale = scale
        self._picture = None
        self.setFixedSize(QSize(round(width * scale), round(height * scale)))
        self.update()

    def mark_found(self, found: Sequence[QRectF], current: Sequence[QRectF]) -> None:
        """Mark what was found, in points, and the one gone to more strongly."""
        self._found, self._current = tuple(found), tuple(current)
        self.update()

    def mark_chosen(self, chosen: Sequence[QRectF]) -> None:
        """Mark the text that would be copied, in points."""
        self._chosen = tuple(chosen)
        self.update()

    @property
    def marks(self) -> tuple[int, int, int]:
        """How many boxes are marked as found, as gone to, and as chosen."""
        return len(self._found), len(self._current), len(self._chosen)

    def top_of(self, box: QRectF) -> int:
        """How far below the page's upper edge a box begins, in pixels."""
        return round(box.top() * self._scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position() / self._scale
            self.dragged.emit(self._pressed, self._pressed)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self.dragged.emit(self._pressed, event.position() / self._scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._fill(painter, self._chosen, LIGHT.selection, "")
        self._fill(painter, self._found, LIGHT.soon.ground, LIGHT.soon.ink)
        self._fill(painter, self._current, LIGHT.selection, LIGHT.focus, 2)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(theme().tokens.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _painted(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap.fromImage(self._paper.picture(self.number, self._scale * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self.setAccessibleDescription(self._paper.words(self.number))
        return self._picture

    def _fill(self, painter: QPainter, boxes: Sequence[QRectF], ground: str, ink: str, line: int = 1) -> None:
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(ink), line) if ink else Qt.PenStyle.NoPen)
        for box in boxes:
            shown = QRectF(box.topLeft() * self._scale, box.bottomRight() * self._scale)
            painter.drawRect(shown.adjusted(-2, -2, 2, 2))
