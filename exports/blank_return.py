"""The blank return workbook a provider fills in: labels locked, boxes open, read back with no mapping."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from db.returns.layout import (
    COMMENT_COLUMN,
    DUE_CELL,
    FIGURE_COLUMN,
    GUIDE_SHEET,
    HEADER_ROW,
    HEADINGS,
    MEASURE_COLUMN,
    PROVIDER_CELL,
    QUARTER_CELL,
    REFERENCE_CELL,
    RETURN_SHEET,
    STAMP_FIRST_ROW,
    STAMP_LABELS,
    STAMP_MEASURES_ROW,
    STAMP_SHEET,
    TITLE_CELL,
    UNIT_COLUMN,
    ReturnForm,
    measure_rows,
    stamp_of,
    unit_words,
)
from db.rules.dates import show_day
from db.rules.monitoring import Measure, MeasureUnit
from exports.cells import LONGEST_TEXT, PENCE_FORMAT, Style, dress, put_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FONT = "Calibri"
_LINE = Side(style="thin", color="C9CFD8")
_BOX = Side(style="thin", color="6B7686")
_TOP = Alignment(vertical="top", wrap_text=True)
_HEADING: Style = {"font": Font(_FONT, 16, bold=True, color="16202C"), "alignment": Alignment(vertical="center")}
_HINT: Style = {"font": Font(_FONT, 10, color="4A5666"), "alignment": _TOP}
_FACT_NAME: Style = {"font": Font(_FONT, 10, color="4A5666"), "alignment": _TOP}
_FACT: Style = {"font": Font(_FONT, 11, bold=True, color="16202C"), "alignment": _TOP}
_HEADER: Style = {
    "font": Font(_FONT, 11, bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", fgColor="1A5FB4"),
    "alignment": Alignment(vertical="center", wrap_text=True),
}
_LABEL: Style = {
    "font": Font(_FONT, 11, color="16202C"),
    "alignment": _TOP,
    "border": Border(bottom=_LINE),
}
_INPUT: Style = {
    "font": Font(_FONT, 11, color="16202C"),
    "fill": PatternFill("solid", fgColor="FFF8E1"),
    "border": Border(left=_BOX, right=_BOX, top=_BOX, bottom=_BOX),
    "protection": Protection(locked=False),
    "alignment": _TOP,
}
_NUMBER_FORMATS = {
    MeasureUnit.COUNT: "#,##0",
    MeasureUnit.DECIMAL: "General",
    MeasureUnit.POUNDS: PENCE_FORMAT,
    MeasureUnit.PERCENT: "0.0%",
    MeasureUnit.WORDS: "@",
}
_WIDTHS = {MEASURE_COLUMN: 44, UNIT_COLUMN: 12, FIGURE_COLUMN: 24, COMMENT_COLUMN: 52}
_GUIDE = (
    "Fill in the tinted boxes on the sheet “Return”, save the workbook and send it back by e-mail.",
    "Numbers are whole: 120, not “about 120”. Write 0 for none.",
    "Money is in pounds and pence, without VAT unless the contract says otherwise: 18250.00.",
    "A percentage is out of 100: type 85 for 85%.",
    "If you do not hold a figure, write N/A and say why under Comments. A blank is read as “not returned”, never as 0.",
    "Do not write the name of anyone you support, or anything by which they could be known.",
    "Leave the other cells as they are, and fill in this workbook rather than a copy made from it.",
    "It carries a hidden mark of its contract and quarter, so that your figures go to the right place.",
)


def render(form: ReturnForm) -> bytes:
    """The blank return for a contract and quarter, as an .xlsx file."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = RETURN_SHEET
    _write_facts(sheet, form)
    _write_table(sheet, form.asked)
    _set_up(sheet)
    _write_guide(workbook.create_sheet(GUIDE_SHEET), form)
    _write_stamp(workbook.create_sheet(STAMP_SHEET), form)
    workbook.properties.title = f"Return {form.contract_reference} {form.period.label}"
    workbook.properties.creator = "Contract Desk"
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _put(sheet: "Worksheet", cell: str, text: str, style: Style) -> None:
    target: Any = sheet[cell]
    put_text(target, text)
    dress(target, style)


def _write_facts(sheet: "Worksheet", form: ReturnForm) -> None:
    _put(sheet, "A1", "Provider return", _HEADING)
    _put(sheet, "A2", f"Fill in the tinted boxes. Help is on the sheet “{GUIDE_SHEET}”.", _HINT)
    facts = {
        REFERENCE_CELL: ("Contract reference", form.contract_reference),
        TITLE_CELL: ("Contract", form.contract_title),
        PROVIDER_CELL: ("Provider", form.provider),
        QUARTER_CELL: ("Quarter", f"{form.period.label} ({form.period.days})"),
        DUE_CELL: ("Send back by", show_day(form.due_on) if form.due_on else "As agreed with the council"),
    }
    for cell, (name, fact) in facts.items():
        row = cell[1:]
        _put(sheet, f"A{row}", name, _FACT_NAME)
        _put(sheet, cell, fact, _FACT)
        sheet.merge_cells(f"B{row}:{COMMENT_COLUMN}{row}")
    sheet.merge_cells(f"A2:{COMMENT_COLUMN}2")
    sheet.row_dimensions[1].height = 28


