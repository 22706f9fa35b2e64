"""What an old workbook may say that its reader takes amiss, said so that it is understood. [MS-XLS] 2.4.

A workbook of Excel 97 or later keeps its texts in Unicode whatever alphabet it names; its reader believes the name, and
puts a nought after every letter. And it takes numbers of formats for days by their number alone, though the workbook
says otherwise, as those of some report writers do.
"""

from collections.abc import Iterator
from struct import pack, pack_into, unpack_from

from db.returns.files.kinds import OLE
from db.returns.files.number_formats import Shows, shows
from db.returns.files.old_stream import is_tangled

_BEGIN, _END, _ALPHABET, _FORMAT, _LOOK = 0x809, 0x0A, 0x42, 0x41E, 0xE0
_EXCEL_97, _UNICODE = 0x600, 1200
_TAKEN_FOR_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_ELSEWHERE = 1_000
"""Added to the number of a format, it is no number that means anything by itself."""
_SECTOR, _SMALLEST, _NUMBERS, _IN_HEADER = 512, 4_096, 128, 109
"""The bytes of a sector and of the smallest stream kept in sectors; the numbers in a sector, and in the header."""
_CHAIN_ENDS, _FREE, _TABLE, _MORE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFC


def mended(stream: bytes, content: bytes) -> bytes:
    """A workbook, by its records and its file, as a file whose reader understands it; as it is when it does so."""
    changed = _understood(stream)
    return _file_of(changed) if changed != stream or (stream and is_tangled(content)) else content


def _understood(stream: bytes) -> bytes:
    records = list(_first_records(stream))
    if not records or unpack_from("<H", stream, records[0][1])[0] != _EXCEL_97:
        return stream
    own = {unpack_from("<H", stream, at)[0] for kind, at in records if kind == _FORMAT and not _is_of_time(stream, at)}
    own &= _TAKEN_FOR_DAYS
    changed = bytearray(stream)
    for kind, at in records:
        if kind == _ALPHABET:
            pack_into("<H", changed, at, _UNICODE)
        elif kind in (_FORMAT, _LOOK):
            place = at if kind == _FORMAT else at + 2
            number = unpack_from("<H", stream, place)[0]
            pack_into("<H", changed, place, number + _ELSEWHERE * (number in own))
    return bytes(changed)


def _first_records(stream: bytes) -> Iterator[tuple[int, int]]:
    """The kind of each record about the workbook as a whole, and where its body begins."""
    at = 0
    while at + 8 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        if kind == _END or (kind == _BEGIN) != (at == 0):
            return
        if size >= 4 or kind == _ALPHABET:
            yield kind, at + 4
        at += 4 + size


def _is_of_time(stream: bytes, at: int) -> bool:
    """Whether the format in a record's body shows a number as a day or a time."""
    length, is_wide = unpack_from("<HB", stream, at + 2)
    code = stream[at + 5 : at + 5 + length * (1 + is_wide % 2)].decode(
        "utf-16-le" if is_wide % 2 else "cp1252", "replace"
    )
    return shows(code) in (Shows.DAY, Shows.DURATION)


def _file_of(stream: bytes) -> bytes:
    """An OLE file that holds the stream of a workbook and nothing else. [MS-CFB] 2."""
    held = stream.ljust(_SMALLEST, b"\0") + bytes(-len(stream) % _SECTOR)
    count = len(held) // _SECTOR
    tables, more = _sizes(count)
    first = tables + more + 1
    follows = [_TABLE] * tables + [_MORE] * more + [_CHAIN_ENDS, *range(first + 1, first + count), _CHAIN_ENDS]
    follows += [_FREE] * (tables * _NUMBERS - len(follows))
    entries = _entry("Root Entry", 5, _CHAIN_ENDS, 0, 1) + _entry("Workbook", 2, first, len(held), _FREE)
    header = OLE + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += pack("<8I", 0, tables, tables + more, 0, _SMALLEST, _CHAIN_ENDS, 0, tables if more else _CHAIN_ENDS)
    header += pack("<I", more) + _numbers([*range(min(tables, _IN_HEADER))], _IN_HEADER)
    listed = b"".join(
        _numbers([*range(at, min(at + _NUMBERS - 1, tables))], _NUMBERS - 1)
        + pack("<I", tables + number if number < more else _CHAIN_ENDS)
        for number, at in enumerate(range(_IN_HEADER, tables, _NUMBERS - 1), 1)
    )
    return b"".join((header, _numbers(follows, len(follows)), listed, entries.ljust(_SECTOR, b"\0"), held))


def _sizes(count: int) -> tuple[int, int]:
    """How many sectors say what follows what, for so many and for themselves, and how many more list those."""
    tables = more = 0
    while tables * _NUMBERS < count + tables + more + 1:
        tables += 1
        more = max(0, -(-(tables - _IN_HEADER) // (_NUMBERS - 1)))
    return tables, more


def _numbers(numbers: list[int], room: int) -> bytes:
    return pack(f"<{room}I", *numbers, *[_FREE] * (room - len(numbers)))


def _entry(name: str, kind: int, first: int, size: int, child: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    head = written.ljust(64, b"\0") + pack("<HBB", len(written), kind, 1) + pack("<III", _FREE, _FREE, child)
    return head + bytes(36) + pack("<III", first, size, 0)
