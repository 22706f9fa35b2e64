"""Paints a sheet: cells with their tints and icons, letters with what their columns mean, numbers of rows."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from db.returns.cells import address
from desktop.importing.cell_look import CellLook
from desktop.importing.sheet_shape import SheetShape
from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.palette import Tokens

PAD = 6


class SheetPainter:
    """What does not change from cell to cell, for one type and one scheme."""

    def __init__(self, font: QFont, tokens: Tokens, ratio: float) -> None:
        self.tokens, self._ratio = tokens, ratio
        self._plain, self._bold = font, sized(font, 1, QFont.Weight.DemiBold)
        self._small = sized(font, 0.9)
        self._metrics, self._bold_metrics = QFontMetrics(font), QFontMetrics(self._bold)
        self._small_metrics = QFontMetrics(self._small)
        self.character = self._metrics.averageCharWidth()
        self.row_height = round(self._metrics.height() * 25 / 15)
        self.top = self._metrics.height() + self._small_metrics.height() + 9
        self.icon = round(self._metrics.height() * 0.95)

    def width_of(self, characters: int) -> int:
        """Pixels that so many characters need in a cell."""
        return characters * self.character + 2 * PAD

    def ground(self, painter: QPainter, area: QRect, look: CellLook) -> None:
        """A cell's tint and the lines at its right and below."""
        painter.fillRect(area, QColor(self.tokens.pair(look.tone).ground if look.tone else self.tokens.surface))
        if look.is_hatched:
            painter.fillRect(area, QBrush(QColor(self.tokens.line), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QColor(self.tokens.line))
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def held(self, painter: QPainter, area: QRect, text: str, look: CellLook, *, is_right: bool) -> None:
        """What a cell holds: its icon and its words."""
        inside = area.adjusted(PAD, 0, -PAD, 0)
        if look.icon and look.tone:
            self._icon(painter, inside, look.icon, self.tokens.pair(look.tone).ink)
            inside.setLeft(inside.left() + self.icon + 4)
        if text:
            self._words(painter, inside, text, look, is_right=is_right)

    def letter(self, painter: QPainter, area: QRect, letter: str, meaning: str, *, is_here: bool, hidden: bool) -> None:
        """The head of a column: its letter, and below it what the column means."""
        self._head(painter, area, is_here=is_here, hidden=hidden)
        painter.setFont(self._bold if is_here else self._plain)
        painter.setPen(QColor(self.tokens.text if is_here else self.tokens.quiet))
        above = QRect(area.left(), area.top() + 3, area.width(), self._metrics.height())
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, f"{letter} (hidden)" if hidden else letter)
        painter.setFont(self._small)
        painter.setPen(QColor(self.tokens.quiet))
        below = QRect(area.left() + 4, above.bottom() + 1, area.width() - 8, self._small_metrics.height())
        words = self._small_metrics.elidedText(meaning, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)

    def number(self, painter: QPainter, area: QRect, number: int, *, is_here: bool, hidden: bool) -> None:
        """The head of a row: its number."""
        self._head(painter, area, is_here=is_here, hidden=hidden)
        painter.setFont(self._bold if is_here else self._plain)
        painter.setPen(QColor(self.tokens.text if is_here else self.tokens.quiet))
        shown = area.adjusted(0, 0, -PAD, 0)
        painter.drawText(shown, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def corner(self, painter: QPainter, area: QRect) -> None:
        """Where the heads of rows and columns meet."""
        self._head(painter, area, is_here=False, hidden=False)

    def ring(self, painter: QPainter, area: QRect, *, is_focus: bool) -> None:
        """Round the cell the keyboard is on, or with a broken line round one that is pointed at."""
        pen = QPen(QColor(self.tokens.focus), 2, Qt.PenStyle.SolidLine if is_focus else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawRect(area.adjusted(1, 1, -2, -2))

    def swatch(self, painter: QPainter, area: QRect, text: str, look: CellLook) -> None:
        """A cell of the legend, with a line all round."""
        self.ground(painter, area, look)
        self.held(painter, area.adjusted(0, 0, PAD, 0), text, look, is_right=False)
        painter.setPen(QColor(self.tokens.line))
        painter.drawRect(area)

    def caption(self, painter: QPainter, area: QRect, words: str) -> None:
        """Words of the legend."""
        painter.setFont(self._small)
        painter.setPen(QColor(self.tokens.quiet))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _head(self, painter: QPainter, area: QRect, *, is_here: bool, hidden: bool) -> None:
        painter.fillRect(area, QColor(self.tokens.selection if is_here else self.tokens.raised))
        if hidden:
            painter.fillRect(area, QBrush(QColor(self.tokens.line), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QColor(self.tokens.line))
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _icon(self, painter: QPainter, area: QRect, name: str, ink: str) -> None:
        top = area.top() + (area.height() - self.icon) // 2
        painter.drawPixmap(QPoint(area.left(), top), icons.pixmap(name, ink, self.icon, self._ratio))

    def _words(self, painter: QPainter, area: QRect, text: str, look: CellLook, *, is_right: bool) -> None:
        painter.setFont(self._bold if look.is_bold else self._plain)
        painter.setPen(QColor(self.tokens.quiet if look.is_quiet else self.tokens.text))
        metrics = self._bold_metrics if look.is_bold else self._metrics
        shown = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


Area = Callable[[int, int, int, int], QRect]


def paint_cells(
    painter: QPainter,
    sheet: tuple[SheetShape, SheetPainter],
    look: Callable[[int, int], CellLook],
    area: Area,
    part: tuple[int, int, int, int],
) -> None:
    """The cells of a part of a sheet (top, left, bottom, right): grounds, merged ones as one, then what they hold."""
    shape, painting = sheet
    top, left, bottom, right = part
    spots = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    looks = {spot: look(*spot) for spot in spots}
    for spot in spots:
        painting.ground(painter, area(*spot, *spot), looks[spot])
    covered: set[tuple[int, int]] = set()
    for block in shape.blocks_within(top, left, bottom, right):
        first = (block.first_row, block.first_column)
        whole = area(*first, min(block.last_row, shape.rows), min(block.last_column, shape.columns))
        painting.ground(painter, whole, look(*first))
        painting.held(painter, whole, shape.text_at(*first), look(*first), is_right=shape.is_number(*first))
        covered.update(spot for spot in spots if block.holds(*spot))
    for spot in spots:
        if spot not in covered:
            text, is_right = shape.text_at(*spot), shape.is_number(*spot)
            last = spot[1] if is_right or not text else shape.runs_to(spot[0], spot[1], right)
            painting.held(painter, area(*spot, spot[0], last), text, looks[spot], is_right=is_right)


def letters(column: int) -> str:
    """A column's letters."""
    return address(1, column)[:-1]
