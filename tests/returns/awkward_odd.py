"""Workbooks of the usual kind that are oddly made and hold every value all the same."""

import warnings
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from openpyxl import Workbook

from db.returns.cells import CellValue
from tests.returns import files

Expected = Mapping[str, Mapping[str, CellValue]]

PLAIN: Expected = {"Sheet": {"A1": "Measure", "B1": "Figure", "A2": "People", "B2": 12}}
_PARTS = files.parts_of(files.plain_workbook())


def _one(**cells: CellValue) -> Expected:
    return {"Sheet": cells}


def _with(part: str, content: bytes) -> bytes:
    return files.packed({**_PARTS, part: content})


def _cells(*cells: str) -> bytes:
    return files.with_sheet(f"<row>{''.join(cells)}</row>")


def _number(cell: str, value: object, more: str = "") -> str:
    return f'<c r="{cell}" {more}><v>{value}</v></c>'


def _packed(method: int = ZIP_DEFLATED, more: Mapping[str, bytes] | None = None, *, is_large: bool = False) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", method) as archive:
        for name, part in (_PARTS | dict(more or {})).items():
            with archive.open(name, "w", force_zip64=is_large) as file:
                file.write(part)
    return packed.getvalue()


def _twice() -> bytes:
    """The sheet is packed twice: the later counts, as for Excel."""
    later = files.parts_of(_cells(_number("A1", 99)))[files.SHEET_PART]
    packed = BytesIO(files.plain_workbook())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(packed, "a") as archive:
            archive.writestr(files.SHEET_PART, later)
    return packed.getvalue()


def _named(name: str) -> bytes:
    return _with("xl/workbook.xml", _PARTS["xl/workbook.xml"].replace(b'name="Sheet"', f'name="{name}"'.encode()))


def _serials(*values: tuple[float, str]) -> bytes:
    workbook = Workbook()
    for row, (value, code) in enumerate(values, 1):
        cell: Any = workbook.worksheets[0].cell(row, 1)
        cell.value, cell.number_format = value, code
    return files.saved(workbook)


_LATIN = (
    '<?xml version="1.0" encoding="iso-8859-1"?><worksheet><sheetData><row><c t="str"><v>café</v></c></row></sheetData>'
    "</worksheet>"
)
ODD: dict[str, tuple[bytes, Expected]] = {
    "one cell twice": (_cells(_number("A1", 1), _number("A1", 2)), _one(A1=2)),
    "one row twice": (
        files.with_sheet(f'<row r="1">{_number("A1", 1)}</row><row r="1">{_number("B1", 2)}</row>'), _one(A1=1, B1=2),
    ),
    "a cell at the very end": (
        files.with_sheet(f'<row r="1">{_number("A1", 1)}</row><row r="1048576">{_number("XFD1048576", 2)}</row>'),
        _one(A1=1),
    ),
    "a style that is not there": (_cells(_number("A1", 5, 's="9999"'), _number("B1", 6, 's="x"')), _one(A1=5, B1=6)),
    "a type nobody knows": (_cells(_number("A1", "x", 't="zz"')), _one(A1="x")),
    "truths that are none": (_cells(_number("A1", 2, 't="b"'), _number("B1", "YES", 't="b"')), _one(A1="2", B1="YES")),
    "numbers beyond all numbers": (
        _cells(_number("A1", "1E400"), _number("B1", "INF"), _number("C1", "123456789012345678"), _number("D1", "1,5")),
        _one(A1="1E400", B1="INF", C1=123456789012345678, D1="1,5"),
    ),
    "days about 1900": (
        _serials((0, "d/m/yyyy"), (1, "d/m/yyyy"), (60, "d/m/yyyy"), (61, "d/m/yyyy"), (59.5, "d/m/yyyy h:mm")),
        _one(A1="00:00:00", A2=date(1900, 1, 1), A3=date(1900, 2, 28), A4=date(1900, 3, 1),
             A5=datetime(1900, 2, 28, 12)),
    ),
    "times below nought": (_serials((-0.5, "[h]:mm"), (-1.25, "[h]:mm:ss")), _one(A1="-12:00:00", A2="-30:00:00")),
    "formulas in common": (
        _cells(
            '<c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>2</v></c>',
            '<c r="B1"><f t="shared" si="0"/><v>4</v></c>', '<c r="C1"><f t="array" ref="C1:D1">{1}</f><v>1</v></c>',
            '<c r="E1" t="str"><f>DDE("a","b")</f><v/></c>',
        ),
        _one(A1=2, B1=4, C1=1),
    ),
    "text of characters that nobody sees": (
        _cells('<c t="inlineStr"><is><t>&#x202E;rtl&#x200B;&#xA0;</t></is></c>'), _one(A1="\u202ertl\u200b\xa0"),
    ),
    "a sheet without rows": (_with(files.SHEET_PART, f'<worksheet xmlns="{files.MAIN}"/>'.encode()), {"Sheet": {}}),
    "a sheet in UTF-16": (
        _with(files.SHEET_PART, _PARTS[files.SHEET_PART].decode().replace('encoding="UTF-8"', "").encode("utf-16")),
        PLAIN,
    ),
    "a sheet in an old alphabet": (_with(files.SHEET_PART, _LATIN.encode("iso-8859-1")), _one(A1="café")),
    "elements a hundred thousand deep": (
        _cells(f'<c r="A1">{"<v>" * 100_000}1{"</v>" * 100_000}</c>'), _one(A1=1),
    ),
    "a sheet's name of marks": (_named("a/\\?*[]:'"), {"a/\\?*[]:'": PLAIN["Sheet"]}),
    "a sheet without a name": (_named(""), {"": PLAIN["Sheet"]}),
    "names defined brokenly": (
        _with("xl/workbook.xml", _PARTS["xl/workbook.xml"].replace(
            b"</sheets>", b'</sheets><definedNames><definedName name="x">#REF!$A$1</definedName></definedNames>',
        )), PLAIN,
    ),
    "a theme that is broken": (_with("xl/theme/theme1.xml", b"<"), PLAIN),
    "content types that are broken": (_with("[Content_Types].xml", b"<Types"), PLAIN),
    "one part packed twice": (_twice(), _one(A1=99)),
    "names that lead out of the folder": (_packed(more={"../../out": b"x", "/etc/out": b"x", "C:\\out": b"x"}), PLAIN),
    "a packed file within": (_packed(more={"xl/media/a.zip": files.packed({"a": bytes(1_000_000)})}), PLAIN),
    "sizes of 64 bits": (_packed(is_large=True), PLAIN),
    "parts that are not packed": (_packed(ZIP_STORED), PLAIN),
    "parts packed by BZIP2": (_packed(ZIP_BZIP2), PLAIN),
    "parts packed by LZMA": (_packed(ZIP_LZMA), PLAIN),
    "two files one after the other": (files.plain_workbook() * 2, PLAIN),
    "noughts after the file": (files.plain_workbook() + bytes(5_000), PLAIN),
}  # fmt: skip
