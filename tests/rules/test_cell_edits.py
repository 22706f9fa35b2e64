"""What many edits come to: each cell is judged by itself, and what does not fit says why."""

from dataclasses import replace

import pytest

from db.rules.cell_edits import CellRefused, EditPlan, Target, plan_edits, replaced, sentence_of, told
from db.rules.decision import ContractId

IN_USE = {"CN-1": ContractId("a"), "CN-2": ContractId("b")}


def target(wanted: str, field: str = "manager", before: str = "", of: str = "a") -> Target:
    return Target(ContractId(of), 3, f"CN-{of}", field.capitalize() or "Ends", field, before, wanted)


def test_good_cells_are_kept_apart_from_those_that_do_not_fit() -> None:
    good = [target(f"Officer {number}", of=f"c{number}") for number in range(58)]
    bad = [target("1 April 2030", field=""), target("", field="title", before="A title")]
    plan = plan_edits([*good, *bad], IN_USE)
    assert (len(plan.edits), len(plan.refused)) == (58, 2)
    assert told(plan) == "58 cells will change, 2 cells cannot take their text."


def test_a_cell_that_only_an_act_changes_names_the_act() -> None:
    locked = replace(target("1 April 2030", field=""), column="Ends", changed_by="Extend or Vary")
    assert plan_edits([locked], IN_USE).refused[0].why == "Ends of CN-a changes only by Extend or Vary."


def test_the_same_text_put_back_into_a_locked_cell_is_no_refusal() -> None:
    plan = plan_edits([target("31 Mar 2025", field="", before="31 Mar 2025")], IN_USE)
    assert plan == EditPlan(same=1)


def test_a_cell_that_has_its_text_already_does_not_change() -> None:
    assert plan_edits([target("  B. Manager ", before="B. Manager")], IN_USE) == EditPlan(same=1)


@pytest.mark.parametrize("wanted", ["CN-2", "cn-2"])
def test_a_reference_in_use_is_refused(wanted: str) -> None:
    plan = plan_edits([target(wanted, field="reference", before="CN-1")], IN_USE)
    assert "Another contract has the reference" in plan.refused[0].why


def test_one_reference_is_not_given_to_two_contracts() -> None:
    twice = [target("NEW", "reference", "CN-1", "a"), target("new", "reference", "CN-2", "b")]
    plan = plan_edits(twice, IN_USE)
    assert ([each.contract_id for each in plan.edits], len(plan.refused)) == (["a"], 1)


def test_what_meets_no_cell_is_told_too() -> None:
    beyond = CellRefused("", "", "over the edge", "It lies below the last row.")
    assert plan_edits([], IN_USE, [beyond]).refused == (beyond,)


@pytest.mark.parametrize("text", ["=1+1", "@here", "+44 1622 000000", "-5"])
def test_a_text_that_looks_like_a_formula_is_kept_as_it_is(text: str) -> None:
    assert plan_edits([target(text, "notes")], IN_USE).edits[0].after == text


def test_the_journal_is_told_the_fields_and_how_many_contracts() -> None:
    several = plan_edits([target("B", of="a"), target("B", of="b"), target("C", "contact")], IN_USE).edits
    assert sentence_of(several) == "Changed contract manager and contact of 2 contracts"
    assert sentence_of(several[:1]) == "Changed contract manager of CN-a"


@pytest.mark.parametrize(
    ("text", "words", "by", "kept"),
    [
        ("Kent and kent", "KENT", "Medway", "Medway and Medway"),
        ("Straße KENT", "kent", "Medway", "Straße Medway"),
        ("Kent", "", "x", "Kent"),
        ("a.b", ".", "-", "a-b"),
    ],
)
def test_words_are_replaced_wherever_they_stand(text: str, words: str, by: str, kept: str) -> None:
    assert replaced(text, words, by) == kept


def test_capitals_count_and_whole_cells_match_where_asked() -> None:
    assert replaced("Kent kent", "kent", "x", match_case=True) == "Kent x"
    assert replaced("Kent and Medway", "kent", "x", whole=True) == "Kent and Medway"
    assert replaced(" kent ", "Kent", "x", whole=True) == "x"
