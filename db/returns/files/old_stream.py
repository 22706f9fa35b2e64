"""The stream of an old workbook (.xls) within its OLE file. [MS-CFB]."""

from collections.abc import Iterator
from struct import unpack_from

_NAMES = ("workbook", "book")
_ENTRY = 128
_IN_HEADER = 109
_LAST = 0xFFFFFFF0
"""From here on a sector's number is no number but a mark."""


def workbook_stream(content: bytes) -> bytes:
    """The records of the workbook; nothing when they cannot be found."""
    size = 1 << min(unpack_from("<H", content, 30)[0], 20)
    table = _table(content, size)
    directory = _chain(content, size, table, unpack_from("<I", content, 48)[0])
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = min(unpack_from("<H", directory, at + 64)[0], 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace").lower()
        if name in _NAMES:
            first, kept = unpack_from("<II", directory, at + 116)
            if kept >= unpack_from("<I", content, 56)[0]:
                return _chain(content, size, table, first)[:kept]
            return _small(content, size, table, unpack_from("<I", directory, 116)[0], first)[:kept]
    return b""


def is_tangled(content: bytes) -> bool:
    """Whether two sectors are followed by the same one, so that whoever follows them may go round for ever."""
    table = _table(content, 1 << min(unpack_from("<H", content, 30)[0], 20))
    followers = [sector for sector in table if sector < _LAST]
    return len(set(followers)) < len(followers)


def _small(content: bytes, size: int, table: list[int], root: int, first: int) -> bytes:
    """A stream too small for sectors of its own: it lies in pieces of 64 bytes or so within the root's."""
    piece = 1 << min(unpack_from("<H", content, 32)[0], 20)
    kept = bytes(piece) + _chain(content, size, table, root)
    follows = _chain(content, size, table, unpack_from("<I", content, 60)[0])
    return _chain(kept, piece, list(unpack_from(f"<{len(follows) // 4}I", follows)), first)


def _table(content: bytes, size: int) -> list[int]:
    """Which sector follows which."""
    table: list[int] = []
    for sector in _table_sectors(content, size):
        part = _sector(content, size, sector)
        table += unpack_from(f"<{len(part) // 4}I", part)
    return table


def _table_sectors(content: bytes, size: int) -> Iterator[int]:
    yield from (sector for sector in unpack_from(f"<{_IN_HEADER}I", content, 76) if sector < _LAST)
    more, seen = unpack_from("<I", content, 68)[0], set[int]()
    while more < _LAST and more not in seen:
        seen.add(more)
        part = _sector(content, size, more)
        if len(part) < size:
            return
        *listed, more = unpack_from(f"<{size // 4}I", part)
        yield from (sector for sector in listed if sector < _LAST)


def _sector(content: bytes, size: int, number: int) -> bytes:
    return content[(number + 1) * size : (number + 2) * size]


def _chain(content: bytes, size: int, table: list[int], first: int) -> bytes:
    """The sectors that follow one another from the first, those that lie side by side taken at once."""
    parts, seen, sector = [], set[int](), first
    while sector < len(table) and sector not in seen:
        begins = sector
        seen.add(sector)
        while (follows := table[sector]) == sector + 1 and follows < len(table) and follows not in seen:
            seen.add(sector := follows)
        parts.append(content[(begins + 1) * size : (sector + 2) * size])
        sector = follows
    return b"".join(parts)
