"""What is asked about a return, for its provider: as a workbook with room to answer, and as text to paste."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from db.rules.dates import show_day
from db.rules.queries import Query, QueryList
from exports.sheet_table import Column, Kind, Table, write_table

_SHEET = "Queries"
_NOTHING = "nothing"
_COLUMNS: tuple[Column[tuple[int, Query]], ...] = (
    Column("No.", 6, Kind.NUMBER, lambda row: row[0]),
    Column("Sheet", 22, Kind.TEXT, lambda row: row[1].sheet),
    Column("Cell", 9, Kind.TEXT, lambda row: row[1].cell),
    Column("What it says", 36, Kind.TEXT, lambda row: row[1].says),
    Column("What is asked", 64, Kind.TEXT, lambda row: row[1].asked),
    Column("Your answer", 48, Kind.TEXT, lambda _: ""),
)
_ABOUT: tuple[Column[tuple[str, str]], ...] = (
    Column("About", 26, Kind.TEXT, lambda row: row[0]),
    Column("", 80, Kind.TEXT, lambda row: row[1]),
)


def render(asked: QueryList) -> bytes:
    """The questions as an .xlsx file, one a row with a blank cell for the answer. No cell holds a formula."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = subject(asked)
    workbook.properties.creator = "Contract Desk"
    tables: tuple[Table[Any], ...] = (
        Table(_SHEET, "1A5FB4", _COLUMNS, tuple(enumerate(asked.queries, 1)), frozen=3),
        Table("About", "4A5666", _ABOUT, tuple(_facts(asked))),
    )
    for table in tables:
        write_table(workbook, table)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def as_text(asked: QueryList) -> str:
    """The questions as plain text to paste into a message."""
    lines = [*(f"{name}: {said}" for name, said in _facts(asked)), ""]
    for number, query in enumerate(asked.queries, 1):
        says = f"“{query.says}”" if query.says else _NOTHING
        lines += [f"{number}. {query.place}", f"   It says: {says}", f"   We ask: {query.asked}", ""]
    return "\n".join(lines).rstrip() + "\n"


def subject(asked: QueryList) -> str:
    """What a message with the questions is called."""
    count = len(asked.queries)
    return f"{asked.reference}: {count} {'query' if count == 1 else 'queries'} on the return for {asked.quarter}"


def _facts(asked: QueryList) -> Iterator[tuple[str, str]]:
    yield "Contract", f"{asked.reference}, {asked.title}"
    yield "Provider", asked.provider
    yield "Quarter", asked.quarter
    yield "File", asked.file_name
    yield "Asked on", show_day(asked.on)
    if asked.answer_by:
        yield "Answer by", show_day(asked.answer_by)
