"""Workbooks for the tests: honest ones, and ones changed by hand into what providers and attackers send."""

import struct
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

from db.returns.layout import RETURN_SHEET, ReturnForm
from db.returns.reading import Asked, ReadReturn, read_return
from db.returns.workbook import read_content
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, quarter_of
from exports.blank_return import render

SHEET_PART = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

CONTRACT = ContractId("contract-1")
QUARTER = quarter_of(date(2025, 11, 1))
MEASURES = (
    Measure(MeasureId("m1"), "People supported", MeasureUnit.COUNT),
    Measure(MeasureId("m2"), "Spend", MeasureUnit.POUNDS),
    Measure(MeasureId("m3"), "Answered in two days", MeasureUnit.PERCENT),
    Measure(MeasureId("m4"), "What went well", MeasureUnit.WORDS),
)
FORM = ReturnForm(CONTRACT, "SAMPLE-1", "Help at home", "A provider", QUARTER, MEASURES)
ASKED = {CONTRACT: Asked(CONTRACT, "SAMPLE-1", MEASURES)}


def filled(values: dict[str, Any], form: ReturnForm = FORM, change: Callable[[Workbook], None] | None = None) -> bytes:
    """A blank return with values typed into cells of its return sheet, saved as a provider would."""
    workbook = load_workbook(BytesIO(render(form)))
    for cell, value in values.items():
        workbook[RETURN_SHEET][cell] = value
    if change is not None:
        change(workbook)
    return saved(workbook)


def read_back(values: dict[str, Any], change: Callable[[Workbook], None] | None = None) -> ReadReturn:
    """A blank return filled in, saved, and read."""
    return read_return(read_content(filled(values, change=change), "return.xlsx"), ASKED)


def saved(workbook: Workbook) -> bytes:
    """A workbook's bytes."""
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def plain_workbook(*rows: tuple[Any, ...]) -> bytes:
    """A workbook of one sheet, Sheet, with some rows."""
    workbook = Workbook()
    for row in rows or (("Measure", "Figure"), ("People", 12)):
        workbook.worksheets[0].append(row)
    return saved(workbook)


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a packed file by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A packed file of some parts."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A workbook with one of its parts replaced or added."""
    return packed({**parts_of(content), name: part})


def with_sheet(sheet_data: str, before: str = "") -> bytes:
    """A workbook whose one sheet is the XML given."""
    xml = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{before}<sheetData>{sheet_data}</sheetData></worksheet>'
    return with_part(plain_workbook(), SHEET_PART, xml.encode())


def declaring(content: bytes, name: str, size: int) -> bytes:
    """The same packed file, but its directory says that one part unpacks to so many bytes."""
    changed = bytearray(content)
    at = content.index(b"PK\x01\x02")
    while content[at + 46 : at + 46 + struct.unpack_from("<H", content, at + 28)[0]] != name.encode():
        at = content.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)
