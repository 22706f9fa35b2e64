"""Values that are ticked or not, those in sight being the ones that have the words searched for."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.tables.columns import folded
from desktop.tables.grouping import BLANK

_ROLE = Qt.ItemDataRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Index = QModelIndex | QPersistentModelIndex


class TickModel(QAbstractListModel):
    """As many values as there are: none is made into a widget or an item of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[str, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._ticked: set[str] = set()
        self._shown: Sequence[int] = ()

    def offer(self, values: Sequence[str], ticked: Collection[str] | None) -> None:
        """Show these values and no others; `ticked` None ticks all."""
        self.beginResetModel()
        self._values, self._folded = tuple(values), ()
        self._shown = range(len(self._values))
        self._tick(ticked)
        self.endResetModel()

    def ticked(self) -> tuple[str, ...] | None:
        """What is ticked, in the order offered; None while everything is."""
        found = tuple(value for value in self._values if value in self._ticked)
        return None if len(found) == len(self._values) else found

    def write(self, ticked: Collection[str] | None) -> None:
        """Tick these and no others; None ticks all."""
        self._tick(ticked)
        self._tell()

    def narrow(self, words: str) -> None:
        """Show only the values that have these words."""
        said = self._folded = self._folded or tuple(folded(value or BLANK) for value in self._values)
        self.beginResetModel()
        self._shown = range(len(said))
        for word in folded(words).split():
            self._shown = [at for at in self._shown if word in said[at]]
        self.endResetModel()

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick the values in sight, or take their ticks; those out of sight lose theirs when others are ticked."""
        shown = {self._values[at] for at in self._shown}
        self._ticked = shown if ticked else self._ticked - shown
        self._tell()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        value = self._values[self._shown[index.row()]]
        if role == _ROLE.DisplayRole:
            return value or BLANK
        if role == _ROLE.CheckStateRole:
            return _CHECKED if value in self._ticked else _UNCHECKED
        return None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.CheckStateRole:
            return False
        change = self._ticked.add if Qt.CheckState(value) is _CHECKED else self._ticked.discard
        change(self._values[self._shown[index.row()]])
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def _tick(self, ticked: Collection[str] | None) -> None:
        self._ticked = set(self._values if ticked is None else ticked)

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
