"""A second look at an OpenDocument spreadsheet, for what its reader passes over in silence: what failed, what is
merged or hidden, what is remarked on, and what is shown as a percentage."""

import re
from itertools import product
from typing import IO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from db.returns.cells import Merged, address
from db.returns.files.gathering import Gathering
from db.returns.files.refusals import own_document_type
from db.returns.files.serial_days import written_duration
from db.returns.files.xml_scan import DocumentTypeDeclared, scan

_PART = "content.xml"
_WORTH_A_LOOK = (
    b"table:visibility=",
    b"table:number-columns-spanned=",
    b"table:number-rows-spanned=",
    b"<office:annotation",
    b':value-type="error"',
    b'office:value-type="percentage"',
    b'office:value-type="time"',
)
_FORMULA = b"table:formula="
_FAILED = re.compile(rb">(?:#[A-Z]|Err:)")
UNSEEN = "In an OpenDocument file it cannot be seen which numbers are shown in thousands or hidden by their format."
_LONGEST_MARK = max(map(len, (*_WORTH_A_LOOK, _FORMULA)))
_PIECE = 1 << 18
_MOST_AT_ONCE = 1_000
"""Longer runs of equal cells are layout and not figures."""


def look_again(archive: ZipFile, found: Gathering) -> None:
    """Add to what was read what the first look could not see.

    Raises:
        UnreadableWorkbook: the file declares a document type.
    """
    try:
        with archive.open(_PART) as source:
            _Look(found).over(source)
    except DocumentTypeDeclared:
        raise own_document_type(found.name) from None
    except (ExpatError, ValueError, KeyError):
        found.note("What is merged, hidden or remarked on in this file could not be made out.")


def is_worth_a_look(archive: ZipFile) -> bool:
    """Whether the file speaks at all of what the first look cannot see."""
    has_formula = has_failed = False
    before = b""
    with archive.open(_PART) as source:
        while piece := source.read(_PIECE):
            held = before + piece
            if any(mark in held for mark in _WORTH_A_LOOK):
                return True
            has_formula = has_formula or _FORMULA in held
            has_failed = has_failed or bool(has_formula and _FAILED.search(held))
            if has_formula and has_failed:
                return True
            before = piece[-_LONGEST_MARK:]
    return False


class _Look:
    """Where a pass over the file stands, and what it has seen of the sheet it is in."""

    def __init__(self, found: Gathering) -> None:
        self._found = found
        self._titles = iter(tuple(found.sheets))
        self._title: str | None = None
        self._depth = self._row = self._column = self._rows = self._columns = 0
        self._cell: dict[str, str] = {}
        self._heard: list[str] = []
        self._remarks: list[str] = []
        self._is_remark = self._is_listening = False
        self._merged: list[Merged] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()

    def over(self, source: IO[bytes]) -> None:
        """Pass over the sheets from the first to the last."""
        begins = {
            "table": self._begin_sheet,
            "table-column": self._begin_column,
            "table-row": self._begin_row,
            "table-cell": self._begin_cell,
            "covered-table-cell": self._begin_cell,
            "annotation": self._begin_remark,
            "p": self._listen,
        }
        ends = {
            "table": self._end_sheet,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "annotation": self._end_remark,
            "p": self._stop,
        }
        scan(source, begins, ends, self._hear)

    def _begin_sheet(self, _: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._title = next(self._titles, None)
            self._row = self._rows = self._column = self._columns = 0
            self._merged, self._hidden_rows, self._hidden_columns = [], set(), set()

    def _end_sheet(self) -> None:
        self._depth -= 1
        if self._depth or self._title is None:
            return
        if self._merged:
            self._found.merged[self._title] = tuple(self._merged)
        if self._hidden_rows:
            self._found.hidden_rows[self._title] = frozenset(self._hidden_rows)
        if self._hidden_columns:
            self._found.hidden_columns[self._title] = frozenset(self._hidden_columns)

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first, self._columns = self._columns + 1, self._columns + _times(attributes, "columns")
        if _is_hidden(attributes):
            self._hidden_columns.update(range(first, min(self._columns, self._found.limits.columns) + 1))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row, self._rows, self._column = self._rows + 1, self._rows + _times(attributes, "rows"), 0
        if _is_hidden(attributes):
            self._hidden_rows.update(range(self._row, min(self._rows, self._found.limits.rows) + 1))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._heard.clear()
        self._remarks.clear()
        self._column += 1

    def _begin_remark(self, _: dict[str, str]) -> None:
        self._is_remark = True

    def _end_remark(self) -> None:
        self._is_remark = False

    def _listen(self, _: dict[str, str]) -> None:
        self._is_listening = True

    def _stop(self) -> None:
        self._is_listening = False
        (self._remarks if self._is_remark else self._heard).append("\n")

    def _hear(self, text: str) -> None:
        if self._is_listening:
            (self._remarks if self._is_remark else self._heard).append(text)

    def _end_cell(self) -> None:
        cell, times = self._cell, _times(self._cell, "columns")
        first, self._column = self._column, self._column + times - 1
        limits = self._found.limits
        if self._title is None or self._row > limits.rows or first > limits.columns:
            return
        if remark := "".join(self._remarks).strip():
            self._found.comments[self._title, address(self._row, first)] = remark
        self._see_span(cell, first)
        if times <= _MOST_AT_ONCE and self._rows - self._row < _MOST_AT_ONCE:
            columns = range(first, min(self._column, limits.columns) + 1)
            for place in product(range(self._row, min(self._rows, limits.rows) + 1), columns):
                self._see(self._title, cell, place)

    def _see_span(self, cell: dict[str, str], column: int) -> None:
        across = int(cell.get("table:number-columns-spanned", 1))
        down = int(cell.get("table:number-rows-spanned", 1))
        if across > 1 or down > 1:
            self._merged.append(Merged(self._row, column, self._row + down - 1, column + across - 1))

    def _see(self, title: str, cell: dict[str, str], place: tuple[int, int]) -> None:
        kind = cell.get("office:value-type")
        if kind == "percentage":
            self._found.percent.add((title, address(*place)))
        text = "".join(self._heard).strip()
        if cell.get("calcext:value-type") == "error" or ("table:formula" in cell and text.startswith(("#", "Err:"))):
            self._found.sheet(title)[place] = text or "#VALUE!"
            self._found.errors.add((title, address(*place)))
        elif kind == "time" and str(self._found.sheets[title].get(place, "")).startswith("P"):
            self._found.sheet(title)[place] = written_duration(cell.get("office:time-value", ""))
        elif text and not kind and place not in self._found.sheets[title]:
            self._found.sheet(title)[place] = text


def _times(attributes: dict[str, str], what: str) -> int:
    return int(attributes.get(f"table:number-{what}-repeated", 1))


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility", "visible") != "visible"
