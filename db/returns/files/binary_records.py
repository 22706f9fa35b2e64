"""How far the cells of a binary workbook (.xlsb) lie apart, by its sheets' records. [MS-XLSB] 2.1.4."""

from struct import Struct
from zipfile import ZipFile

_NUMBER = Struct("<I").unpack_from
_ROW = 0
_VALUES = frozenset(range(2, 12))


def area(archive: ZipFile) -> int:
    """How many cells, blank ones too, its reader makes room for in the largest of its sheets."""
    parts = (part for part in archive.namelist() if "sheets/" in part and part.lower().endswith(".bin"))
    return max((_area(archive.read(part)) for part in parts), default=0)


def _area(part: bytes) -> int:
    row = last_row = last_column = -1
    at, end = 0, len(part) - 6
    while at < end:
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
