"""A list of values to tick, with a search over it: a column's own filter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.fields.field import Field
from desktop.look.parts import button
from desktop.tables.columns import folded
from desktop.tables.grouping import BLANK

_LINES = 9
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickListField(Field):
    """Any of many values. With all of them ticked it asks for nothing."""

    def __init__(self, name: str, words: str, values: Sequence[str], ticked: Sequence[str] | None = None) -> None:
        """`values` as they are filtered by, a blank as ""; `ticked` None ticks all."""
        self._list = QListWidget()
        self._search = QLineEdit()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._top(name))
        column.addWidget(self._list)
        super().__init__(name, words, holder)
        self._list.setSpacing(2)
        self._list.setObjectName(f"{name}List")
        self._list.setAccessibleName(self.words)
        for value in values:
            self._add(value, ticked is None or value in ticked)
        self._search.textChanged.connect(self._narrow)
        self._list.itemChanged.connect(lambda _: self._touched())

    def is_empty(self) -> bool:
        return self.read() is None

    def read(self) -> tuple[str, ...] | None:
        """What is ticked, in the order offered; None while everything is."""
        ticked = tuple(self._value(item) for item in self._items() if item.checkState() is _CHECKED)
        return None if len(ticked) == self._list.count() else ticked

    def write(self, ticked: Sequence[str] | None) -> None:
        """Tick these and no others; None ticks all."""
        for item in self._items():
            item.setCheckState(_CHECKED if ticked is None or self._value(item) in ticked else _UNCHECKED)

    def focus(self) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, words: str) -> None:
        """Show only the values that have these words."""
        self._search.setText(words)

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick the values in sight, or take their ticks; those the search hides lose theirs when others are ticked."""
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(_CHECKED if ticked else _UNCHECKED)
            elif ticked:
                item.setCheckState(_UNCHECKED)

    def _top(self, name: str) -> QHBoxLayout:
        self._search.setObjectName(f"{name}Search")
        self._search.setAccessibleName("Search the values")
        self._search.setPlaceholderText("Search the values")
        self._search.setClearButtonEnabled(True)
        every, none = button("Tick &these", f"{name}All", role="link"), button("Tick n&one", f"{name}None", role="link")
        every.clicked.connect(lambda: self.tick_shown(ticked=True))
        none.clicked.connect(lambda: self.tick_shown(ticked=False))
        row = QHBoxLayout()
        for part, stretch in ((self._search, 1), (every, 0), (none, 0)):
            row.addWidget(part, stretch)
        return row

    def _add(self, value: str, ticked: bool) -> None:
        item = QListWidgetItem(value or BLANK)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_CHECKED if ticked else _UNCHECKED)
        self._list.addItem(item)

    def _narrow(self, words: str) -> None:
        wanted = folded(words).split()
        for item in self._items():
            said = folded(item.text())
            item.setHidden(not all(word in said for word in wanted))

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(number) for number in range(self._list.count())]

    def _value(self, item: QListWidgetItem) -> str:
        return str(item.data(Qt.ItemDataRole.UserRole))

    def _measure(self) -> None:
        self._list.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 12)
