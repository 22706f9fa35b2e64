"""Tables: columns as wide as their words ask for, a header on every page, headers tagged with what they head."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from exports.pdf import style
from exports.pdf.canvas import TaggedCanvas
from exports.pdf.flowables import draw_lines, rule
from exports.pdf.lines import Line, Run, least_width, natural_width, set_lines
from exports.pdf.structure import Elem
from exports.pdf.style import CELL, CELL_BOLD, Align, TextStyle
from exports.pdf.table_content import Column, Content, Row, RowKind

_GUTTER = 14.0
_PADDING = 6.0
_HEADING_LINES = 3
"""How many lines a column's heading may take before the column is made wider for it."""
_SMALL = style.HEIGHT / 3
"""A table lower than this stands on one page."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell set into lines: where its column begins and how wide it is, in points."""

    elem: Elem
    lines: tuple[Line, ...]
    look: TextStyle
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row of cells, as high as the highest."""

    cells: tuple[SetCell, ...]
    kind: RowKind = RowKind.PLAIN
    is_header: bool = False
    """A header's cells stand on the rule below them."""

    @property
    def height(self) -> float:
        return self._line_count * CELL.leading + 2 * _PADDING

    @property
    def _line_count(self) -> int:
        return max(len(cell.lines) for cell in self.cells)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the cells, each as its element."""
        for cell in filter(lambda cell: cell.lines, self.cells):
            with canvas.tagged(cell.elem):
                self._draw_cell(canvas, cell, left, top - _PADDING)

    def draw_again(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the cells of a header that was read out on an earlier page."""
        with canvas.artifact():
            for cell in self.cells:
                self._draw_cell(canvas, cell, left, top - _PADDING)

    def _draw_cell(self, canvas: TaggedCanvas, cell: SetCell, left: float, top: float) -> None:
        lower = (self._line_count - len(cell.lines)) * CELL.leading if self.is_header else 0.0
        draw_lines(canvas, cell.lines, cell.look, left + cell.left, top - lower, cell.width)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """The lines that have room, and the rest: for a row higher than a page."""
        count = int((room - 2 * _PADDING) / CELL.leading)
        if count < 1:
            return None
        above = tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells)
        below = tuple(replace(cell, lines=cell.lines[count:]) for cell in self.cells)
        return replace(self, cells=above), replace(self, cells=below)


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table's header and as many of its rows as stand together."""

    header: SetRow
    rows: tuple[SetRow, ...]
    is_continued: bool = False
    """Whether it began on an earlier page, where its header was read out."""
    before: float = 0
    after: float = 14
    keeps_with_next: bool = False

    @property
    def height(self) -> float:
        return self.header.height + sum(row.height for row in self.rows)

    def split(self, room: float, *, forced: bool = False) -> tuple[Self, Self] | None:
        if self.height < _SMALL and not forced:
            return None
        room -= self.header.height
        count = _kept_together(self.rows, _count(self.rows, room))
        if count > 0:
            return self._parted(self.rows[:count], self.rows[count:])
        if not forced:
            return None
        if self.rows[0].height <= room and len(self.rows) > 1:
            return self._parted(self.rows[:1], self.rows[1:])
        parts = self.rows[0].split(room)
        return self._parted(parts[:1], (parts[1], *self.rows[1:])) if parts else None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        if self.is_continued:
            self.header.draw_again(canvas, left, top)
        else:
            self.header.draw(canvas, left, top)
        below = top - self.header.height
        rule(canvas, left, below, style.WIDTH, strong=True)
        for row in self.rows:
            row.draw(canvas, left, below)
            below -= row.height
            rule(canvas, left, below, style.WIDTH)

    def _parted(self, above: Sequence[SetRow], below: Sequence[SetRow]) -> tuple[Self, Self]:
        return replace(self, rows=tuple(above)), replace(self, rows=tuple(below), is_continued=True, before=0)


def set_table(content: Content, elem: Elem) -> SetTable:
    """Set a table, with its header and row cells below its own element in the structure."""
    widths = _column_widths(content)
    header = _header_row(elem.add("THead").add("TR"), content.columns, widths)
    body = elem.add("TBody")
    return SetTable(header, tuple(_body_row(body.add("TR"), row, content.columns, widths) for row in content.rows))


def _header_row(elem: Elem, columns: Sequence[Column], widths: Sequence[float]) -> SetRow:
    cells = [elem.add("TH", Scope="Column") for _ in columns]
    row = _row(cells, [column.heading for column in columns], columns, widths, CELL_BOLD)
    return replace(row, is_header=True)


def _body_row(elem: Elem, row: Row, columns: Sequence[Column], widths: Sequence[float]) -> SetRow:
    look = CELL if row.kind is RowKind.PLAIN else CELL_BOLD
    if row.kind is RowKind.GROUP:
        head = elem.add("TH", Scope="Row", ColSpan=len(columns))
        return replace(_row([head], row.cells, columns[:1], [style.WIDTH], look), kind=row.kind)
    cells = [elem.add("TH", Scope="Row"), *(elem.add("TD") for _ in columns[1:])]
    return replace(_row(cells, row.cells, columns, widths, look), kind=row.kind)


def _row(
    elems: Sequence[Elem],
    texts: Sequence[str],
    columns: Sequence[Column],
    widths: Sequence[float],
    look: TextStyle,
) -> SetRow:
    cells: list[SetCell] = []
    left = 0.0
    for elem, text, column, width in zip(elems, texts, columns, widths, strict=True):
        side = Align.RIGHT if column.is_amount else Align.LEFT
        lines = set_lines([Run(text, look.face)], look.size, width)
        cells.append(SetCell(elem, lines, replace(look, align=side), left, width))
        left += width + _GUTTER
    return SetRow(tuple(cells))


def _count(rows: Sequence[SetRow], room: float) -> int:
    for count, row in enumerate(rows):
        room -= row.height
        if room < 0:
            return count
    return len(rows)


def _kept_together(rows: Sequence[SetRow], count: int) -> int:
    """The nearest count, going back, that parts no group's heading from its rows and no total from what it totals."""
    while 0 < count < len(rows) and (rows[count - 1].kind is RowKind.GROUP or rows[count].kind is RowKind.TOTAL):
        count -= 1
    return count


def _column_widths(content: Content) -> list[float]:
    """The width of each column: its widest word at least, and as much of its longest line as there is room for."""
    available = style.WIDTH - _GUTTER * (len(content.columns) - 1)
    least, natural = zip(*(_wishes(content, index) for index in range(len(content.columns))), strict=True)
    if sum(natural) <= available:
        return [*_spread(natural, available)]
    spare, wanted = available - sum(least), sum(natural) - sum(least)
    if spare <= 0:
        return [width * available / sum(least) for width in least]
    return [low + (high - low) * spare / wanted for low, high in zip(least, natural, strict=True)]


def _spread(widths: Sequence[float], available: float) -> list[float]:
    first, *others = widths
    return [first + available - sum(widths), *others]


def _wishes(content: Content, index: int) -> tuple[float, float]:
    heading = [Run(content.columns[index].heading, CELL_BOLD.face)]
    cells = [[Run(row.cells[index], CELL_BOLD.face)] for row in content.rows if row.kind is not RowKind.GROUP]
    least = max(least_width(runs, CELL.size) for runs in (heading, *cells))
    natural = max((natural_width(runs, CELL.size) for runs in cells), default=0.0)
    return least, max(least, natural, natural_width(heading, CELL.size) / _HEADING_LINES)
