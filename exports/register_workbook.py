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
from db.rules.sheets.columns import FactSheet
from db.rules.sheets.register import register_sheets
from db.rules.sheets.stamp import STAMP_SHEET, Stamp, stamp_lines
from exports.cells import Style, dress, put_text
from exports.register_columns import edited_titles, table_of
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
    stamp: Stamp | None = None,
) -> bytes:
    """The contracts as they stand on a day, with their money, steps, decisions and providers, as an .xlsx file.

    `view` says in words which contracts these are, such as "All contracts". No cell holds a formula. With a stamp,
    what is edited in the workbook can be read back as changes.
    """
    sheets = register_sheets(contracts, day, decisions, providers)
    workbook = Workbook(write_only=True)
    workbook.properties.title = f"Register of contracts on {show_day(day)}"
    workbook.properties.creator = "Contract Desk"
    losses = [loss for sheet in sheets for loss in write_table(workbook, table_of(sheet))]
    _colour_statuses(workbook.worksheets[0], len(contracts))
    facts = (
        ("Made by", made_by),
        ("Made at", f"{show_day(made_at)}, {made_at:%H:%M} {made_at:%Z}".strip()),
        ("As at", show_day(day)),
        ("View", view),
        ("Contracts", _counted(contracts)),
    )
    notes = (*facts, *_coming_back(sheets, stamp), *_RECKONING, *(("Left out", loss) for loss in losses))
    _write_notes(workbook, notes)
    if stamp:
        _write_stamp(workbook, stamp)
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
    return tuple(table_of(sheet) for sheet in register_sheets(contracts, day, decisions, providers))


def _coming_back(sheets: Sequence[FactSheet[Any]], stamp: Stamp | None) -> tuple[tuple[str, str], ...]:
    if stamp is None:
        return ()
    return (
        (
            "Edited here",
            f"What you change in columns with a blue heading comes back as changes. {edited_titles(sheets)}.",
        ),
        ("Not edited here", "Terms and money change by an instrument; such changes are listed, and not applied."),
    )


def _write_stamp(workbook: Workbook, stamp: Stamp) -> None:
    """A sheet that no menu shows, by which the workbook is known again."""
    sheet: Any = workbook.create_sheet(STAMP_SHEET)
    sheet.sheet_state = "veryHidden"
    for name, said in stamp_lines(stamp):
        sheet.append([_cell(sheet, name, _NAME), _cell(sheet, said, _SAID)])


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
