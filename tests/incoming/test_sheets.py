"""Where a register begins on its sheet, which rows are contracts, and what is remembered of its columns."""

from dataclasses import replace
from datetime import date

import pytest

from db.incoming.choices import Choices
from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import Plan, plan
from db.incoming.profile import read_profile
from db.returns.cells import Cells
from db.returns.tables.days import DateOrder
from tests.incoming import makings
from tests.incoming.boards import HEADINGS, TODAY, cells_of, planned, row


def fields(found: Plan, sheet: int = 0) -> dict[str, Field | None]:
    return {column.heading: column.field for column in found.sheets[sheet].columns}


def reasons(cells: Cells) -> set[str]:
    return {each.reason for each in plan(cells, Known(), date(2024, 10, 1)).listed}


def test_rows_that_are_no_contracts_are_listed_as_what_they_are() -> None:
    assert reasons(makings.repeated_headings().cells) == {"It says the headings again."}
    assert reasons(makings.with_totals().cells) == {"It adds up other rows.", "It holds one cell and no contract."}


def test_cells_that_come_in_any_order_are_rows_all_the_same() -> None:
    cells = cells_of(HEADINGS, row(), row("R-2"))
    backwards = replace(cells, sheets={"Register": dict(reversed(list(cells.sheets["Register"].items())))})
    assert plan(backwards, Known(), TODAY) == plan(cells, Known(), TODAY)


def test_columns_without_headings_are_known_by_what_they_hold() -> None:
    made = makings.without_headings()
    found = fields(plan(made.cells, Known(), TODAY))
    assert [found[f"column {letter}"] for letter in "ABCDEF"] == [
        Field.REFERENCE, Field.TITLE, Field.PROVIDER, Field.START, Field.END, Field.VALUE,
    ]  # fmt: skip


def test_the_published_schema_fills_its_fields() -> None:
    found = fields(plan(makings.lga_columns().cells, Known(), TODAY))
    assert found["ContractReference"] is Field.REFERENCE
    assert found["LastExtensionDate"] is Field.MAXIMUM_END
    assert found["IrrecoverableVAT"] is None
    assert found["OtherSupplierID"] is None


def test_a_sum_over_the_length_or_a_year_is_a_value() -> None:
    found = fields(plan(makings.norfolk_columns().cells, Known(), TODAY))
    assert found["Sum to be paid over the length of the contract or estimated annual spending"] is Field.VALUE


def test_a_register_without_titles_names_its_contracts_by_their_description() -> None:
    cells = cells_of(["Ref", "Description", "Supplier"], ["R-1", "Meals", "Elm"])
    found = plan(cells, Known(), TODAY)
    assert fields(found)["Description"] is Field.TITLE
    assert found.drafts[0].title == "Meals"


def test_of_two_columns_for_a_day_the_one_that_holds_days_is_taken() -> None:
    cells = cells_of(
        ["Ref", "Title", "Contract start date", "Start date"], ["R-1", "Meals", "see file", date(2026, 4, 1)]
    )
    assert plan(cells, Known(), TODAY).drafts[0].starts_on == date(2026, 4, 1)


def test_a_sheet_of_other_things_is_left_aside_and_said_so() -> None:
    made = makings.two_sheets()
    found = plan(made.cells, Known(), TODAY)
    assert [each.name for each in found.sheets] == ["Live", "Ended"]
    assert "The sheet “Lists” is left aside: its headings are not a register's." in found.remarks
    only = plan(made.cells, Known(), TODAY, Choices(sheets=frozenset({"Ended"})))
    assert [each.name for each in only.sheets] == ["Ended"]


def test_the_row_of_the_headings_can_be_said() -> None:
    cells = cells_of(["Ref", "Name"], ["Old", "System"], ["R-1", "Meals"], ["R-2", "Lifts"])
    found = plan(cells, Known(), TODAY, Choices(headings={"Register": 2}))
    assert found.sheets[0].header_rows == (2,)
    assert found.rows_in == 2
    none = plan(cells, Known(), TODAY, Choices(headings={"Register": 0}))
    assert none.rows_in == 4


def test_two_columns_of_one_heading_are_told_apart_and_both_kept() -> None:
    cells = cells_of([*HEADINGS, "Notes", "Notes"], [*row(), "first", "second"])
    (draft,) = plan(cells, Known(), TODAY).drafts
    assert draft.rows[0].texts[-2:] == (("Notes", "first"), ("Notes (column I)", "second"))
    assert "first" in draft.notes
    assert "second" in draft.notes


def test_hidden_rows_and_sheets_are_read_and_said_to_be_hidden() -> None:
    cells = replace(
        cells_of(HEADINGS, row(), row("R-2")),
        hidden_rows={"Register": frozenset({3})},
        hidden_sheets=frozenset({"Register"}),
    )
    found = plan(cells, Known(), TODAY)
    assert len(found.drafts) == 2
    assert found.remarks == (
        "1 of the rows of “Register” are hidden in the file. They are read like the others.",
        "The sheet “Register” is hidden in the file. It is read like the others.",
    )


def test_options_that_reach_the_stated_maximum_end_need_no_remark() -> None:
    cells = cells_of(
        [*HEADINGS[:6], "Extension Period Months", "Maximum end date"],
        [*row(extension="12 + 12"), "31/03/2031"],
        [*row("R-2", extension="12"), "31/03/2031"],
        [*row("R-3"), "31/03/2031"],
    )
    found = plan(cells, Known(), TODAY)
    assert [draft.options for draft in found.drafts] == [(12, 12), (12,), (24,)]
    assert [problem.row for problem in found.problems] == [3]
    assert "Maximum end date: 31 March 2031" in found.drafts[1].notes


def test_a_column_can_be_said_to_be_something_else() -> None:
    found = planned(row(), choices=Choices(columns={("Register", 2): Field.NOTES, ("Register", 3): Field.TITLE}))
    (draft,) = found.drafts
    assert (draft.title, draft.providers, draft.notes) == ("Alder Homecare", (), "Title: Meals at home")


def test_what_was_said_of_columns_and_dates_is_remembered_for_the_next_file() -> None:
    rows = (row(start="1/2/2026", end="TBC"), row("R-2", start="3/4/2026", end="TBC"))
    chosen = Choices(
        columns={("Register", 7): Field.CATEGORY}, orders={("Register", 4): DateOrder.MONTH_FIRST}, prefix="N-"
    )
    first = planned(*rows, choices=chosen)
    assert read_profile(first.profile).prefix == "N-"
    again = planned(*rows, known=Known(profiles=(first.profile,)))
    assert fields(again)["Extension"] is Field.CATEGORY
    assert [draft.starts_on for draft in again.drafts] == [date(2026, 1, 2), date(2026, 3, 4)]
    other = plan(cells_of(["Ref", "Name", "Firm"], ["R-1", "Meals", "Elm"]), Known(profiles=(first.profile,)), TODAY)
    assert fields(other)["Ref"] is Field.REFERENCE


@pytest.mark.parametrize("text", ["", "not ours", "[]", '{"columns": {"a": "b"}}', '{"names": {"a": 1}}', "null", "7"])
def test_text_that_is_no_profile_teaches_nothing(text: str) -> None:
    assert not read_profile(text).columns


def test_a_file_without_any_cell_has_no_rows() -> None:
    found = plan(Cells("empty.xlsx", "", {"Register": {}}), Known(), TODAY)
    assert (found.sheets, found.rows_in, found.listed) == ((), 0, ())
