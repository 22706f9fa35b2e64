"""The files that wait to be taken in, one after the other."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk


class Line(QObject):
    """Files in the order they were given. A file that waits already is not put in line again."""

    changed = Signal()
    """Another file is first, or more are waiting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting: deque[Path] = deque()
        self.given = 0
        """How many were given since the line was last empty."""

    @property
    def first(self) -> Path | None:
        """The file in hand."""
        return self._waiting[0] if self._waiting else None

    @property
    def waiting(self) -> tuple[Path, ...]:
        """Every file, the one in hand too."""
        return tuple(self._waiting)

    def add(self, paths: Iterable[Path]) -> None:
        """Put files at the end."""
        fresh = [path for path in dict.fromkeys(paths) if path not in self._waiting]
        if not self._waiting:
            self.given = 0
        self._waiting.extend(fresh)
        self.given += len(fresh)
        self.changed.emit()

    def done(self) -> None:
        """The file in hand is done with; the next one is first."""
        if self._waiting:
            self._waiting.popleft()
        self.changed.emit()

    def clear(self) -> None:
        """Nothing waits any more."""
        self._waiting.clear()
        self.changed.emit()


def line_of(desk: Desk) -> Line:
    """The line of a desk, made when first asked for."""
    found = desk.findChild(Line)
    return found if found is not None else Line(desk)
