"""The blank return as a provider opens it."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from db.returns.layout import FIRST_MEASURE_ROW, GUIDE_SHEET, RETURN_SHEET, STAMP_SHEET, ReturnForm
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, quarter_of
from exports.blank_return import render

MEASURES = tuple(Measure(MeasureId(f"m{n}"), f"Measure {n}", unit) for n, unit in enumerate(MeasureUnit))
FORM = ReturnForm(
    ContractId("c1"),
    "SAMPLE-1",
    "=Help at home",
    "A & B <Ltd>",
    quarter_of(date(2025, 11, 1)),
    MEASURES,
    date(2026, 1, 15),
)


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return load_workbook(BytesIO(render(FORM)))


def test_it_says_whose_return_for_which_quarter_and_by_when(workbook: Workbook) -> None:
    sheet: Any = workbook[RETURN_SHEET]
    assert [sheet[cell].value for cell in ("B3", "B4", "B5", "B7")] == [
        "SAMPLE-1", "=Help at home", "A & B <Ltd>", "15 January 2026",
    ]  # fmt: skip
    assert sheet["B6"].value == "Quarter 3 2025-26 (1 October 2025 to 31 December 2025)"


def test_no_cell_of_it_is_a_formula(workbook: Workbook) -> None:
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_only_the_boxes_are_open_and_the_labels_locked_without_a_password(workbook: Workbook) -> None:
    sheet: Any = workbook[RETURN_SHEET]
    opened = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    rows = range(FIRST_MEASURE_ROW, FIRST_MEASURE_ROW + len(MEASURES))
    assert opened == {f"{column}{row}" for column in "CD" for row in rows}
    assert all(each.protection.sheet and not each.protection.password for each in workbook.worksheets)


def test_every_open_box_is_tinted_and_no_label_is(workbook: Workbook) -> None:
    sheet: Any = workbook[RETURN_SHEET]
    tint = sheet[f"C{FIRST_MEASURE_ROW}"].fill.fgColor.rgb
    tinted = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == tint}
    assert tinted == {"C10", "D10", "C11", "D11", "C12", "D12", "C13", "D13", "C14"}


def test_an_answer_in_words_has_one_box_as_wide_as_figure_and_comments(workbook: Workbook) -> None:
    assert "C14:D14" in {str(each) for each in workbook[RETURN_SHEET].merged_cells.ranges}


def test_each_figure_is_checked_by_its_unit_and_a_word_such_as_not_held_stays_possible(workbook: Workbook) -> None:
    sheet: Any = workbook[RETURN_SHEET]
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.errorStyle) for rule in sheet.data_validations.dataValidation
    }
    assert rules == {
        "C10": ("whole", "0", "warning"),
        "C11": ("decimal", "-1000000000", "warning"),
        "C12": ("decimal", "0", "warning"),
        "C13": ("decimal", "0", "warning"),
        "C14": ("textLength", "32767", "warning"),
    }


def test_advice_fits_what_a_spreadsheet_shows(workbook: Workbook) -> None:
    rules = workbook[RETURN_SHEET].data_validations.dataValidation
    assert all(len(str(rule.promptTitle)) <= 32 and len(str(rule.prompt)) <= 255 for rule in rules)


def test_the_stamp_is_hidden_and_the_help_is_not(workbook: Workbook) -> None:
    assert workbook[STAMP_SHEET].sheet_state == "veryHidden"
    assert workbook[GUIDE_SHEET].sheet_state == "visible"
    assert workbook.active is workbook[RETURN_SHEET]


def test_it_opens_and_prints_well(workbook: Workbook) -> None:
    sheet: Any = workbook[RETURN_SHEET]
    assert sheet.freeze_panes == f"A{FIRST_MEASURE_ROW}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.paperSize) == (
        "landscape",
        1,
        9,
    )
    assert sheet.print_title_rows == "$9:$9"
