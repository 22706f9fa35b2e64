"""The tables of a web page, as portals hand them out under the name of a workbook (.xls).

They stand on one sheet one under the other, and what is written between them in its first column, as Excel shows such
a page. Cells are text as shown, but for numbers that the page itself gives in full.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from db.returns.cells import CellValue, Merged
from db.returns.files.gathering import MOST_MERGED, Gathering
from db.returns.files.open_xml_sheet import number_of
from db.returns.files.refusals import ASK_AGAIN, MEGABYTE, SAVE_AS, UnreadableWorkbook
from db.returns.files.text_bytes import decoded
from db.returns.files.web_marks import attributes, marks

SHEET = "Sheet1"
LARGEST_PAGE = 6 * MEGABYTE
NOTE = "The file is a web page, whatever its name says. Its tables were read, each cell as the page shows it."
_BREAKS = frozenset({"br", "/p", "/div", "/li", "/h1", "/h2", "/h3", "/h4", "p", "div", "li"})
_NUMBERS = ("x:num", "sdval")
"""How Excel and LibreOffice write a cell's number in full."""
_MOST_SPANNED = 1_000
_ALPHABET = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_BEGINNING = 4_096


def gather(content: bytes, found: Gathering) -> None:
    """Read the tables of a page as one sheet.

    Raises:
        UnreadableWorkbook: it is too large, there is no table in it, or nothing in its tables.
    """
    if len(content) > LARGEST_PAGE:
        raise UnreadableWorkbook(
            f"“{found.name}” is a web page of more than {LARGEST_PAGE // MEGABYTE} MB, too large to be read as one. "
            f"{SAVE_AS}"
        )
    page = _Page(found)
    for name, rest in marks(_text(content)):
        page.take(name, rest)
    page.end()
    if not page.has_table:
        raise UnreadableWorkbook(
            f"“{found.name}” is a web page without a table, whatever its name says: a page to sign in with, perhaps, "
            f"or one that tells of a fault. {ASK_AGAIN}"
        )
    if not found.sheets.get(SHEET):
        raise UnreadableWorkbook(
            f"“{found.name}” is a web page whose tables are empty, whatever its name says. {ASK_AGAIN}"
        )
    found.note(NOTE)


def _text(content: bytes) -> str:
    """The page's text, in the alphabet it names where it is written in that."""
    named = _ALPHABET.search(content[:_BEGINNING])
    if named and not named[1].lower().startswith(b"utf"):
        with suppress(LookupError, UnicodeDecodeError):
            return content.decode(named[1].decode("ascii"))
    read = decoded(content)
    return read.text if read else ""


@dataclass(slots=True)
class _Table:
    """A table under way: the columns that cells of earlier rows still reach into, with how many rows more."""

    column: int = 0
    is_in_row: bool = False
    taken: dict[int, int] = field(default_factory=dict)


class _Page:
    """Where the reading of a page stands."""

    def __init__(self, found: Gathering) -> None:
        self.has_table = False
        self._found = found
        self._cells = found.sheet(found.new_sheet(SHEET))
        self._row = 0
        self._tables: list[_Table] = []
        self._heard: list[str] = []
        self._cell: dict[str, str] | None = None
        self._merged: list[Merged] = []
        self._hidden: set[int] = set()
        self._on: dict[str, Callable[[str], None]] = {
            "table": self._begin_table, "/table": self._end_table, "tr": self._begin_row, "/tr": self._end_row,
            "td": self._begin_cell, "th": self._begin_cell, "/td": self._end_cell, "/th": self._end_cell,
        }  # fmt: skip

    def take(self, name: str, rest: str) -> None:
        """Take in the next mark or words."""
        if not name:
            self._heard.append(" ".join(rest.split()).join((" " * rest[:1].isspace(), " " * rest[-1:].isspace())))
        elif name in self._on:
            self._on[name](rest)
        elif name in _BREAKS:
            self._heard.append("\n")

    def end(self) -> None:
        """Nothing more comes."""
        self._leave()
        if self._merged:
            self._found.merged[SHEET] = tuple(self._merged)
        if self._hidden:
            self._found.hidden_rows[SHEET] = frozenset(self._hidden)

    def _begin_table(self, _: str) -> None:
        self._leave()
        self.has_table = True
        self._tables.append(_Table())

    def _end_table(self, _: str) -> None:
        self._leave()
        if self._tables:
            self._row += max(self._tables.pop().taken.values(), default=1) - 1

    def _begin_row(self, rest: str) -> None:
        self._leave()
        if not self._tables:
            return
        table = self._tables[-1]
        self._row += 1
        table.column, table.is_in_row = 0, True
        if self._row > self._found.limits.rows:
            table.taken.clear()
            return
        table.taken = {column: rows - 1 for column, rows in table.taken.items() if rows > 1}
        if "display:none" in rest.replace(" ", "").lower():
            self._hidden.add(self._row)

    def _end_row(self, _: str) -> None:
        self._leave()
        if self._tables:
            self._tables[-1].is_in_row = False

    def _begin_cell(self, rest: str) -> None:
        if self._tables and not self._tables[-1].is_in_row:
            self._begin_row("")
        self._leave()
        self._cell = (attributes(rest) if rest else {}) if self._tables else None

    def _end_cell(self, _: str) -> None:
        self._leave()

    def _leave(self) -> None:
        """Put what was heard into the cell it stands in, or into a row of its own."""
        words = _words(self._heard) if self._heard else ""
        cell, self._cell = self._cell, None
        if cell is not None and self._tables:
            self._place(self._tables[-1], cell, words)
        elif words:
            self._row += 1
            self._put(self._row, 1, words)

    def _place(self, table: _Table, cell: dict[str, str], words: str) -> None:
        across, down = (_span(cell.get("colspan", "1")), _span(cell.get("rowspan", "1"))) if cell else (1, 1)
        table.column += 1
        while table.column in table.taken:
            table.column += 1
        column = table.column
        table.column += across - 1
        if down > 1:
            reached = range(column, min(column + across, self._found.limits.columns + 1))
            table.taken.update(dict.fromkeys(reached, down))
        if (across > 1 or down > 1) and len(self._merged) < MOST_MERGED:
            self._merged.append(Merged(self._row, column, self._row + down - 1, column + across - 1))
        number = next((cell[name] for name in _NUMBERS if cell.get(name)), "") if cell else ""
        self._put(self._row, column, number_of(number) if number else words)

    def _put(self, row: int, column: int, value: CellValue) -> None:
        if value == "":
            return
        if row > self._found.limits.rows:
            self._found.is_long(SHEET)
        elif column > self._found.limits.columns:
            self._found.is_wide(SHEET)
        elif len(self._cells) >= self._found.limits.cells:
            self._found.is_full(SHEET)
        else:
            self._cells[row, column] = value


def _words(heard: list[str]) -> str:
    """What was heard, line by line without blank ones, which is then forgotten."""
    lines = (" ".join(line.split()) for line in "".join(heard).split("\n"))
    heard.clear()
    return "\n".join(filter(None, lines))


def _span(written: str) -> int:
    return min(max(int(written), 1), _MOST_SPANNED) if written.strip().isdecimal() else 1
