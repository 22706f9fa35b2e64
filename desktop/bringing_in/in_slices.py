"""Work on the register itself, which no other process may write, done step by step between two turns of the window."""

from collections.abc import Generator
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.dialogs.wait_dialog import WaitDialog

T = TypeVar("T")
_TURN = 0.015
"""Seconds of work between two turns of the window."""
_UNTOLD = 0.08
"""Seconds of work that is not told of: a dialog that flashes is worse than none."""


class CalledOffError(Exception):
    """The officer called the work off; nothing of it remains."""


def in_slices(desk: Desk, parent: QWidget, words: str, steps: Generator[float, None, T]) -> T:
    """What steps come to that tell how much is done. The window answers meanwhile, and takes no input but Cancel.

    Nothing looks at the register by itself until it is done.

    Raises:
        CalledOffError: the officer called it off.
    """
    paused = [each for each in desk.findChildren(QTimer) if each.isActive()]
    for timer in paused:
        timer.stop()
    work = _Slices(steps)
    try:
        work.go_on(_UNTOLD)
        if not work.is_done:
            work.wait(parent, words)
        return work.outcome()
    finally:
        steps.close()
        for timer in paused:
            timer.start()


class _Slices(Generic[T]):
    """Steps on their way, a slice of time at once."""

    def __init__(self, steps: Generator[float, None, T]) -> None:
        self._steps = steps
        self._given: list[T] = []
        self._trouble: Exception | None = None
        self.part = 0.0

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to do."""
        return bool(self._given) or self._trouble is not None

    def go_on(self, seconds: float) -> None:
        """Do as many steps as fit."""
        began = monotonic()
        try:
            while not self.is_done and monotonic() - began < seconds:
                self.part = next(self._steps)
        except StopIteration as end:
            self._given.append(end.value)
        except Exception as trouble:
            self._trouble = trouble

    def wait(self, parent: QWidget, words: str) -> None:
        """Go on behind a dialog that says how much is done."""
        dialog = WaitDialog(words, parent)
        turning = QTimer(dialog, interval=0)
        turning.timeout.connect(lambda: self._turn(dialog))
        turning.start()
        dialog.exec()
        turning.stop()
        dialog.setParent(None)
        dialog.deleteLater()

    def _turn(self, dialog: WaitDialog) -> None:
        self.go_on(_TURN)
        dialog.show_part(self.part)
        if self.is_done:
            dialog.accept()

    def outcome(self) -> T:
        """What it came to."""
        if self._trouble:
            raise self._trouble
        if not self._given:
            raise CalledOffError
        return self._given[0]
