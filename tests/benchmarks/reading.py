"""Reading a return of 5,000 rows and 40 columns of each kind, beside what another reader takes for the same file."""

import csv
import gc
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from time import perf_counter

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from db.returns.workbook import read_content
from tests.benchmarks.as_saved import xls_as_saved, xlsb_as_saved
from tests.benchmarks.ratio import Ratio
from tests.returns.other_kinds import ods, ods_rows, ods_table

_COLUMNS = 40
_RUNS = 5


def measure(rows: int = 5_000) -> list[Ratio]:
    """Our times and the others', best of five in turn."""
    values = [[_value(row, column) for column in range(_COLUMNS)] for row in range(rows)]
    workbook, text = _workbook(values), _text(values)
    table = ods(ods_table(ods_rows(values)))
    binary, old = xlsb_as_saved(values), xls_as_saved(values)
    size = f"{rows:,} x {_COLUMNS}"
    return [
        _ratio(f".xlsx of {size}", workbook, "openpyxl read-only", _by_openpyxl, 1.3),
        _ratio(f".ods of {size}", table, "calamine", _by_calamine, 1.5),
        _ratio(f".xlsb of {size}", binary, "calamine", _by_calamine, 1.5),
        _ratio(f".xls of {size}", old, "calamine", _by_calamine, 1.5),
        _ratio(f".csv of {size}", text, "calamine, the same cells in .xlsx", lambda _: _by_calamine(workbook), 1.5),
    ]


def _ratio(what: str, content: bytes, peer: str, read: Callable[[bytes], int], owed: float) -> Ratio:
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_RUNS):
        for job, taken in zip((_ours, read), times, strict=True):
            gc.collect()
            began = perf_counter()
            job(content)
            taken.append((perf_counter() - began) * 1000)
    return Ratio(f"Read {what}", min(times[0]), peer, min(times[1]), owed)


def _ours(content: bytes) -> int:
    return len(read_content(content, "return").sheets)


def _by_openpyxl(content: bytes) -> int:
    workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
    count = 0
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()
        count += sum(cell.value is not None for row in sheet.iter_rows() for cell in row)
    workbook.close()
    return count


def _by_calamine(content: bytes) -> int:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return sum(value != "" for row in workbook.get_sheet_by_index(0).to_python() for value in row)


def large_workbook(rows: int) -> bytes:
    """An .xlsx return of so many rows and 40 columns."""
    return _workbook([[_value(row, column) for column in range(_COLUMNS)] for row in range(rows)])


def _value(row: int, column: int) -> float | str:
    return (row * column, f"text {row % 97} {column}", row * 1.25 + column)[column % 3]


def _workbook(values: list[list[float | str]]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for number, row in enumerate(values):
        sheet.append([*row[:-1], date(2025, 1, 1 + number % 28)])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _text(values: list[list[float | str]]) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(values)
    return out.getvalue().encode()
