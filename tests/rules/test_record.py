"""The record of a decision takes its figures from the register, and says what they are."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.contract import Contract, Extension, ExtensionId, OptionId
from db.rules.dates import Period
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind, Effect, EffectKind, Signatory
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.funding import FundingLine, PartId, PartnerId
from db.rules.money import Pence
from db.rules.record import record_of

NUMBER = "OD.26.00001"
CONTRACT_ID = ContractId("A")
DECISION = Decision(
    DecisionId("D"), 1, NUMBER, DecisionKind.OFFICER, "A year more", date(2026, 2, 2),
    effects=(Effect(CONTRACT_ID, "R-1", "A service", EffectKind.EXTENDS),),
)  # fmt: skip


def paid(pence: int, year: int = 2026, decision: str = NUMBER) -> FundingLine:
    return FundingLine(PartId("P"), "North", PartnerId("C"), "The council", year, Pence(pence), decision)


def extended(starts_on: date, ends_on: date, *lines: FundingLine) -> Contract:
    used = Extension(ExtensionId("1"), OptionId("1"), 1, Period(starts_on, ends_on), date(2026, 2, 2), DECISION.id)
    return Contract(CONTRACT_ID, 1, "R-1", "A service", extensions=(used,), funding=lines)


A_YEAR = extended(date(2026, 4, 1), date(2027, 3, 31), paid(100_00))


def test_only_what_the_decision_approved_is_in_its_table() -> None:
    contract = replace(A_YEAR, funding=(paid(100_00), paid(7_00, decision=""), paid(9_00, decision="26/00002")))
    record = record_of(DECISION, [contract])
    assert record.funding is not None
    assert record.funding.total == 100_00


def test_a_contract_the_decision_does_not_touch_is_not_in_its_table() -> None:
    assert record_of(DECISION, [replace(A_YEAR, id=ContractId("B"))]).funding is None


@pytest.mark.parametrize(
    ("ends_on", "note"),
    [
        (date(2027, 3, 31), "12 months"),
        (date(2026, 9, 30), "6 months"),
        (date(2026, 4, 30), "1 month"),
        (date(2028, 3, 31), "24 months"),
        (date(2026, 4, 14), ""),
    ],
)
def test_the_columns_say_for_how_long_the_extension_pays(ends_on: date, note: str) -> None:
    record = record_of(DECISION, [extended(date(2026, 4, 1), ends_on, paid(1_00))])
    assert record.column_note == note


def test_the_caption_names_the_days_of_the_extension() -> None:
    assert record_of(DECISION, [A_YEAR]).funding_caption == "Funding for 1 April 2026 to 31 March 2027"


def test_without_an_extension_the_caption_names_the_financial_years_and_no_length_is_claimed() -> None:
    varied = replace(A_YEAR, extensions=(), funding=(paid(1_00), paid(2_00, 2027)))
    record = record_of(DECISION, [varied])
    assert (record.funding_caption, record.column_note) == ("Funding for 2026-27, 2027-28", "")


def test_contracts_may_come_one_by_one() -> None:
    assert record_of(DECISION, iter([A_YEAR])) == record_of(DECISION, [A_YEAR])


def test_the_limb_is_the_one_of_the_parents_that_the_decision_names() -> None:
    limbs = tuple(Delegation(DelegationId(name), name, Power.EXTEND, "Director") for name in ("a)", "b)"))
    parent = replace(DECISION, id=DecisionId("P"), delegations=limbs)
    child = replace(DECISION, delegation_id=DelegationId("b)"))
    assert record_of(child, [], parent=parent).delegation == limbs[1]
    assert record_of(child, [], parent=parent, delegation=limbs[0]).delegation == limbs[0]
    assert record_of(DECISION, [], parent=parent).delegation is None
    assert record_of(child, []).delegation is None


def test_what_the_council_prints_on_and_who_signs_second_are_the_records() -> None:
    record = record_of(DECISION, [], "A council", counter_signatory=Signatory("Proper Officer"))
    assert (record.council, record.counter_signatory, record.is_public) == (
        "A council",
        Signatory("Proper Officer"),
        False,
    )
