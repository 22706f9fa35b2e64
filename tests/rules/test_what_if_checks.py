"""A proposal is held against the rules on changing contracts, or it is said that nothing is known for that."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.award_facts import AwardFacts
from db.rules.contract import Variation, VariationId
from db.rules.money import Pence
from db.rules.what_if import NewAmount, Proposed, what_if
from db.rules.what_if_checks import EARLIER, change_of, short_ground, warnings_of
from db.sample.community_navigation import COUNCIL
from tests.rules.test_what_if import a_contract

LESS = Proposed(
    a_contract(("£100,000", None)),
    date(2026, 4, 1),
    (NewAmount("East", COUNCIL, Pence(40_000_00)),),
    date(2027, 9, 30),
)
FACTS = AwardFacts(date(2018, 9, 3), original_pence=Pence(300_000_00), maximum_months=36)


def test_a_change_is_its_value_over_the_contracts_life_and_its_months() -> None:
    change = change_of(LESS, what_if([LESS]), "regulation 72(1)(b)", alters_scope=True)
    half = Pence(20_054_64)  # half a year more, at £40,000 a year
    assert abs(change.value + 60_000_00 - half) < 60_00
    assert (change.months, change.on, change.ground, change.alters_scope) == (6, date(2026, 4, 1), "72(1)(b)", True)


def test_without_its_award_nothing_is_checked() -> None:
    assert warnings_of(LESS, what_if([LESS]), None) is None


def test_earlier_variations_are_named_since_they_count_together() -> None:
    earlier = (Variation(VariationId("1"), 1, date(2025, 1, 1), None, "Before"),)
    again = replace(LESS, contract=replace(LESS.contract, variations=earlier))
    assert EARLIER not in (warnings_of(LESS, what_if([LESS]), FACTS) or ())
    assert EARLIER in (warnings_of(again, what_if([again]), FACTS) or ())


@pytest.mark.parametrize("written", ["72(1)(b)", "regulation 72(1)(b)", "Reg. 72 (1)(b) of the Regulations 2015"])
def test_a_ground_is_known_however_it_is_written(written: str) -> None:
    assert short_ground(written) == "72(1)(b)"
