"""The one model of rows behind every table. It searches, filters and sorts itself: a proxy would take seconds."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.tables.columns import Align, Column, folded
from desktop.tables.row_windows import WINDOW, RowWindows

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class RowModel(QAbstractTableModel):
    """Rows in columns, all of them or those searched for, in the order asked for."""

    counted = Signal(int, int)
    """How many rows are shown, of how many."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._windows = RowWindows(self.columns)
        self._order: list[int] = []
        self._kept: list[int] = []
        self._shown: list[int] = []
        self._wanted: Callable[[Any], bool] | None = None
        self._search = ""
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def load(
        self,
        ids: Sequence[str],
        fetch: Callable[[Sequence[str]], Sequence[Any]],
        also: Callable[[Any], str] | None = None,
    ) -> None:
        """Show the rows of these ids. `fetch` gives the rows of some ids, in their order; `also` more words to find
        a row by. Search, filter and sort order stay."""
        self.beginResetModel()
        self._windows = RowWindows(self.columns, ids, fetch, also)
        self._order = self._in_order()
        self._sieve()
        self.endResetModel()
        self._tell()

    def show_rows(
        self, rows: Sequence[Any], id_of: Callable[[Any], str], also: Callable[[Any], str] | None = None
    ) -> None:
        """Show rows that are at hand."""
        by_id = {id_of(row): row for row in rows}
        self.load(tuple(by_id), lambda ids: [by_id[row_id] for row_id in ids], also)

    def search(self, words: str) -> None:
        """Show only rows that have every one of these words, or a part of one, in any column."""
        wanted = folded(words).strip()
        if wanted == self._search:
            return
        self.beginResetModel()
        narrower = bool(self._search) and wanted.startswith(self._search)
        self._search = wanted
        self._find(self._shown if narrower else self._kept)
        self.endResetModel()
        self._tell()

    def keep(self, wanted: Callable[[Any], bool] | None) -> None:
        """Show only rows that are wanted, besides any search; None shows all again."""
        self.beginResetModel()
        self._wanted = wanted
        self._sieve()
        self.endResetModel()
        self._tell()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order rows by a column, blanks last either way; column -1 gives the order they were loaded in."""
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        held = self.persistentIndexList()
        self._sorted_by = (column, order) if column >= 0 else None
        self._order = self._in_order()
        self._sieve()
        places = {position: row for row, position in enumerate(self._shown)} if held else {}
        self.changePersistentIndexList(
            held, [self.index(places[before[index.row()]], index.column()) for index in held]
        )
        self.layoutChanged.emit()

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._windows.ids)

    def id_at(self, row: int) -> str:
        """The id of the row shown at a place, the first being 0."""
        return self._windows.ids[self._shown[row]]

    def row_at(self, row: int) -> Any:
        """The row shown at a place."""
        return self._windows.row(self._shown[row], self._nearby(row))

    def texts_at(self, row: int) -> tuple[str, ...]:
        """What every column says of the row shown at a place."""
        return self._windows.texts(self._shown[row], self._nearby(row))

    def place_of(self, row_id: str) -> int:
        """Where a row is shown, or -1."""
        return next((place for place, at in enumerate(self._shown) if self._windows.ids[at] == row_id), -1)

    def shown_ids(self) -> tuple[str, ...]:
        """The ids of the rows shown, in their order: what an export of this view holds."""
        return tuple(self._windows.ids[position] for position in self._shown)

    def values(self, column: int) -> tuple[str, ...]:
        """The different texts of a column over all rows, sorted: the choices of a filter."""
        return tuple(sorted({self.columns[column].text(row) for row in self._windows.every()} - {""}, key=folded))

    def amount_at(self, row: int, column: int) -> int | None:
        """The pence in a cell of a column that sums; None where there is none."""
        found = self._windows.keys(column)[self._shown[row]]
        return found if isinstance(found, int) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _ROLE.DisplayRole:
            return self.texts_at(index.row())[index.column()]
        if role == _ROLE.AccessibleTextRole:
            return f"{column.title}: {self.texts_at(index.row())[index.column()] or 'blank'}"
        if role == _ROLE.TextAlignmentRole:
            return _SIDES[column.align]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole and section < len(self.columns):
            return self.columns[section].title
        return None

    def _nearby(self, row: int) -> list[int]:
        start = row - row % WINDOW
        return self._shown[start : start + WINDOW]

    def _in_order(self) -> list[int]:
        positions = range(len(self._windows.ids))
        if self._sorted_by is None:
            return list(positions)
        column, order = self._sorted_by
        keys: list[Any] = self._windows.keys(column)
        filled = [position for position in positions if keys[position] is not None]
        filled.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
        return filled + [position for position in positions if keys[position] is None]

    def _sieve(self) -> None:
        self._kept = self._order
        if self._wanted is not None:
            rows = self._windows.every()
            self._kept = [position for position in self._order if self._wanted(rows[position])]
        self._find(self._kept)

    def _find(self, among: list[int]) -> None:
        words = self._search.split()
        if not words:
            self._shown = list(among)
            return
        texts = self._windows.searched()
        for word in words:
            among = [position for position in among if word in texts[position]]
        self._shown = among

    def _tell(self) -> None:
        self.counted.emit(len(self._shown), self.total)
