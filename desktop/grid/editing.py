"""Typing in the cells of a grid: one editor at a time, over the cell the keyboard is on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from desktop.grid.cell_editor import CellLine, CellPage, Leaving
from desktop.grid.moves import Way
from desktop.grid.wanted import How, Wanted
from desktop.tables.row_model import Index

if TYPE_CHECKING:
    from desktop.grid.grid_table import GridTable

_WAYS = {Leaving.UP: Way.UP, Leaving.DOWN: Way.DOWN, Leaving.LEFT: Way.LEFT, Leaving.RIGHT: Way.RIGHT}
_LINES = 5
_MOST = 500
"""How many texts used before are offered at most."""


class Editing(QObject):
    """Opens a cell, and tells the grid what is wanted in it once it is left."""

    def __init__(self, grid: "GridTable", today: Callable[[], str], writable: Callable[[], bool]) -> None:
        super().__init__(grid)
        self._grid, self._today, self._writable = grid, today, writable
        self.editor: CellLine | CellPage | None = None
        """What is typed in now, if anything is."""

    def begin(self, text: str | None = None) -> None:
        """Open the cell the keyboard is on: with its own text, or with a text that goes over it.

        A cell that is not typed in is told of instead.
        """
        grid, at = self._grid, self._grid.currentIndex()
        row_id = grid.rows.id_at(at.row()) if at.isValid() else ""
        if not row_id:
            return
        if not grid.rows.columns[at.column()].edits or not self._writable():
            grid.locked.emit(row_id, at.column())
            return
        self.leave()
        grid.scrollTo(at)
        self.editor = self._made(at, text)
        self.editor.typing.kept.connect(lambda typed, way: self._keep(row_id, at.column(), typed, way))
        self.editor.typing.left.connect(self._close)

    def leave(self) -> None:
        """Keep what is being typed, if anything is."""
        if self.editor:
            self._grid.setFocus()

    def _made(self, at: Index, text: str | None) -> CellLine | CellPage:
        grid, column = self._grid, self._grid.rows.columns[at.column()]
        now = grid.rows.own_at(at.row(), at.column())
        name = f"{column.title} of {grid.rows.texts_at(at.row())[0]}"
        kind = CellPage if column.many_lines else CellLine
        made = kind(grid, name, now if text is None else text, is_over=text is not None, today=self._today())
        made.setFont(grid.font())
        made.setGeometry(self._area(at, _LINES if column.many_lines else 1))
        if isinstance(made, CellLine):
            made.offer(self._used_before(at.column()))
        made.show()
        made.raise_()
        made.setFocus()
        return made

    def _area(self, at: Index, lines: int) -> QRect:
        view, area = self._grid.over(at)
        corner = view.viewport().mapTo(self._grid, area.topLeft())
        top = min(corner.y(), max(self._grid.height() - area.height() * lines, 0))
        return QRect(corner.x(), top, max(area.width(), 160), area.height() * lines)

    def _used_before(self, column: int) -> Sequence[str]:
        if self._grid.rows.must_wait:
            return ()
        found = {str(value) for value in self._grid.rows.held_values(column) if value}
        return sorted(found, key=str.casefold) if len(found) <= _MOST else ()

    def _keep(self, row_id: str, column: int, text: str, way: Leaving) -> None:
        grid = self._grid
        self._close()
        place = grid.rows.place_of(row_id)
        if place >= 0 and text != grid.rows.own_at(place, column):
            grid.wanted.emit(Wanted(How.TYPED, ((row_id, column, text),)))
        if way in _WAYS:
            grid.go(_WAYS[way])

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor:
            editor.hide()
            editor.deleteLater()
            self._grid.setFocus()
