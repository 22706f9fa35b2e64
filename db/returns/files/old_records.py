"""A look at an old workbook's records before and after its reader's: how far its cells lie apart, which of them failed,
and what is hidden. [MS-XLS] 2.3 and 2.4."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from struct import Struct, unpack_from

from db.returns.cells import address
from db.returns.files.gathering import Gathering

_HEAD = Struct("<HHHH")
_BEGIN, _ROW, _COLUMNS, _FORMULA, _FAILED = 0x809, 0x208, 0x7D, 0x06, 0x205
_MANY, _BLANK, _BLANKS, _TEXT = 0xBD, 0x201, 0xBE, 0x207
_PLAIN = frozenset({0x203, 0x204, 0x27E, 0xFD, 0xD6})
"""Cells that hold one value and nothing else to see."""


def _sized(kind: int, sizes: Iterable[int], begins: bytes = b"", length: int = 0) -> bytes:
    """Records of a kind of these sizes, whose bodies begin so, with so many bytes."""
    bodies = b"|".join(re.escape(bytes([size])) + b"\x00" + begins + b".{%d}" % (size - length) for size in sizes)
    return re.escape(kind.to_bytes(2, "little")) + b"(?:" + bodies + b")"


@dataclass(frozen=True, slots=True)
class _Near:
    """Short records, one after the other, that hold cells of the first columns, none of which failed, or no cell."""

    columns: int
    rows: int | None = None
    """They may lie in any of the first rows; in the row at hand alone where this is not said."""

    def passed(self, stream: bytes, at: int, sheet: "OldSheet") -> int:
        """Where such records end that begin here, and the sheet reaches to the last of what may be passed over."""
        passed = _pattern(self).match(stream, at)
        if not passed:
            return at
        sheet.reach((self.rows or _HEAD.unpack_from(stream, at)[2] + 1) - 1, self.columns - 1)
        return passed.end()


@cache
def _pattern(near: _Near) -> re.Pattern[bytes]:
    first = b"" if near.rows else rb"(?=.{4}(?P<row>..))"
    row = rb".[\x00-\x%02x]" % ((near.rows >> 8) - 1) if near.rows else rb"(?P=row)"
    records = b"|".join(_records(row, near.columns))
    return re.compile(first + b"(?:" + records + b")++", re.DOTALL)


def _records(row: bytes, columns: int) -> Iterator[bytes]:
    place = row + _column(columns - 1)
    yield _sized(0xFD, [10], place, 4)
    yield _sized(0x27E, [10], place, 4)
    yield _sized(0x203, [14], place, 4)
    yield from (_sized(_MANY, [6 + 6 * cells], row + _column(columns - cells), 4) for cells in range(1, 20))
    yield _sized(0x204, range(8, 128), place, 4)
    yield _sized(_FORMULA, range(22, 128), place + rb".{2}(?!\x02.{5}\xff\xff)", 6)
    yield _sized(_ROW, [16], rb".{12}[\x00-\x1f\x40-\x5f\x80-\x9f\xc0-\xdf]", 13)
    yield _sized(_BLANK, [10])
    yield _sized(_BLANKS, range(8, 128, 2))
    yield _sized(_TEXT, range(3, 128))


def _column(last: int) -> bytes:
    return rb"[\x00-\x%02x]\x00" % last


_PASSES = ((_Near(64, 0x4000), _Near(64)), (_Near(32),), ())
"""What a walk over the records may pass over, and what a closer one may, and the closest."""
_SHEET = 0x10
_HIDDEN_ROW = 0x20
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


@dataclass(slots=True)
class OldSheet:
    """What the records of one sheet say; rows and columns from 0."""

    last_row: int = -1
    last_column: int = -1
    failed: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def reach(self, row: int, column: int) -> None:
        """There is a cell here."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)

    @property
    def area(self) -> int:
        """How many cells its reader makes room for."""
        return (self.last_row + 1) * (self.last_column + 1)


def sheets_of(stream: bytes, most: int) -> list[OldSheet]:
    """What the records say of each sheet, in the order they lie in.

    Where the sheets' areas come to no more than most, one may be told as larger than it is, but not their sum as more
    than most.
    """
    for passes in _PASSES:
        found = _walk(stream, passes)
        if sum(sheet.area for sheet in found) <= most:
            break
    return found


def _walk(stream: bytes, passes: tuple[_Near, ...]) -> list[OldSheet]:
    found: list[OldSheet] = []
    sheet = OldSheet()
    at, end = 0, len(stream) - _HEAD.size
    while at <= end:
        if passed := next((past for near in passes if (past := near.passed(stream, at, sheet)) > at), 0):
            at = passed
            continue
        kind, size, row, column = _HEAD.unpack_from(stream, at)
        if kind == _BEGIN:
            sheet = OldSheet()
            found += [sheet] * (column == _SHEET)
        elif kind in _PLAIN:
            sheet.reach(row, column)
        elif kind in _READERS:
            _READERS[kind](sheet, stream[at + 4 : at + 4 + size].ljust(20, b"\0"))
        at += 4 + size
    return found


def _place(sheet: OldSheet, body: bytes) -> tuple[int, int]:
    row, column = unpack_from("<HH", body)
    sheet.reach(row, column)
    return row, column


def _read_row(sheet: OldSheet, body: bytes) -> None:
    if body[12] & _HIDDEN_ROW:
        sheet.hidden_rows.add(unpack_from("<H", body)[0])


def _read_columns(sheet: OldSheet, body: bytes) -> None:
    first, last = unpack_from("<HH", body)
    if body[8] & 1:
        sheet.hidden_columns.update(range(first, min(last, 255) + 1))


def _read_failed(sheet: OldSheet, body: bytes) -> None:
    place = _place(sheet, body)
    if body[7]:
        sheet.failed[place] = _ERRORS.get(body[6], "#VALUE!")


def _read_formula(sheet: OldSheet, body: bytes) -> None:
    place = _place(sheet, body)
    if body[12:14] == b"\xff\xff" and body[6] == 2:
        sheet.failed[place] = _ERRORS.get(body[8], "#VALUE!")


def _read_many(sheet: OldSheet, body: bytes) -> None:
    """Several numbers of one row, six bytes each, between four bytes of where they begin and two of where they end."""
    row, first = unpack_from("<HH", body)
    sheet.reach(row, first + max((len(body) - 6) // 6 - 1, 0))


_READERS: dict[int, Callable[[OldSheet, bytes], None]] = {
    _ROW: _read_row,
    _COLUMNS: _read_columns,
    _FORMULA: _read_formula,
    _FAILED: _read_failed,
    _MANY: _read_many,
}


def add_to(found: Gathering, sheets: list[OldSheet]) -> None:
    """Add to what was read what failed and what is hidden."""
    if len(sheets) != len(found.sheets):
        return
    limits = found.limits
    for title, sheet in zip(found.sheets, sheets, strict=True):
        if rows := frozenset(row + 1 for row in sheet.hidden_rows if row < limits.rows):
            found.hidden_rows[title] = rows
        if columns := frozenset(column + 1 for column in sheet.hidden_columns if column < limits.columns):
            found.hidden_columns[title] = columns
        for (row, column), text in sheet.failed.items():
            if row < limits.rows and column < limits.columns:
                found.sheet(title)[row + 1, column + 1] = text
                found.errors.add((title, address(row + 1, column + 1)))
