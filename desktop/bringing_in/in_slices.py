"""Work on the register itself, which no other process may write, done between two turns of the window."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.returns.files.limits import Progress
from desktop.desk import Desk
from desktop.dialogs.wait_dialog import WaitDialog

T = TypeVar("T")
_TURN = 0.015
"""Seconds of work between two turns of the window."""


class _CalledOffError(Exception):
    """The officer called the work off; what it wrote is taken back by whoever began it."""


def in_slices(desk: Desk, parent: QWidget, words: str, work: Callable[[Progress], T]) -> T | None:
    """What work gives that tells its progress; None when it was called off, and then nothing of it remains.

    The window goes on being painted and takes no input but Cancel. Nothing looks at the register by itself meanwhile.
    """
    slices = _Slices(parent, words)
    paused = [each for each in desk.findChildren(QTimer) if each.isActive()]
    for timer in paused:
        timer.stop()
    try:
        return work(slices.told)
    except _CalledOffError:
        return None
    finally:
        slices.end()
        for timer in paused:
            timer.start()


class _Slices:
    """Lets the window have its turns, and hears whether the work is called off."""

    def __init__(self, parent: QWidget, words: str) -> None:
        self._is_off = False
        self._last = monotonic()
        self._dialog = WaitDialog(words, parent)
        self._dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._dialog.rejected.connect(self._call_off)

    def told(self, part: float) -> None:
        """So much is done, from 0 to 1."""
        if monotonic() - self._last < _TURN:
            return
        if not self._dialog.isVisible() and not self._is_off:
            self._dialog.show()
        self._dialog.show_part(part)
        QApplication.processEvents()
        self._last = monotonic()
        if self._is_off:
            raise _CalledOffError

    def end(self) -> None:
        """Take the dialog away."""
        self._dialog.hide()
        self._dialog.setParent(None)
        self._dialog.deleteLater()

    def _call_off(self) -> None:
        self._is_off = True
