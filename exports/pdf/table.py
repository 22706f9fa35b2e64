"""Tables: columns as wide as their words ask for, a header on every page, headers tagged with what they head."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from db.rules.refusal import Refusal
from db.rules.rich_text import spans_of
from exports.pdf import style
from exports.pdf.canvas import TaggedCanvas
from exports.pdf.columns import Columns, measure
from exports.pdf.flowables import draw_lines, rule
from exports.pdf.fonts import Face
from exports.pdf.lines import Line, runs_of, set_lines
from exports.pdf.structure import Elem
from exports.pdf.style import Align, TextStyle
from exports.pdf.table_content import Column, Content, Row, RowKind

_FEWEST_LINES = 3
"""The fewest lines of a row higher than a page that stand at the foot of one."""
_SMALL = style.HEIGHT * 0.4
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
    padding: float = 6.0

    @property
    def height(self) -> float:
        return self._line_count * self._leading + 2 * self.padding

    @property
    def _leading(self) -> float:
        return self.cells[0].look.leading

    @property
    def _line_count(self) -> int:
        return max(len(cell.lines) for cell in self.cells)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the cells, each as its element."""
        for cell in filter(lambda cell: cell.lines, self.cells):
            with canvas.tagged(cell.elem):
                self._draw_cell(canvas, cell, left, top - self.padding)

    def draw_again(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the cells of a header that was read out on an earlier page."""
        with canvas.artifact():
            for cell in self.cells:
                self._draw_cell(canvas, cell, left, top - self.padding)

    def _draw_cell(self, canvas: TaggedCanvas, cell: SetCell, left: float, top: float) -> None:
        lower = (self._line_count - len(cell.lines)) * self._leading if self.is_header else 0.0
        draw_lines(canvas, cell.lines, cell.look, left + cell.left, top - lower, cell.width)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """The lines that have room, and the rest: for a row higher than a page."""
        count = int((room - 2 * self.padding) / self._leading)
        if count < _FEWEST_LINES:
            return None
        above = tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells)
        below = tuple(replace(cell, lines=cell.lines[count:]) for cell in self.cells)
        return replace(self, cells=above), replace(self, cells=below)


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table's header and as many of its rows as stand together."""

    header: SetRow
    rows: tuple[SetRow, ...]
    room: tuple[float, float]
    """The width and height of a page's text, in points."""
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
        if count:
            return self._parted(self.rows[:count], self.rows[count:])
        if self.header.height + self.rows[0].height > self.room[1]:
            return self._part_first_row(room)
        return self._parted(self.rows[:1], self.rows[1:]) if forced else None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        if self.is_continued:
            self.header.draw_again(canvas, left, top)
        else:
            self.header.draw(canvas, left, top)
        below = top - self.header.height
        rule(canvas, left, below, self.room[0], strong=True)
        for row in self.rows:
            row.draw(canvas, left, below)
            below -= row.height
            rule(canvas, left, below, self.room[0])

    def _part_first_row(self, room: float) -> tuple[Self, Self] | None:
        parts = self.rows[0].split(room)
        return self._parted(parts[:1], (parts[1], *self.rows[1:])) if parts else None

    def _parted(self, above: Sequence[SetRow], below: Sequence[SetRow]) -> tuple[Self, Self]:
        return replace(self, rows=tuple(above)), replace(self, rows=tuple(below), is_continued=True, before=0)


def set_table(content: Content, elem: Elem) -> SetTable:
    """Set a table, with its header and row cells below its own element in the structure.

    Raises:
        Refusal: it has more columns than a page has room for, or its headings take more than half a page.
    """
    columns = measure(content)
    header = _header_row(elem.add("THead").add("TR"), content.columns, columns)
    if header.height > content.room[1] / 2:
        raise Refusal(
            f"The headings of “{content.caption or content.place}” take more than half a page. "
            "Shorten the columns' names."
        )
    body = elem.add("TBody")
    rows = tuple(_body_row(body.add("TR"), row, content, columns) for row in content.rows)
    return SetTable(header, rows, content.room)


def _header_row(elem: Elem, headed: Sequence[Column], columns: Columns) -> SetRow:
    cells = [elem.add("TH", Scope="Column") for _ in headed]
    row = _row(cells, [column.heading for column in headed], headed, columns, _bold(columns.look))
    return replace(row, is_header=True)


def _body_row(elem: Elem, row: Row, content: Content, columns: Columns) -> SetRow:
    headed = content.columns
    look = columns.look if row.kind is RowKind.PLAIN else _bold(columns.look)
    if row.kind is RowKind.GROUP:
        head = elem.add("TH", Scope="Row", ColSpan=len(headed))
        return replace(
            _row([head], row.cells, headed[:1], replace(columns, widths=(content.room[0],), look=look), look),
            kind=row.kind,
        )
    cells = [elem.add("TH", Scope="Row"), *(elem.add("TD") for _ in headed[1:])]
    return replace(_row(cells, row.cells, headed, columns, look), kind=row.kind)


def _bold(look: TextStyle) -> TextStyle:
    return replace(look, face=Face.BOLD)


def _row(
    elems: Sequence[Elem], texts: Sequence[str], headed: Sequence[Column], columns: Columns, look: TextStyle
) -> SetRow:
    cells: list[SetCell] = []
    left = 0.0
    for elem, text, column, width in zip(elems, texts, headed, columns.widths, strict=True):
        side = Align.RIGHT if column.is_amount else Align.LEFT
        lines = set_lines(runs_of(spans_of(text), look.face), look.size, width)
        cells.append(SetCell(elem, lines, replace(look, align=side), left, width))
        left += width + columns.gutter
    return SetRow(tuple(cells), padding=columns.padding)


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
