"""Rows fetched a window at a time, and only when looked at."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop.tables.columns import Column, folded

WINDOW = 256
HELD = 8192


class RowWindows:
    """Rows known by their ids. A position is a row's place in `ids`; rows come from `fetch` in windows and are held."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        ids: Sequence[str] = (),
        fetch: Callable[[Sequence[str]], Sequence[Any]] = lambda ids: (),
        also: Callable[[Any], str] | None = None,
    ) -> None:
        """`also` gives words by which a row is found though no column shows them."""
        self.ids = list(ids)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._also = also
        self._rows: dict[int, Any] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self._searched: list[str] | None = None
        self._keys: dict[int, list[int | str | None]] = {}

    def row(self, position: int, nearby: Sequence[int] = ()) -> Any:
        """The row at a position; `nearby` positions are fetched with it."""
        if position not in self._rows:
            self._hold([position, *(near for near in nearby if near != position and near not in self._rows)])
        return self._rows[position]

    def texts(self, position: int, nearby: Sequence[int] = ()) -> tuple[str, ...]:
        """What each column says of a row."""
        found = self._texts.get(position)
        if found is None:
            row = self.row(position, nearby)
            found = self._texts[position] = tuple(column.text(row) for column in self._columns)
        return found

    def every(self) -> list[Any]:
        """All rows, in the order of `ids`; nothing but what was held already stays held."""
        found: list[Any] = []
        for start in range(0, len(self.ids), WINDOW):
            piece = range(start, min(start + WINDOW, len(self.ids)))
            if all(position in self._rows for position in piece):
                found.extend(self._rows[position] for position in piece)
            else:
                found.extend(self._fetch(self.ids[start : start + WINDOW]))
        return found

    def searched(self) -> list[str]:
        """Every row's text, folded for searching; prepared once."""
        if self._searched is None:
            self._searched = [folded("\n".join(self._words(row))) for row in self.every()]
        return self._searched

    def keys(self, column: int) -> list[int | str | None]:
        """Every row's sort key in a column; prepared once.

        Raises:
            TypeError: a key is neither int nor str, or the column mixes them.
        """
        if column not in self._keys:
            sort = self._columns[column].sort
            keys = [sort(row) for row in self.every()]
            _check_keys(self._columns[column].title, keys)
            self._keys[column] = keys
        return self._keys[column]

    def _words(self, row: Any) -> list[str]:
        words = [column.text(row) for column in self._columns]
        words += [column.under(row) for column in self._columns if column.under]
        return [*words, self._also(row)] if self._also else words

    def _hold(self, positions: list[int]) -> None:
        if len(self._rows) + len(positions) > HELD:
            self._rows.clear()
            self._texts.clear()
        self._rows.update(zip(positions, self._fetch([self.ids[position] for position in positions]), strict=True))


def _check_keys(title: str, keys: Sequence[object]) -> None:
    kinds = {type(key) for key in keys if key is not None}
    if not (kinds <= {int} or kinds <= {str}):
        found = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise TypeError(f"column {title!r} sorts by {found}: a sort key is int or str, one of them throughout")
