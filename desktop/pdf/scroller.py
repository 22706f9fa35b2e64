"""The pages under one another, scrolled; the keys that work on them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

Keys = Mapping[str, Callable[[], object]]
"""What is done at which keys, named as in "Ctrl+F"."""


class PageScroller(QScrollArea):
    """Scrolls the pages. While the keyboard is in it its keys come before those of the menus."""

    resized = Signal()

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and named(event) in self._keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get(named(event))
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def named(event: QKeyEvent) -> str:
    """The keys of an event by name; those of the number pad are named as the others."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeyCombination(held, Qt.Key(event.key()))
    return QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)
