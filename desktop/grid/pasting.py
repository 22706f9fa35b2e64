"""A block from the clipboard laid over the cells chosen, as a spreadsheet lays it. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Block = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Laid:
    """Texts by the row and column they fall on, counted as they stand; and those that fall beside the table."""

    cells: tuple[tuple[int, int, str], ...]
    beyond: tuple[str, ...]


def lay(block: Block, top: int, left: int, size: tuple[int, int], table: tuple[int, int]) -> Laid:
    """Lay a block on the cells chosen: `size` is their rows and columns, `table` those of the whole table.

    One text goes into every cell chosen; a block is repeated where the cells chosen are several of it; else it is laid
    once from the first cell on. Rows of unequal length end where they end.
    """
    height, width = len(block), max((len(row) for row in block), default=0)
    if not height or not width:
        return Laid((), ())
    fits = size[0] % height == 0 and size[1] % width == 0
    rows, columns = size if fits else (height, width)
    cells: list[tuple[int, int, str]] = []
    beyond: list[str] = []
    for row, column, text in _repeated(block, rows, columns, width):
        if top + row < table[0] and left + column < table[1]:
            cells.append((top + row, left + column, text))
        else:
            beyond.append(text)
    return Laid(tuple(cells), tuple(beyond))


def _repeated(block: Block, rows: int, columns: int, width: int) -> Iterator[tuple[int, int, str]]:
    for row in range(rows):
        texts = block[row % len(block)]
        for column in range(columns):
            if column % width < len(texts):
                yield row, column, texts[column % width]
