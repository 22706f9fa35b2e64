"""Undo and redo: named in the menu, told in a toast, and offered after each act."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.changes import Author, Changed
from db.register import Register
from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.messages import Toast

_SHOWN = 60
"""Characters of a sentence a menu has room for."""


class Undoing(QObject):
    """Takes back and does again, and tells each act as it happens."""

    def __init__(self, desk: Desk, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._toast, self._window = desk, toast, window
        desk.changed.connect(self._tell)

    def undo(self) -> None:
        """Take back the newest act."""
        self._do(_undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._do(_redo)

    def undo_words(self) -> str:
        """The menu's words for undo."""
        found = self._desk.register.journal.next_undo()
        return f"&Undo: {_short(found.sentence)}" if found else "&Undo"

    def redo_words(self) -> str:
        """The menu's words for redo."""
        found = self._desk.register.journal.next_redo()
        return f"&Redo: {_short(found.sentence)}" if found else "&Redo"

    def _do(self, verb: Callable[[Register, Author], Changed]) -> None:
        from desktop.acts.carrying_out import ready

        if not ready(self._desk, self._window):
            return
        try:
            self._desk.act(verb)
        except Refusal as refusal:
            self._toast.tell(str(refusal))

    def _tell(self, done: Changed) -> None:
        taken_back = done.sentence.startswith(("Undid: ", "Redid: "))
        self._toast.tell(done.sentence, None if taken_back else self.undo)


def _undo(register: Register, by: Author) -> Changed:
    from db.operations.undo import undo

    return undo(register, by)


def _redo(register: Register, by: Author) -> Changed:
    from db.operations.undo import redo

    return redo(register, by)


def _short(sentence: str) -> str:
    shown = sentence if len(sentence) <= _SHOWN else sentence[: _SHOWN - 1].rstrip() + "…"
    return shown.replace("&", "&&")
