"""Which columns stand in a table, and in which order: by mouse or by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.look.parts import button

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_MOVES = (
    ("Move &up", "moveUp", "chevron-up", -1),
    ("Move &down", "moveDown", "chevron-down", 1),
)
Chosen = tuple[tuple[str, bool], ...]
"""Titles in their order, and whether each is shown."""


class ColumnList(QListWidget):
    """A list whose lines are moved by Ctrl and an arrow."""

    moved = Signal(int)
    """By how many places the line the keyboard is on is to be moved."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if step:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class ColumnsDialog(ActDialog[Chosen]):
    """Space shows or hides a column; Ctrl+Up and Ctrl+Down move it."""

    wide = 56

    def __init__(self, columns: Sequence[tuple[str, bool]], parent: QWidget | None = None) -> None:
        intro = "Tick the columns to show. Ctrl+Up and Ctrl+Down move the column the keyboard is on."
        super().__init__("Columns", "&Show these columns", parent, intro=intro)
        self.list = ColumnList()
        self.list.moved.connect(self.move_by)
        self.list.setObjectName("columnList")
        self.list.setAccessibleName("Columns")
        self.list.setSpacing(2)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setMinimumHeight(14 * self.list.fontMetrics().lineSpacing())
        for title, shown in columns:
            item = QListWidgetItem(title)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECKED if shown else _UNCHECKED)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._lay_out_list()

    def move_by(self, by: int) -> None:
        """Move the column the keyboard is on."""
        row = self.list.currentRow()
        target = max(0, min(row + by, self.list.count() - 1))
        if row >= 0 and target != row:
            self.list.insertItem(target, self.list.takeItem(row))
            self.list.setCurrentRow(target)

    def value(self) -> Chosen:
        items = [self.list.item(number) for number in range(self.list.count())]
        chosen = tuple((item.text(), item.checkState() is _CHECKED) for item in items)
        if not any(shown for _, shown in chosen):
            raise Refusal("Tick at least one column.")
        return chosen

    def _lay_out_list(self) -> None:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.list, 1)
        side = QVBoxLayout()
        for words, name, icon, by in _MOVES:
            made = button(words, name, icon=icon)
            made.clicked.connect(lambda _=False, by=by: self.move_by(by))
            side.addWidget(made)
        side.addStretch(1)
        across.addLayout(side)
        self.form.add_widget(holder)
