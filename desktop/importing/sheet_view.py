"""The sheets of a file with what was understood painted on them, the cell in hand in words, and the legend."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from db.returns.cells import address, place
from db.returns.tables.table import Table
from db.returns.understanding.meaning import ColumnSuggestion, Meaning
from db.returns.understanding.painting import Painting
from db.returns.understanding.understood import Understood
from desktop.importing.cell_look import (
    HIDDEN,
    LEGEND,
    NOT_RETURNED,
    PERSONAL,
    PROBLEM,
    QUESTION,
    READ,
    CellLook,
    look_of,
    understood_words,
)
from desktop.importing.sheet_grid import SheetGrid
from desktop.importing.sheet_page import SheetPage
from desktop.importing.small_parts import OneLine


class SheetView(SheetPage):
    """The sheets of a provider's file, with what was understood of each cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._understood: Understood | None = None
        self._painting: Painting | None = None
        self._columns: dict[tuple[str, int], list[tuple[Table, ColumnSuggestion]]] = {}
        self.says = OneLine("cellSays")
        super().__init__(SheetGrid(), self.says, LEGEND, parent)
        self.grid.look, self.grid.tell, self.grid.mean = self._look, self._told, self._meaning

    def show_file(self, understood: Understood) -> None:
        """Show a file for the first time, from the first sheet on which something was read."""
        self._take(understood)
        read = [each.sheet for each in understood.readings] or [each.sheet for each in understood.tables]
        sheets = tuple(understood.cells.sheets)
        first = next((each for each in read if each in sheets), None)
        self._show_sheets(sheets, first, understood.cells.hidden_sheets)
        self._turn()

    def show_again(self, understood: Understood) -> None:
        """The same file, understood otherwise: the place stays."""
        self._take(understood)
        self._fit_legend()
        self.grid.viewport().update()
        self._tell(*self.grid.current)

    def point(self, sheet: str, cells: Iterable[str]) -> None:
        """Bring the first of some cells into view and mark all of them."""
        named = list(cells)
        self.go(sheet, named[0] if named else "")
        self.grid.point(frozenset(place(each) for each in named))

    def column_at(self, row: int, column: int) -> ColumnSuggestion | None:
        """What the column of a cell is taken for, by the table it stands in."""
        found = self._columns.get((self.sheet, column), [])
        near = (each for table, each in found if table.first_row <= row <= table.last_row)
        return next(near, found[0][1] if found else None)

    def _take(self, understood: Understood) -> None:
        if understood is self._understood:
            return
        self._understood = understood
        self._painting = Painting(understood)
        tables = {(each.sheet, each.number): each for each in understood.tables}
        self._columns = {}
        for each in understood.columns:
            held = self._columns.setdefault((each.sheet, each.column), [])
            held.append((tables[each.sheet, each.table], each))

    def _fit_legend(self) -> None:
        """Only what is on the sheet is explained."""
        understood, sheet = self._understood, self.sheet
        if understood is None:
            return
        cells = understood.cells
        mine = [each for each in understood.readings if each.sheet == sheet]
        found = {
            READ: any(each.value is not None for each in mine),
            NOT_RETURNED: any(each.value is None for each in mine),
            QUESTION: any(each.sheet == sheet for each in understood.open_questions),
            PROBLEM: any(each.sheet == sheet for each in understood.problems),
            PERSONAL: any(each.sheet == sheet and each.meaning is Meaning.PERSONAL for each in understood.columns),
            HIDDEN: sheet in cells.hidden_sheets or sheet in {*cells.hidden_rows, *cells.hidden_columns},
        }
        for look, entry in self._legend.items():
            entry.setVisible(found.get(look, True))

    def _turn(self, _at: int = 0) -> None:
        if self._understood and self.sheet:
            self.grid.show_sheet(self._understood.cells, self.sheet)
            self.grid.go(*self._first_spot())
            self._fit_legend()
            self.turned.emit(self.sheet)

    def _first_spot(self) -> tuple[int, int]:
        readings = self._understood.readings if self._understood else ()
        cell = next((each.cell for each in readings if each.sheet == self.sheet), "A1")
        return place(cell)

    def _look(self, row: int, column: int) -> CellLook:
        return look_of(self._painting.at(self.sheet, row, column) if self._painting else None)

    def _told(self, row: int, column: int) -> str:
        return understood_words(self._painting.at(self.sheet, row, column) if self._painting else None)

    def _meaning(self, row: int, column: int) -> str:
        found = self.column_at(row, column)
        return found.meaning.value if found else ""

    def _tell(self, row: int, column: int) -> None:
        self.where.setText(address(row, column))
        self.says.tell(self.grid.seen.text_at(row, column))
        self.means.tell(self._told(row, column))
