"""How wide a table's columns are, and in what size it is set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.rules.refusal import Refusal
from db.rules.rich_text import plain
from exports.pdf import style
from exports.pdf.fonts import Face
from exports.pdf.lines import Run, least_width, natural_width
from exports.pdf.style import TextStyle
from exports.pdf.table_content import Content, RowKind

_SIZES = (12.0, 10.5, 9.0)
_DENSE_SIZES = (9.5, 9.0, 8.5)
_LEADING = 1.29
_GUTTER, _DENSE_GUTTER = 1.5, 1.1
"""The space between two columns, as a multiple of the size."""
_PADDING, _DENSE_PADDING = 6.0, 2.5
"""The space above and below the lines of a cell, in points."""
_HEADING_LINES = 3
"""How many lines a column's heading may take before the column is made wider for it."""
_LONGEST_WORD = 90.0
"""The width, at 12 pt, from which a word may be broken; an amount never is."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of a table's columns, in points, and how its plain cells look."""

    widths: tuple[float, ...]
    look: TextStyle
    gutter: float
    """The space between two columns, in points."""
    padding: float = _PADDING


def measure(content: Content) -> Columns:
    """The columns at the largest size at which every amount stands on one line.

    Raises:
        Refusal: there is no such size.
    """
    padding = _DENSE_PADDING if content.is_dense else _PADDING
    for size in _DENSE_SIZES if content.is_dense else _SIZES:
        gutter = size * (_DENSE_GUTTER if content.is_dense else _GUTTER)
        if widths := _widths(content, size, gutter):
            return Columns(widths, replace(style.CELL, size=size, leading=size * _LEADING), gutter, padding)
    raise Refusal(
        f"“{content.caption or content.place}” has {len(content.columns)} columns, more than a page has room for. "
        "Print fewer of them in one table."
    )


def _widths(content: Content, size: float, gutter: float) -> tuple[float, ...]:
    """As wide as the words ask for, or as much of that as there is room for; empty when there is too little."""
    available = content.room[0] - gutter * (len(content.columns) - 1)
    for lines in (1, _HEADING_LINES):
        wishes = [_wish(content, index, size, lines) for index in range(len(content.columns))]
        least, natural = [low for low, _ in wishes], [high for _, high in wishes]
        if sum(least) > available:
            return ()
        if sum(natural) <= available:
            return _spread(content, natural, available - sum(natural))
    share = (available - sum(least)) / (sum(natural) - sum(least))
    return tuple(low + (high - low) * share for low, high in wishes)


def _spread(content: Content, natural: Sequence[float], spare: float) -> tuple[float, ...]:
    """What is spare goes to the first column where amounts follow it, and to all in proportion where words do."""
    if any(column.is_amount for column in content.columns):
        return (natural[0] + spare, *natural[1:])
    return tuple(width * (1 + spare / sum(natural)) for width in natural)


def _wish(content: Content, index: int, size: float, heading_lines: int) -> tuple[float, float]:
    """The least width a column can do with and the width it would fill, in points."""
    heading = _bold(content.columns[index].heading)
    cells = [_bold(row.cells[index]) for row in content.rows if row.kind is not RowKind.GROUP]
    longest = max((least_width(runs, size) for runs in cells), default=0.0)
    if not content.columns[index].is_amount:
        longest = min(longest, _LONGEST_WORD * size / 12)
    least = max(longest, min(least_width(heading, size), _LONGEST_WORD * size / 12))
    natural = max((natural_width(runs, size) for runs in cells), default=0.0)
    return least, max(least, natural, natural_width(heading, size) / heading_lines)


def _bold(text: str) -> Sequence[Run]:
    return [Run(plain(text), Face.BOLD)]
