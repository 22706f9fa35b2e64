"""The usual wording of a record is filled from the register; what is not known stays a gap that stops signing."""

from dataclasses import replace

import pytest

from db.rules.checks.publication import unresolved
from db.rules.contract import Contract
from desktop.desk import Desk
from desktop.writing.asking import Known
from desktop.writing.wording import filled, values_of
from tests.desktop.acting import sample_desk as sample_desk

WORDING = "EXTEND the current {title} contract for a period of {length}, from {starts_on} to {ends_on}."


def known(desk: Desk) -> Known:
    register = desk.register
    contracts = tuple(each for each in register.contracts.all() if isinstance(each, Contract))
    decision = register.decisions.get("OD.24.00002")
    return Known(decision, tuple(each for each in register.decisions.all() if each.id != decision.id), contracts)


def test_the_contracts_and_the_days_are_filled_in(sample_desk: Desk) -> None:
    said = known(sample_desk).wording(WORDING)
    assert "for a period of 12 months, from 1 April 2024 to 31 March 2025." in said
    assert "{" not in said
    assert list(unresolved(said)) == []


def test_partners_post_and_the_decision_it_rests_on_are_known(sample_desk: Desk) -> None:
    given = known(sample_desk)
    values = values_of(given.decision, given.contracts)
    assert filled("{number}", values) == "22/00092"
    assert "KCC Adult Social Care" in values["partners"]
    assert filled("As {post}", values) == f"As {given.decision.maker_post}"


@pytest.mark.parametrize("name", ["title", "length", "starts_on", "ends_on", "delegate", "post", "something_else"])
def test_what_is_not_known_stays_as_a_gap_that_is_caught(sample_desk: Desk, name: str) -> None:
    bare = replace(known(sample_desk).decision, effects=(), maker_post="", delegation_id=None)
    said = Known(bare, ()).wording(f"a {{{name}}} z")
    assert said.startswith("a [insert ")
    assert len(list(unresolved(said))) == 1
