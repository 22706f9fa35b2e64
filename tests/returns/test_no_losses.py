"""What openpyxl and python-calamine see in a workbook is in what we read of it, cell by cell."""

import warnings
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from db.returns.files.open_xml_texts import plain_text
from db.returns.workbook import read_content
from tests.returns import files
from tests.returns.awkward_read import OPEN_XML, OTHERS

Seen = Mapping[tuple[str, int, int], Any]
MEANT_OTHERWISE = {
    "a text with how it is said", "two sheets of one name", "a day no calendar has", "not a number",
    "a long whole number", "cells of another row within a row",
}  # fmt: skip
"""Where one of them adds how a word is said, cannot tell twins apart, makes an error of a day, a number of a word, less
of a long number, or another row of a cell's own."""
FORMATS = ("General", "0.00", "0%", "#,##0,", "d mmm yyyy", "h:mm", '[<5]"*";0', "@", "£#,##0.00")


@pytest.mark.parametrize("name", [name for name in OPEN_XML if name not in MEANT_OTHERWISE])
def test_nothing_that_openpyxl_sees_is_lost(name: str) -> None:
    assert lost(OPEN_XML[name][0], by_openpyxl) == {}


@pytest.mark.parametrize("name", [name for name in (*OPEN_XML, *OTHERS) if name not in MEANT_OTHERWISE])
def test_nothing_that_calamine_sees_is_lost(name: str) -> None:
    assert lost((OPEN_XML | OTHERS)[name][0], by_calamine) == {}


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_of_a_workbook_made_by_chance(seed: int) -> None:
    content = by_chance(Random(seed))  # noqa: S311 - chance, not a secret
    assert lost(content, by_openpyxl) == {}
    assert lost(content, by_calamine) == {}


def lost(content: bytes, seen_by: Any) -> dict[tuple[str, int, int], tuple[Any, Any]]:
    """What another reader sees that we do not, or see as something else. Nothing when it cannot open the file."""
    ours = read_content(content, "sent")
    try:
        theirs: Seen = seen_by(content)
    except Exception:
        return {}
    found = {place: ours.sheets.get(place[0], {}).get((place[1], place[2])) for place in theirs}
    return {place: (found[place], value) for place, value in theirs.items() if not is_same(found[place], value)}


def by_openpyxl(content: bytes) -> Seen:
    """The cells that openpyxl sees when it does not trust the declared size."""
    seen = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()
            for row, cells in enumerate(sheet.iter_rows(), 1):
                for column, cell in enumerate(cells, 1):
                    if cell.value not in (None, ""):
                        seen[sheet.title, row, column] = cell.value
    workbook.close()
    return seen


def by_calamine(content: bytes) -> Seen:
    """The cells that python-calamine sees."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    seen = {}
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        top, left = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(), top + 1):
            for column, value in enumerate(values, left + 1):
                if value != "":
                    seen[name, row, column] = value
    return seen


def is_same(ours: Any, theirs: Any) -> bool:
    """Whether two readers mean the same: days and moments, times as text, texts with their codes read."""
    if isinstance(theirs, datetime) and theirs.time() == time():
        theirs = theirs.date()
    if isinstance(theirs, timedelta):
        return isinstance(ours, str) and ours.count(":") == 2
    if isinstance(theirs, datetime | time):
        return str(ours)[:16] == str(theirs)[:16]
    if isinstance(theirs, str):
        return isinstance(ours, str) and ours.split() in (theirs.split(), plain_text(theirs).split())
    return bool(ours == theirs)


def by_chance(chance: Random) -> bytes:
    """A workbook of every kind of value in every kind of format, with gaps, merged cells and hidden parts."""
    workbook = Workbook()
    for number in range(2):
        sheet = workbook.create_sheet(f"Sheet {number} & <co>")
        for _ in range(150):
            cell = sheet.cell(chance.randint(1, 60), chance.randint(1, 30))
            cell.value = a_value(chance)
            cell.number_format = chance.choice(FORMATS)
            if isinstance(cell.value, str):
                cell.data_type = "e" if cell.value.startswith("#") else "s"
        sheet.row_dimensions[chance.randint(1, 60)].hidden = True
    content = files.saved(workbook)
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:AD30"/></mergeCells>'
    part = files.parts_of(content)[files.SHEET_PART.replace("1", "2")].replace(b"</sheetData>", merged)
    return files.with_part(content, files.SHEET_PART.replace("1", "2"), part)


def a_value(chance: Random) -> Any:
    """Anything a cell may hold."""
    moment = datetime(2025, 1, 1) + timedelta(minutes=chance.randint(0, 500_000))
    return chance.choice([
        chance.randint(1, 10**6), chance.uniform(61, 10_000), True, False, moment, moment.date(), date(1999, 12, 31),
        "=SUM(A1)", "  two\nlines ", "Ŵ ŷ £ 😀", "#N/A", "012", "x" * 400, "a_x000D_b", "<b>&",
    ])  # fmt: skip
