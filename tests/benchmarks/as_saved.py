"""Old and binary workbooks as a spreadsheet program saves them: each text kept once, short numbers kept short."""

import struct
from collections.abc import Iterator, Sequence

from tests.returns.other_kinds import piece, record, wide, xls, xlsb_of

Rows = Sequence[Sequence[float | str]]
_MOST = 8_000
"""Bytes of texts in one record of an old workbook; the next goes on."""
_LARGEST_SHORT = 1 << 29


def xls_as_saved(rows: Rows) -> bytes:
    """An old workbook of one sheet."""
    texts = _texts(rows)
    cells = b"".join(_xls_row(number, row, texts) for number, row in enumerate(rows))
    return xls([], more=cells, before=b"".join(_xls_texts(texts)))


def xlsb_as_saved(rows: Rows) -> bytes:
    """A binary workbook of one sheet."""
    texts = _texts(rows)
    cells = b"".join(_xlsb_row(number, row, texts) for number, row in enumerate(rows))
    shared = b"".join(piece(19, b"\0" + wide(text)) for text in texts)
    count = struct.pack("<II", len(texts), len(texts))
    sheet = piece(129) + piece(148, bytes(16)) + piece(145) + cells + piece(146) + piece(130)
    return xlsb_of(sheet, piece(159, count) + shared + piece(160))


def _texts(rows: Rows) -> dict[str, int]:
    found = dict.fromkeys(value for row in rows for value in row if isinstance(value, str))
    return {text: at for at, text in enumerate(found)}


def _short(value: float) -> int | None:
    """Thirty bits for a number of whole hundredths, and two that say how they are meant."""
    if value == int(value) and abs(value) < _LARGEST_SHORT:
        return (int(value) << 2 | 2) & 0xFFFFFFFF
    if value * 100 == int(value * 100) and abs(value * 100) < _LARGEST_SHORT:
        return (int(value * 100) << 2 | 3) & 0xFFFFFFFF
    return None


def _xls_row(number: int, row: Sequence[float | str], texts: dict[str, int]) -> bytes:
    head = record(0x208, struct.pack("<HHHHHHHH", number, 0, len(row), 255, 0, 0, 0x100, 15))
    return head + b"".join(_xls_cell(struct.pack("<HHH", number, at, 15), value, texts) for at, value in enumerate(row))


def _xls_cell(place: bytes, value: float | str, texts: dict[str, int]) -> bytes:
    if isinstance(value, str):
        return record(0xFD, place + struct.pack("<I", texts[value]))
    short = _short(value)
    if short is None:
        return record(0x203, place + struct.pack("<d", value))
    return record(0x27E, place + struct.pack("<I", short))


def _xls_texts(texts: dict[str, int]) -> Iterator[bytes]:
    kind, body = 0xFC, struct.pack("<II", len(texts), len(texts))
    for text in texts:
        if len(body) > _MOST:
            yield record(kind, body)
            kind, body = 0x3C, b""
        body += struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
    yield record(kind, body)


def _xlsb_row(number: int, row: Sequence[float | str], texts: dict[str, int]) -> bytes:
    head = piece(0, struct.pack("<I", number) + bytes(9) + struct.pack("<III", 1, 0, len(row) - 1))
    return head + b"".join(_xlsb_cell(struct.pack("<II", at, 0), value, texts) for at, value in enumerate(row))


def _xlsb_cell(place: bytes, value: float | str, texts: dict[str, int]) -> bytes:
    if isinstance(value, str):
        return piece(7, place + struct.pack("<I", texts[value]))
    short = _short(value)
    if short is None:
        return piece(5, place + struct.pack("<d", value))
    return piece(2, place + struct.pack("<I", short))
