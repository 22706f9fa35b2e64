"""The tables of a workbook, wherever they stand on their sheets."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from db.returns.cells import Cells
from db.returns.tables.headings import completes, counts_days, heading_rows, holds_data, is_same_heading
from db.returns.tables.look import (
    Look,
    RowLook,
    SeenRow,
    heading_like,
    is_codes,
    is_example,
    is_note,
    is_numbering,
    is_total,
)
from db.returns.tables.sheet import Sheet, sheet_of
from db.returns.tables.span import close
from db.returns.tables.table import Role, Table, Title

_FAR = 12
"""Blank rows after which what follows, without headings, is another table."""
_NEAR = 3
"""Rows within which a single text and the figures it stands over go on with a table."""


def find_tables(cells: Cells) -> tuple[Table, ...]:
    """Every table of every sheet, hidden ones too, in the order in which they stand."""
    return tuple(table for name in cells.sheets for table in tables_of(sheet_of(cells, name)))


def tables_of(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of one sheet, numbered from 1."""
    walk = _Walk(sheet)
    found = [part for part in walk.tables() if part.rows or len(part.columns) > 1]
    firsts: dict[tuple[str, ...], int] = {}
    numbered = []
    for number, table in enumerate(found, 1):
        names = tuple(column.name.casefold() for column in table.columns)
        first = firsts.setdefault(names, number) if any(names) else number
        numbered.append(replace(table, number=number, repeats=None if first == number else first))
    return tuple(numbered)


