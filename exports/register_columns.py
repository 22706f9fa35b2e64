"""How the register's sheets look in a workbook: the width of each column, and which are hidden."""

from collections.abc import Sequence
from typing import Any

from db.rules.sheets.columns import ID, FactColumn, FactSheet, Held, with_ids
from db.rules.sheets.register import CONTRACTS, DECISIONS, FUNDING, PARTS, PROVIDERS, STEPS
from exports.sheet_table import Column, Kind, Table

_TAB_COLOURS = {CONTRACTS: "1A5FB4", FUNDING: "1B6B3A", STEPS: "8A4B00", PARTS: "1B6B3A", DECISIONS: "9B1C1C",
                PROVIDERS: "4A5666"}  # fmt: skip
_HIDDEN = {ID, "Contract Desk version"}
_OF_A_KIND = {Kind.TEXT: 24, Kind.DAY: 13, Kind.PENCE: 16, Kind.NUMBER: 10}
_WIDTHS = {
    "Contract": 60, "Providers": 32, "Status": 20, "Council's notice": 13, "Last day to serve notice": 15,
    "Contract manager": 22, "Category": 18, "Contact": 28, "Notes": 60, ID: 20, "Part": 28, "Funding partner": 32,
    "What it is": 22, "Financial year": 12, "Decision": 18, "What": 12, "State on the day": 18, "Detail": 60,
    "Number": 16, "Subject": 52, "Decided by": 24, "Post": 36, "For publication": 14, "Rests on": 18,
    "Contracts": 60, "Provider": 40, "Also known as": 48, "Company number": 16, "Charity number": 16,
}  # fmt: skip


def table_of(sheet: FactSheet[Any]) -> Table[Any]:
    """A sheet of facts as a table of a workbook; each row carries its id in a hidden column."""
    ids = _ids_not_their_own(sheet)
    columns = [_column(each) for each in sheet.columns]
    if ids:
        columns = [_given_id(column, ids) if column.title == ID else column for column in columns]
    return Table(sheet.name, _TAB_COLOURS[sheet.name], columns, sheet.rows)


def _column(column: FactColumn[Any]) -> Column[Any]:
    kind = Kind[column.kind.name]
    width = _WIDTHS.get(column.title, _OF_A_KIND[kind])
    return Column(
        column.title, width, kind, column.value, column.title in _HIDDEN, is_quiet=column.held is not Held.EDITED
    )


def _ids_not_their_own(sheet: FactSheet[Any]) -> dict[int, str]:
    """The rows, as objects, whose id had to be numbered because another row came to the same."""
    return {id(row): row_id for row_id, row in with_ids(sheet) if row_id != sheet.row_id(row)}


def _given_id(column: Column[Any], ids: dict[int, str]) -> Column[Any]:
    own = column.value
    return Column(column.title, column.width, column.kind, lambda row: ids.get(id(row), own(row)), hidden=True)


def edited_titles(sheets: Sequence[FactSheet[Any]]) -> str:
    """The columns that come back as changes, sheet by sheet, in words."""
    said = []
    for sheet in sheets:
        if titles := [column.title for column in sheet.columns if column.held is Held.EDITED]:
            said.append(f"{sheet.name}: {', '.join(titles)}")
    return ". ".join(said)
