"""Typing in a cell: a line over it, or a small page for several lines, that is left as a spreadsheet's cell is."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

_KEY = Qt.Key
_SHIFT, _ALT, _CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Leaving(Enum):
    """Where the keyboard goes once what was typed is kept."""

    STAY = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()


_WAYS = {
    (_KEY.Key_Return, False): Leaving.DOWN,
    (_KEY.Key_Enter, False): Leaving.DOWN,
    (_KEY.Key_Return, True): Leaving.UP,
    (_KEY.Key_Enter, True): Leaving.UP,
    (_KEY.Key_Tab, False): Leaving.RIGHT,
    (_KEY.Key_Backtab, True): Leaving.LEFT,
    (_KEY.Key_Backtab, False): Leaving.LEFT,
}
_OVER = {
    _KEY.Key_Up: Leaving.UP,
    _KEY.Key_Down: Leaving.DOWN,
    _KEY.Key_Left: Leaving.LEFT,
    _KEY.Key_Right: Leaving.RIGHT,
}


def way_out(event: QKeyEvent, *, is_over: bool) -> Leaving | None:
    """Where a key leaves a cell to; `is_over` is while its text is being typed over, when arrows leave too."""
    held = event.modifiers()
    if held & (_ALT | _CTRL):
        return None
    if is_over and not held & _SHIFT and event.key() in _OVER:
        return _OVER[_KEY(event.key())]
    return _WAYS.get((_KEY(event.key()), bool(held & _SHIFT)))


class Typing(QObject):
    """What is being typed over a cell, until it is kept or given up: the same in a line and in a page."""

    kept = Signal(str, object)
    """What was typed, and where to go next (a Leaving)."""
    left = Signal()
    """Esc: nothing is kept."""

    def __init__(
        self,
        editor: QWidget,
        name: str,
        said: Callable[[], str],
        put: Callable[[str], object],
        *,
        is_over: bool,
        today: str,
    ) -> None:
        """`said` gives what the editor holds, `put` puts words where its cursor is. `is_over` is where the officer
        began by typing, not by F2; `today` is what Ctrl+; puts in."""
        super().__init__(editor)
        self._said, self._put, self._is_over, self._today = said, put, is_over, today
        self._is_done = False
        editor.setAccessibleName(name)
        editor.setProperty("role", "cell")

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is no other's: none is a shortcut while a cell is typed in, and Tab leaves it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and _is_tab(event) and self.takes(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key ends the typing, or puts the day in."""
        way = way_out(event, is_over=self._is_over)
        if event.key() == _KEY.Key_Escape:
            self._is_done = True
            self.left.emit()
        elif way:
            self.end(way)
        elif event.key() == _KEY.Key_Semicolon and event.modifiers() & _CTRL:
            self.insert_today()
        else:
            return False
        return True

    def insert_today(self) -> None:
        """Put the day in where the cursor is."""
        self._put(self._today)

    def end(self, way: Leaving) -> None:
        """Keep what was typed, unless it was kept or given up before."""
        if not self._is_done:
            self._is_done = True
            self.kept.emit(self._said(), way)


class CellLine(QLineEdit):
    """One line over a cell."""

    def __init__(self, parent: QWidget, name: str, text: str, *, is_over: bool, today: str) -> None:
        super().__init__(text, parent)
        self.setObjectName("cellLine")
        self.typing = Typing(self, name, self.text, self.insert, is_over=is_over, today=today)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.typing.claims(event):  # others come before typing can begin
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.typing.takes(event):
            return
        if event.key() == _KEY.Key_Down and event.modifiers() & _ALT:
            self.list_choices()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.typing.end(Leaving.STAY)

    def offer(self, choices: Sequence[str]) -> None:
        """The texts other rows have here, offered as they are typed and by Alt+Down."""
        completer = QCompleter(QStringListModel(list(choices), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(12)
        if popup := completer.popup():
            popup.setAccessibleName("Texts used before")
        self.setCompleter(completer)

    def list_choices(self) -> None:
        """Show all the texts used before."""
        completer = self.completer()
        if completer:
            completer.setCompletionPrefix("")
            completer.complete()


class CellPage(QPlainTextEdit):
    """Several lines over a cell; Alt+Enter begins a new one."""

    def __init__(self, parent: QWidget, name: str, text: str, *, is_over: bool, today: str) -> None:
        super().__init__(text, parent)
        self.setObjectName("cellPage")
        self.typing = Typing(self, name, self.toPlainText, self.insertPlainText, is_over=is_over, today=today)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.typing.claims(event):  # others come before typing can begin
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.typing.takes(event):
            return
        if event.key() in (_KEY.Key_Return, _KEY.Key_Enter) and event.modifiers() & _ALT:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.typing.end(Leaving.STAY)


def _is_tab(event: QKeyEvent) -> bool:
    return event.key() in (_KEY.Key_Tab, _KEY.Key_Backtab)
