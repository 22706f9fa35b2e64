"""A blank return filled in by a provider and read back, with no mapping."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from db.returns.layout import RETURN_SHEET, STAMP_SHEET, STANDARD_MEASURES, ReturnForm
from db.returns.reading import Asked, ReadReturn, read_file, read_return
from db.returns.taking.readings import kept_readings
from db.returns.understanding.understand import understand
from db.returns.workbook import read_content
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from db.rules.refusal import Refusal
from exports.blank_return import render
from tests.returns import files

FULL = {"C10": 120, "C11": "£18,250.50", "C12": 0.85, "C13": "All well"}


def _value(read: ReadReturn, cell: str) -> object:
    return next(reading.value for reading in read.readings if reading.cell == cell)


def _change(cell: str, value: Any, sheet: str = RETURN_SHEET) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook[sheet][cell] = value

    return change


def test_a_filled_return_is_read_back_with_no_mapping() -> None:
    read = files.read_back(FULL)
    assert [(each.measure, each.value, each.sheet, each.cell) for each in read.readings] == [
        ("People supported", Decimal(120), RETURN_SHEET, "C10"),
        ("Spend", Decimal(1825050), RETURN_SHEET, "C11"),
        ("Answered in two days", Decimal(85), RETURN_SHEET, "C12"),
        ("What went well", "All well", RETURN_SHEET, "C13"),
    ]
    assert (read.problems, read.remarks) == ((), ())
    assert (read.contract_id, read.contract_reference, read.period) == (files.CONTRACT, "SAMPLE-1", files.QUARTER)


def test_a_contract_without_measures_of_its_own_is_asked_the_standard_ones() -> None:
    form = ReturnForm(files.CONTRACT, "SAMPLE-1", "Help at home", "A provider", files.QUARTER)
    asked = {files.CONTRACT: Asked(files.CONTRACT, "SAMPLE-1")}
    read = read_return(read_content(files.filled({"C10": 5}, form), "r.xlsx"), asked)
    assert [reading.measure for reading in read.readings] == [measure.name for measure in STANDARD_MEASURES]
    assert not [each for each in read.remarks if "changed" in each.sentence]


def test_a_comment_is_kept_beside_its_figure() -> None:
    read = files.read_back({**FULL, "D10": "Two teams", "D11": "N/A"})
    assert [
        (each.measure, each.kind, each.value, each.cell) for each in read.readings if each.cell.startswith("D")
    ] == [("People supported", "comment", "Two teams", "D10")]


def test_a_blank_return_says_the_same_however_it_is_taken_in() -> None:
    """Else a return that was taken in by a command and comes again in the window would show changes that are none."""
    cells = read_content(files.filled({**FULL, "C10": None, "D11": "Two teams"}), "r.xlsx")
    understood = understand(cells, files.MEASURES)
    assert kept_readings(understood, files.QUARTER) == read_return(cells, files.ASKED).readings


def test_a_blank_is_not_returned_and_never_nought() -> None:
    read = files.read_back({"C11": 5})
    assert _value(read, "C10") is None
    assert "C10, People supported, is blank" in read.remarks[0].sentence


def test_a_placeholder_is_not_returned_and_what_was_written_is_told() -> None:
    read = files.read_back({**FULL, "C10": "TBC"})
    assert _value(read, "C10") is None
    assert [(each.cell, each.value) for each in read.remarks] == [("C10", "TBC")]
    assert read.problems == ()


def test_a_problem_names_sheet_cell_value_and_rule_and_its_figure_is_left_out() -> None:
    read = files.read_back({**FULL, "C10": "twelve"})
    (problem,) = read.problems
    assert (problem.sheet, problem.cell, problem.value) == (RETURN_SHEET, "C10", "twelve")
    assert "whole" in problem.rule
    for said in (RETURN_SHEET, "C10", "twelve", problem.rule, "People supported"):
        assert said in problem.sentence
    assert [reading.cell for reading in read.readings] == ["C11", "C12", "C13"]


def test_a_return_with_nothing_filled_in_is_a_problem() -> None:
    read = files.read_back({})
    assert ["not filled in" in each.sentence for each in read.problems] == [True]


def test_a_formula_that_was_not_calculated_is_a_problem_and_never_a_blank() -> None:
    read = files.read_back({**FULL, "C10": "=100+20"})
    assert [(each.cell, "open" in each.sentence.casefold()) for each in read.problems] == [("C10", True)]
    assert "C10" not in [reading.cell for reading in read.readings]


def test_words_outside_the_boxes_are_told() -> None:
    read = files.read_back({**FULL, "F2": "see e-mail", "A30": "Total"})
    assert [each.cell for each in read.remarks] == ["F2"]
    assert "F2, A30" in read.remarks[0].sentence


@pytest.mark.parametrize(("cell", "words"), [("A10", "People in touch"), ("B11", "Number"), ("B3", "SAMPLE-2")])
def test_a_changed_label_is_a_problem(cell: str, words: str) -> None:
    read = files.read_back({**FULL, cell: words})
    assert [(each.cell, each.value) for each in read.problems] == [(cell, words)]


def test_a_figure_beside_a_changed_label_is_not_taken_in() -> None:
    read = files.read_back({**FULL, "A10": "People in touch"})
    assert "C10" not in [reading.cell for reading in read.readings]


def test_a_changed_quarter_is_a_problem_and_the_hidden_one_counts() -> None:
    read = files.read_back({**FULL, "B6": "Quarter 4 2025-26"})
    assert [each.cell for each in read.problems] == ["B6"]
    assert read.period == files.QUARTER


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("B2", "contract-desk-return-99", "another version"),
        ("B3", "contract-2", "not in this register"),
        ("B4", "2025-10-02", "was changed"),
        ("B4", "soon", "was changed"),
        ("B5", "0000000000000000", "was changed"),
        ("B7", "People in touch", "was changed"),
        ("C7", "litres", "was changed"),
        ("A7", None, "was changed"),
    ],
)
def test_a_changed_stamp_is_refused_with_what_to_do(cell: str, value: str | None, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        files.read_back(FULL, _change(cell, value, STAMP_SHEET))


def test_a_workbook_without_a_stamp_is_refused_with_what_to_do() -> None:
    def copied_without_it(workbook: Workbook) -> None:
        workbook.remove(workbook[STAMP_SHEET])

    with pytest.raises(Refusal, match="Make a new blank return"):
        files.read_back(FULL, copied_without_it)


def test_a_workbook_whose_return_sheet_was_renamed_is_refused() -> None:
    def rename(workbook: Workbook) -> None:
        workbook[RETURN_SHEET].title = "Q3"

    with pytest.raises(Refusal, match="removed or renamed"):
        files.read_back(FULL, rename)


def test_the_return_of_another_contract_is_refused_where_one_is_expected() -> None:
    cells = read_content(files.filled(FULL), "r.xlsx")
    assert read_return(cells, files.ASKED, files.CONTRACT).contract_id == files.CONTRACT
    with pytest.raises(Refusal, match="SAMPLE-1, not of this contract"):
        read_return(cells, files.ASKED, ContractId("contract-2"))


def test_measures_changed_since_the_blank_was_made_are_told_and_its_figures_are_kept() -> None:
    now = (files.MEASURES[0], Measure(MeasureId("m9"), "Complaints", MeasureUnit.COUNT))
    asked = {files.CONTRACT: Asked(files.CONTRACT, "SAMPLE-1", now)}
    read = read_return(read_content(files.filled(FULL), "r.xlsx"), asked)
    (remark,) = read.remarks
    assert "no longer asked: Spend" in remark.sentence
    assert "not in it: Complaints" in remark.sentence
    assert len(read.readings) == 4


def test_a_return_is_read_from_its_file_in_another_process(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(files.filled(FULL))
    read, asked = pickle.loads(pickle.dumps((read_file, files.ASKED)))  # noqa: S301
    assert pickle.loads(pickle.dumps(read(path, asked))) == read_file(path, files.ASKED)  # noqa: S301
    assert read_file(path, files.ASKED).file_name == "return.xlsx"


def test_the_same_file_has_the_same_fingerprint_and_another_has_not() -> None:
    one, other = files.filled(FULL), files.filled({**FULL, "C10": 121})
    read = [read_return(read_content(content, "r.xlsx"), files.ASKED).file_sha256 for content in (one, one, other)]
    assert read[0] == read[1] != read[2]


@pytest.mark.parametrize("name", ["=1+1", "a\x07b", "  two  spaces ", "<b>", "x" * 300, "\ud800", "Ŵ ŷ £"])
def test_a_measure_of_any_name_goes_out_and_comes_back(name: str) -> None:
    measures = (Measure(MeasureId("m1"), name, MeasureUnit.COUNT),)
    form = ReturnForm(files.CONTRACT, "=SAMPLE-1", "@Help", "A provider", files.QUARTER, measures)
    asked = {files.CONTRACT: Asked(files.CONTRACT, "=SAMPLE-1", measures)}
    read = read_return(read_content(files.filled({"C10": 3}, form), "r.xlsx"), asked)
    assert read.problems == ()
    assert _value(read, "C10") == 3


def test_a_blank_return_is_rendered_for_its_contract_alone() -> None:
    read = read_return(read_content(render(files.FORM), "r.xlsx"), files.ASKED)
    assert (read.contract_id, read.period) == (files.CONTRACT, files.QUARTER)
