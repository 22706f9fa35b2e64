"""Workbooks of the other kinds, .xls, .xlsb and .ods, by python-calamine.

It may panic on a damaged file, which its Python face raises beside every Exception, or abort the process: see
db.returns.apart.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from io import BytesIO
from itertools import accumulate
from marshal import dumps
from operator import ne
from typing import TYPE_CHECKING, Any

from db.returns.cells import CellValue, Merged
from db.returns.files.gathering import Gathering
from db.returns.files.limits import Limits
from db.returns.files.refusals import damaged_inside, not_safe, only_charts, with_password, without_sheets
from db.returns.files.serial_days import duration_of, plain_day
from db.returns.row_cells import Row, RowCells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

UNSEEN_OLD = (
    "In an old workbook remarks and number formats cannot be seen. A percentage is read as its share of one, and what "
    "is shown in thousands as what the cell holds."
)
_PLAIN = frozenset({str, float, int, bool, date})
_DAY = timedelta(days=1)
_MAYBE_NO_NUMBER = re.compile(rb"g.{6}[\xf0-\xff][\x7f\xff]", re.DOTALL)


def gather(content: bytes, found: Gathering) -> None:
    """Read a workbook's sheets.

    Raises:
        UnreadableWorkbook: it is locked, damaged, or has no sheet of cells.
    """
    from python_calamine import CalamineWorkbook

    with _refusing(found.name), CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
        _gather(workbook, found)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError:
        raise with_password(name) from None
    except (CalamineError, ValueError, OSError, OverflowError, IndexError) as trouble:
        raise damaged_inside(name, type(trouble).__name__) from trouble
    except BaseException as trouble:
        if type(trouble).__name__ != "PanicException":
            raise
        raise not_safe(name, "its inside makes no sense") from None


def _gather(workbook: "CalamineWorkbook", found: Gathering) -> None:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    listed = workbook.sheets_metadata
    sheets = [(at, each) for at, each in enumerate(listed) if each.typ == SheetTypeEnum.WorkSheet]
    if not sheets:
        raise only_charts(found.name) if listed else without_sheets(found.name)
    for done, (at, each) in enumerate(sheets, 1):
        title = found.new_sheet(each.name)
        if each.visible != SheetVisibleEnum.Visible:
            found.hidden_sheets.add(title)
        sheet = workbook.get_sheet_by_index(at)
        _gather_sheet(sheet, title, found)
        if merged := merged_in(sheet, found.limits):
            found.merged[title] = merged
        found.progress(done / len(sheets))


def _gather_sheet(sheet: "CalamineSheet", title: str, found: Gathering) -> None:
    if sheet.start is None or sheet.end is None:
        return
    limits = found.limits
    top, left = sheet.start[0] + 1, sheet.start[1] + 1
    rows = sheet.to_python(skip_empty_area=True, nrows=max(limits.rows - top + 2, 0))
    if top + len(rows) - 1 > limits.rows:
        del rows[max(limits.rows - top + 1, 0) :]
        found.is_long(title)
    if sheet.end[1] + 1 > limits.columns:
        rows = [row[: max(limits.columns - left + 1, 0)] for row in rows]
        found.is_wide(title)
    found.sheets[title] = RowCells(_cut(_plain_rows(rows), title, found), top, left)


def _cut(rows: list[Row], title: str, found: Gathering) -> list[Row]:
    """The rows there is room for."""
    if sum(map(len, rows)) <= found.room:
        return rows
    filled = accumulate(len(row) - row.count("") for row in rows)
    last = next((at for at, so_far in enumerate(filled, 1) if so_far > found.room), len(rows))
    if last < len(rows):
        found.is_full(title)
    return rows[:last]


def _plain_rows(rows: list[list[Any]]) -> list[Row]:
    if not _are_plain(rows):
        for at, row in enumerate(rows):
            if not _PLAIN.issuperset(map(type, row)) or any(map(ne, row, row)):
                rows[at] = [_plain(value) for value in row]
    return rows


def _are_plain(rows: list[list[Any]]) -> bool:
    """Whether nothing but texts, numbers and truths is sure to stand there.

    Marshal knows no days and takes half the time of a look at each value; a “g” comes before each number, and what is
    none, though kept as one, ends in these two bytes.
    """
    try:
        written = dumps(rows, 2)
    except ValueError:
        return False
    return not _MAYBE_NO_NUMBER.search(written)


def _plain(value: Any) -> CellValue:
    if isinstance(value, date):
        return plain_day(value)
    if isinstance(value, timedelta):
        return duration_of(value / _DAY)
    if isinstance(value, time):
        return value.isoformat()
    return value if type(value) in _PLAIN and value == value else str(value)


def merged_in(sheet: "CalamineSheet", limits: Limits) -> tuple[Merged, ...]:
    """The blocks shown as one cell, where this kind of file tells them, that begin within the limits."""
    return tuple(
        Merged(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if (top, left) != (bottom, right) and top < limits.rows and left < limits.columns
    )