def _write_table(sheet: "Worksheet", measures: tuple[Measure, ...]) -> None:
    for column, heading in zip(_WIDTHS, HEADINGS, strict=True):
        _put(sheet, f"{column}{HEADER_ROW}", heading, _HEADER)
    sheet.row_dimensions[HEADER_ROW].height = 22
    rules = {unit: _validation(unit) for unit in MeasureUnit}
    for row, measure in measure_rows(measures):
        _put(sheet, f"{MEASURE_COLUMN}{row}", measure.name, _LABEL)
        _put(sheet, f"{UNIT_COLUMN}{row}", unit_words(measure.unit), _LABEL)
        _open_boxes(sheet, row, measure.unit)
        rules[measure.unit].add(f"{FIGURE_COLUMN}{row}")
    for rule in rules.values():
        if rule.sqref:
            sheet.add_data_validation(rule)


def _open_boxes(sheet: "Worksheet", row: int, unit: MeasureUnit) -> None:
    for column in (FIGURE_COLUMN, COMMENT_COLUMN):
        dress(sheet[f"{column}{row}"], _INPUT)
    sheet[f"{FIGURE_COLUMN}{row}"].number_format = _NUMBER_FORMATS[unit]
    sheet.row_dimensions[row].height = 150 if unit is MeasureUnit.WORDS else 32
    if unit is MeasureUnit.WORDS:
        sheet.merge_cells(f"{FIGURE_COLUMN}{row}:{COMMENT_COLUMN}{row}")


def _validation(unit: MeasureUnit) -> DataValidation:
    rule = _RULES[unit]()
    title, advice = _ADVICE[unit]
    rule.promptTitle = rule.errorTitle = title
    rule.prompt = rule.error = advice
    rule.showInputMessage = rule.showErrorMessage = True
    rule.errorStyle = "warning"
    return rule


_RULES = {
    MeasureUnit.COUNT: lambda: DataValidation(type="whole", operator="between", formula1="0", formula2="1000000000"),
    MeasureUnit.POUNDS: lambda: DataValidation(type="decimal", operator="between", formula1="0", formula2="1000000000"),
    MeasureUnit.DECIMAL: lambda: DataValidation(
        type="decimal", operator="between", formula1="-1000000000", formula2="1000000000"
    ),
    MeasureUnit.PERCENT: lambda: DataValidation(type="decimal", operator="between", formula1="0", formula2="1"),
    MeasureUnit.WORDS: lambda: DataValidation(
        type="textLength", operator="lessThanOrEqual", formula1=str(LONGEST_TEXT)
    ),
}
"""What Excel lets be typed without asking. It only warns: N/A must stay possible."""
_NOT_HELD = "If you do not hold it, write N/A and say why under Comments."
_ADVICE = {
    MeasureUnit.COUNT: ("A whole number", f"0 or more, without words. {_NOT_HELD}"),
    MeasureUnit.DECIMAL: ("A number with decimals", f"Such as 12.5. {_NOT_HELD}"),
    MeasureUnit.POUNDS: ("Pounds and pence", f"0 or more, such as 18250.00. {_NOT_HELD}"),
    MeasureUnit.PERCENT: ("A percentage", f"Type 85 for 85%. {_NOT_HELD}"),
    MeasureUnit.WORDS: ("In your own words", "Name nobody you support."),
}


def _set_up(sheet: "Worksheet") -> None:
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.selection[0].activeCell = f"{FIGURE_COLUMN}{HEADER_ROW + 1}"
    sheet.sheet_properties.tabColor = "1A5FB4"
    _protect(sheet)
    _print_on_one_width(sheet)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _protect(sheet: "Worksheet") -> None:
    """Locked against slips, not against people: there is no password, and columns may still be widened."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _print_on_one_width(sheet: "Worksheet") -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("Page &P of &N")
    )


def _write_guide(sheet: "Worksheet", form: ReturnForm) -> None:
    _put(sheet, "A1", GUIDE_SHEET, _HEADING)
    for row, line in enumerate(_GUIDE, 3):
        _put(sheet, f"A{row}", line, _LABEL)
    sheet.column_dimensions["A"].width = 100
    sheet.row_dimensions[1].height = 28
    sheet.sheet_view.showGridLines = False
    _protect(sheet)
    _print_on_one_width(sheet)


def _write_stamp(sheet: "Worksheet", form: ReturnForm) -> None:
    stamp = stamp_of(form)
    _put(sheet, "A1", "Says which contract and quarter this workbook is for. Leave it as it is.", _HINT)
    for row, (label, value) in enumerate(zip(STAMP_LABELS, stamp.values, strict=True), STAMP_FIRST_ROW):
        _put(sheet, f"A{row}", label, _LABEL)
        _put(sheet, f"B{row}", value, _LABEL)
    for row, measure in enumerate(stamp.measures, STAMP_MEASURES_ROW):
        for column, value in zip("ABC", (measure.id, measure.name, measure.unit.value), strict=True):
            _put(sheet, f"{column}{row}", value, _LABEL)
    sheet.sheet_state = "veryHidden"
    _protect(sheet)
