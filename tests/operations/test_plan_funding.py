"""Funding that is planned before a decision approves it."""

from collections.abc import Iterator

import pytest

from db.operations.extend import extend_contracts
from db.operations.money import YearAmount
from db.operations.plan_funding import plan_funding
from db.register import Register
from db.rules.contract import Contract
from db.rules.funding import FundingLine
from db.rules.money import Pence
from db.rules.refusal import Refusal
from tests.desktop.acting import BY, a_register, contract


@pytest.fixture
def register() -> Iterator[Register]:
    made = a_register()
    yield made
    made.close()


def amount(pence: int, year: int = 2024, part: str = "Part A") -> YearAmount:
    return YearAmount(part, "The council", year, Pence(pence))


def lines(register: Register) -> tuple[FundingLine, ...]:
    return contract(register, "CN-A").funding


def cn_a(register: Register) -> Contract:
    return contract(register, "CN-A")


def test_a_plan_stands_without_a_decision_and_is_replaced_by_the_next(register: Register) -> None:
    plan_funding(register, BY, cn_a(register).id, (amount(1_00), amount(5_00, 2025)))
    plan_funding(register, BY, cn_a(register).id, (amount(2_00),))
    assert [(each.year, each.pence, each.decision_number) for each in lines(register)] == [
        (2024, 2_00, ""), (2025, 5_00, ""),
    ]  # fmt: skip


def test_a_decision_that_extends_takes_the_plan_over_and_it_is_planned_no_more(register: Register) -> None:
    found, decision = cn_a(register), register.decisions.get("OD.24.00002")
    plan_funding(register, BY, found.id, (amount(1_00),))
    extend_contracts(register, BY, (found.id,), decision.id, funding=((found.id, amount(3_00)),))
    assert [(each.pence, each.decision_number) for each in lines(register)] == [(3_00, "OD.24.00002")]
    with pytest.raises(Refusal, match=r"OD\.24\.00002 approved what The council pays for Part A in 2024-25"):
        plan_funding(register, BY, found.id, (amount(4_00),))


@pytest.mark.parametrize(
    ("amounts", "sentence"),
    [
        ((), "at least one amount"),
        ((amount(1), amount(2)), "stands twice"),
        ((amount(-1),), "less than nothing"),
        ((amount(1, 3),), "is not a year"),
        ((amount(1, part="Part Z"),), "has no part “Part Z”"),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_kept(
    register: Register, amounts: tuple[YearAmount, ...], sentence: str
) -> None:
    before = register.content_hash()
    with pytest.raises(Refusal, match=sentence):
        plan_funding(register, BY, cn_a(register).id, amounts)
    assert register.content_hash() == before
