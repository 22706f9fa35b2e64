"""A workbook's file turned into plain cells. The one place that opens a workbook somebody else made."""

import warnings
from collections.abc import Iterable
from datetime import date, datetime, time
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from db.returns import second_look
from db.returns.cells import Cells, CellValue, address
from db.returns.container import UnreadableWorkbook, load, open_container

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "UnreadableWorkbook", "read", "read_content"]

MOST_ROWS = 20_000
MOST_COLUMNS = 200

_NUMBERS = frozenset({int, float})
_PLAIN = _NUMBERS | {str, bool}
_Sheet = dict[tuple[int, int], CellValue]


def read(path: Path) -> Cells:
    """Every cell of a workbook with its address; formulas by the result they were saved with.

    Judged by content, not by name. At most MOST_ROWS by MOST_COLUMNS of each sheet are read; what lies beyond is
    told in the notes. Nothing in the file is run and no link in it is followed.

    Raises:
        UnreadableWorkbook: it is not a workbook, is locked, damaged, too large, or made to harm.
    """
    return read_content(load(path), path.name)


def read_content(content: bytes, name: str) -> Cells:
    """As read, from a file's bytes.

    Raises:
        UnreadableWorkbook: as read.
    """
    with open_container(content, name) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _read(content, archive, name)
        except UnreadableWorkbook:
            raise
        except Exception as trouble:
            raise UnreadableWorkbook(
                f"“{name}” looks like a workbook but its inside is damaged ({type(trouble).__name__}). Open it in "
                "Excel, let it repair the file, save it as “Excel Workbook (.xlsx)”, and read that."
            ) from trouble


def _read(content: bytes, archive: ZipFile, name: str) -> Cells:
    from openpyxl import load_workbook

    workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        return _cells_of(workbook, archive, name, sha256(content).hexdigest())
    finally:
        workbook.close()


def _cells_of(workbook: "Workbook", archive: ZipFile, name: str, digest: str) -> Cells:
    sheets: dict[str, _Sheet] = {}
    percent: set[tuple[str, str]] = set()
    notes = ["The workbook holds macros. They were not run; only its cells were read."] * second_look.has_macros(
        archive
    )
    for sheet in workbook.worksheets:
        sheets[sheet.title], shown_as_percent, is_long = _read_sheet(sheet)
        percent.update((sheet.title, each) for each in shown_as_percent)
        notes += _too_long(sheet.title) if is_long else ()
    if not sheets:
        raise UnreadableWorkbook(
            f"“{name}” has no sheets that can be read. Save it as “Excel Workbook (.xlsx)”, not “Strict Open XML”."
        )
    notes += _too_wide(archive)
    missing = frozenset(second_look.uncalculated(archive, MOST_ROWS))
    return Cells(name, digest, sheets, frozenset(percent), missing, tuple(notes))


def _read_sheet(sheet: Any) -> tuple[_Sheet, list[str], bool]:
    """A sheet's cells, the addresses shown as a percentage, and whether it goes on past MOST_ROWS."""
    sheet.reset_dimensions()
    found: _Sheet = {}
    percent: list[str] = []
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), 1):
        if number > MOST_ROWS:
            return found, percent, True
        for column, cell in enumerate(row, 1):
            if (value := cell.value) is not None:
                kind = type(value)
                found[number, column] = value if kind in _PLAIN else _day_or_text(value)
                if kind in _NUMBERS and "%" in cell.number_format:
                    percent.append(address(number, column))
    return found, percent, False


def _day_or_text(value: Any) -> CellValue:
    """A value as a day where it is one, and as text where it is nothing a return knows."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    return value if isinstance(value, date) else str(value)


def _too_long(sheet: str) -> Iterable[str]:
    return (f"The sheet “{sheet}” goes on past row {MOST_ROWS:,}. What lies beyond was not read.",)


def _too_wide(archive: ZipFile) -> Iterable[str]:
    last = address(1, MOST_COLUMNS)[:-1]
    for sheet in second_look.too_wide(archive, MOST_COLUMNS):
        yield f"The sheet “{sheet}” has cells past column {last}. What lies beyond was not read."
