"""How far the cells of a binary workbook (.xlsb) lie apart, by its sheets' records. [MS-XLSB] 2.1.4."""

import re
from struct import Struct
from zipfile import ZipFile

_NUMBER = Struct("<I").unpack_from
_ROW = 0
_VALUES = frozenset(range(2, 12))
_NEAR = 64
_USUAL_SIZES = (12, 16)
_SIZES = (*_USUAL_SIZES, *(size for size in range(4, 128) if size not in _USUAL_SIZES))
_NEAR_COLUMN = rb"[\x00-\x3f]\x00{3}"
_BODIES = b"|".join(re.escape(bytes([size])) + _NEAR_COLUMN + b".{%d}" % (size - 4) for size in _SIZES)
_NEAR_CELLS = re.compile(b"(?:[\x02-\x0b](?:" + _BODIES + b"))++", re.DOTALL)
"""Short records of cells in the first columns, one after the other."""


def area(archive: ZipFile, most: int) -> int:
    """How many cells, blank ones too, its reader makes room for in the largest of its sheets.

    Where that is no more than most, it may be told as more than it is, but not as more than most.
    """
    parts = (part for part in archive.namelist() if "sheets/" in part and part.lower().endswith(".bin"))
    return max((_area(archive.read(part), most) for part in parts), default=0)


def _area(part: bytes, most: int) -> int:
    at_most = _reach(part, _NEAR_CELLS)
    return at_most if at_most <= most else _reach(part, None)


def _reach(part: bytes, near: re.Pattern[bytes] | None) -> int:
    """Rows by columns; the near cells, where they are passed over, count as reaching over every near column."""
    row = last_row = last_column = -1
    at, end = 0, len(part) - 6
    while at < end:
        if near and (passed := near.match(part, at)):
            at, last_row, last_column = passed.end(), max(row, last_row), max(_NEAR - 1, last_column)
            continue
        kind, size, at = _head(part, at)
        if kind == _ROW:
            row = _NUMBER(part, at)[0]
        elif kind in _VALUES:
            last_row = max(row, last_row)
            last_column = max(_NUMBER(part, at)[0], last_column)
        at += size
    return (last_row + 1) * (last_column + 1)


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
