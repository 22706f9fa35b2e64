"""The fields of a record, copied one by one into a council's decision page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.look import icons
from desktop.look.parts import GAP, button, label
from desktop.look.theme import theme
from desktop.messages import announce
from desktop.publishing.site_fields import all_as_text
from desktop.screens.flow import Flow

_COPIED = "copied"


class FieldsToCopy(QWidget):
    """The names at the left, the chosen one's text at the right. Enter copies it and goes on to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[tuple[str, str], ...] = ()
        self._copied: set[str] = set()
        self.names = _Names()
        self.names.setObjectName("fieldNames")
        self.names.setAccessibleName("Fields of the record")
        self.names.setWordWrap(True)
        self.names.setResizeMode(QListView.ResizeMode.Adjust)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setObjectName("fieldText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.copy_button = button("&Copy and go on", "copyField", icon="copy", role="act")
        self.all_button = button("Copy &all", "copyAllFields")
        self.told = label("", "quiet")
        self._lay_out()
        self.names.currentRowChanged.connect(self._show)
        self.names.taken.connect(self.copy)
        self.names.itemDoubleClicked.connect(self.copy)
        self.copy_button.clicked.connect(self.copy)
        self.all_button.clicked.connect(self.copy_all)
        theme().changed.connect(self._mark_all)

    def offer(self, fields: Sequence[tuple[str, str]]) -> None:
        """These fields; those of the same words that were copied already stay marked."""
        if tuple(fields) == self._fields:
            return
        still = set(fields) & set(self._fields)
        self._copied = {name for name, text in still if name in self._copied}
        self._fields = tuple(fields)
        self.names.clear()
        for name, _ in self._fields:
            self.names.addItem(QListWidgetItem(name))
        self._mark_all()
        self.names.setCurrentRow(0 if self._fields else -1)
        for each in (self.copy_button, self.all_button):
            each.setEnabled(bool(self._fields))

    @property
    def copied(self) -> frozenset[str]:
        """The names of the fields that were copied."""
        return frozenset(self._copied)

    def copy(self) -> None:
        """Copy the field chosen, mark it, and choose the next."""
        at = self.names.currentRow()
        if not 0 <= at < len(self._fields):
            return
        name, text = self._fields[at]
        self._take(text, (name,))
        following = self._fields[at + 1][0] if at + 1 < len(self._fields) else ""
        self.names.setCurrentRow(min(at + 1, len(self._fields) - 1))
        announce(self, f"Copied {name}. Next: {following}" if following else f"Copied {name}, the last field")

    def copy_all(self) -> None:
        """Copy every field with its name over it."""
        self._take(all_as_text(self._fields), [name for name, _ in self._fields])
        announce(self, "Copied every field")

    def _take(self, text: str, names: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copied.update(names)
        self._mark_all()

    def _mark_all(self) -> None:
        size = icons.scaled()
        self.names.setIconSize(QSize(size, size))
        for at, (name, _) in enumerate(self._fields):
            done = name in self._copied
            item = self.names.item(at)
            item.setText(f"{name} ({_COPIED})" if done else name)
            tone = theme().tokens.done if done else theme().tokens.neutral
            item.setIcon(icons.pixmap("tick" if done else "copy", tone.ink, size, self.devicePixelRatioF()))
        count = len(self._copied)
        self.told.setText(f"{count} of {len(self._fields)} copied" if self._fields else "")

    def _show(self, at: int) -> None:
        name, text = self._fields[at] if 0 <= at < len(self._fields) else ("", "")
        self.text.setPlainText(text)
        self.text.setAccessibleName(name or "The field’s text")

    def _lay_out(self) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("fieldParts")
        across.setChildrenCollapsible(False)
        across.setHandleWidth(GAP)
        across.addWidget(self.names)
        across.addWidget(self.text)
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        foot = QWidget()
        flow = Flow(GAP, foot)
        for part in (self.copy_button, self.all_button, self.told):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(across, 1)
        column.addWidget(foot)


class _Names(QListWidget):
    """A list on which Enter and Ctrl+C take what is chosen."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (held and event.key() == Qt.Key.Key_C):
            self.taken.emit()
        else:
            super().keyPressEvent(event)
