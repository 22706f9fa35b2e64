"""The smallest files of the kinds that openpyxl does not write: .xls, .xlsb and .ods, byte by byte."""

import struct
from collections.abc import Iterable

from tests.returns.files import packed

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
_ODS_NAMES = (
    f'{_OFFICE} xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

Rows = Iterable[Iterable[float | str | None]]


def ods(tables: str) -> bytes:
    """An OpenDocument spreadsheet of the tables given as XML."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_ODS_NAMES} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed({"mimetype": ODS_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content.encode()})


def ods_table(rows: str, name: str = "Sheet") -> str:
    """A table of the rows given as XML."""
    return f'<table:table table:name="{name}">{rows}</table:table>'


def ods_rows(rows: Rows) -> str:
    """Rows of numbers and texts."""
    return "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)


def _ods_cell(value: float | str | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"


def xls(rows: Rows, *, more: bytes = b"", before: bytes = b"") -> bytes:
    """An old workbook of one sheet; more are records of the sheet, before are records of the workbook."""
    bound = record(0x85, struct.pack("<IBB", 0, 0, 0) + b"\x05\x00Sheet")
    begins = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    ends = record(0x0A, b"")
    sheet_at = len(begins) + len(before) + len(bound) + len(ends)
    bound = bound[:4] + struct.pack("<I", sheet_at) + bound[8:]
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + b"".join(_xls_cells(rows)) + more + ends
    return ole({"Workbook": begins + before + bound + ends + sheet})


def _xls_cells(rows: Rows) -> Iterable[bytes]:
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                yield record(0x204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
            elif value is not None:
                yield record(0x203, place + struct.pack("<d", value))


def number_record(row: int, column: int, value: float) -> bytes:
    """A number far from the others, by row and column from 0."""
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def record(kind: int, body: bytes) -> bytes:
    """A record of an old workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def ole(streams: dict[str, bytes], root_class: bytes = bytes(16)) -> bytes:
    """An OLE file of some streams, each kept in whole sectors."""
    kept = {name: stream.ljust(4096, b"\0") + bytes(-len(stream) % _SECTOR) for name, stream in streams.items()}
    sectors = sum(len(stream) // _SECTOR for stream in kept.values()) + 1
    tables = -(-sectors // (_SECTOR // 4 - 1))
    table, entries = [_TABLE] * tables + [_END], [_entry("Root Entry", 5, _END, 0, root_class, 1)]
    for name, stream in kept.items():
        first, count = len(table), len(stream) // _SECTOR
        table += [*range(first + 1, first + count), _END]
        entries.append(_entry(name, 2, first, len(stream)))
    table += [_FREE] * (tables * _SECTOR // 4 - len(table))
    header = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    return header + struct.pack(f"<{len(table)}I", *table) + directory + b"".join(kept.values())


def _entry(name: str, kind: int, first: int, size: int, root_class: bytes = bytes(16), child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", _FREE, _FREE, child)
    place = struct.pack("<III", first, size, 0)
    return (
        written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1) + links + root_class + bytes(20) + place
    )


def xlsb(rows: Rows) -> bytes:
    """A binary workbook of one sheet."""
    return xlsb_of(_xlsb_sheet(rows))


def xlsb_of(sheet: bytes, texts: bytes = b"") -> bytes:
    """A binary workbook of the records of one sheet, and of the texts its cells share."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.bin": _xlsb_workbook(),
            "xl/_rels/workbook.bin.rels": (
                f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{kinds}/worksheet" '
                'Target="worksheets/sheet1.bin"/></Relationships>'
            ).encode(),
            "xl/worksheets/sheet1.bin": sheet,
            **({"xl/sharedStrings.bin": texts} if texts else {}),
        }
    )


def _xlsb_workbook() -> bytes:
    sheet = struct.pack("<II", 0, 1) + wide("rId1") + wide("Sheet")
    return piece(131) + piece(143) + piece(156, sheet) + piece(144) + piece(132)


def _xlsb_sheet(rows: Rows) -> bytes:
    pieces = [piece(129), piece(148, bytes(16)), piece(145)]
    for row, values in enumerate(rows):
        pieces.append(piece(0, struct.pack("<I", row) + bytes(13)))
        for column, value in enumerate(values):
            place = struct.pack("<II", column, 0)
            if isinstance(value, str):
                pieces.append(piece(6, place + wide(value)))
            elif value is not None:
                pieces.append(piece(5, place + struct.pack("<d", value)))
    return b"".join([*pieces, piece(146), piece(130)])


def wide(text: str) -> bytes:
    """A text of a binary workbook."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def piece(kind: int, body: bytes = b"") -> bytes:
    """A record of a binary workbook."""
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, left = bytearray(), len(body)
    while left > 127:
        size.append(left & 0x7F | 0x80)
        left >>= 7
    return number + bytes([*size, left]) + body
