"""The one model of rows behind every table. It searches, filters and sorts itself: a proxy would take seconds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.tables.columns import Align, Column, SortKey, folded
from desktop.tables.grouping import Group
from desktop.tables.row_windows import WINDOW, Fetch, RowWindows, Words
from desktop.tables.sieve import Test, in_order, sieved, with_words

Index = QModelIndex | QPersistentModelIndex
SortStep = tuple[int, Qt.SortOrder]
_ROLE = Qt.ItemDataRole
_RISING, _FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class RowModel(QAbstractTableModel):
    """Rows in columns, all of them or those searched for, in the order asked for."""

    counted = Signal(int, int)
    """How many rows are shown, of how many."""
    waited = Signal(bool)
    """Sorting, filters or groups that were asked for wait until a large table is read (True), or are done (False)."""
    values_ready = Signal()
    """Every row of a large table is read: values need no waiting any more."""
    patience = 0
    """From how many rows on they may wait; 0 is never: then they are done at once, however long it takes."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorted_by: tuple[SortStep, ...] = ()
        """The columns rows are sorted by, the first one first."""
        self.adds_to_sort = False
        """Whether the next column sorted by comes after those before, as a click with Shift asks."""
        self._windows = RowWindows(self.columns)
        self._order: list[int] = []
        self._kept: list[int] = []
        self._found: list[int] = []
        self._shown: list[int] = []
        self._places: dict[str, int] | None = None
        self._wanted: Callable[[Any], bool] | None = None
        self._tests: dict[int, Test] = {}
        self._search = ""

    def load(
        self,
        ids: Sequence[str],
        fetch: Fetch,
        also: Callable[[Any], str] | None = None,
        words: Words | None = None,
    ) -> None:
        """Show the rows of these ids. `fetch` gives the rows of some ids, in their order; `also` more words to find
        a row by, `words` all of them. Search, filter and sort order stay."""
        self.beginResetModel()
        self._windows = RowWindows(self.columns, ids, fetch, also, words)
        self._lay_anew()

    def show_rows(
        self, rows: Sequence[Any], id_of: Callable[[Any], str], also: Callable[[Any], str] | None = None
    ) -> None:
        """Show rows that are at hand."""
        by_id = {id_of(row): row for row in rows}
        self.load(tuple(by_id), lambda ids: [by_id[row_id] for row_id in ids], also)

    def renew_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show other columns, and no rows until they are loaded; sorting and filters are gone with the old ones."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.sorted_by, self._tests = (), {}
        self._windows = RowWindows(self.columns)
        self._order = []
        self._sieve()
        self.endResetModel()

    def renew(self, ids: Iterable[str]) -> None:
        """Read some rows anew; search, filters and order are held to what they say now."""
        wanted = set(ids)
        positions = [position for position, row_id in enumerate(self._windows.ids) if row_id in wanted]
        self.beginResetModel()
        self._windows.renew(positions)
        self._lay_anew()

    def prepare(self) -> bool:
        """Do a slice of what searching and sorting will need; False once there is no more to do."""
        waits = self.must_wait
        more = self._windows.prepare()
        if waits and not self.must_wait:
            self.values_ready.emit()
            if self._asks_for_values():
                self._catch_up()
        return more

    @property
    def must_wait(self) -> bool:
        """Whether sorting, filters and groups wait until more rows are read."""
        return 0 < self.patience < self.total and not self._windows.are_values_ready

    def search(self, words: str) -> None:
        """Show only rows that have every one of these words, or a part of one, in any column."""
        wanted = folded(words).strip()
        if wanted == self._search:
            return
        self.beginResetModel()
        narrower = bool(self._search) and wanted.startswith(self._search)
        self._search = wanted
        self._find(self._found if narrower else self._kept)
        self.endResetModel()
        self._tell()

    def keep(self, wanted: Callable[[Any], bool] | None) -> None:
        """Show only rows that are wanted, besides any search; None shows all again."""
        self.beginResetModel()
        self._wanted = wanted
        self._sieve()
        self.endResetModel()
        self._tell()

    def keep_values(self, tests: Mapping[int, Test]) -> None:
        """Show only rows whose values pass the tests of their columns, besides any search."""
        self.beginResetModel()
        self._tests = dict(tests)
        if self._tests and self.must_wait:
            self.waited.emit(True)
        self._sieve()
        self.endResetModel()
        self._tell()

    def sort(self, column: int, order: Qt.SortOrder = _RISING) -> None:
        """Order rows by a column, blanks last either way; column -1 gives the order they were loaded in."""
        if self.adds_to_sort and column >= 0:
            self.sort_by(self._with_step(column))
        else:
            self.sort_by(((column, order),) if column >= 0 else ())

    def sort_by(self, steps: Sequence[SortStep]) -> None:
        """Order rows by several columns, the first one first."""
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        held = self.persistentIndexList()
        self.sorted_by = tuple(steps)
        self._order = self._in_order()
        self._sieve()
        places = {position: row for row, position in enumerate(self._shown)} if held else {}
        moved = [(places.get(before[index.row()], -1), index.column()) for index in held]
        self.changePersistentIndexList(
            held, [self.index(row, column) if row >= 0 else QModelIndex() for row, column in moved]
        )
        self.layoutChanged.emit()

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._windows.ids)

    @property
    def tested(self) -> frozenset[int]:
        """The columns a filter narrows."""
        return frozenset(self._tests)

    def found(self) -> list[int]:
        """The positions of the rows that search and filters leave, in their order."""
        return self._found

    def id_at(self, row: int) -> str:
        """The id of the row shown at a place, the first being 0."""
        return self._windows.ids[self._shown[row]]

    def row_at(self, row: int) -> Any:
        """The row shown at a place."""
        return self._windows.row(self._shown[row], self._nearby(row))

    def texts_at(self, row: int) -> tuple[str, ...]:
        """What every column says of the row shown at a place."""
        return self._windows.texts(self._shown[row], self._nearby(row))

    def group_at(self, row: int) -> Group | None:
        """The group whose line is shown at a place; None where a row is."""
        return None

    def copied_at(self, row: int, column: int) -> str:
        """What a cell is for a spreadsheet."""
        found = self.columns[column]
        return found.copied(self.row_at(row)) if found.copied else self.texts_at(row)[column]

    def own_at(self, row: int, column: int) -> str:
        """What a cell says in full: the field that is typed in there, or its text."""
        edits = self.columns[column].edits
        return str(getattr(self.row_at(row), edits)) if edits and self.id_at(row) else self.texts_at(row)[column]

    def place_of(self, row_id: str) -> int:
        """Where a row is shown, or -1."""
        if self._places is None:
            ids = self._windows.ids
            self._places = {ids[at]: place for place, at in enumerate(self._shown) if at >= 0}
        return self._places.get(row_id, -1)

    def shown_ids(self) -> tuple[str, ...]:
        """The ids of the rows shown, in their order: what an export of this view holds."""
        return tuple(self._windows.ids[position] for position in self.found())

    def values(self, column: int) -> tuple[str, ...]:
        """The different texts of a column over all rows, sorted: the choices of a filter."""
        return tuple(sorted({self.columns[column].text(row) for row in self._windows.every()} - {""}, key=folded))

    def held_values(self, column: int) -> list[SortKey]:
        """Every row's value in a column, by position, shown or not."""
        return self._windows.values(column)

    def held_words(self) -> list[str]:
        """What every row is found by, folded, by position."""
        return self._windows.searched()

    def amount_at(self, row: int, column: int) -> int | None:
        """The pence in a cell of a column that sums; None where there is none."""
        held = self._windows.are_values_ready
        found = self._windows.values(column)[self._shown[row]] if held else self.columns[column].sort(self.row_at(row))
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
        return [position for position in self._shown[start : start + WINDOW] if position >= 0]

    def _lay_anew(self) -> None:
        """End a reset with the rows as search, filters and order have them now."""
        self._order = self._in_order()
        self._sieve()
        self.endResetModel()
        self._tell()

    def _asks_for_values(self) -> bool:
        """Whether anything is asked for that needs every row's values."""
        return bool(self.sorted_by or self._tests)

    def _catch_up(self) -> None:
        """Do what had to wait."""
        self.beginResetModel()
        self._lay_anew()
        self.waited.emit(False)

    def _with_step(self, column: int) -> tuple[SortStep, ...]:
        """The steps with one more, or with the one of that column turned round."""
        if column not in dict(self.sorted_by):
            return (*self.sorted_by, (column, _RISING))
        return tuple((at, _turned(order) if at == column else order) for at, order in self.sorted_by)

    def _in_order(self) -> list[int]:
        if self.must_wait and self._asks_for_values():
            self.waited.emit(True)
        steps = () if self.must_wait else [(at, way == _FALLING) for at, way in self.sorted_by]
        return in_order(self._windows, steps)

    def _sieve(self) -> None:
        tests = {} if self.must_wait else self._tests
        self._kept = sieved(self._windows, self._order, self._wanted, tests)
        self._find(self._kept)

    def _find(self, among: list[int]) -> None:
        """Keep of these positions the ones that have the words searched for."""
        self._places = None
        self._show(with_words(self._windows, among, self._search.split()))

    def _show(self, found: list[int]) -> None:
        self._found = self._shown = found

    def _tell(self) -> None:
        self.counted.emit(len(self.found()), self.total)


def _turned(order: Qt.SortOrder) -> Qt.SortOrder:
    return _FALLING if order == _RISING else _RISING
