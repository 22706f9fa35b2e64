"""Where a check turns: the last day itself, a draft with nothing recorded yet, what blocks and what only warns."""

from dataclasses import replace
from datetime import date, timedelta

from db.rules.authority import Verdict, authority_of
from db.rules.decision import DecisionId, EffectKind
from db.rules.decision_facts import Published
from db.rules.delegation import DelegationId
from db.rules.exercised import extensions_by
from db.rules.money import Pence
from db.rules.numbering import did_you_mean, read_number
from db.rules.record_dates import clocks_of
from tests.rules.english_days import HOLIDAYS
from tests.rules.navigation_decisions import CONTRACTS, LIMB_B, OFFICER, PARENT, PART_A, SIGNED, effects
from tests.rules.records import COMPLETE, gaps_of, record_with, said, with_decision

ONE_DAY = timedelta(days=1)
GONE = DelegationId("gone")
UNUSED = tuple(replace(each, extensions=each.extensions[:1]) for each in CONTRACTS)


def test_a_number_taken_twice_stops_it() -> None:
    twin = replace(PARENT, id=DecisionId("twin"), number="OD.24.00002")
    [gap] = gaps_of(replace(COMPLETE, decisions=(*COMPLETE.decisions, twin)), "C01")
    assert gap.stops


def test_a_total_stated_elsewhere_that_differs_stops_it() -> None:
    [gap] = gaps_of(replace(COMPLETE, stated_totals=(("Part A", Pence(1)),)), "C14")
    assert gap.stops


def test_the_option_may_be_used_on_its_last_day_and_not_the_day_after() -> None:
    for day, missed in ((date(2024, 1, 31), False), (date(2024, 2, 1), True)):
        decision = replace(OFFICER, decided_on=day, signed_on=day)
        record = replace(with_decision(decision), day=day, contracts=UNUSED)
        assert bool(gaps_of(record, "C22")) is missed


def test_notice_may_be_given_on_its_last_day() -> None:
    decision = replace(OFFICER, decided_on=date(2024, 1, 31), effects=effects(EffectKind.GIVES_NOTICE))
    assert gaps_of(replace(with_decision(decision), contracts=UNUSED), "C22") == ()


def test_a_draft_is_held_to_the_start_its_words_state() -> None:
    day = date(2024, 4, 2)
    record = replace(with_decision(replace(OFFICER, decided_on=day, signed_on=day)), day=day, contracts=UNUSED)
    assert "1 day after the start it authorises, 1 April 2024" in said(record, "C21")


def test_a_variation_after_the_contract_ended_is_retrospective() -> None:
    day = date(2024, 4, 1)
    decision = replace(OFFICER, decided_on=day, signed_on=day, effects=effects(EffectKind.VARIES))
    record = replace(with_decision(decision), day=day, contracts=UNUSED)
    assert "1 day after the contract ended on 31 March 2024" in said(record, "C21")
    on_the_day = replace(decision, decided_on=day - ONE_DAY)
    assert gaps_of(replace(with_decision(on_the_day), day=day, contracts=UNUSED), "C21") == ()


def test_what_takes_effect_and_is_put_into_effect_on_one_day_is_in_order() -> None:
    assert gaps_of(record_with(published=Published(None, SIGNED, SIGNED)), "C25") == ()


def test_the_working_of_call_in_names_the_day_it_is_counted_from() -> None:
    decision = replace(PARENT, callable_in=True, decided_on=date(2019, 10, 15), published=Published(date(2019, 10, 17)))
    clock = clocks_of(decision, HOLIDAYS).effective
    assert clock is not None
    assert clock.working[0].startswith("Published on Thursday 17 October 2019")


def test_a_scheme_entry_that_cannot_be_tested_is_shown_at_its_field() -> None:
    record = record_with(delegation_id=None, relates_to_number="", relates_to_on=None, scheme="Part 3, paragraph 12")
    assert [gap.field for gap in gaps_of(record, "C13")] == ["scheme"]
    unknown = record_with(delegation_id=None, relates_to_number="19/00777", relates_to_on=date(2019, 5, 1))
    assert [gap.field for gap in gaps_of(unknown, "C13")] == ["delegation_id"]


def test_an_extension_recorded_by_its_number_alone_is_found() -> None:
    by_number = replace(PART_A, extensions=tuple(replace(each, decision_id=None) for each in PART_A.extensions))
    assert [each.option_number for each in extensions_by(OFFICER, by_number)] == [2]
    assert extensions_by(replace(OFFICER, number=""), by_number) == ()


def test_a_limb_that_names_no_contracts_of_a_parent_that_acts_on_none_is_a_warning() -> None:
    parent = replace(PARENT, effects=(), delegations=(replace(LIMB_B, contract_ids=()),))
    found = authority_of(OFFICER, (parent,), CONTRACTS)
    assert found.verdict is Verdict.INSIDE_WITH_WARNINGS
    assert "names no contracts" in " ".join(found.working)


def test_the_working_says_what_the_limb_covers_and_which_option_was_used() -> None:
    inside = " ".join(authority_of(OFFICER, (PARENT,), CONTRACTS).working)
    assert "It covers SAMPLE-CN-A and SAMPLE-CN-B." in inside
    other = replace(PARENT, delegations=(replace(LIMB_B, option_number=1),))
    assert "for option 1; this decision uses option 2" in " ".join(authority_of(OFFICER, (other,), CONTRACTS).working)


def test_a_limb_that_was_taken_away_is_told() -> None:
    decision = replace(OFFICER, delegation_id=GONE)
    found = authority_of(decision, (PARENT,), CONTRACTS)
    assert "no longer one of 22/00092" in " ".join(found.working)


def test_of_two_likely_numbers_the_one_in_the_same_place_is_meant() -> None:
    assert did_you_mean("24/0113", ["24/01134", "24/00113"]) == "24/00113"


def test_four_figures_are_usual_only_where_hyphens_are() -> None:
    dotted = read_number("OD.23.0002")
    assert dotted is not None
    assert not dotted.is_usual
