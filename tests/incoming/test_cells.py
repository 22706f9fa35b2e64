"""What single cells of a register say: days, money, lengths, and what is wrong with them."""

from datetime import date, datetime

import pytest

from db.incoming.choices import Choices, Past
from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import answered, plan
from db.returns.cells import CellValue
from db.returns.tables.days import DateOrder
from tests.incoming.boards import HEADINGS, TODAY, cells_of, planned, row


@pytest.mark.parametrize(
    "written",
    [
        "2026-04-01", "2026-04-01T00:00:00+01:00", "1/4/2026", "1/4/26", "01.04.2026", "01 Apr 2026", "1st April 2026",
        "01,04,2026", "Wednesday 1 April 2026", "April 1, 2026", date(2026, 4, 1), datetime(2026, 4, 1, 9, 30), 46113,
        "46113",
    ],
    ids=str,
)  # fmt: skip
def test_a_start_may_be_written_in_many_ways(written: CellValue) -> None:
    other = "25 December 2025" if isinstance(written, date) else "25/12/2025"
    found = planned(row(start=written), row("R-2", start=other))
    assert found.drafts[0].starts_on == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("cancelled", "words"),
        ("month to month", "words"),
        ("1/4/2026 and 1/5/2026", "two dates"),
        ("31 April 2026", "no such day"),
        ("0001-01-01", "year"),
        ("1/4/99999", "year"),
        (99999, "not a date"),
        ("April 2026", "month and no day"),
        ("1/4/98", "1998 or 2098"),
    ],
    ids=str,
)
def test_a_day_that_cannot_be_read_lists_its_row_with_the_reason(written: CellValue, why: str) -> None:
    found = planned(row(end=written), row("R-2", start="25/12/2025", end="31/12/2026"))
    (listed,) = found.listed
    (problem,) = found.problems
    assert why in listed.reason
    assert (problem.sheet, problem.row, problem.cell, problem.heading) == ("Register", 2, "E2", "End date")
    assert problem.value == str(written)
    assert problem.todo
    assert ("End date", str(written)) in listed.row.texts


@pytest.mark.parametrize("mark", ["TBC", "N/A", "-", "none", "???", "various", "see contract", ".", "nil"])
def test_a_placeholder_gives_no_end_and_stops_nothing(mark: str) -> None:
    (draft,) = planned(row(end=mark)).drafts
    assert draft.ends_on is None


def test_days_that_can_be_read_both_ways_are_asked_once_for_the_column() -> None:
    rows = [row(f"R-{day}", start=f"{day}/4/2026", end="31 March 2029") for day in (1, 2, 3)]
    found = planned(*rows)
    (question,) = found.questions
    assert question.kind == "order"
    assert not found.drafts
    assert len(found.listed) == 3
    day_first = planned(*rows, choices=answered(Choices(), question, DateOrder.DAY_FIRST))
    month_first = planned(*rows, choices=answered(Choices(), question, DateOrder.MONTH_FIRST))
    assert [each.starts_on for each in day_first.drafts] == [date(2026, 4, day) for day in (1, 2, 3)]
    assert [each.starts_on for each in month_first.drafts] == [date(2026, month, 4) for month in (1, 2, 3)]


def test_a_column_takes_the_order_that_the_other_columns_of_its_sheet_show() -> None:
    found = planned(row(start="1/4/2026", end="31/3/2029"))
    assert found.drafts[0].starts_on == date(2026, 4, 1)
    assert not found.questions


def test_a_column_that_mixes_both_orders_is_asked_and_its_plain_dates_are_read() -> None:
    found = planned(row(start="25/12/2025"), row("R-2", start="12/26/2025"), row("R-3", start="1/4/2026"))
    assert [question.kind for question in found.questions] == ["order"]
    assert [draft.starts_on for draft in found.drafts] == [date(2025, 12, 25), date(2025, 12, 26)]
    assert [listed.row.number for listed in found.listed] == [4]


def test_real_dates_that_a_spreadsheet_may_have_changed_over_are_asked() -> None:
    rows = [row(start=date(2026, 4, 1)), row("R-2", start="25/12/2025"), row("R-3", start="13/1/2026")]
    found = planned(*rows)
    (question,) = found.questions
    assert question.kind == "swapped"
    assert [listed.row.number for listed in found.listed] == [2]
    changed = planned(*rows, choices=answered(Choices(), question, True))
    kept = planned(*rows, choices=answered(Choices(), question, False))
    assert (changed.drafts[0].starts_on, kept.drafts[0].starts_on) == (date(2026, 1, 4), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("£1,234.50", 123450), ("1234.5", 123450), (1234.5, 123450), (1234, 123400), ("£1.2m", 120000000),
        ("£12k", 1200000), ("£ 20,000", 2000000), ("£5,000 GBP", 500000), (1317169.92, 131716992), ("0", 0),
        ("£1", 100),
        ("1031511074.3599999", 103151107436),
    ],
    ids=str,
)  # fmt: skip
def test_a_value_is_read_to_the_penny(written: CellValue, pence: int) -> None:
    (draft,) = planned(row(value=written)).drafts
    assert draft.value == pence


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("(1,200)", "less than nothing"),
        ("$1,317,169.92 CAD", "another currency"),
        ("USD9M", "another currency"),
        ("20’503.90 €", "another currency"),
        ("£0-£2M", "range"),
        ("£1,000.00£2,000.00", "more than one amount"),
        ("about £5,000", "not exact"),
        ("per lot", "not an amount"),
        (12.345, "fraction of a penny"),
    ],
    ids=str,
)
def test_a_value_that_cannot_be_read_is_told_and_kept_in_the_notes(written: CellValue, why: str) -> None:
    found = planned(row(value=written))
    (draft,) = found.drafts
    (problem,) = found.problems
    assert draft.value is None
    assert why in problem.why
    assert f"Contract value: {written}" in draft.notes


