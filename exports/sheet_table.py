"""A table on a sheet, row after row as fast as the library writes: frozen header, filter, widths, safe cells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from exports.cells import (
    DAY_FORMAT,
    PENCE_FORMAT,
    POUNDS_FORMAT,
    Style,
    clean_text,
    coded,
    dress,
    needs_cleaning,
    pounds_of,
    put_text,
)
from exports.fast_sheet import ReadyCell, add_fast_sheet, ready_cell

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Row = TypeVar("Row")
Pen = Callable[[Any, int], Any]
"""Turns a value of the given row of the sheet into what the library writes."""

HEADER: Style = {
    "font": Font("Calibri", 11, bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", fgColor="1A5FB4"),
    "alignment": Alignment(vertical="center", wrap_text=True),
}
HEAD: Style = {"font": Font("Calibri", 11, bold=True), "fill": PatternFill("solid", fgColor="E8EDF4")}
"""A row that heads a group."""
READ: Style = {"alignment": Alignment(vertical="top", wrap_text=True)}
READ_DAY: Style = {"alignment": Alignment(horizontal="left", vertical="top")}
"""Days stand at the left, clear of the text after them."""
PLAIN: Style = {}
QUIET: Style = {**HEADER, "fill": PatternFill("solid", fgColor="4A5666")}
_FIRST_ROW = 2
_LINE, _MOST_LINES = 15, 24
"""The height of a line in points; a row has at most 409."""
_FIRST_SAFE_DAY = date(1900, 3, 1)
"""From here on a spreadsheet's day number and Python's differ by a constant (Excel has a 29 February 1900)."""
_DAY_ZERO = date(1899, 12, 30).toordinal()


class Kind(Enum):
    """What a column holds."""

    TEXT = auto()
    DAY = auto()
    PENCE = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its heading, width in characters, kind, and where its value comes from. None is a blank cell."""

    title: str
    width: int
    kind: Kind
    value: Callable[[Row], Any]
    hidden: bool = False
    is_quiet: bool = False
    """Whether its heading steps back, as of what is not edited in the sheet."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A sheet: its name, tab colour, columns, rows, and how many first columns stay in view."""

    name: str
    tab_colour: str
    columns: Sequence[Column[Row]]
    rows: Sequence[Row]
    frozen: int = 1
    heads: Callable[[Row], bool] | None = None
    """Which rows head a group: they stand out, and the rows below them fold away."""
    is_read: bool = False
    """Whether it is read rather than worked in: long texts take several lines."""


def write_table(workbook: "Workbook", table: Table[Row]) -> list[str]:
    """Add a sheet with a table to a write-only workbook; says which cells lost something, as sentences."""
    sheet = add_fast_sheet(workbook, table.name)
    _set_up(sheet, table)
    losses: list[str] = []
    sheet.append([_header_cell(sheet, column) for column in table.columns])
    if table.heads:
        _write_groups(sheet, table, table.heads, losses)
        return losses
    both = _values_and_pens(sheet, table, losses, READ if table.is_read else PLAIN)
    for number, row in enumerate(table.rows, _FIRST_ROW):
        if table.is_read:
            sheet.row_dimensions[number].height = _LINE * _lines(table, row)
        sheet.append([None if (value := of(row)) is None else pen(value, number) for of, pen in both])
    return losses


def _lines(table: Table[Row], row: Row) -> int:
    """How many lines the longest text of a row takes; no program works it out of itself."""
    texts = [(column.value(row), column.width) for column in table.columns if column.kind is Kind.TEXT]
    taken = (sum(-(-len(line) // max(width - 2, 1)) or 1 for line in text.split("\n")) for text, width in texts if text)
    return min(max(taken, default=1), _MOST_LINES)


def _write_groups(sheet: Any, table: Table[Row], heads: Callable[[Row], bool], losses: list[str]) -> None:
    """Every row, those under a head outlined so that a click folds them away."""
    plain, head = (_values_and_pens(sheet, table, losses, looks) for looks in (PLAIN, HEAD))
    blank = ready_cell(sheet)
    dress(blank, HEAD)
    for number, row in enumerate(table.rows, _FIRST_ROW):
        is_head = heads(row)
        if not is_head:
            sheet.row_dimensions[number].outlineLevel = 1
        both, empty = (head, blank) if is_head else (plain, None)
        sheet.append([empty if (value := of(row)) is None else pen(value, number) for of, pen in both])


def _values_and_pens(
    sheet: Any, table: Table[Row], losses: list[str], looks: Style
) -> list[tuple[Callable[[Row], Any], Pen]]:
    return [(column.value, _pen(sheet, column, losses, looks)) for column in table.columns]


def print_wide(sheet: Any) -> None:
    """Print a sheet landscape on A4, as wide as the page, its name and page number below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(_HeaderFooterPart("&A"), right=_HeaderFooterPart("Page &P of &N"))


def _set_up(sheet: Any, table: Table[Row]) -> None:
    last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}{_FIRST_ROW}"
    sheet.auto_filter.ref = f"A1:{last}"
    sheet.sheet_properties.tabColor = table.tab_colour
    if table.heads:
        sheet.sheet_properties.outlinePr.summaryBelow = False
        sheet.sheet_format.outlineLevelRow = 1
    sheet.row_dimensions[1].height = 32
    print_wide(sheet)
    sheet.print_area = f"A1:{last}"
    sheet.print_title_rows = "1:1"
    for index, column in enumerate(table.columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = column.width
        dimension.hidden = column.hidden


def _header_cell(sheet: Any, column: Column[Row]) -> ReadyCell:
    cell = ready_cell(sheet)
    put_text(cell, column.title)
    dress(cell, QUIET if column.is_quiet else HEADER)
    return cell


def _pen(sheet: Any, column: Column[Row], losses: list[str], looks: Style) -> Pen:
    if column.kind is Kind.TEXT:
        return _text_pen(_ready(sheet, looks, "s"), f"Sheet “{sheet.title}”", column.title, losses)
    if column.kind is Kind.DAY:
        return _day_pen(_ready(sheet, READ_DAY if looks is READ else looks, number_format=DAY_FORMAT))
    if column.kind is Kind.PENCE:
        pence, pounds = (_ready(sheet, looks, number_format=each) for each in (PENCE_FORMAT, POUNDS_FORMAT))
        return lambda amount, _: (pence if amount % 100 else pounds).hold(pounds_of(amount))
    cell = _ready(sheet, looks)
    return lambda value, _: cell.hold(value)


def _ready(sheet: Any, looks: Style, data_type: str = "n", number_format: str = "General") -> ReadyCell:
    cell = ready_cell(sheet, data_type, number_format)
    dress(cell, looks)
    return cell


def _text_pen(cell: ReadyCell, sheet: str, title: str, losses: list[str]) -> Pen:
    def write(text: str, row: int) -> ReadyCell | None:
        if not needs_cleaning(text):
            return cell.hold(text) if text else None
        kept, loss = clean_text(text)
        if loss:
            losses.append(f"{sheet}, row {row}, {title}: {loss}.")
        return cell.hold(coded(kept))

    return write


def _day_pen(cell: ReadyCell) -> Pen:
    def write(day: date, _: int) -> ReadyCell:
        if day >= _FIRST_SAFE_DAY:
            return cell.hold(day.toordinal() - _DAY_ZERO)
        return cell.hold(to_excel(day))  # type: ignore[no-untyped-call]

    return write
