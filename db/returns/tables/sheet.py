"""One sheet's rows as they look, with what is merged across them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.returns.cells import Cells, CellValue, Merged
from db.returns.tables.look import SeenRow


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows that are not blank, from the top, and its merged blocks by their first cell."""

    name: str
    rows: tuple[SeenRow, ...]
    merged: Mapping[tuple[int, int], Merged]

    def width(self, row: int, column: int) -> int:
        """How many columns a cell spans."""
        block = self.merged.get((row, column))
        return block.last_column - block.first_column + 1 if block else 1

    def height(self, row: int, column: int) -> int:
        """How many rows a cell spans."""
        block = self.merged.get((row, column))
        return block.last_row - block.first_row + 1 if block else 1


def sheet_of(cells: Cells, name: str) -> Sheet:
    """A sheet as rows. Cells of white space alone are blank; a formula without its result is not."""
    return Sheet(name, tuple(_rows(_held(cells, name))), {_first(each): each for each in cells.merged.get(name, ())})


def _first(block: Merged) -> tuple[int, int]:
    return block.first_row, block.first_column


def _held(cells: Cells, name: str) -> Iterable[tuple[tuple[int, int], CellValue]]:
    return sorted(
        ((spot, value) for spot, value in cells.sheets[name].items() if not is_blank(value)), key=lambda each: each[0]
    )


def is_blank(value: CellValue | None) -> bool:
    """Whether a cell shows nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def _rows(held: Iterable[tuple[tuple[int, int], CellValue]]) -> Iterable[SeenRow]:
    by_row: dict[int, list[tuple[int, CellValue]]] = defaultdict(list)
    for (row, column), value in held:
        by_row[row].append((column, value))
    return (SeenRow(number, tuple(row)) for number, row in by_row.items())
