"""A field to pick any of many: a list with tick boxes, searched as one types."""

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.fields.field import Field
from desktop.look.parts import label
from desktop.tables.columns import folded

T = TypeVar("T")


class PickField(Field, Generic[T]):
    """Any of many. Typing narrows the list; what is ticked stays ticked while it is out of sight."""

    def __init__(
        self,
        name: str,
        words: str,
        choices: Sequence[tuple[T, str]],
        picked: Collection[T] = (),
        *,
        helped: str = "",
        missing: str = "",
        lines: int = 6,
        new: QPushButton | None = None,
    ) -> None:
        """`new` is a button under the list, to record what is not in the list."""
        self._choices: list[T] = []
        self._lines = lines
        self._search = _SearchLine(f"{name}Search")
        self._search.setAccessibleName(f"Search {words.replace('&', '').lower()}")
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName(f"{name}List")
        self._list.setAccessibleName(words.replace("&", ""))
        self._count = label("", "quiet")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        if new:
            foot.addWidget(new)
        column.addWidget(self._search)
        column.addWidget(self._list)
        column.addLayout(foot)
        super().__init__(name, words, holder, helped=helped, missing=missing)
        holder.setFocusProxy(self._search)
        self._search.textChanged.connect(self._narrow)
        self._search.went_down.connect(self._enter_list)
        self._search.entered.connect(self._turn_only_one)
        self._list.itemChanged.connect(self._on_tick)
        self._list.itemDoubleClicked.connect(self._turn)
        self.offer(choices, picked)

    def offer(self, choices: Sequence[tuple[T, str]], picked: Collection[T] = ()) -> None:
        """Put other choices there."""
        self._list.blockSignals(True)
        self._list.clear()
        self._choices = [value for value, _ in choices]
        for value, shown in choices:
            item = QListWidgetItem(shown, self._list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if value in picked else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        self._search.setVisible(len(choices) > self._lines)
        self._measure()
        self._on_tick()

    def is_empty(self) -> bool:
        return not self.read()

    def read(self) -> tuple[T, ...]:
        """What is ticked, in the order offered."""
        ticked = (self._list.item(row).checkState() is Qt.CheckState.Checked for row in range(self._list.count()))
        return tuple(value for value, is_ticked in zip(self._choices, ticked, strict=True) if is_ticked)

    def write(self, picked: Collection[T]) -> None:
        """Tick these and no others."""
        for row, value in enumerate(self._choices):
            ticked = Qt.CheckState.Checked if value in picked else Qt.CheckState.Unchecked
            self._list.item(row).setCheckState(ticked)

    def focus(self) -> None:
        (self._list if self._search.isHidden() else self._search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> list[QListWidgetItem]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item for item in items if not item.isHidden()]

    def _enter_list(self) -> None:
        self._list.setFocus()
        if shown := self._shown():
            self._list.setCurrentItem(shown[0])

    def _turn_only_one(self) -> None:
        shown = self._shown()
        if len(shown) == 1:
            self._turn(shown[0])

    def _turn(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _narrow(self, words: str) -> None:
        wanted = folded(words).split()
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(not all(word in folded(item.text()) for word in wanted))

    def _on_tick(self) -> None:
        self._count.setText(f"{len(self.read())} chosen")
        self._touched()

    def _measure(self) -> None:
        row = self.fontMetrics().height() + 12
        for at in range(self._list.count()):
            self._list.item(at).setSizeHint(QSize(0, row))
        rows = min(max(self._list.count(), 2), self._lines)
        self._list.setFixedHeight(rows * row + 4)


class _SearchLine(QLineEdit):
    """The down arrow leads into the list; Enter is for the list and does not end the dialog."""

    went_down = Signal()
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText("Search the list")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
