"""Where a key moves to on a sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def moved(event: QKeyEvent, current: tuple[int, int], last: tuple[int, int], page: int) -> tuple[int, int] | None:
    """The row and column a key leads to, `last` being the last ones used; None where it does not move."""
    row, column = current
    key = Qt.Key(event.key())
    is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key in _STEPS:
        down, across = _STEPS[key]
        return _far(current, last, down, across) if is_far else (max(row + down, 1), max(column + across, 1))
    if key is Qt.Key.Key_Home:
        return (1, 1) if is_far else (row, 1)
    if key is Qt.Key.Key_End:
        return last if is_far else (row, last[1])
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not is_far:
        return max(row + (page if key is Qt.Key.Key_PageDown else -page), 1), column
    return None


def _far(current: tuple[int, int], last: tuple[int, int], down: int, across: int) -> tuple[int, int]:
    """As far as the sheet is used."""
    row, column = current
    if down:
        return (last[0] if down > 0 else 1), column
    return row, (last[1] if across > 0 else 1)
