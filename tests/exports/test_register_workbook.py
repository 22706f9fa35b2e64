"""The register as Excel opens it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from db.rules.contract import (
    Contract,
    Extension,
    ExtensionId,
    ExtensionOption,
    Holder,
    Notice,
    NoticeId,
    NoticeTerm,
    OptionId,
    Part,
    Side,
    Unreadable,
    Variation,
    VariationId,
)
from db.rules.dates import Period, Unit
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind, Effect, EffectKind
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence
from db.rules.provider import Alias, AliasId, Provider, ProviderId
from exports.register_workbook import render
from tests.exports.test_cells import LEADING

DAY = date(2024, 6, 1)
MADE_AT = datetime(2024, 6, 1, 8, 5, tzinfo=UTC)
PART, COUNCIL = PartId("p1"), PartnerId("f1")
FIRST, SECOND = ExtensionOption(OptionId("o1"), 1, 12), ExtensionOption(OptionId("o2"), 2, 12)
CONTRACT = Contract(
    id=ContractId("c1"),
    version=3,
    reference="SAMPLE-1",
    title="Help at home",
    service="Support",
    manager="Manager",
    starts_on=date(2019, 4, 1),
    initial_ends_on=date(2023, 3, 31),
    parts=(Part(PART, "Whole"),),
    holders=(Holder(ProviderId("v1"), "One Ltd"), Holder(ProviderId("v2"), "Two CIO")),
    options=(FIRST, SECOND),
    notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS), NoticeTerm(Side.PROVIDER, 6, Unit.MONTHS)),
    extensions=(
        Extension(
            ExtensionId("e1"), FIRST.id, 1, Period(date(2023, 4, 1), date(2024, 3, 31)), date(2022, 12, 1),
            decision_number="22/00092",
        ),
        Extension(ExtensionId("e2"), SECOND.id, 2, Period(date(2024, 4, 1), date(2025, 3, 31)), date(2024, 1, 15)),
    ),
    variations=(Variation(VariationId("w1"), 1, date(2024, 7, 1), None, "More hours"),),
    funding=(
        FundingLine(PART, "Whole", COUNCIL, "Council", 2024, Pence(84_882_900)),
        FundingLine(PART, "Whole", PartnerId("f2"), "NHS", 2024, Pence(1_050)),
        FundingLine(PART, "Whole", COUNCIL, "Council", 2023, Pence(1)),
    ),
    annual_values=(AnnualValue(PART, "Whole", COUNCIL, "Council", date(2019, 4, 1), Pence(12_345_678)),),
)  # fmt: skip
UNREADABLE = Unreadable(ContractId("c9"), "SAMPLE-9", "its start is not a day")
DECISION = Decision(
    DecisionId("d1"), 1, "22/00092", DecisionKind.MEMBER, "Extension", date(2022, 12, 1),
    effects=(Effect(ContractId("c1"), "SAMPLE-1", "Help at home", EffectKind.EXTENDS),),
)  # fmt: skip
PROVIDER = Provider(ProviderId("v1"), 1, "One Ltd", (Alias(AliasId("a1"), "Number One"),), company_number="01234567")


def _workbook(
    contracts: Sequence[Contract | Unreadable], day: date = DAY, decisions: Sequence[Decision] = ()
) -> Workbook:
    content = render(contracts, day, "An officer", MADE_AT, "Support, running", decisions, (PROVIDER,))
    return load_workbook(BytesIO(content))


def _rows(workbook: Workbook, sheet: str) -> list[dict[str, Any]]:
    heading, *rows = workbook[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return _workbook((CONTRACT, UNREADABLE), decisions=(DECISION,))


def test_a_contract_stands_in_one_row_as_it_stood_on_the_day(workbook: Workbook) -> None:
    row = _rows(workbook, "Register")[0]
    assert row == {
        "Reference": "SAMPLE-1",
        "Contract": "Help at home",
        "Service": "Support",
        "Providers": "One Ltd, Two CIO",
        "Status": "Running",
        "Start": datetime(2019, 4, 1),
        "Initial end": datetime(2023, 3, 31),
        "Current end": datetime(2025, 3, 31),
        "Maximum end": datetime(2025, 3, 31),
        "Options left": 0,
        "Council's notice": "3 months",
        "Last day to serve notice": datetime(2024, 12, 31),
        "Annual value": 123456.78,
        "Funding 2024-25": 848839.5,
        "Contract manager": "Manager",
        "Category": None,
        "Contact": None,
        "Notes": None,
        "Contract Desk id": "c1",
        "Contract Desk version": 3,
    }


def test_an_earlier_day_shows_only_what_was_decided_by_then() -> None:
    row = _rows(_workbook((CONTRACT,), date(2023, 6, 1)), "Register")[0]
    assert (row["Current end"], row["Options left"]) == (datetime(2024, 3, 31), 1)
    assert row["Last day to serve notice"] == datetime(2023, 12, 31)
    assert row["Funding 2023-24"] == 0.01


def test_under_notice_there_is_no_last_day_to_serve() -> None:
    given = Notice(NoticeId("n1"), Side.COUNCIL, date(2024, 5, 1), date(2024, 8, 1))
    ending = Contract(**{**{f: getattr(CONTRACT, f) for f in CONTRACT.__slots__}, "notices": (given,)})
    row = _rows(_workbook((ending,)), "Register")[0]
    assert (row["Status"], row["Last day to serve notice"]) == ("Under notice", None)
    assert row["Current end"] == datetime(2024, 8, 1)


def test_what_is_not_recorded_is_blank_and_never_nought() -> None:
    row = _rows(_workbook((Contract(ContractId("c2"), 1, "SAMPLE-2", "New"),)), "Register")[0]
    assert {row[name] for name in ("Start", "Current end", "Annual value", "Funding 2024-25", "Notes")} == {None}
    assert row["Status"] == "Term not recorded"


def test_a_contract_that_cannot_be_read_keeps_its_row_with_the_reason(workbook: Workbook) -> None:
    row = _rows(workbook, "Register")[1]
    assert (row["Reference"], row["Contract Desk id"]) == ("SAMPLE-9", "c9")
    assert row["Status"] == "Cannot be read: its start is not a day"
    assert row["Options left"] is None


def test_days_and_pounds_are_real_ones_and_shown_as_officers_write_them(workbook: Workbook) -> None:
    sheet: Any = workbook["Register"]
    assert (sheet["F2"].is_date, sheet["F2"].number_format) == (True, "dd mmm yyyy")
    assert (sheet["M2"].data_type, sheet["N2"].data_type) == ("n", "n")
    money: Any = workbook["Parts and funding"]
    formats = [money[f"H{row}"].number_format for row in (2, 3)]
    assert ["0.00" in each and "£" in each for each in formats] == [False, True]


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2024, 2, 29)])
def test_every_day_comes_back_as_the_same_day(day: date) -> None:
    old = Contract(ContractId("c2"), 1, "SAMPLE-2", "Old", starts_on=day)
    assert _rows(_workbook((old,)), "Register")[0]["Start"] == datetime(day.year, day.month, day.day)


def test_each_amount_stands_in_a_row_of_its_own(workbook: Workbook) -> None:
    rows = _rows(workbook, "Parts and funding")
    assert [(row["Funding partner"], row["Financial year"], row["Amount"]) for row in rows] == [
        ("Council", "2024-25", 848829),
        ("NHS", "2024-25", 10.5),
        ("Council", "2023-24", 0.01),
        ("Council", None, 123456.78),
    ]
    assert rows[3]["In force from"] == datetime(2019, 4, 1)


def test_options_extensions_and_variations_are_listed_with_their_state(workbook: Workbook) -> None:
    rows = _rows(workbook, "Options and extensions")
    assert [(row["What"], row["Number"], row["State on the day"]) for row in rows] == [
        ("Option", 1, "Used"),
        ("Option", 2, "Used"),
        ("Extension", 1, "Done"),
        ("Extension", 2, "Done"),
        ("Variation", 1, "After the day"),
    ]
    assert (rows[2]["Last day"], rows[2]["Decision"]) == (datetime(2024, 3, 31), "22/00092")


def test_decisions_and_providers_have_their_sheets(workbook: Workbook) -> None:
    assert _rows(workbook, "Decisions")[0]["Contracts"] == "extends SAMPLE-1"
    provider = _rows(workbook, "Providers")[0]
    assert (provider["Also known as"], provider["Company number"]) == ("Number One", "01234567")


def test_the_notes_say_who_when_which_view_and_how_days_are_reckoned(workbook: Workbook) -> None:
    notes = {str(name): said for name, said in workbook["Notes"].iter_rows(values_only=True)}
    assert notes["Made by"] == "An officer"
    assert notes["Made at"] == "1 June 2024, 08:05 UTC"
    assert (notes["As at"], notes["View"]) == ("1 June 2024", "Support, running")
    assert notes["Contracts"] == "2, of which 1 cannot be read"
    assert "Dodds v Walker" in str(notes["Last day to serve notice"])


def test_header_and_reference_stay_in_view_and_every_table_has_its_filter(workbook: Workbook) -> None:
    tables = [sheet for sheet in workbook.worksheets if sheet.title != "Notes"]
    assert {sheet.freeze_panes for sheet in tables} == {"B2"}
    assert [sheet.auto_filter.ref for sheet in tables] == [sheet.dimensions for sheet in tables]
    assert all(sheet.sheet_properties.tabColor for sheet in workbook.worksheets)


def test_ids_are_there_but_hidden(workbook: Workbook) -> None:
    columns = workbook["Register"].column_dimensions
    assert (columns["S"].hidden, columns["T"].hidden, columns["R"].hidden) == (True, True, False)


@pytest.mark.parametrize("first", LEADING)
def test_no_text_of_any_column_becomes_a_formula(first: str) -> None:
    text = f"{first}1+1"
    bad = Contract(
        ContractId(text), 1, text, text, text, text, text, text, text, holders=(Holder(ProviderId("v"), text),)
    )
    workbook = _workbook((bad,), decisions=(Decision(DecisionId("d"), 1, text, DecisionKind.OFFICER, text, DAY),))
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "d"}
    assert _rows(workbook, "Register")[0]["Notes"] == text.replace("\r", "\n").replace("\0", "")


def test_what_a_cell_cannot_hold_is_told_in_the_notes() -> None:
    bad = Contract(ContractId("c"), 1, "SAMPLE-1", "Bell\x07", notes="n" * 40_000)
    notes = [said for name, said in _workbook((bad,))["Notes"].iter_rows(values_only=True) if name == "Left out"]
    assert notes == [
        "Sheet “Register”, row 2, Contract: 1 control character left out.",
        "Sheet “Register”, row 2, Notes: 7,233 characters past Excel's limit of 32,767 left out.",
    ]


def test_each_sheet_prints_its_columns_and_nothing_that_hangs_over(workbook: Workbook) -> None:
    assert [str(sheet.print_area) for sheet in workbook.worksheets[:1]] == ["'Register'!$A$1:$T$3"]


def test_an_empty_register_still_makes_a_workbook() -> None:
    assert _rows(_workbook(()), "Register") == []
