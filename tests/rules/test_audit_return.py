"""The audit committee's return: what was decided in a period, and by how much it moved a contract's value."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from db.register import Register
from db.rules.audit_return import What, audit_return
from db.rules.contract import Contract, Extension, ExtensionId, ExtensionOption, OptionId, Part, Variation, VariationId
from db.rules.dates import Period
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind, Effect, EffectKind
from db.rules.decision_facts import Override
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence
from db.sample import fill
from exports.audit_return import as_csv, as_workbook
from tests.own_workbook.books import AT

PART, COUNCIL = PartId("p"), PartnerId("f")
YEAR = Period(date(2024, 4, 1), date(2025, 3, 31))


def line(year: int, pounds: int, decision: str = "") -> FundingLine:
    return FundingLine(PART, "All", COUNCIL, "Council", year, Pence(pounds * 100), decision)


EXTENDED = Contract(
    ContractId("c"), 1, "R-1", "Help at home", starts_on=date(2023, 4, 1), initial_ends_on=date(2025, 3, 31),
    parts=(Part(PART, "All"),), options=(ExtensionOption(OptionId("o"), 1, 12),),
    extensions=(
        Extension(ExtensionId("e"), OptionId("o"), 1, Period(date(2025, 4, 1), date(2026, 3, 31)), date(2024, 12, 1),
                  DecisionId("d"), "OD.24.1"),
    ),
    funding=(line(2023, 100_000), line(2024, 100_000), line(2025, 60_000, "OD.24.1")),
)  # fmt: skip
DECISION = Decision(
    DecisionId("d"), 1, "OD.24.1", DecisionKind.OFFICER, "Extension of help at home", date(2024, 12, 1),
    maker_post="Director", effects=(Effect(ContractId("c"), "R-1", "Help at home", EffectKind.EXTENDS),),
)  # fmt: skip


def test_an_extension_is_worth_what_its_years_are_funded_with() -> None:
    [row] = audit_return([EXTENDED], [DECISION], YEAR)
    assert (row.what, row.number, row.pence) == (What.EXTENSION, "Option 1", Pence(60_000_00))
    assert (row.decided_by, row.ends_on, row.reason) == ("Director", date(2026, 3, 31), "Extension of help at home")
    assert row.how == "£260,000 after it, £200,000 before"


@pytest.mark.parametrize(("threshold", "listed"), [(60_000_00, 1), (60_000_01, 0)])
def test_the_threshold_counts_in(threshold: int, listed: int) -> None:
    assert len(audit_return([EXTENDED], [DECISION], YEAR, Pence(threshold))) == listed


@pytest.mark.parametrize(
    ("first", "last", "listed"),
    [("2024-12-01", "2024-12-01", 1), ("2024-12-02", "2025-03-31", 0), ("2024-04-01", "2024-11-30", 0)],
)
def test_the_day_of_the_decision_counts(first: str, last: str, listed: int) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert len(audit_return([EXTENDED], [DECISION], period)) == listed


def test_a_variation_is_worth_the_change_of_its_rates_to_the_last_day() -> None:
    varied = replace(
        EXTENDED,
        extensions=(),
        funding=(),
        variations=(Variation(VariationId("v"), 1, date(2024, 4, 10), date(2024, 4, 1), "Fewer sites",
                              decision_id=DecisionId("d"), decision_number="OD.24.1", ground="72(1)(a)"),),
        annual_values=(
            AnnualValue(PART, "All", COUNCIL, "Council", None, Pence(400_000_00)),
            AnnualValue(PART, "All", COUNCIL, "Council", date(2024, 4, 1), Pence(300_000_00), "OD.24.1"),
        ),
    )  # fmt: skip
    [row] = audit_return([varied], [DECISION], YEAR)
    assert (row.what, row.pence) == (What.VARIATION, Pence(-100_000_00))
    assert row.reason == "Fewer sites. Ground: 72(1)(a)"


def test_what_has_no_recorded_value_is_listed_whatever_the_threshold() -> None:
    [row] = audit_return([replace(EXTENDED, funding=())], [DECISION], YEAR, Pence(10**12))
    assert row.pence is None
    assert row.how == "Its value is not recorded: there is no amount"


def test_a_check_that_was_passed_over_is_a_waiver() -> None:
    passed = replace(DECISION, overrides=(Override("C21", "Agreed by the monitoring officer"),),
                     value_pence=Pence(75_000_00))  # fmt: skip
    rows = audit_return([], [passed], YEAR)
    assert [(row.what, row.number, row.pence, row.reason) for row in rows] == [
        (What.WAIVER, "C21", Pence(75_000_00), "Agreed by the monitoring officer")
    ]


def test_the_return_is_what_the_journal_says_was_decided() -> None:
    always = Period(date(1990, 1, 1), date(2190, 1, 1))
    with Register.in_memory() as register:
        fill(register, AT)
        rows = audit_return(register.contracts.all(), register.decisions.all(), always, Pence(0))
        added = {
            (change.table, change.row_id)
            for entry in register.journal.after(0)
            for change in entry.changes
            if change.table in {"extension", "variation"}
        }
    assert len(rows) == len(added) > 0


def test_the_return_is_a_workbook_and_separated_text() -> None:
    rows = audit_return([EXTENDED], [DECISION], YEAR)
    workbook: Any = load_workbook(BytesIO(as_workbook(rows, YEAR, Pence(50_000_00))))
    assert [cell.value for cell in workbook["Return"][2]][:5] == ["Extension", "R-1", "Help at home", None, "Option 1"]
    assert workbook["Return"]["J2"].value == 60_000
    assert as_csv(rows).decode("utf-8-sig").splitlines()[1].split(",")[9] == "60000.00"
