"""The grid of one sheet, painted by us: only what is in sight is drawn, however large the sheet is."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from db.returns.cells import Cells, address
from desktop.importing.cell_look import PLAIN, CellLook
from desktop.importing.grid_keys import moved
from desktop.importing.sheet_painter import PAD, SheetPainter, letters, paint_cells
from desktop.importing.sheet_shape import SheetShape
from desktop.look.theme import theme

Spot = tuple[int, int]
LEAST_ROWS = 7
"""So many rows are in sight however small the window is."""


def _plain(_row: int, _column: int) -> CellLook:
    return PLAIN


def _silent(_row: int, _column: int) -> str:
    return ""


class SheetGrid(QAbstractScrollArea):
    """Shows a sheet with what was understood of it painted on; the arrows move from cell to cell."""

    reached = Signal(int, int)
    """The keyboard is on another cell: its row and column."""
    asked = Signal(int, int, QPoint)
    """Something is to be done about a cell: its row, column and place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetGrid")
        self.setAccessibleName("The sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.seen = SheetShape(Cells("", "", {"": {}}), "")
        self.current: Spot = (1, 1)
        self.look: Callable[[int, int], CellLook] = _plain
        self.tell: Callable[[int, int], str] = _silent
        self.mean: Callable[[int, int], str] = _silent
        """What a column means, by a row near which it is asked and the column."""
        self._pointed: frozenset[Spot] = frozenset()
        self.dress()
        theme().changed.connect(self.dress)

    def show_sheet(self, cells: Cells, sheet: str) -> None:
        """Show a sheet from its top."""
        self.seen = SheetShape(cells, sheet)
        self.current, self._pointed = (1, 1), frozenset()
        self.setAccessibleName(f"Sheet {sheet}")
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def point(self, spots: frozenset[Spot]) -> None:
        """Mark cells with a broken line."""
        self._pointed = spots
        self.viewport().update()

    def go(self, row: int, column: int) -> None:
        """Put the keyboard on a cell and bring it into view."""
        shape = self.seen
        self.current = (max(1, min(row, shape.rows)), max(1, min(column, shape.columns)))
        self._bring(self.area(*self.current, *self.current))
        words = f"{address(*self.current)}: {shape.text_at(*self.current)}. {self.tell(*self.current)}"
        self.setAccessibleDescription(words)
        self.viewport().update()
        self.reached.emit(*self.current)

    def area(self, row: int, column: int, last_row: int, last_column: int) -> QRect:
        """Where a block of cells stands in the view."""
        height, painting = self._painting.row_height, self._painting
        left = self._lefts[column - 1] - self.horizontalScrollBar().value() + self._side
        right = self._lefts[last_column] - self.horizontalScrollBar().value() + self._side
        top = (row - 1) * height - self.verticalScrollBar().value() + painting.top
        return QRect(left, top, right - left, (last_row - row + 1) * height)

    def spot_at(self, place: QPoint) -> Spot:
        """The cell at a place of the view."""
        across = place.x() - self._side + self.horizontalScrollBar().value()
        down = place.y() - self._painting.top + self.verticalScrollBar().value()
        column = bisect_right(self._lefts, max(across, 0))
        row = max(down, 0) // self._painting.row_height + 1
        return min(row, self.seen.rows), min(column, self.seen.columns)

    def dress(self) -> None:
        """Take the type and colours in force."""
        self._painting = SheetPainter(self.font(), theme().tokens, self.devicePixelRatioF())
        self.setMinimumHeight(self._painting.top + LEAST_ROWS * self._painting.row_height)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        part = self._in_sight()
        inside = self.viewport().rect().adjusted(self._side, self._painting.top, 0, 0)
        painter.save()
        painter.setClipRect(inside)
        paint_cells(painter, (self.seen, self._painting), self.look, self.area, part)
        self._paint_rings(painter, part)
        painter.restore()
        self._paint_heads(painter, part)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shape = self.seen
        page = max(self.viewport().height() // self._painting.row_height - 2, 1)
        wanted = moved(event, self.current, (shape.last_row, shape.last_column), page)
        if wanted is not None:
            self.go(*wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu) and not event.modifiers():
            self._ask()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.go(*self.spot_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._ask()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos())
            words = " ".join(filter(None, (self.seen.text_at(*spot), self.tell(*spot))))
            QToolTip.showText(event.globalPos(), f"{address(*spot)}: {words}" if words else "", self)
            return True
        return super().viewportEvent(event)

    def _ask(self) -> None:
        place = self.area(*self.current, *self.current).bottomLeft()
        self.asked.emit(*self.current, self.viewport().mapToGlobal(place))

    def _measure(self) -> None:
        painting, shape = self._painting, self.seen
        self._lefts = list(accumulate((painting.width_of(each) for each in shape.widths), initial=0))
        self._side = len(str(shape.rows)) * painting.character + 3 * PAD
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = self.viewport().size()
        across.setRange(0, max(self._lefts[-1] + self._side - room.width(), 0))
        across.setPageStep(max(room.width() - self._side, 1))
        across.setSingleStep(painting.width_of(6))
        down.setRange(0, max(shape.rows * painting.row_height + painting.top - room.height(), 0))
        down.setPageStep(max(room.height() - painting.top, 1))
        down.setSingleStep(painting.row_height)
        self.viewport().update()

    def _in_sight(self) -> tuple[int, int, int, int]:
        top, left = self.spot_at(QPoint(self._side, self._painting.top))
        bottom, right = self.spot_at(QPoint(self.viewport().width(), self.viewport().height()))
        return top, left, bottom, right

    def _bring(self, area: QRect) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = self.viewport().rect().adjusted(self._side, self._painting.top, 0, 0)
        if area.left() < room.left() or area.width() > room.width():
            across.setValue(across.value() + area.left() - room.left())
        elif area.right() > room.right():
            across.setValue(across.value() + area.right() - room.right())
        if area.top() < room.top():
            down.setValue(down.value() + area.top() - room.top())
        elif area.bottom() > room.bottom():
            down.setValue(down.value() + area.bottom() - room.bottom())

    def _paint_rings(self, painter: QPainter, part: tuple[int, int, int, int]) -> None:
        top, left, bottom, right = part
        for row, column in self._pointed:
            if top <= row <= bottom and left <= column <= right:
                self._painting.ring(painter, self.area(row, column, row, column), is_focus=False)
        self._painting.ring(painter, self._block_of(*self.current), is_focus=True)

    def _block_of(self, row: int, column: int) -> QRect:
        block = next((each for each in self.seen.blocks if each.holds(row, column)), None)
        if block is None:
            return self.area(row, column, row, column)
        last = min(block.last_row, self.seen.rows), min(block.last_column, self.seen.columns)
        return self.area(block.first_row, block.first_column, *last)

    def _paint_heads(self, painter: QPainter, part: tuple[int, int, int, int]) -> None:
        painting, shape = self._painting, self.seen
        top, left, bottom, right = part
        for row in range(top, bottom + 1):
            beside = self.area(row, 1, row, 1)
            head = QRect(0, beside.top(), self._side, beside.height())
            painting.number(painter, head, row, is_here=row == self.current[0], hidden=row in shape.hidden_rows)
        for column in range(left, right + 1):
            below = self.area(1, column, 1, column)
            head = QRect(below.left(), 0, below.width(), painting.top)
            meaning = self.mean(self.current[0], column)
            here, hidden = column == self.current[1], column in shape.hidden_columns
            painting.letter(painter, head, letters(column), meaning, is_here=here, hidden=hidden)
        painting.corner(painter, QRect(0, 0, self._side, painting.top))
