"""Small painted parts: words cut to their width, and one entry of the legend."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.importing.cell_look import CellLook
from desktop.importing.sheet_painter import SheetPainter
from desktop.look.fonts import sized
from desktop.look.parts import restyle
from desktop.look.theme import theme


class OneLine(QLabel):
    """Words on one line, cut with dots where they do not fit; the tooltip says all of them."""

    def __init__(self, name: str, role: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        restyle(self, "role", role)

    def tell(self, words: str) -> None:
        """Show words."""
        self.setText(" ".join(words.split()))
        self.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class LegendEntry(QWidget):
    """A cell in small with what its look stands for."""

    def __init__(self, look: CellLook) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(look.word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(sized(self.font(), 0.9))
        return QSize(self._box() + 6 + metrics.horizontalAdvance(self._look.word) + 10, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, painting, box = QPainter(self), self._painting(), self._box()
        area = QRect(0, 1, box, self.height() - 3)
        letter = "" if self._look.icon else "Ab"
        painting.swatch(painter, area, letter, self._look)
        painting.caption(painter, QRect(box + 6, 0, self.width() - box - 6, self.height()), self._look.word)
        painter.end()

    def _box(self) -> int:
        return round(self.fontMetrics().height() * 2)

    def _painting(self) -> SheetPainter:
        return SheetPainter(self.font(), theme().tokens, self.devicePixelRatioF())
