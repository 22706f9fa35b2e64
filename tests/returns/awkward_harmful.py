"""Files locked, broken or made to keep a computer busy: what each is, and a word of what is said of it."""

import struct

from db.returns.files.open_xml import MOST_SHEETS
from tests.returns import files
from tests.returns.other_kinds import ODS_TYPE, ods, ods_table, xls

ROWS = (("Measure", "Figure"), ("People", 12))
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_CELLS = f'<worksheet xmlns="{files.MAIN}"><sheetData><row>{{}}</row></sheetData></worksheet>'


def listing(count: int) -> bytes:
    """The workbook part that lists the first sheet so many times."""
    sheets = "".join(f'<sheet name="Sheet {at}" sheetId="{at}" r:id="rId1"/>' for at in range(1, count + 1))
    return f'<workbook xmlns="{files.MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>'.encode()


def sheets(count: int, part: bytes) -> bytes:
    """A workbook of some sheets that are all alike."""
    target = 'Type="x/worksheet" Target="worksheets/sheet{0}.xml"'
    related = "".join(f'<Relationship Id="rId{at}" {target.format(at)}/>' for at in range(1, count + 1))
    listed = listing(count)
    for at in range(count, 0, -1):
        listed = listed.replace(b'sheetId="%d" r:id="rId1"' % at, b'sheetId="%d" r:id="rId%d"' % (at, at))
    return files.packed({
        **files.parts_of(files.plain_workbook()),
        "xl/workbook.xml": listed,
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>".encode(),
        **{f"xl/worksheets/sheet{at}.xml": part for at in range(1, count + 1)},
    })  # fmt: skip


def _listed_often() -> bytes:
    content = files.with_sheet("<row><c><v>1</v></c></row>" * 8_000)
    return files.with_part(content, "xl/workbook.xml", listing(MOST_SHEETS))


def _old(*kinds: int) -> bytes:
    return xls(ROWS, before=b"".join(struct.pack("<HH", kind, 6) + bytes(6) for kind in kinds))


def _changed_in_packing() -> bytes:
    """A workbook of which one part no longer adds up."""
    content = bytearray(files.plain_workbook())
    at = content.index(b"PK\x01\x02")
    while not content[at + 46 :].startswith(files.SHEET_PART.encode()):
        at = content.index(b"PK\x01\x02", at + 4)
    content[at + 16] ^= 0xFF
    return bytes(content)


def _packed_by(method: int) -> bytes:
    """A workbook said to be packed by a method of another number."""
    content = bytearray(files.plain_workbook())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] = method
            at = content.find(mark, at + 4)
    return bytes(content)


def _far(rows: str, columns: str, text: str = "7") -> bytes:
    """An OpenDocument sheet of one cell written once for so many rows and columns."""
    cell = f'<table:table-cell office:value-type="string"{columns}><text:p>{text}</text:p></table:table-cell>'
    return ods(ods_table(f"<table:table-row{rows}>{cell}</table:table-row>"))


def _times(what: str, count: int) -> str:
    return f' table:number-{what}-repeated="{count}"'


_LOCKED = (
    b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
)
HARMFUL: dict[str, tuple[bytes, str]] = {
    "millions of empty cells": (sheets(4, _NO_CELLS.format("<c/>" * 1_100_000).encode()), "most of them empty"),
    "thousands of sheets": (
        files.with_part(files.plain_workbook(), "xl/workbook.xml", listing(MOST_SHEETS + 1)), "2,001 sheets",
    ),
    "one sheet listed a thousand times": (_listed_often(), "would unpack to"),
    "an old workbook locked for writing and reading": (_old(0x86, 0x2F), "password"),
    "an OpenDocument file with a password": (
        files.packed({"mimetype": ODS_TYPE, "META-INF/manifest.xml": _LOCKED, "content.xml": b"\x93\x07"}), "password",
    ),
    "an OpenDocument file locked whole": (
        files.packed({"mimetype": ODS_TYPE, "META-INF/manifest.xml": _LOCKED, "encrypted-package": b"\x93"}),
        "password",
    ),
    "an OpenDocument cell for every cell there is": (
        _far(_times("rows", 1_048_576), _times("columns", 16_384)), "so far apart",
    ),
    "an OpenDocument cell for every row there is": (_far(_times("rows", 9_999_999_999), ""), "so far apart"),
    "an OpenDocument cell beside the last column in every row": (
        ods(ods_table(
            f'<table:table-row{_times("rows", 5_000)}><table:table-cell{_times("columns", 16_383)}/>'
            "<table:table-cell><text:p>7</text:p></table:table-cell></table:table-row>"
        )), "so far apart",
    ),
    "an OpenDocument text for a million cells": (
        _far(_times("rows", 10_000), _times("columns", 100), "a long text " * 20), "so far apart",
    ),
    "an OpenDocument text of a thousand million blanks": (
        _far("", "", '<text:s text:c="1000000000"/>'), "so far apart",
    ),
    "a Numbers folder": (files.packed({"Q1.numbers/Index.zip": b"PK"}), "Numbers spreadsheet"),
    "a part that was changed on its way": (_changed_in_packing(), "not what it was when it was packed"),
    "parts packed as no workbook is": (_packed_by(9), "packed in a way"),
}  # fmt: skip
