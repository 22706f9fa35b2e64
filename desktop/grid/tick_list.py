"""A list of values to tick, with a search over it: a column's own filter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.fields.field import Field
from desktop.grid.tick_model import TickModel
from desktop.look.parts import button

_LINES = 9
_AT_ONCE = 500
"""Values laid out at once: the others follow while nothing else is to do."""
_WAITING = "The values are listed here once all contracts are read. Words to search for can be entered below."


class TickListField(Field):
    """Any of many values. With all of them ticked it asks for nothing."""

    def __init__(
        self, name: str, words: str, values: Sequence[str] | None, ticked: Sequence[str] | None = None
    ) -> None:
        """`values` as they are filtered by, a blank as ""; None where they follow later. `ticked` None ticks all."""
        self._list = QListView()
        self._values = TickModel(self._list)
        self._search = QLineEdit()
        self._kept = ticked
        self.is_waiting = values is None
        """Whether the values are still to come; what was ticked before stays so until then."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._top(name))
        column.addWidget(self._list)
        super().__init__(name, words, holder)
        self._list.setModel(self._values)
        self._list.setUniformItemSizes(True)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(_AT_ONCE)
        self._list.setSpacing(2)
        self._list.setObjectName(f"{name}List")
        self._list.setAccessibleName(self.words)
        self._values.dataChanged.connect(lambda *_: self._touched())
        self._search.textChanged.connect(self._values.narrow)
        holder.setEnabled(not self.is_waiting)
        self.note(_WAITING if self.is_waiting else "")
        self._values.offer(values or (), ticked)

    def offer(self, values: Sequence[str]) -> None:
        """The values that were to come."""
        self.is_waiting = False
        self.control.setEnabled(True)
        self.note("")
        self._values.offer(values, self._kept)

    def is_empty(self) -> bool:
        return self.read() is None

    def read(self) -> tuple[str, ...] | None:
        """What is ticked, in the order offered; None while everything is."""
        if self.is_waiting:
            return None if self._kept is None else tuple(self._kept)
        return self._values.ticked()

    def write(self, ticked: Sequence[str] | None) -> None:
        """Tick these and no others; None ticks all."""
        self._kept = ticked
        self._values.write(ticked)

    def focus(self) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, words: str) -> None:
        """Show only the values that have these words."""
        self._search.setText(words)

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick the values in sight, or take their ticks; those the search hides lose theirs when others are ticked."""
        self._values.tick_shown(ticked=ticked)

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

    def _measure(self) -> None:
        self._list.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 12)
