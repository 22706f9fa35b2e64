"""Where the keyboard goes from a cell, as in a spreadsheet. No Qt: rows and columns are counted as they stand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

Spot = tuple[int, int]
"""A row and a column, counted as they stand on the screen, hidden ones left out."""


class Way(Enum):
    """Which way a key leads."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    HOME = auto()
    END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()


_STEPS = {Way.UP: (-1, 0), Way.DOWN: (1, 0), Way.LEFT: (0, -1), Way.RIGHT: (0, 1)}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is walked on: how many rows and columns, which cells hold something, how many rows a page has."""

    rows: int
    columns: int
    is_filled: Callable[[Spot], bool]
    page: int = 20

    def go(self, at: Spot, way: Way, *, far: bool = False) -> Spot:
        """Where a key leads from a spot; `far` is with Ctrl held: to the edge of what is filled, or of the table."""
        row, column = at
        if way in _STEPS:
            return self._edge(at, _STEPS[way]) if far else self._inside(row + _STEPS[way][0], column + _STEPS[way][1])
        if way is Way.HOME:
            return (0 if far else row, 0)
        if way is Way.END:
            return (self.rows - 1 if far else row, self.columns - 1)
        return self._inside(row + (-self.page if way is Way.PAGE_UP else self.page), column)

    def _inside(self, row: int, column: int) -> Spot:
        return max(min(row, self.rows - 1), 0), max(min(column, self.columns - 1), 0)

    def _edge(self, at: Spot, step: tuple[int, int]) -> Spot:
        """Along filled cells to the last of them; over blank ones to the first that is filled; else to the end."""
        following = self._inside(at[0] + step[0], at[1] + step[1])
        if following == at:
            return at
        along = self.is_filled(at) and self.is_filled(following)
        while following != at and self.is_filled(following) is along:
            at, following = following, self._inside(following[0] + step[0], following[1] + step[1])
        return at if along or following == at else following
