"""Rows fetched a window at a time, and only when looked at."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop.tables.columns import Column, SortKey, folded, natural

WINDOW = 64
HELD = 8192
SLICE = 64
"""Rows prepared at once: some six milliseconds' work, which no keystroke waits for noticeably."""
_AT_ONCE = 512
"""Rows read at once where all of them are waited for."""

Fetch = Callable[[Sequence[str]], Sequence[Any]]
Words = Callable[[Sequence[str]], Sequence[str]]


class RowWindows:
    """Rows known by their ids. A position is a row's place in `ids`; rows come from `fetch` in windows and are held."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        ids: Sequence[str] = (),
        fetch: Fetch = lambda ids: (),
        also: Callable[[Any], str] | None = None,
        words: Words | None = None,
    ) -> None:
        """`also` gives words by which a row is found though no column shows them; `words` gives all the words rows of
        some ids are found by, where that needs no row."""
        self.ids = list(ids)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._also = also
        self._words_of = words
        self._rows: dict[int, Any] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self._searched: list[str] = []
        self._values: list[list[SortKey]] = [[] for _ in self._columns]
        self._own_keys: dict[int, list[SortKey]] = {at: [] for at, each in enumerate(self._columns) if _is_own(each)}
        self._keys: dict[int, list[SortKey]] = {}
        self._one_of: dict[SortKey, SortKey] = {}
        self._naturals: dict[SortKey, SortKey] = {None: None}

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
        for start in range(0, len(self.ids), _AT_ONCE):
            found.extend(self._piece(start, _AT_ONCE))
        return found

    @property
    def are_words_ready(self) -> bool:
        """Whether every row's words are prepared for searching."""
        return len(self._searched) == len(self.ids)

    @property
    def are_values_ready(self) -> bool:
        """Whether every row's values are prepared for sorting, filtering and adding up."""
        return not self._values or len(self._values[0]) == len(self.ids)

    def prepare(self) -> bool:
        """Do a slice of what searching, sorting and filtering will need; False once all of it is done."""
        if self._words_of and not self.are_words_ready:
            self._prepare_words(16 * SLICE)
        elif not self.are_values_ready:
            self._prepare_values(SLICE)
        else:
            return False
        return True

    def searched(self) -> list[str]:
        """Every row's text, folded for searching; prepared once."""
        while not self.are_words_ready:
            self._prepare_words(len(self.ids))
        return self._searched

    def values(self, column: int) -> list[SortKey]:
        """Every row's value in a column, by position; prepared once for all columns."""
        while not self.are_values_ready:
            self._prepare_values(_AT_ONCE)
        return self._values[column]

    def keys(self, column: int) -> list[SortKey]:
        """Every row's sort key in a column; prepared once.

        Raises:
            TypeError: a key is neither int nor str, or the column mixes them.
        """
        if column not in self._keys:
            by_words = self._by_words(column)
            keys = self._own_keys.get(column, by_words)
            _check_keys(self._columns[column].title, keys)
            self._keys[column] = keys
        return self._keys[column]

    def renew(self, positions: Iterable[int]) -> None:
        """Read some rows anew: they were changed."""
        changed = list(positions)
        for position in changed:
            self._rows.pop(position, None)
            self._texts.pop(position, None)
        self._keys.clear()
        for position, row in zip(changed, self._fetch([self.ids[each] for each in changed]), strict=True):
            self._rows[position] = row
            self._put_again(position, row)

    def _put_again(self, position: int, row: Any) -> None:
        if position < len(self._searched):
            words = self._words_of([self.ids[position]])[0] if self._words_of else "\n".join(self._words(row))
            self._searched[position] = folded(words)
        if self._values and position < len(self._values[0]):
            for at, column in enumerate(self._columns):
                self._values[at][position] = self._kept(column.value(row))
            for at, keys in self._own_keys.items():
                keys[position] = self._columns[at].sort(row)

    def _by_words(self, column: int) -> list[SortKey]:
        values, known = self.values(column), self._naturals
        if not self._columns[column].by_words:
            return values
        for value in {each for each in values if each not in known}:
            known[value] = natural(str(value))
        return [known[value] for value in values]

    def _prepare_words(self, count: int) -> None:
        start = len(self._searched)
        if self._words_of:
            self._searched += map(folded, self._words_of(self.ids[start : start + count]))
        else:
            self._searched += [folded("\n".join(self._words(row))) for row in self._piece(start, count)]

    def _prepare_values(self, count: int) -> None:
        rows = self._piece(len(self._values[0]), count)
        kept = self._kept
        for at, column in enumerate(self._columns):
            self._values[at] += [kept(column.value(row)) for row in rows]
        for at, keys in self._own_keys.items():
            keys += [self._columns[at].sort(row) for row in rows]

    def _kept(self, value: SortKey) -> SortKey:
        """The one object that stands for all equal values, so that many rows take little room."""
        return self._one_of.setdefault(value, value) if type(value) is not bool else value

    def _piece(self, start: int, count: int) -> list[Any]:
        piece = range(start, min(start + count, len(self.ids)))
        if all(position in self._rows for position in piece):
            return [self._rows[position] for position in piece]
        return list(self._fetch(self.ids[start : start + count]))

    def _words(self, row: Any) -> list[str]:
        words = [column.text(row) for column in self._columns]
        words += [column.under(row) for column in self._columns if column.under]
        return [*words, self._also(row)] if self._also else words

    def _hold(self, positions: list[int]) -> None:
        if len(self._rows) + len(positions) > HELD:
            self._rows.clear()
            self._texts.clear()
        self._rows.update(zip(positions, self._fetch([self.ids[position] for position in positions]), strict=True))


def _is_own(column: Column[Any]) -> bool:
    """Whether a column's words are sorted by something else than what they say."""
    return column.kind.value == "words" and not column.by_words


def _check_keys(title: str, keys: Sequence[object]) -> None:
    kinds = {type(key) for key in keys if key is not None}
    if not (kinds <= {int} or kinds <= {str}):
        found = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise TypeError(f"column {title!r} sorts by {found}: a sort key is int or str, one of them throughout")
