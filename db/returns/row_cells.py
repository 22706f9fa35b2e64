"""The cells of one sheet kept row by row, as a reader hands them over: nothing is copied until it is asked for."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from itertools import compress, repeat
from operator import itemgetter, ne

from db.returns.cells import CellValue

Row = list[CellValue]
"""The cells of a row from the leftmost column on; a blank one holds the empty text."""
_NO_ROW: Row = []


@dataclass(frozen=True, slots=True, eq=False)
class RowCells(Mapping[tuple[int, int], CellValue]):
    """Values by row and column from 1, kept as rows."""

    rows: list[Row]
    top: int = 1
    """The number of the first row kept."""
    left: int = 1
    """The number of each row's first column."""

    def row(self, number: int) -> Row:
        """A row's cells from the leftmost column on; none for a row that is not kept."""
        at = number - self.top
        return self.rows[at] if 0 <= at < len(self.rows) else _NO_ROW

    def __getitem__(self, place: tuple[int, int]) -> CellValue:
        row, at = self.row(place[0]), place[1] - self.left
        value = row[at] if 0 <= at < len(row) else ""
        if value == "":
            raise KeyError(place)
        return value

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for number, row in enumerate(self.rows, self.top):
            columns = range(self.left, self.left + len(row))
            yield from compress(zip(repeat(number), columns, strict=False), _filled(row))

    def __len__(self) -> int:
        return sum(len(row) - row.count("") for row in self.rows)

    def items(self) -> ItemsView[tuple[int, int], CellValue]:
        """Every cell that holds something with its place, row by row."""
        return _Items(self)

    def values(self) -> ValuesView[CellValue]:
        """What the cells hold, row by row."""
        return _Values(self)


def reach(cells: Mapping[tuple[int, int], CellValue]) -> tuple[int, int]:
    """The last row and the last column in which something is held; 0 and 0 where nothing is."""
    if not isinstance(cells, RowCells):
        return max(map(itemgetter(0), cells), default=0), max(map(itemgetter(1), cells), default=0)
    widths = [_width(row) for row in cells.rows]
    last = next((at for at in range(len(widths), 0, -1) if widths[at - 1]), 0)
    return (cells.top + last - 1, cells.left + max(widths) - 1) if last else (0, 0)


def _width(row: Row) -> int:
    width = len(row)
    while width and row[width - 1] == "":
        width -= 1
    return width


class _Items(ItemsView[tuple[int, int], CellValue]):
    _mapping: RowCells

    def __iter__(self) -> Iterator[tuple[tuple[int, int], CellValue]]:
        return zip(self._mapping, self._mapping.values(), strict=True)


class _Values(ValuesView[CellValue]):
    _mapping: RowCells

    def __iter__(self) -> Iterator[CellValue]:
        for row in self._mapping.rows:
            yield from compress(row, _filled(row))


def _filled(row: Row) -> Iterator[bool]:
    return map(ne, row, repeat(""))
