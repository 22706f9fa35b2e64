"""Whether a decision in the register lies inside the power it names, and what used a power, on OD.24.00002's facts."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.authority import Rules, Verdict, authority_of, uses_of
from db.rules.dates import Period
from db.rules.decision import DecisionId, DecisionKind, DecisionText
from db.rules.decision_facts import DecisionStatus
from db.rules.money import Pence
from tests.rules.english_days import HOLIDAYS
from tests.rules.navigation_decisions import CONTRACTS, LIMB_B, LIMB_C, OFFICER, PARENT, PART_A

INSIDE, WARNED, OUTSIDE = Verdict.INSIDE, Verdict.INSIDE_WITH_WARNINGS, Verdict.OUTSIDE
RULES = Rules(HOLIDAYS)


def test_od_24_00002_is_inside_limb_b_of_22_00092() -> None:
    found = authority_of(OFFICER, (PARENT,), CONTRACTS, RULES)
    assert (found.verdict, found.parent) == (INSIDE, PARENT)
    [answer] = found.answers
    assert answer.delegation is LIMB_B
    assert "1 April 2024 to 31 March 2025 lies within" in " ".join(found.working)
    assert all("22/00092" in step for step in found.working)


def test_without_a_limb_named_the_best_of_the_parent_is_taken() -> None:
    found = authority_of(replace(OFFICER, delegation_id=None), (PARENT,), CONTRACTS, RULES)
    assert (found.verdict, found.answers[0].delegation) == (INSIDE, LIMB_B)


def test_a_decision_that_names_the_wrong_limb_is_outside() -> None:
    assert authority_of(replace(OFFICER, delegation_id=LIMB_C.id), (PARENT,), CONTRACTS, RULES).verdict is OUTSIDE


def test_a_draft_that_states_its_days_is_held_against_them_before_the_contracts_are_extended() -> None:
    unused = tuple(replace(contract, extensions=contract.extensions[:1]) for contract in CONTRACTS)
    parent = replace(PARENT, delegations=(replace(LIMB_B, option_number=None),))
    late = DecisionText(decision="EXTEND for 12 months, from 1 April 2024 to 1 April 2025.")
    assert authority_of(OFFICER, (parent,), unused, RULES).verdict is INSIDE
    assert authority_of(replace(OFFICER, text=late), (parent,), unused, RULES).verdict is OUTSIDE


def test_contracts_extended_by_different_days_are_each_held_against_the_limb() -> None:
    longer = replace(PART_A.extensions[1], period=Period(date(2024, 4, 1), date(2025, 6, 30)))
    part_a = replace(PART_A, extensions=(PART_A.extensions[0], longer))
    found = authority_of(OFFICER, (PARENT,), (part_a, CONTRACTS[1]), RULES)
    assert [answer.verdict for answer in found.answers] == [OUTSIDE, INSIDE]
    assert found.verdict is OUTSIDE


def test_funding_that_the_decision_approves_is_held_against_the_most_allowed() -> None:
    parent = replace(PARENT, delegations=(replace(LIMB_B, most_pence=Pence(5_301_564_00)),))
    found = authority_of(OFFICER, (parent,), CONTRACTS, RULES)
    assert found.verdict is OUTSIDE
    assert "£5,301,565, £1 over" in " ".join(found.working)


@pytest.mark.parametrize(
    ("changes", "verdict", "said"),
    [
        (
            {"relates_to_number": "", "scheme": "Part 7, 3.2"},
            WARNED,
            "rests on the scheme entry as stated, Part 7, 3.2",
        ),
        ({"relates_to_number": "", "scheme": ""}, OUTSIDE, "names no decision"),
        ({"relates_to_number": "21/00001"}, WARNED, "21/00001 is not in the register"),
    ],
    ids=["a scheme", "nothing", "an unknown decision"],
)
def test_what_the_register_cannot_test_is_said(changes: dict[str, str], verdict: Verdict, said: str) -> None:
    decision = replace(OFFICER, delegation_id=None, **changes)  # type: ignore[arg-type]
    found = authority_of(decision, (PARENT,), CONTRACTS, RULES)
    assert found.verdict is verdict
    assert said in " ".join(found.working)


def test_a_parent_without_recorded_limbs_is_told_and_still_held_to_its_date() -> None:
    bare = replace(PARENT, delegations=())
    decision = replace(OFFICER, delegation_id=None)
    assert authority_of(decision, (bare,), CONTRACTS, RULES).verdict is WARNED
    assert authority_of(decision, (replace(bare, decided_on=date(2024, 2, 1)),), CONTRACTS, RULES).verdict is OUTSIDE


def test_members_need_no_delegated_power() -> None:
    assert authority_of(replace(PARENT, kind=DecisionKind.CABINET), (), CONTRACTS).verdict is INSIDE


def test_a_limb_is_shown_as_used_by_the_decision_that_used_it() -> None:
    uses = uses_of(LIMB_B, (PARENT, OFFICER), CONTRACTS)
    assert [(use.decision_name, use.contract_reference) for use in uses] == [
        ("OD.24.00002", "SAMPLE-CN-A"),
        ("OD.24.00002", "SAMPLE-CN-B"),
    ]
    assert uses_of(LIMB_C, (PARENT, OFFICER), CONTRACTS) == ()


def test_a_use_is_found_though_the_decision_names_only_the_parent() -> None:
    named = replace(OFFICER, delegation_id=None, relates_to_number="22/00092")
    assert len(uses_of(LIMB_B, (PARENT, named), CONTRACTS)) == 2


@pytest.mark.parametrize("status", [DecisionStatus.FOR_DETERMINATION, DecisionStatus.WITHDRAWN])
def test_a_decision_that_does_not_stand_uses_nothing(status: DecisionStatus) -> None:
    assert uses_of(LIMB_B, (PARENT, replace(OFFICER, status=status)), CONTRACTS) == ()


def test_a_second_officer_decision_on_the_same_option_is_warned_of() -> None:
    second = replace(OFFICER, id=DecisionId("second"), number="OD.24.00017", decided_on=date(2024, 2, 1))
    again = tuple(
        replace(each, extensions=(each.extensions[0], replace(each.extensions[1], decision_id=second.id)))
        for each in CONTRACTS
    )
    found = authority_of(second, (PARENT, OFFICER), again, RULES)
    assert found.verdict is WARNED
    assert "OD.24.00002 of 15 January 2024 used it on SAMPLE-CN-A" in " ".join(found.working)
