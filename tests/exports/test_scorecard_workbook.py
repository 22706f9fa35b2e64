"""The scorecard as a workbook: real numbers, words for blanks, and the same figures as on the page."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from db.rules.scorecard import Scope, scorecard
from db.rules.shown_figures import show_figure
from exports.scorecard_workbook import render
from tests.exports.scorecards import MEASURES, ON, PERCENT, POUNDS, contract_card, empty_card, provider_card, reported
from tests.rules.measures import Q3

FIRST_FIGURE = 8


def sheets(content: bytes) -> Any:
    """The workbook read back."""
    return load_workbook(BytesIO(content))


def test_every_figure_is_a_real_number_and_a_blank_is_words() -> None:
    sheet = sheets(render(contract_card()))["Scorecard"]
    for cells, row in zip(sheet.iter_rows(min_row=2), contract_card().rows, strict=True):
        for cell, each in zip(cells[FIRST_FIGURE - 1 :], row.figures, strict=False):
            if each.figure.value is None:
                assert cell.value == "Not returned"
                continue
            scale = 100 if row.measure.unit in (PERCENT, POUNDS) else 1
            assert round(cell.value * scale, 9) == round(float(each.figure.value), 9)
            assert show_figure(each.figure.value, row.measure.unit) == each.shown


def test_numbers_are_shown_as_on_the_page() -> None:
    sheet = sheets(render(contract_card()))["Scorecard"]
    formats = [sheet.cell(row, FIRST_FIGURE + 4).number_format for row in (2, 3, 6)]
    assert formats == ["#,##0", "0.0%", '"£"#,##0.00;[Red]-"£"#,##0.00']


def test_a_rating_is_a_word_with_its_reason_beside_it() -> None:
    sheet = sheets(render(contract_card()))["Scorecard"]
    headings = [cell.value for cell in sheet[1]]
    rating, why, working = (headings.index(each) for each in ("Rating", "Why", "Working"))
    row = [cell.value for cell in sheet[3]]
    assert row[rating] == "Amber"
    assert row[why] == "84.8% is below the target of 90.0% but reaches the floor of 75.0%."
    assert row[working] == (
        "Answered (263) divided by Referrals (310). The provider states 91.2%, but its own figures give 84.8%."
    )


def test_spend_is_in_pounds_by_quarter_and_to_date() -> None:
    sheet = sheets(render(contract_card()))["Spend"]
    rows = [[cell.value for cell in cells] for cells in sheet.iter_rows(min_row=2)]
    assert rows[0][1:6] == ["Q1 2025-26", 212207.25, 204000, -8207.25, "-3.9%"]
    assert rows[3][1:5] == ["Q4 2025-26", 212207.25, None, None]
    assert rows[4][1:5] == ["To date", 636621.75, 646459.69, 9837.94]


def test_a_provider_has_what_its_contracts_share_on_a_sheet_and_one_contract_has_not() -> None:
    assert "Over all contracts" in sheets(render(provider_card())).sheetnames
    assert sheets(render(contract_card())).sheetnames == ["Scorecard", "Spend", "Narrative", "Notes"]
    assert sheets(render(empty_card()))["Scorecard"].max_row == 1


def test_no_cell_holds_a_formula() -> None:
    odd = replace(reported(), title="=1+1", measures=(replace(MEASURES[0], name="@SUM(1)"), *MEASURES[1:]))
    book = sheets(render(scorecard(Scope.CONTRACT, "=H", [odd], Q3, ON)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert "=1+1" in [cell.value for cell in cells]