def test_a_value_may_be_made_to_stop_its_row() -> None:
    assert not planned(row(value="per lot"), choices=Choices(let_go=frozenset())).drafts


def test_nothing_or_one_pound_is_pointed_out() -> None:
    assert [problem.why for problem in planned(row(value=1)).problems] == [
        "£0 and £1 often stand for a value that is not known."
    ]


@pytest.mark.parametrize(
    ("written", "months"),
    [
        (12, (12,)), ("12", (12,)), ("24 months", (24,)), ("2 x 12 months", (12, 12)), ("1+1 years", (12, 12)),
        ("24 (12+12)", (12, 12)), ("1 year", (12,)), ("up to 24 months", (24,)), ("two years", (24,)), (0, ()),
    ],
    ids=str,
)  # fmt: skip
def test_an_extension_may_be_a_number_of_months(written: CellValue, months: tuple[int, ...]) -> None:
    (draft,) = planned(
        row(extension=written), choices=Choices(columns={("Register", 7): Field.EXTENSION_MONTHS})
    ).drafts
    assert draft.options == months


def test_an_extension_that_is_a_date_gives_one_option_of_whole_months() -> None:
    found = planned(row(extension="31/03/2031"), row("R-2", extension="31/03/2030"))
    assert found.sheets[0].columns[6].field is Field.EXTENSION_END
    assert [draft.options for draft in found.drafts] == [(24,), (12,)]


def test_an_extension_of_no_whole_months_is_kept_in_the_notes() -> None:
    found = planned(row(extension="15/05/2031"), row("R-2", extension="31/03/2030"))
    assert found.drafts[0].options == ()
    assert "Extension: 15 May 2031" in found.drafts[0].notes
    assert "whole months" in found.problems[0].why


@pytest.mark.parametrize(
    ("heading", "field"), [("Extendable", Field.EXTENDABLE), ("Contract extended", Field.EXTENDED)]
)
def test_an_extension_may_be_yes_or_no(heading: str, field: Field) -> None:
    cells = cells_of([*HEADINGS[:6], heading], row(extension="Yes"), row("R-2", extension="No"))
    found = plan(cells, Known(), TODAY)
    assert found.sheets[0].columns[6].field is field
    assert f"{heading}: Yes" in found.drafts[0].notes


def test_an_end_before_the_start_lists_the_row() -> None:
    (listed,) = planned(row(end="1 March 2026")).listed
    assert "before the start, 1 April 2026" in listed.reason


@pytest.mark.parametrize(("end", "why"), [("1 April 2026", "same day"), ("31 March 2046", "ten years")])
def test_an_odd_end_is_pointed_out_and_kept(end: str, why: str) -> None:
    found = planned(row(end=end))
    assert len(found.drafts) == 1
    assert why in found.problems[0].why


def test_ends_in_the_past_are_counted_and_done_with_as_chosen() -> None:
    past = row(start="1 April 2020", end="31 March 2023")
    assert planned(past).remarks == ("1 contract has an end before 22 November 2026.",)
    assert planned(past).drafts[0].ended_on is None
    assert planned(past, choices=Choices(past=Past.AS_ENDED)).drafts[0].ended_on == date(2023, 3, 31)
    assert planned(past, choices=Choices(past=Past.LEAVE_OUT)).listed[0].reason.startswith("Its end has passed")


@pytest.mark.parametrize("reference", ["6756**", "49933/4", "007", "SS13 42", "OKD35 (24/25)", "+44/1", "=A1"])
def test_a_reference_is_kept_exactly(reference: str) -> None:
    assert planned(row(reference)).drafts[0].reference == reference


def test_a_reference_that_is_a_number_has_no_decimal_point() -> None:
    assert planned(row(49933.0)).drafts[0].reference == "49933"


def test_a_reference_of_which_a_spreadsheet_made_a_date_lists_its_row() -> None:
    assert "made a date of it" in planned(row(date(2026, 4, 1))).listed[0].reason


@pytest.mark.parametrize(("given", "why"), [({"reference": None}, "no reference"), ({"title": "TBC"}, "no title")])
def test_a_row_without_reference_or_title_is_listed(given: dict[str, CellValue | None], why: str) -> None:
    (listed,) = planned(row(**given)).listed
    assert why in listed.reason


def test_rows_without_references_can_be_given_them() -> None:
    found = planned(row(None), row(None, title="Transport"), choices=Choices(prefix="NEW-"))
    assert [draft.reference for draft in found.drafts] == ["NEW-1", "NEW-2"]


def test_a_cell_can_be_put_right_and_a_row_left_out() -> None:
    fixed = planned(row(end="cancelled"), choices=Choices(fixes={("Register", 2, 5): "31 March 2027"}))
    assert fixed.drafts[0].ends_on == date(2027, 3, 31)
    assert ("End date", "cancelled") in fixed.drafts[0].rows[0].texts
    left = planned(row(), choices=Choices(leave=frozenset({("Register", 2)})))
    assert left.listed[0].reason == "You left it out."
