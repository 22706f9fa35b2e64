"""Writing the register's workbook and reading a return's, each beside openpyxl doing no more than the same cells."""

import gc
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from time import perf_counter
from typing import Any

from openpyxl import Workbook, load_workbook

from db.returns.workbook import MOST_COLUMNS, MOST_ROWS, read_content
from db.rules.contract import Contract, ExtensionOption, Holder, NoticeTerm, OptionId, Part, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence
from db.rules.provider import ProviderId
from exports.cells import pounds_of
from exports.register_workbook import render, tables
from exports.sheet_table import Kind
from tests.benchmarks.ratio import Ratio

_DAY = date(2025, 12, 1)
_RUNS = 3


def measure(rows: int = 10_000) -> list[Ratio]:
    """Our times and openpyxl's at a number of contracts, best of three in turn."""
    contracts = [_contract(number) for number in range(rows)]
    plain = _plain_rows(contracts)
    made_at = datetime(2025, 12, 1, 9, 30, tzinfo=UTC)
    ours, bare = _best(
        lambda: render(contracts, _DAY, "An officer", made_at, "All contracts"), lambda: _write_bare(plain)
    )
    content = _write_bare(plain)
    read_ours, read_bare = _best(lambda: read_content(content, "register.xlsx"), lambda: _read_bare(content))
    return [
        Ratio(f"Export the register of {rows:,} contracts", ours, "openpyxl write-only, the same values", bare, 1.1),
        Ratio(f"Read a workbook of {rows:,} rows", read_ours, "openpyxl read-only, the same cells", read_bare, 1.3),
        *_beside_xlsxwriter(rows, ours, plain),
        _beside_calamine(rows, content),
    ]


def _beside_xlsxwriter(rows: int, ours: float, plain: list[list[list[Any]]]) -> list[Ratio]:
    """Beside the quickest writer in Python, where it is installed; it is not one we use.

    It keeps no looks apart for each cell, and writes its XML by hand: what we owe is openpyxl's own ratio to it.
    """
    if find_spec("xlsxwriter") is None:
        return []
    _, peer = _best(lambda: None, lambda: _write_xlsxwriter(plain))
    return [Ratio(f"Export the register of {rows:,} contracts", ours, "XlsxWriter, the same values", peer, 2.2)]


def _beside_calamine(rows: int, content: bytes) -> Ratio:
    """Beside bare calamine, which gives values only: no formulas without results, hidden rows, formats or remarks."""
    ours, peer = _best(lambda: read_content(content, "register.xlsx"), lambda: _read_calamine(content))
    return Ratio(f"Read a workbook of {rows:,} rows", ours, "calamine, the same values", peer, 6.0)


def _contract(number: int) -> Contract:
    starts_on = date(2020, 4, 1) + timedelta(days=number % 900)
    part = Part(PartId(f"part-{number}"), "Whole contract")
    council, years = PartnerId("council"), range(2024, 2026)
    amount = Pence(10_000_000 + number * 101)
    return Contract(
        id=ContractId(f"contract-{number:08d}"),
        version=1,
        reference=f"SAMPLE-{number:05d}",
        title=f"Support at home, lot {number}",
        service=f"Service {number % 40}",
        manager=f"Manager {number % 25}",
        notes="Sample only." if number % 3 else "",
        starts_on=starts_on,
        initial_ends_on=starts_on + timedelta(days=1460),
        parts=(part,),
        holders=(Holder(ProviderId(f"provider-{number % 200}"), f"Provider {number % 200}"),),
        options=(ExtensionOption(OptionId(f"option-{number}"), 1, 12),),
        notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),),
        funding=tuple(FundingLine(part.id, part.name, council, "Council", year, amount) for year in years),
        annual_values=(AnnualValue(part.id, part.name, council, "Council", None, amount),),
    )


def _plain_rows(contracts: Sequence[Contract]) -> list[list[list[Any]]]:
    """Every cell of our tables as openpyxl takes it, worked out beforehand."""
    return [
        [[_plain(column.kind, column.value(row)) for column in table.columns] for row in table.rows]
        for table in tables(contracts, _DAY)
    ]


def _plain(kind: Kind, value: Any) -> Any:
    if value is None or value == "":
        return None
    return pounds_of(value) if kind is Kind.PENCE else value


def _write_bare(sheets: list[list[list[Any]]]) -> bytes:
    workbook = Workbook(write_only=True)
    for rows in sheets:
        sheet = workbook.create_sheet()
        for row in rows:
            sheet.append(row)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_xlsxwriter(sheets: list[list[list[Any]]]) -> bytes:
    xlsxwriter = import_module("xlsxwriter")
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True, "strings_to_formulas": False}) as workbook:
        days = workbook.add_format({"num_format": "dd mmm yyyy"})
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, column, value, days)
                    elif value is not None:
                        sheet.write(at, column, value)
    return content.getvalue()


def _read_calamine(content: bytes) -> int:
    workbook = import_module("python_calamine").CalamineWorkbook.from_object(BytesIO(content))
    return sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)


def _read_bare(content: bytes) -> int:
    workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
    count = 0
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
            count += sum(cell.value is not None for cell in row)
    workbook.close()
    return count


def _best(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    """The best time of each in milliseconds, taken in turn so that a busy machine slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_RUNS):
        for job, taken in zip((ours, peer), times, strict=True):
            gc.collect()
            began = perf_counter()
            job()
            taken.append((perf_counter() - began) * 1000)
    return min(times[0]), min(times[1])
