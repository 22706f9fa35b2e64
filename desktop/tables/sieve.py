"""Which rows stay, and in which order. No Qt: rows go by their positions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.tables.columns import SortKey
from desktop.tables.row_windows import RowWindows

Test = Callable[[SortKey], bool]
"""Whether a value of a column is kept by a filter."""


def in_order(windows: RowWindows, steps: Sequence[tuple[int, bool]]) -> list[int]:
    """All positions, ordered by columns (falling or not), the first one first; blanks are last either way."""
    order = list(range(len(windows.ids)))
    for column, falls in reversed(steps):
        keys: list[Any] = windows.keys(column)
        filled = [position for position in order if keys[position] is not None]
        filled.sort(key=keys.__getitem__, reverse=falls)
        order = filled + [position for position in order if keys[position] is None]
    return order


def sieved(
    windows: RowWindows, order: list[int], wanted: Callable[[Any], bool] | None, tests: Mapping[int, Test]
) -> list[int]:
    """The positions whose rows are wanted and whose values pass the tests of their columns."""
    if wanted is not None:
        rows = windows.every()
        order = [position for position in order if wanted(rows[position])]
    for column, test in tests.items():
        values = windows.values(column)
        passed = {value for value in set(values) if test(value)}
        order = [position for position in order if values[position] in passed]
    return order


def with_words(windows: RowWindows, among: list[int], words: Sequence[str]) -> list[int]:
    """The positions whose rows have every one of these words."""
    texts = windows.searched() if words else []
    for word in words:
        among = [position for position in among if word in texts[position]]
    return among
