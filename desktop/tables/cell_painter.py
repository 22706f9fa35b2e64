"""Paints the cells of a table straight from its rows: text, chips, hover, selection and focus."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.palette import Tokens
from desktop.look.theme import theme
from desktop.tables.columns import Align, Chip, Column

PAD = 8
_HELD = 20_000


class CellPainter:
    """Everything about drawing a cell that does not change from cell to cell, for one type and one scheme."""

    def __init__(self, font: QFont, tokens: Tokens, lines: int = 1) -> None:
        self._font = font
        self._small = sized(font, 0.9)
        self._metrics = QFontMetrics(font)
        self._small_metrics = QFontMetrics(self._small)
        self._lines = lines
        self._fitted: dict[tuple[str, int, bool], str] = {}
        self.tokens = tokens
        self.text = QColor(tokens.text)
        self.quiet = QColor(tokens.quiet)
        self.line = QColor(tokens.neutral.ground)
        self.hover = QColor(tokens.hover)
        self.selection = QColor(tokens.selection)
        self.focus = QColor(tokens.focus)

    @property
    def row_height(self) -> int:
        """Pixels a row needs: 28 at the usual type, more as the type grows."""
        one = round(self._metrics.height() * 28 / 15)
        return one if self._lines == 1 else one + round(self._small_metrics.height() * 1.1)

    def width_of(self, characters: int) -> int:
        """Pixels a column of that many characters needs."""
        return characters * self._metrics.averageCharWidth() + 2 * PAD

    def width_for(self, texts: Iterable[str], *, icons: int = 0) -> int:
        """Pixels a column needs in which each of these texts stands whole, beside so many icons."""
        widest = max((self._metrics.horizontalAdvance(" ".join(text.split())) for text in texts), default=0)
        return widest + 2 * PAD + 4 + icons * self._metrics.height()

    def fits(self, text: str, width: int) -> bool:
        """Whether a text stands whole in a cell that wide."""
        return self._metrics.horizontalAdvance(text) <= width - 2 * PAD

    def cell(self, painter: QPainter, area: QRect, column: Column[object], row: object, text: str) -> None:
        """Draw one cell's words or chip; the ground is the row's and already there."""
        chip = column.chip(row) if column.chip else None
        under = column.under(row) if self._lines > 1 and column.under else ""
        top = QRect(area)
        if self._lines > 1:
            gap = round(self._small_metrics.height() * 0.2)
            spare = (area.height() - self._metrics.height() - self._small_metrics.height() - gap) // 2
            top.setHeight(spare * 2 + self._metrics.height())
            if under:
                self._words(painter, area.adjusted(0, top.height() - spare + gap, 0, -spare), column, under, small=True)
        if chip:
            self._chip(painter, top, chip)
        elif text:
            self._words(painter, top, column, text)

    def focus_ring(self, painter: QPainter, area: QRect) -> None:
        """Show where the keyboard is."""
        painter.setPen(self.focus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0, 0, -1, -2))
        painter.drawRect(area.adjusted(1, 1, -2, -3))

    def _words(self, painter: QPainter, area: QRect, column: Column[object], text: str, *, small: bool = False) -> None:
        metrics = self._small_metrics if small else self._metrics
        width = area.width() - 2 * PAD
        shown = self._fit(text, width, small)
        left = area.left() + PAD
        if column.align is Align.RIGHT:
            left = area.right() + 1 - PAD - metrics.horizontalAdvance(shown)
        baseline = area.top() + (area.height() - metrics.height()) // 2 + metrics.ascent()
        painter.setPen(self.quiet if small else self.text)
        if small:
            painter.setFont(self._small)
        painter.drawText(QPoint(left, baseline), shown)
        if small:
            painter.setFont(self._font)

    def _fit(self, text: str, width: int, small: bool) -> str:
        known = self._fitted.get((text, width, small))
        if known is None:
            if len(self._fitted) > _HELD:
                self._fitted.clear()
            metrics = self._small_metrics if small else self._metrics
            known = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
            self._fitted[text, width, small] = known
        return known

    def _chip(self, painter: QPainter, area: QRect, chip: Chip) -> None:
        pair = self.tokens.pair(chip.tone)
        metrics = self._small_metrics
        side = metrics.height()
        height = min(area.height() - 4, round(side * 1.35))
        room = area.width() - 2 * PAD - side - 3 * 6
        word = self._fit(chip.word, max(room, 0), small=True)
        width = min(side + metrics.horizontalAdvance(word) + 3 * 6, area.width() - PAD)
        body = QRect(area.left() + PAD // 2, area.top() + (area.height() - height) // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(body, height / 2, height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        picture = icons.pixmap(chip.tone.value, pair.ink, side - 2, painter.device().devicePixelRatioF())
        painter.drawPixmap(body.left() + 6, body.top() + (height - side + 2) // 2, picture)
        painter.setPen(QColor(pair.ink))
        painter.setFont(self._small)
        baseline = body.top() + (height - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(QPoint(body.left() + 6 + side + 3, baseline), word)
        painter.setFont(self._font)


def painter_for(font: QFont, lines: int = 1) -> CellPainter:
    """A painter for a type, in the scheme in use."""
    return CellPainter(font, theme().tokens, lines)
