"""A row model whose rows can also stand in groups, each under a line of its own."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.rules.dates import financial_year
from desktop.tables.columns import Column, Kind, SortKey
from desktop.tables.grouping import Group, gather
from desktop.tables.row_model import Index, RowModel

_ROLE = Qt.ItemDataRole


class GroupedRows(RowModel):
    """Besides what a row model does: rows gathered by a column, groups folded, subtotals to the penny."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        self.grouped_by = -1
        """The column rows are gathered by; -1 is none."""
        self._groups: list[Group] = []
        self._folded: set[str] = set()
        super().__init__(columns, parent)

    patience = 2_000

    def group_by(self, column: int) -> None:
        """Gather rows by a column's values, days by their financial year; -1 gathers none."""
        self.beginResetModel()
        self.grouped_by = column
        self._folded.clear()
        if column >= 0 and self.must_wait:
            self.waited.emit(True)
        self._show(self._found)
        self.endResetModel()

    def fold(self, row: int, *, folded: bool | None = None) -> None:
        """Put away the rows of the group whose line is at a place, or bring them back; untold, the other way."""
        group = self.group_at(row)
        if group is None or group.folded == folded:
            return
        self._set_folded(self._folded ^ {group.name})

    def fold_all(self, *, folded: bool) -> None:
        """Put every group's rows away, or bring them all back."""
        self._set_folded({group.name for group in self._groups} if folded else set())

    @property
    def is_waiting(self) -> bool:
        """Whether something asked for comes into effect only once all rows are read."""
        return self.must_wait and self._asks_for_values()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in their order; none where rows are not gathered."""
        return tuple(self._groups)

    def group_at(self, row: int) -> Group | None:
        if not 0 <= row < len(self._shown) or self._shown[row] >= 0:
            return None
        return self._groups[-self._shown[row] - 1]

    def name_of(self, row_id: str) -> str:
        """The group a row belongs to."""
        return self._names()[self._windows.ids.index(row_id)]

    def found(self) -> list[int]:
        """The positions of the rows that search and filters leave, those of folded groups too, as they stand."""
        if not self._groups:
            return self._found
        names = self._names()
        place = {group.name: at for at, group in enumerate(self._groups)}
        return sorted(self._found, key=lambda position: place[names[position]])

    def renew_columns(self, columns: Sequence[Column[Any]]) -> None:
        self.grouped_by = -1
        super().renew_columns(columns)

    def id_at(self, row: int) -> str:
        return "" if self.group_at(row) else super().id_at(row)

    def texts_at(self, row: int) -> tuple[str, ...]:
        group = self.group_at(row)
        if group is None:
            return super().texts_at(row)
        return tuple(group.text(at) for at in range(len(self.columns)))

    def copied_at(self, row: int, column: int) -> str:
        group = self.group_at(row)
        return group.text(column) if group else super().copied_at(row, column)

    def amount_at(self, row: int, column: int) -> int | None:
        return None if self.group_at(row) else super().amount_at(row, column)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        group = self.group_at(index.row()) if index.isValid() else None
        if group and role == _ROLE.AccessibleTextRole:
            said = group.text(index.column())
            words = group.words + (", folded" if group.folded else "")
            return f"{words}, {self.columns[index.column()].title} {said}" if said else words
        return super().data(index, role)

    def _set_folded(self, folded: set[str]) -> None:
        self.beginResetModel()
        self._folded = folded
        self._show(self._found)
        self.endResetModel()

    def _show(self, found: list[int]) -> None:
        self._found, self._places = found, None
        self._groups, self._shown = [], found
        if self.grouped_by >= 0 and not self.must_wait:
            amounts = {at: self.held_values(at) for at, column in enumerate(self.columns) if column.sums}
            title = self.columns[self.grouped_by].title
            self._groups, self._shown = gather(found, title, self._names(), amounts, self._folded)

    def _asks_for_values(self) -> bool:
        return self.grouped_by >= 0 or super()._asks_for_values()

    def _names(self) -> list[str]:
        is_day = self.columns[self.grouped_by].kind is Kind.DAY
        values = self.held_values(self.grouped_by)
        named = {value: _name(value, is_day) for value in set(values)}
        return [named[value] for value in values]


def _name(value: SortKey, is_day: bool) -> str:
    if value is None:
        return ""
    if is_day and isinstance(value, int):
        return financial_year(date.fromordinal(value))
    return ", ".join(str(value).split("\n"))
