"""The charts of a scorecard: a panel a measure. Left and right go from quarter to quarter, up and down to others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.drawing.laid_out import LaidOut
from desktop.drawing.measure_chart import Panel
from desktop.drawing.measure_layout import ChartsLayout, lay_out
from desktop.drawing.measure_painter import MeasurePainter
from desktop.look.theme import theme
from desktop.messages import announce

KEY = "Bars: the last five quarters, the newest solid. Line: the target. Dots: the floor. Empty frame: no figure."


class MeasureCharts(LaidOut):
    """Draws panels; the table beside them has the same figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measureCharts")
        self.setAccessibleName("The measures as charts")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._panels: tuple[Panel, ...] = ()
        self._layout = ChartsLayout((), 1, 0.0)
        self._at: tuple[int, int] | None = None
        theme().changed.connect(self._again)

    def show_panels(self, panels: Sequence[Panel]) -> None:
        """Draw these panels, in their order."""
        self._panels = tuple(panels)
        self._at = None
        self.setAccessibleDescription(" ".join(panel.spoken() for panel in self._panels))
        self._again()

    @property
    def laid_out(self) -> ChartsLayout:
        """Where everything stands now."""
        return self._layout

    @property
    def spoken(self) -> str:
        """What is said of the quarter the keyboard is on."""
        if self._at is None:
            return ""
        panel, quarter = self._at
        return f"{self._panels[panel].name}. {self._panels[panel].points[quarter].spoken()}"

    def go_to(self, panel: int, quarter: int) -> None:
        """Put the keyboard on a quarter of a panel, and have it read out."""
        self._at = (panel, quarter)
        announce(self, self.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, max(round(self._layout.height), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes = MeasurePainter(painter, self.font(), theme().tokens)
        for placed in self._layout.panels:
            strokes.panel(placed)
        if self.hasFocus() and self._at:
            strokes.ring(self._layout.panels[self._at[0]].slots[self._at[1]])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.go_to(*wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at is None and self._panels and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.go_to(0, len(self._panels[0].points) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._layout.at(event.position().x(), event.position().y())
        if place is not None:
            self.go_to(*place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._said_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _said_at(self, point: QPointF) -> str:
        place = self._layout.at(point.x(), point.y())
        return self._panels[place[0]].points[place[1]].spoken() if place else ""

    def _wanted(self, key: Qt.Key) -> tuple[int, int] | None:
        if not self._panels or key not in _KEYS:
            return None
        panel, quarter = self._at or (0, 0)
        last = len(self._panels[panel].points) - 1
        across = self._layout.across
        moves = {
            Qt.Key.Key_Left: (panel, quarter - 1) if quarter else (max(panel - 1, 0), last if panel else 0),
            Qt.Key.Key_Right: (panel, quarter + 1) if quarter < last else (min(panel + 1, len(self._panels) - 1),
                                                                          0 if panel + 1 < len(self._panels) else last),
            Qt.Key.Key_Up: (panel - across, quarter) if panel >= across else (panel, quarter),
            Qt.Key.Key_Down: (panel + across, quarter) if panel + across < len(self._panels) else (panel, quarter),
            Qt.Key.Key_Home: (0, 0),
            Qt.Key.Key_End: (len(self._panels) - 1, last),
        }  # fmt: skip
        return moves[key]

    def _again(self) -> None:
        self._layout = lay_out(self._panels, float(max(self.width(), 200)), QFontMetricsF(self.font()).height())
        height = max(round(self._layout.height), 1)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self.update()


_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