class _Walk:
    """Goes down a sheet once, opening and closing tables."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.waiting: list[SeenRow] = []
        """Rows since the last table that may be titles of the next, or rows of a form."""
        self.header: list[SeenRow] = []
        self.body: list[tuple[SeenRow, Role]] = []
        self.titles: list[SeenRow] = []
        self.indent: dict[int, str] = {}
        self.under = ""

    def tables(self) -> Iterator[Table]:
        """Each table as it ends."""
        rows = self.sheet.rows
        at = 0
        while at < len(rows):
            levels = self._opens(at)
            if levels:
                yield from self._close()
                self._open(at, levels)
                at += levels
                continue
            if self._is_open and self._belongs(at):
                self._add(at)
            else:
                yield from self._close()
                self._wait(at)
            at += 1
        yield from self._close()

    @property
    def _is_open(self) -> bool:
        return bool(self.header or self.body)

    def _opens(self, at: int) -> int:
        """How many heading rows of a new table begin here."""
        row = self.sheet.rows[at]
        if self._is_open and not self._may_begin(at, row):
            return 0
        return heading_rows(self.sheet, at)

    def _may_begin(self, at: int, row: SeenRow) -> bool:
        """Whether a row within reach of an open table may head another: it repeats its headings, or stands apart."""
        if self.header and len(row.cells) > 1 and is_same_heading(row, self.header[0]):
            return True
        apart = row.number - self.sheet.rows[at - 1].number > 1 or self._after_lone_title(at)
        if not apart or row.look is RowLook.FIGURES:
            return False
        is_wide = any(self.sheet.width(row.number, each) > 1 for each in row.columns)
        return heading_like(row) >= 0.5 or is_wide or completes(self.sheet, at)

    def _after_lone_title(self, at: int) -> bool:
        above = self.sheet.rows[at - 1]
        return above.is_lone_text and at > 1 and above.number - self.sheet.rows[at - 2].number > 1

    def _open(self, at: int, levels: int) -> None:
        self.header = list(self.sheet.rows[at : at + levels])
        self.titles, self.waiting = self.waiting, []

    def _belongs(self, at: int) -> bool:
        """Whether a row goes on with the open table."""
        row = self.sheet.rows[at]
        gap = row.number - self._last.number - 1
        if row.is_lone_text:
            return (
                not self._heads_next(at) and not is_note(row.first_text) and (gap == 0 or self._heads_figures(at, gap))
            )
        own = self._columns
        shared = sum(column in own for column in row.columns)
        return shared * 2 >= len(row.cells) and gap <= _FAR

    def _heads_figures(self, at: int, gap: int) -> bool:
        """Whether a single text after a blank row stands over more rows of figures of the open table."""
        if not self.header or gap > _NEAR or self.sheet.rows[at].columns[0] > min(self._columns) + 1:
            return False
        following = next((row for row in self.sheet.rows[at + 1 : at + 1 + _NEAR] if not row.is_lone_text), None)
        if following is None or following.look is not RowLook.FIGURES:
            return False
        figures = [
            column
            for column, look in zip(following.columns, following.looks, strict=True)
            if look in (Look.NUMBER, Look.MARK)
        ]
        return len(figures) > 1 and set(figures) <= self._columns

    def _heads_next(self, at: int) -> bool:
        """Whether a single text is the title of headings right below it."""
        following = at + 1 < len(self.sheet.rows) and self.sheet.rows[at + 1].number == self.sheet.rows[at].number + 1
        if not following or not self.header:
            return False
        return is_same_heading(self.sheet.rows[at + 1], self.header[0])

    @property
    def _last(self) -> SeenRow:
        return self.body[-1][0] if self.body else self.header[-1]

    @property
    def _columns(self) -> set[int]:
        first = self.header or [row for row, _ in self.body[:5]]
        columns = {column for row in first for column in row.columns}
        return set(range(min(columns), max(columns) + 2))

    def _add(self, at: int) -> None:
        row = self.sheet.rows[at]
        role = self._role(row)
        if role is Role.HEADER:
            self.under = row.first_text and str(row.cells[0][1]).strip()
        elif row.is_lone_text:
            self.under = self._under(str(row.cells[0][1]).strip())
        elif self.under:
            self.indent[row.number] = self.under
        self.body.append((row, role))

    def _under(self, said: str) -> str:
        """What rows below stand under: a single text, with the one right above it that stands over no figures."""
        above = self.body[-1][0] if self.body else None
        over = str(above.cells[0][1]).strip() if above and above.is_lone_text else ""
        return f"{over} – {said}" if over else said

    def _role(self, row: SeenRow) -> Role:
        first = row.first_text
        if is_example(first):
            return Role.EXAMPLE
        if is_total(first):
            return Role.TOTAL
        if row.is_lone_text and self.sheet.width(row.number, row.columns[0]) > 1:
            return Role.HEADER
        if self.header and not self.body and (is_codes(row) or is_numbering(row)):
            return Role.NOTE
        return Role.NOTE if is_note(first) and len(row.cells) == 1 else Role.DATA

    def _wait(self, at: int) -> None:
        """A row outside any table: a title, a note, or the first row of a table without headings."""
        row = self.sheet.rows[at]
        is_data = row.look is RowLook.FIGURES or holds_data(self.sheet, at)
        if not is_data or len(row.cells) == 1 or self._stands_over_headings(at):
            self.waiting.append(row)
            return
        while self.waiting and self._is_form_row(self.waiting[-1], self.body[0][0] if self.body else row):
            self.body.insert(0, (self.waiting.pop(), Role.DATA))
        self.titles, self.waiting = self.waiting, []
        self.body.append((row, self._role(row)))

    def _stands_over_headings(self, at: int) -> bool:
        """Whether a row of figures is no data: it counts the columns or the weeks named below, or numbers a title."""
        return is_numbering(self.sheet.rows[at]) or self._is_numbered_title(at) or counts_days(self.sheet, at)

    def _is_numbered_title(self, at: int) -> bool:
        """Whether a row is a title with its number before it: what stands below is in other columns."""
        row = self.sheet.rows[at]
        if len(row.cells) != 2 or row.looks[0] not in (Look.NUMBER, Look.MARK) or not isinstance(row.cells[1][1], str):
            return False
        return at + 1 < len(self.sheet.rows) and not set(row.columns) <= set(self.sheet.rows[at + 1].columns)

    def _is_form_row(self, above: SeenRow, row: SeenRow) -> bool:
        return above.columns[:2] == row.columns[:2] and len(above.cells) > 1 and row.number - above.number <= 3

    def _close(self) -> Iterator[Table]:
        """The open table, or two where it stands in two parts side by side."""
        if self._is_open:
            rows = MappingProxyType({row.number: role for row, role in self.body})
            titles = tuple(_titles(self.titles))
            yield from close(self.sheet, self.header, [row for row, _ in self.body], rows, titles, dict(self.indent))
        self.header, self.body, self.indent, self.under = [], [], {}, ""


def _titles(rows: list[SeenRow]) -> Iterator[Title]:
    for row in rows:
        for (column, value), look in zip(row.cells, row.looks, strict=True):
            if look is not Look.LONG:
                yield Title(row.number, column, str(value).strip())
