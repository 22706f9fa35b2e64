"""How far the cells of a binary workbook (.xlsb) lie apart, by its sheets' records. [MS-XLSB] 2.1.4."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from struct import Struct
from zipfile import ZipFile

_NUMBER = Struct("<I").unpack_from
_ROW = 0
_VALUES = frozenset(range(2, 12))
FAILED = frozenset({3, 11})
"""Cells that hold an error, and formulas that came to one."""
_NEAR_COLUMNS, _NEAR_ROWS = 64, 0x4000
_NEAR_COLUMN = rb"[\x00-\x3f]\x00\x00\x00"
_USUAL_CELLS = (rb"\x02\x0c%b.{8}", rb"\x07\x0c%b.{8}", rb"\x05\x10%b.{12}")
_BLANK_CELL = rb"\x01\x08.{8}"
_ABOUT_A_ROW = rb"\x25\x06.{6}|\x26\x00|\x80\x08\x02.{2}"
"""What newer programs write about the height of each row."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the sheets' records found."""

    area: int = 0
    """How many cells, blank ones too, their reader makes room for in the largest of the sheets."""
    has_failed: bool = False
    """Whether a cell of any of them failed."""


def look(archive: ZipFile, most: int) -> Seen:
    """See how far the cells of each sheet lie apart.

    An area of no more than most may be told as more than it is, but not as more than most.
    """
    parts = (part for part in archive.namelist() if "sheets/" in part and part.lower().endswith(".bin"))
    seen = [_look(archive.read(part), most) for part in parts]
    return Seen(max((each.area for each in seen), default=0), any(each.has_failed for each in seen))


def _look(part: bytes, most: int) -> Seen:
    for near in (_in_near_rows(), _in_one_row(), _NOTHING):
        seen = _walk(part, near)
        if seen.area <= most:
            break
    return seen


_NOTHING = re.compile(rb"(?!)")


@cache
def _in_near_rows() -> re.Pattern[bytes]:
    """Short records of cells in the first columns of the first rows, one after the other."""
    rows = _sized((25, 17, *range(33, 128, 8)), rb".[\x00-\x3f]\x00\x00")
    return _one_after_another(*_near_cells(), rb"\x00(?:%b)" % rows, _ABOUT_A_ROW)


@cache
def _in_one_row() -> re.Pattern[bytes]:
    """Such records of the row at hand."""
    return _one_after_another(*_near_cells(), _ABOUT_A_ROW)


def _near_cells() -> Iterator[bytes]:
    yield from (cell % _NEAR_COLUMN for cell in _USUAL_CELLS)
    yield _BLANK_CELL
    yield rb"[\x04-\x0a](?:%b)" % _sized(range(8, 128), _NEAR_COLUMN)


def _sized(sizes: Iterable[int], begins: bytes) -> bytes:
    """Bodies of these sizes, after which they are said, that begin so, with four bytes."""
    return b"|".join(re.escape(bytes([size])) + begins + b".{%d}" % (size - 4) for size in sizes)


def _one_after_another(*records: bytes) -> re.Pattern[bytes]:
    return re.compile(b"(?:" + b"|".join(records) + b")++", re.DOTALL)


def _walk(part: bytes, near: re.Pattern[bytes]) -> Seen:
    """What is near, where it is passed over, counts as reaching over every near column, and row."""
    row = last_row = last_column = -1
    has_failed = False
    at, end = 0, len(part) - 6
    while at < end:
        if passed := near.match(part, at):
            row = max(row, _NEAR_ROWS - 1) if near is _in_near_rows() else row
            at, last_row, last_column = passed.end(), max(row, last_row), max(_NEAR_COLUMNS - 1, last_column)
            continue
        kind, size, at = _head(part, at)
        if kind == _ROW:
            row = _NUMBER(part, at)[0]
        elif kind in _VALUES:
            last_row = max(row, last_row)
            last_column = max(_NUMBER(part, at)[0], last_column)
            has_failed = has_failed or kind in FAILED
        at += size
    return Seen((last_row + 1) * (last_column + 1), has_failed)


def _head(part: bytes, at: int) -> tuple[int, int, int]:
    """A record's kind and size, each in bytes of seven bits, and where its body begins."""
    kind, size = part[at], part[at + 1]
    if kind < 128 and size < 128:
        return kind, size, at + 2
    if kind >= 128:
        kind, at = kind & 0x7F | (part[at + 1] & 0x7F) << 7, at + 1
    size = 0
    for place, byte in enumerate(part[at + 1 : at + 5]):
        size |= (byte & 0x7F) << 7 * place
        at += 1
        if byte < 128:
            break
    return kind, size, at + 1
