"""A return filled in as a provider does it."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from db.returns.layout import RETURN_SHEET, STAMP_SHEET, ReturnForm
from db.rules.decision import ContractId
from db.rules.monitoring import quarter_of
from exports.blank_return import render
from exports.filled_return import fill_in

BLANK = render(ReturnForm(ContractId("c1"), "SAMPLE-1", "Help", "A charity", quarter_of(date(2025, 11, 1))))


def test_answers_stand_beside_the_measures_and_nothing_else_is_touched() -> None:
    filled: Any = load_workbook(BytesIO(fill_in(BLANK, ((12, ""), ("about 5", "to be checked")))))
    blank: Any = load_workbook(BytesIO(BLANK))
    sheets = zip(filled.worksheets, blank.worksheets, strict=True)
    changed = {
        (one.title, cell.coordinate): cell.value
        for one, other in sheets
        for row in one.iter_rows()
        for cell in row
        if cell.value != other[cell.coordinate].value
    }
    assert changed == {
        (RETURN_SHEET, "C10"): 12, (RETURN_SHEET, "C11"): "about 5", (RETURN_SHEET, "D11"): "to be checked",
    }  # fmt: skip
    assert filled[STAMP_SHEET].sheet_state == "veryHidden"
