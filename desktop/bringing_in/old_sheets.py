"""The sheets of a register as they came, with what was understood at the heads of their columns; a cell is corrected
in the line above, as in a spreadsheet program."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db.incoming.choices import Choices
from db.incoming.plan import Plan
from db.returns.cells import Cells, address
from desktop.bringing_in.corrected import Corrected
from desktop.bringing_in.old_look import LEGEND, OldLook
from desktop.importing.sheet_grid import SheetGrid
from desktop.importing.sheet_page import SheetPage
from desktop.look.theme import theme


class OldGrid(SheetGrid):
    """The sheet's cells. A click on a column's head, or Alt+Down, asks what the column is; F2 and Enter correct.

    Signals:
        headed: the head of a column was asked about: the column, and the place on the screen.
        corrected: the cell in hand is to be corrected.
    """

    headed = Signal(int, QPoint)
    corrected = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < self._painting.top:
            _, column = self.spot_at(event.position().toPoint())
            self.go(self.current[0], column)
            self.ask_head()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() >= self._painting.top:
            self.corrected.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.ask_head()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.corrected.emit()
        else:
            super().keyPressEvent(event)

    def ask_head(self) -> None:
        """Ask what the column in hand is."""
        area = self.area(self.current[0], self.current[1], self.current[0], self.current[1])
        self.headed.emit(self.current[1], self.viewport().mapToGlobal(QPoint(area.left(), self._painting.top)))


class CellLine(QLineEdit):
    """What the cell in hand says, to be corrected: Enter keeps it, Esc leaves it."""

    kept = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("correctCell")
        self.setAccessibleName("What the cell says; type to correct it")
        self._was = ""

    def tell(self, words: str) -> None:
        """Show what a cell says."""
        self._was = words
        self.setText(words)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text() != self._was:
                self.kept.emit(self.text())
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self._was)
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OldSheets(SheetPage):
    """The sheets of a register as they came, and the line in which a cell is corrected.

    Signals:
        headed: a column's head was asked about: sheet, column, place on the screen.
        fixed: a cell should say something else: sheet, row, column, text.
    """

    headed = Signal(str, int, QPoint)
    fixed = Signal(str, int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cells: Cells | None = None
        self._look: OldLook | None = None
        self._choices = Choices()
        self.old_grid, self.line = OldGrid(), CellLine()
        super().__init__(self.old_grid, self.line, LEGEND, parent)
        self._wire()
        self._least()
        theme().changed.connect(self._least)

    def show_file(self, cells: Cells, plan: Plan, choices: Choices) -> None:
        """A file for the first time, from the first sheet that is brought in."""
        self._cells = cells
        self._show_sheets(tuple(cells.sheets), plan.sheets[0].name if plan.sheets else None)
        self.tabs.setVisible(len(cells.sheets) > 1)
        self._take(plan, choices)
        self._turn()

    def show_again(self, plan: Plan, choices: Choices) -> None:
        """The same file, understood otherwise: the place stays."""
        self._take(plan, choices)
        self._overlay()
        self.grid.viewport().update()
        self._tell(*self.grid.current)

    def _take(self, plan: Plan, choices: Choices) -> None:
        self._look, self._choices = OldLook(plan, choices), choices

    def _turn(self, _at: int = 0) -> None:
        if self._cells and self._look and self.sheet:
            self.grid.show_sheet(self._cells, self.sheet)
            self._overlay()
            held = next((each for each in self._look.plan.sheets if each.name == self.sheet), None)
            first = max(held.header_rows, default=0) + 1 if held else 1
            self.grid.go(first, 1)
            self.turned.emit(self.sheet)

    def _overlay(self) -> None:
        """Corrections stand in the sheet as if they had come so."""
        if self._cells:
            own = {(row, at): said for (name, row, at), said in self._choices.fixes.items() if name == self.sheet}
            self.grid.seen.held = Corrected(self._cells.sheets.get(self.sheet, {}), own)

    def _tell(self, row: int, column: int) -> None:
        self.where.setText(address(row, column))
        self.line.tell(self.grid.seen.text_at(row, column))
        self.means.tell(self._look.tell(self.sheet, row, column) if self._look else "")

    def _keep(self, text: str) -> None:
        self.fixed.emit(self.sheet, *self.grid.current, text)

    def _correct(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _wire(self) -> None:
        grid = self.old_grid
        grid.look = lambda row, column: self._look.look(self.sheet, row, column) if self._look else LEGEND[-1]
        grid.tell = lambda row, column: self._look.tell(self.sheet, row, column) if self._look else ""
        grid.mean = lambda _row, column: self._look.mean(self.sheet, column) if self._look else ""
        grid.corrected.connect(self._correct)
        grid.headed.connect(lambda column, at: self.headed.emit(self.sheet, column, at))
        self.line.kept.connect(self._keep)
        self.line.left.connect(grid.setFocus)

    def _least(self) -> None:
        """Room for the grid's fewest rows, the line above them and a legend of two lines."""
        self.setMinimumHeight(self.grid.minimumHeight() + self.fontMetrics().height() * 9)
