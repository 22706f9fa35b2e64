"""Numbers, marks and personal data as cells write them."""

from decimal import Decimal

import pytest

from db.returns.cells import CellValue
from db.returns.tables.marks import Missing, is_error, missing_mark
from db.returns.tables.numbers import glued_mark, read_number
from db.returns.tables.personal import is_nhs_number, personal_in
from db.returns.tables.words import alike, label


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("£1,234.50", "1234.50"),
        ("(1,200)", "-1200"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("1.2m", "1200000"),
        ("£3,431k", "3431000"),
        ("85%", "85"),
        ("85.5 per cent", "85.5"),
        ("1 234", "1234"),
        ("12 people", "12"),
        (" 7\xa0", "7"),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str, value: str) -> None:
    read = read_number(written)
    assert read is not None
    assert read.value == Decimal(value)


@pytest.mark.parametrize(
    "written", ["", "twelve", "1,2,3", "12-14", "1.2.3", "-(5)", "£0-£2M", "Q1", "12 of 40", "07700 900123x"]
)
def test_more_or_less_than_a_number_is_none(written: str) -> None:
    assert read_number(written) is None


def test_what_was_done_to_a_number_is_told() -> None:
    assert [read.how if (read := read_number(each)) else None for each in ("12", "(12)", "1.2m", "12 people")] == [
        "",
        "brackets mean less than nothing",
        "“m” stands for times 1,000,000",
        "“people” was left aside",
    ]


@pytest.mark.parametrize(
    ("written", "parts"), [("120*", ("120", "*")), ("1,234 [a]", ("1,234", "[a]")), ("12(1)", ("12", "(1)"))]
)
def test_a_footnote_mark_is_parted_from_its_number(written: str, parts: tuple[str, str]) -> None:
    assert glued_mark(written) == parts


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("x", Missing.NOT_RETURNED),
        ("-", Missing.NOT_RETURNED),
        ("..", Missing.NOT_RETURNED),
        ("[x]", Missing.NOT_RETURNED),
        ("N/A", Missing.NOT_APPLICABLE),
        ("z", Missing.NOT_APPLICABLE),
        ("c", Missing.SUPPRESSED),
        ("<5", Missing.SUPPRESSED),
        ("*", Missing.SUPPRESSED),
        ("fewer than 5", Missing.SUPPRESSED),
        ("Not held", Missing.NOT_HELD),
        ("Nil", Missing.NIL),
        ("< Select >", Missing.PLACEHOLDER),
        ("Please select an option", Missing.PLACEHOLDER),
        ("TBC", Missing.TO_FOLLOW),
        ("0", None),
        ("Select House", None),
        ("see above", None),
        ("<500", None),
    ],
)
def test_a_mark_says_why_there_is_nothing(written: str, why: Missing | None) -> None:
    assert missing_mark(written) is why


def test_an_error_of_the_spreadsheet_is_known() -> None:
    assert [is_error(each) for each in ("#REF!", "#DIV/0!", "#1", "# of people")] == [True, True, False, False]


def test_an_nhs_number_is_known_by_its_check_figure() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")
    assert not is_nhs_number("0000000000")


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Client name", ["a"]),
        ("Surname", []),
        ("DOB", []),
        ("NHS number", []),
        ("", ["943 476 5919", "401 023 2137", "x"]),
        ("", ["a@example.org", "b@example.org"]),
        ("", ["01622 000000", "01622 000001"]),
        ("Where", ["ME14 1XX", "CT1 2AB"]),
    ],
)
def test_personal_data_is_pointed_out_with_its_reason(heading: str, values: list[CellValue]) -> None:
    assert personal_in(heading, values).endswith(".")


@pytest.mark.parametrize("heading", ["Provider name", "Service name", "Measure", "Contract name", "Named lead count"])
def test_names_of_things_are_not_personal(heading: str) -> None:
    assert personal_in(heading, ["People supported", "New referrals"]) == ""


def test_labels_are_alike_without_numbering_and_footnotes() -> None:
    assert label("1.2 New referrals*:") == "new referrals"
    assert alike("KPI 3: New referrals received", "New referrals received") == 1
    assert alike("Number of people supported in the quarter", "People supported in quarter") > 0.94
    assert alike("Complaints", "New referrals received") == 0
