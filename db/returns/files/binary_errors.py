"""A second look at a binary workbook (.xlsb), for the cells that failed: its reader takes them for blanks.
[MS-XLSB] 2.1.7.62 and 2.5.97.2."""

from collections.abc import Iterator
from struct import unpack_from
from zipfile import ZipFile

from db.returns.cells import address
from db.returns.files.binary_records import FAILED
from db.returns.files.gathering import Gathering
from db.returns.files.open_xml_parts import Parts

UNSEEN = (
    "In this kind of file hidden rows and columns, remarks and number formats cannot be seen. "
    "A percentage is read as its share of one."
)
_WORKBOOK = "xl/workbook.bin"
_ROW, _LISTED = 0, 156
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip


def add_to(found: Gathering, archive: ZipFile) -> None:
    """Add to what was read the cells that failed."""
    sheets = _sheet_parts(Parts(archive))
    if len(sheets) != len(found.sheets):
        return
    for title, part in zip(tuple(found.sheets), sheets, strict=True):
        for row, column, text in _failed(part):
            if row <= found.limits.rows and column <= found.limits.columns:
                found.sheet(title)[row, column] = text
                found.errors.add((title, address(row, column)))


def _sheet_parts(parts: Parts) -> list[bytes]:
    """The sheets of cells as the workbook lists them."""
    related = parts.related(_WORKBOOK)
    with parts.open(_WORKBOOK) as source:
        listed = [related.get(_identity(body), ("", "")) for kind, body in _records(source.read()) if kind == _LISTED]
    found = []
    for kind, part in listed:
        if kind == "worksheet" and part in parts:
            with parts.open(part) as source:
                found.append(source.read())
    return found


def _identity(body: bytes) -> str:
    length = unpack_from("<I", body, 8)[0]
    return body[12 : 12 + 2 * length].decode("utf-16-le", "replace")


def _failed(part: bytes) -> Iterator[tuple[int, int, str]]:
    """The row and column, from 1, and the error of each cell that failed."""
    row = 0
    for kind, body in _records(part):
        if kind == _ROW:
            row = unpack_from("<I", body)[0]
        elif kind in FAILED:
            yield row + 1, unpack_from("<I", body)[0] + 1, _ERRORS.get(body[8], "#VALUE!")


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The kind and body of each record; both lengths are written in bytes of seven bits."""
    at, end = 0, len(part) - 1
    while at < end:
        kind, at = part[at], at + 1
        if kind >= 128:
            kind, at = kind & 0x7F | (part[at] & 0x7F) << 7, at + 1
        size = place = 0
        while at < len(part):
            byte, at = part[at], at + 1
            size |= (byte & 0x7F) << place
            place += 7
            if byte < 128 or place == 28:
                break
        yield kind, part[at : at + size]
        at += size
