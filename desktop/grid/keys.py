"""The keys of a grid, and what each does: those a spreadsheet has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.grid.cell_editor import CellLine
from desktop.grid.moves import Way

if TYPE_CHECKING:
    from desktop.grid.grid_table import GridTable

Act = Callable[["GridTable"], object]
_KEY = Qt.Key
_NONE, _CTRL, _SHIFT, _ALT = "", "ctrl", "shift", "alt"
_WAYS = {
    _KEY.Key_Up: Way.UP,
    _KEY.Key_Down: Way.DOWN,
    _KEY.Key_Left: Way.LEFT,
    _KEY.Key_Right: Way.RIGHT,
    _KEY.Key_Home: Way.HOME,
    _KEY.Key_End: Way.END,
    _KEY.Key_PageUp: Way.PAGE_UP,
    _KEY.Key_PageDown: Way.PAGE_DOWN,
}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, _CTRL),
    (Qt.KeyboardModifier.AltModifier, _ALT),
    (Qt.KeyboardModifier.ShiftModifier, _SHIFT),
)

KEYS: dict[tuple[str, Qt.Key], Act] = {
    ("ctrl", _KEY.Key_Space): lambda grid: grid.choose_columns(),
    ("shift", _KEY.Key_Space): lambda grid: grid.choose_rows(),
    ("ctrl", _KEY.Key_A): lambda grid: grid.selectAll(),
    ("ctrl", _KEY.Key_V): lambda grid: grid.paste(),
    ("shift", _KEY.Key_Insert): lambda grid: grid.paste(),
    ("ctrl", _KEY.Key_Insert): lambda grid: grid.copy(),
    ("ctrl", _KEY.Key_D): lambda grid: grid.fill_down(),
    ("", _KEY.Key_Delete): lambda grid: grid.clear_cells(),
    ("", _KEY.Key_Backspace): lambda grid: grid.editing.begin(""),
    ("", _KEY.Key_F2): lambda grid: grid.editing.begin(),
    ("ctrl", _KEY.Key_Semicolon): lambda grid: _type_today(grid),
    ("alt", _KEY.Key_Down): lambda grid: _list(grid),
    ("ctrl", _KEY.Key_H): lambda grid: grid.ask("replace"),
    ("", _KEY.Key_F3): lambda grid: grid.ask("find"),
    ("shift", _KEY.Key_F3): lambda grid: grid.ask("findBack"),
    ("ctrl+shift", _KEY.Key_L): lambda grid: grid.ask("filter"),
}
"""Each key with what is held, beside those that move, copy and open."""


def act_of(event: QKeyEvent) -> Act | None:
    """What a key does in a grid; None where it does nothing of its own."""
    key = _KEY(event.key())
    held = "+".join(name for modifier, name in _MODIFIERS if event.modifiers() & modifier)
    if key in _WAYS and held in {"", "ctrl", "shift", "ctrl+shift"}:
        return _moving(_WAYS[key], far="ctrl" in held, extends="shift" in held)
    return KEYS.get((held, key))


def _moving(way: Way, *, far: bool, extends: bool) -> Act:
    def act(grid: "GridTable") -> None:
        place = grid.spot[0]
        if way in (Way.LEFT, Way.RIGHT) and not far and not extends and grid.rows.group_at(place):
            grid.rows.fold(place, folded=way is Way.LEFT)
        else:
            grid.go(way, far=far, extends=extends)

    return act


def _type_today(grid: "GridTable") -> None:
    grid.editing.begin()
    if grid.editing.editor:
        grid.editing.editor.typing.insert_today()


def _list(grid: "GridTable") -> None:
    grid.editing.begin()
    if isinstance(grid.editing.editor, CellLine):
        grid.editing.editor.list_choices()
