"""Automatic backups while the window is open: of changed work, at most every half hour."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from db.rules.refusal import Refusal
from desktop.desk import Desk

_FIVE_MINUTES = 300_000


class BackingUp(QObject):
    """Looks every five minutes whether a backup is due, makes it, and tells what came of it."""

    def __init__(self, desk: Desk, made: Callable[[Path], None], failed: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._desk, self._made, self._failed = desk, made, failed
        self.timer = QTimer(self, interval=_FIVE_MINUTES)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Make a backup if one is due."""
        try:
            made = self._desk.register.back_up_if_due(self._desk.session.moment())
        except Refusal as refusal:
            self._failed(str(refusal))
            return
        if made:
            self._made(made)
