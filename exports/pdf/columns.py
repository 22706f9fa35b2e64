"""How wide a table's columns are, and in what size it is set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.rules.refusal import Refusal
from db.rules.rich_text import plain, spans_of
from exports.pdf import style
from exports.pdf.fonts import Face
from exports.pdf.lines import Run, least_width, natural_width, runs_of
from exports.pdf.style import TextStyle
from exports.pdf.table_content import Content, Row, RowKind

_LOOKS = ((12.0, 1.5), (10.5, 1.5), (9.0, 1.5))
"""Sizes in points, each with the space between two columns as a multiple of it."""
_DENSE_LOOKS = ((9.5, 1.1), (9.0, 1.1), (8.5, 1.1), (8.5, 0.8), (8.0, 0.8), (7.5, 0.8))
_LEADING = 1.29
_PADDING, _DENSE_PADDING = 6.0, 2.5
"""The space above and below the lines of a cell, in points."""
_HEADING_LINES = 3
"""How many lines a column's heading may take before the column is made wider for it."""
_MOST_LINES = 4.0
"""How many lines the longest texts of a dense table take before a smaller size is tried."""
_TRIES = 30
"""Halvings until the widths are found, to far less than a point."""
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
    """The columns at the largest size at which every amount stands on one line and texts are not broken too often.

    Raises:
        Refusal: there is no size at which the columns have room.
    """
    found: Columns | None = None
    for look, gutter in _looks(content):
        widths, lines = _widths(content, look.size, gutter)
        if widths:
            found = Columns(widths, look, gutter, _DENSE_PADDING if content.is_dense else _PADDING)
        if found and (lines <= _MOST_LINES or not content.is_dense):
            return found
    if found is None:
        raise Refusal(
            f"“{content.caption or content.place}” has {len(content.columns)} columns, more than a page has room for. "
            "Print fewer of them in one table."
        )
    return found


def _looks(content: Content) -> Iterator[tuple[TextStyle, float]]:
    """The sizes to try, the largest first, each with the space between two columns."""
    for size, gutter in _DENSE_LOOKS if content.is_dense else _LOOKS:
        yield replace(style.CELL, size=size, leading=size * _LEADING), size * gutter


def _widths(content: Content, size: float, gutter: float) -> tuple[tuple[float, ...], float]:
    """As wide as the words ask for, or as much of that as there is room for, and how many lines the longest cell takes.

    There are no widths when there is too little room.
    """
    available = content.room[0] - gutter * (len(content.columns) - 1)
    wishes: list[tuple[float, float]] = []
    for lines in (1, _HEADING_LINES):
        wishes = [_wish(content, index, size, lines) for index in range(len(content.columns))]
        if sum(low for low, _ in wishes) > available:
            return (), 0.0
        natural = [high for _, high in wishes]
        if sum(natural) <= available:
            return _spread(content, natural, available - sum(natural)), 1.0
    return _shared(wishes, available)


def _shared(wishes: Sequence[tuple[float, float]], available: float) -> tuple[tuple[float, ...], float]:
    """Widths in proportion to what is wished, or evened out where texts broke too often; and the lines of the longest.

    Evened out, the longest cells of all columns take as few lines as there is room for.
    """
    least, natural = sum(low for low, _ in wishes), sum(high for _, high in wishes)
    share = (available - least) / (natural - least)
    widths = tuple(low + (high - low) * share for low, high in wishes)
    lines = max(high / width for (_, high), width in zip(wishes, widths, strict=True) if width)
    return (widths, lines) if lines <= _MOST_LINES else _evened(wishes, available)


def _evened(wishes: Sequence[tuple[float, float]], available: float) -> tuple[tuple[float, ...], float]:
    few, many = 1.0, max(high / low for low, high in wishes if low)
    for _ in range(_TRIES):
        lines = (few + many) / 2
        if sum(max(low, high / lines) for low, high in wishes) > available:
            few = lines
        else:
            many = lines
    return tuple(max(low, high / many) for low, high in wishes), many


def _spread(content: Content, natural: Sequence[float], spare: float) -> tuple[float, ...]:
    """What is spare goes to the first column where amounts follow it, and to all in proportion where words do."""
    if any(column.is_amount for column in content.columns):
        return (natural[0] + spare, *natural[1:])
    return tuple(width * (1 + spare / sum(natural)) for width in natural)


def _wish(content: Content, index: int, size: float, heading_lines: int) -> tuple[float, float]:
    """The least width a column can do with and the width it would fill, in points."""
    heading = [Run(plain(content.columns[index].heading), Face.BOLD)]
    cells = [_runs(row, index) for row in content.rows if row.kind is not RowKind.GROUP]
    longest = max((least_width(runs, size) for runs in cells), default=0.0)
    if not content.columns[index].is_amount:
        longest = min(longest, _LONGEST_WORD * size / 12)
    least = max(longest, min(least_width(heading, size), _LONGEST_WORD * size / 12))
    natural = max((natural_width(runs, size) for runs in cells), default=0.0)
    return least, max(least, natural, natural_width(heading, size) / heading_lines)


def _runs(row: Row, index: int) -> Sequence[Run]:
    return runs_of(spans_of(row.cells[index]), Face.REGULAR if row.kind is RowKind.PLAIN else Face.BOLD)
