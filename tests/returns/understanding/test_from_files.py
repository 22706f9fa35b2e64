"""The same shapes as real workbooks: written, opened, and read as they are expected."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from db.returns.layout import FIGURE_COLUMN, RETURN_SHEET
from db.returns.understanding.understand import understand
from db.returns.workbook import read
from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from tests.returns.understanding.board import ASKED, Board, quarter
from tests.returns.understanding.shapes import SHAPES
from tests.returns.understanding.test_shapes import Maker, answered_cells, said


def save(board: Board, path: Path) -> Path:
    """Write a board as a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, held in board.sheets.items():
        sheet = book.create_sheet(name)
        for (row, column), value in held.items():
            sheet.cell(row, column, value)
        for block in board.merged.get(name, ()):
            sheet.merge_cells(block.address)
        for row in board.hidden_rows.get(name, ()):
            sheet.row_dimensions[row].hidden = True
        for column in board.hidden_columns.get(name, ()):
            sheet.column_dimensions[chr(64 + column)].hidden = True
        sheet.sheet_state = "hidden" if name in board.hidden_sheets else "visible"
    for sheet_name, cell in board.percent:
        book[sheet_name][cell].number_format = "0%"
    for (sheet_name, cell), code in board.formats.items():
        book[sheet_name][cell].number_format = code
    book.save(path)
    return path


@pytest.mark.parametrize("make", SHAPES.values(), ids=SHAPES.keys())
def test_a_real_workbook_is_read_cell_by_cell(make: Maker, tmp_path: Path) -> None:
    shape = make(quarter(2))
    name = shape.board.file_name.replace(".csv", ".xlsx")
    understood = answered_cells(read(save(shape.board, tmp_path / name)), shape)
    assert [each.text for each in understood.open_questions] == []
    assert said(understood) == shape.board.expected
    assert understood.problems == ()


def test_a_decimal_number_on_our_own_blank_return_is_read_as_it_was_typed(tmp_path: Path) -> None:
    from db.returns.layout import ReturnForm, measure_rows
    from db.rules.decision import ContractId
    from exports.blank_return import render

    score = Measure(MeasureId("m-score"), "Well-being score", MeasureUnit.DECIMAL)
    form = ReturnForm(ContractId("c-1"), "SS/2024/17", "Support", "Northfield Support", quarter(2), (score,))
    path = tmp_path / "blank.xlsx"
    path.write_bytes(render(form))
    book = load_workbook(path)
    ((row, _),) = measure_rows((score,))
    book[RETURN_SHEET][f"{FIGURE_COLUMN}{row}"] = -4.25
    book.save(path)
    readings = {each.cell: each for each in understand(read(path), (score,)).readings}
    kept = readings[f"{FIGURE_COLUMN}{row}"]
    assert (kept.value, kept.unit) == (Decimal("-4.25"), MeasureUnit.DECIMAL)


def test_our_own_blank_return_is_read_by_its_stamp_with_nothing_asked(tmp_path: Path) -> None:
    from db.returns.layout import ReturnForm
    from db.rules.decision import ContractId
    from exports.blank_return import render

    asked = (*ASKED, Measure(MeasureId("m-score"), "Well-being score", MeasureUnit.DECIMAL))
    form = ReturnForm(ContractId("c-1"), "SS/2024/17", "Support", "Northfield Support", quarter(2), asked)
    path = tmp_path / "blank.xlsx"
    path.write_bytes(render(form))
    understood = understand(read(path), asked)
    assert understood.questions == ()
    assert {each.quarter for each in understood.readings} == {quarter(2)}
    assert {each.measure for each in understood.readings} == {each.id for each in asked}
    assert {each.value for each in understood.readings} == {None}
