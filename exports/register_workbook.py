"""The register as a workbook for Excel: real days and pounds, a frozen header, filters, and a sheet of notes."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill

from db.rules.contract import Contract, Status, Unreadable
from db.rules.dates import show_day
from db.rules.decision import Decision
from db.rules.provider import Provider
from exports.cells import Style, dress, put_text
from exports.register_columns import (
    DECISION_COLUMNS,
    FUNDING_COLUMNS,
    PROVIDER_COLUMNS,
    STEP_COLUMNS,
    register_columns,
)
from exports.register_rows import funding_rows, register_rows, step_rows
from exports.sheet_table import Table, print_wide, write_table

_STATUS_COLOURS = {
    Status.PAST_END: ("9B1C1C", "FBE9E7"),
    Status.UNDER_NOTICE: ("8A4B00", "FFF1DB"),
    Status.RUNNING: ("1B6B3A", "E6F4EA"),
    Status.NOT_STARTED: ("1A5FB4", "E8F1FC"),
    Status.ENDED: ("4A5666", "EDF0F4"),
    Status.NOT_RECORDED: ("4A5666", "EDF0F4"),
}
_STATUS_COLUMN = "E"
_TITLE: Style = {"font": Font("Calibri", 16, bold=True, color="16202C")}
_NAME: Style = {"font": Font("Calibri", 11, color="4A5666"), "alignment": Alignment(vertical="top")}
_SAID: Style = {"font": Font("Calibri", 11, color="16202C"), "alignment": Alignment(vertical="top", wrap_text=True)}
_RECKONING = (
    ("Days", "The first and the last day of a term both count in. Only what was decided or served by the day is in."),
    ("Current end", "The initial end with the extensions, variations and notice up to the day."),
    ("Maximum end", "The last day if every option is used, or a varied last day where that is later."),
    (
        "Last day to serve notice",
        "Counted back from the current end by the council's notice (Dodds v Walker [1981]). Check its clause.",
    ),
    ("Annual value", "The sum of the rates a year in force on the day, over all parts and funding partners."),
    ("Financial year", "1 April to 31 March."),
    ("Blank", "Not recorded. A blank is never nought."),
)


def render(
    contracts: Sequence[Contract | Unreadable],
    day: date,
    made_by: str,
    made_at: datetime,
    view: str,
    decisions: Sequence[Decision] = (),
    providers: Sequence[Provider] = (),
) -> bytes:
    """The contracts as they stand on a day, with their money, steps, decisions and providers, as an .xlsx file.

    `view` says in words which contracts these are, such as "All contracts". No cell holds a formula.
    """
    workbook = Workbook(write_only=True)
    workbook.properties.title = f"Register of contracts on {show_day(day)}"
    workbook.properties.creator = "Contract Desk"
    losses = [loss for table in tables(contracts, day, decisions, providers) for loss in write_table(workbook, table)]
    _colour_statuses(workbook.worksheets[0], len(contracts))
    facts = (
        ("Made by", made_by),
        ("Made at", f"{show_day(made_at)}, {made_at:%H:%M} {made_at:%Z}".strip()),
        ("As at", show_day(day)),
        ("View", view),
        ("Contracts", _counted(contracts)),
    )
    _write_notes(workbook, (*facts, *_RECKONING, *(("Left out", loss) for loss in losses)))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def tables(
    contracts: Sequence[Contract | Unreadable],
    day: date,
    decisions: Sequence[Decision] = (),
    providers: Sequence[Provider] = (),
) -> tuple[Table[Any], ...]:
    """The tables of the workbook, in the order of its sheets."""
    rows = register_rows(contracts, day)
    return (
        Table("Register", "1A5FB4", register_columns(day), rows),
        Table("Parts and funding", "1B6B3A", FUNDING_COLUMNS, funding_rows(contracts)),
        Table("Options and extensions", "8A4B00", STEP_COLUMNS, step_rows(rows)),
        Table("Decisions", "9B1C1C", DECISION_COLUMNS, decisions),
        Table("Providers", "4A5666", PROVIDER_COLUMNS, providers),
    )


def _counted(contracts: Sequence[Contract | Unreadable]) -> str:
    unreadable = sum(isinstance(each, Unreadable) for each in contracts)
    return f"{len(contracts):,}" + (f", of which {unreadable:,} cannot be read" if unreadable else "")


def _colour_statuses(sheet: Any, rows: int) -> None:
    """Tint the status cells; the word stays the message."""
    for status, (ink, ground) in _STATUS_COLOURS.items():
        rule = CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal", formula=[f'"{status.value}"'], font=Font(color=ink), fill=PatternFill(bgColor=ground)
        )
        sheet.conditional_formatting.add(f"{_STATUS_COLUMN}2:{_STATUS_COLUMN}{max(rows, 1) + 1}", rule)


def _write_notes(workbook: Workbook, lines: Iterable[tuple[str, str]]) -> None:
    sheet: Any = workbook.create_sheet("Notes")
    sheet.sheet_properties.tabColor = "C9CFD8"
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 96
    print_wide(sheet)
    sheet.append([_cell(sheet, "About this workbook", _TITLE)])
    for name, said in lines:
        sheet.append([_cell(sheet, name, _NAME), _cell(sheet, said, _SAID)])


def _cell(sheet: Any, text: str, style: Style) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    put_text(cell, text)
    dress(cell, style)
    return cell
