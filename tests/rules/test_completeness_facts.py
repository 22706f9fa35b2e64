"""What a record's facts must be: its power, sums, route, signature, days, grounds, names and clocks."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from db.rules.completeness import RecordInHand
from db.rules.contract import Variation, VariationId
from db.rules.decision import Decision, DecisionKind, EffectKind, Publication
from db.rules.decision_facts import DecisionStatus, ForwardPlan, Published, Responsible, Route
from db.rules.delegation import Power
from db.rules.money import Pence
from tests.rules.navigation_decisions import CONTRACTS, LIMB_B, OFFICER, PARENT, SIGNED, effects
from tests.rules.records import COMPLETE, checks_broken, gaps_of, record_with, said, with_decision

ONE_DAY = timedelta(days=1)
NO_PARENT: dict[str, Any] = {"delegation_id": None, "relates_to_number": "", "relates_to_on": None}


def with_parent(parent: Decision) -> RecordInHand:
    return replace(COMPLETE, decisions=(parent, OFFICER))


@pytest.mark.parametrize(
    ("changes", "stops", "words"),
    [
        ({"relates_to_number": ""}, True, "Name the decision it rests on"),
        ({"relates_to_number": "", "scheme": "Non-specific"}, True, "is no entry of the scheme"),
        ({"relates_to_number": "", "scheme": "n/a"}, True, "is no entry of the scheme"),
        ({"relates_to_number": "22/0092", "relates_to_on": date(2022, 10, 21)}, True, "did you mean 22/00092?"),
        ({"relates_to_number": "22/00029", "relates_to_on": date(2022, 10, 21)}, True, "did you mean 22/00092?"),
        ({"relates_to_number": "19/00777"}, True, "Give the day it was taken"),
        ({"relates_to_number": "19/00777", "relates_to_on": SIGNED + ONE_DAY}, True, "after this decision"),
        ({"relates_to_number": "19/0777", "relates_to_on": date(2019, 5, 1)}, False, "unusual number of figures"),
        (
            {"relates_to_number": "22/00092", "relates_to_on": date(2022, 10, 22)},
            False,
            "the register has it on 21",
        ),
    ],
)
def test_the_authority_is_named_with_its_day(changes: dict[str, Any], stops: bool, words: str) -> None:
    [gap] = gaps_of(record_with(**{**NO_PARENT, **changes}), "C12")
    assert gap.stops is stops
    assert words in gap.sentence


def test_a_limb_of_another_decision_than_the_one_named_is_told() -> None:
    [gap] = gaps_of(record_with(relates_to_number="21/00001"), "C12")
    assert "one of 22/00092, but the record names 21/00001" in gap.sentence


@pytest.mark.parametrize(
    "changes",
    [
        {"relates_to_number": "19/00777", "relates_to_on": date(2019, 5, 1)},
        {"scheme": "Scheme of delegation, part 3, paragraph 12"},
    ],
)
def test_what_the_register_cannot_test_is_a_warning_of_its_own(changes: dict[str, Any]) -> None:
    record = record_with(**{**NO_PARENT, **changes})
    assert gaps_of(record, "C12") == ()
    [gap] = gaps_of(record, "C13")
    assert not gap.stops
    assert "test" in gap.sentence


@pytest.mark.parametrize(
    ("parent", "check"),
    [
        (replace(PARENT, decided_on=SIGNED + ONE_DAY), "C12"),
        (replace(PARENT, status=DecisionStatus.WITHDRAWN), "C12"),
        (replace(PARENT, delegations=(replace(LIMB_B, delegate="Director of Public Health"),)), "C13"),
    ],
)
def test_a_power_that_was_not_there_or_is_anothers_stops_it(parent: Decision, check: str) -> None:
    assert any(gap.stops for gap in gaps_of(with_parent(parent), check))


@pytest.mark.parametrize(
    "limb",
    [
        replace(LIMB_B, option_number=1),
        replace(LIMB_B, most_pence=Pence(5_000_000_00)),
        replace(LIMB_B, until=SIGNED - ONE_DAY),
        replace(LIMB_B, power=Power.VARY),
        replace(LIMB_B, contract_ids=("A",)),
    ],
    ids=["option", "value", "expiry", "power", "contract"],
)
def test_what_lies_outside_the_power_is_a_warning(limb: Any) -> None:
    found = gaps_of(with_parent(replace(PARENT, delegations=(limb,))), "C13")
    assert found
    assert not any(gap.stops for gap in found)


def test_consultation_that_only_the_words_of_the_limb_ask_for_is_held_too() -> None:
    limb = replace(LIMB_B, words="to use the option in consultation with the Leader of the Council, if required")
    record = with_parent(replace(PARENT, delegations=(limb,)))
    assert "consultation with the Leader of the Council" in said(record, "C17")
    told = replace(record, decision=replace(OFFICER, consultees=("Leader of the Council",)))
    assert gaps_of(told, "C17") == ()


NOT_KEY = with_parent(replace(PARENT, is_key=None))


@pytest.mark.parametrize(
    ("value", "divisions", "warned"),
    [
        (Pence(1_000_000_00), "", True),
        (Pence(999_999_99), "", False),
        (Pence(-1_000_000_00), "", True),
        (None, "All divisions", True),
        (None, "Ashford Central, Ashford East", True),
        (None, "Ashford Central and Ashford East", True),
        (None, "Ashford Central", False),
        (None, "Countywide", True),
        (None, "", False),
    ],
)
def test_what_is_large_or_touches_two_divisions_is_a_key_decision(
    value: Pence | None, divisions: str, warned: bool
) -> None:
    decision = replace(OFFICER, value_pence=value, responsible=Responsible(divisions=divisions))
    bare = tuple(replace(each, funding=()) for each in CONTRACTS)
    record = replace(with_decision(decision, NOT_KEY), funding=None, contracts=bare)
    assert bool(gaps_of(record, "C15")) is warned


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (ForwardPlan(), "plan.route"),
        (ForwardPlan(Route.NOTICE), "plan.notice_published_on"),
        (ForwardPlan(Route.NOTICE, notice_published_on=date(2023, 12, 17)), None),
        (ForwardPlan(Route.NOTICE, notice_published_on=date(2023, 12, 18)), "plan.notice_published_on"),
        (ForwardPlan(Route.GENERAL_EXCEPTION, notice_published_on=date(2024, 1, 2)), "plan.urgency_reason"),
        (ForwardPlan(Route.GENERAL_EXCEPTION, "The option lapses.", date(2024, 1, 5)), None),
        (ForwardPlan(Route.GENERAL_EXCEPTION, "The option lapses.", date(2024, 1, 8)), "plan.notice_published_on"),
        (ForwardPlan(Route.SPECIAL_URGENCY, "The option lapses."), None),
        (ForwardPlan(Route.SPECIAL_URGENCY), "plan.urgency_reason"),
    ],
)
def test_an_officers_key_decision_records_its_route_and_waits(plan: ForwardPlan, field: str | None) -> None:
    found = gaps_of(with_decision(replace(OFFICER, plan=plan), NOT_KEY), "C15")
    assert [gap.field for gap in found] == ([field] if field else [])


def test_a_members_large_decision_not_recorded_as_key_is_warned_of() -> None:
    record = record_with(kind=DecisionKind.MEMBER, is_key=None)
    assert [gap.field for gap in gaps_of(record, "C15")] == ["is_key"]


@pytest.mark.parametrize(
    ("said_of_it", "warned"),
    [("None", True), ("Not needed.", True), ("Not needed: no change.", False)],
)
def test_equality_and_data_protection_say_why_nothing_is_needed(said_of_it: str, warned: bool) -> None:
    for field in ("equality", "data_protection"):
        assert bool(gaps_of(record_with({field: said_of_it}), "C16")) is warned


def test_what_was_consulted_on_may_stand_under_consultation() -> None:
    assert checks_broken(record_with({"comments": ""})) == {"C16"}
    assert checks_broken(record_with({"comments": "", "consultation": "From 26 November 2024, by letter."})) == set()


def test_late_signing_is_explained() -> None:
    day = SIGNED + 3 * ONE_DAY
    late, explained = record_with(signed_on=day), record_with(signed_on=day, late_signing="The Director was away.")
    assert checks_broken(replace(late, day=day)) == {"C19"}
    assert checks_broken(replace(explained, day=day)) == set()


def test_a_draft_signed_on_another_day_than_taken_is_told_before_it_is_signed() -> None:
    unsigned = replace(record_with(signed_on=None), day=SIGNED + ONE_DAY)
    assert "It would be signed on 16 January 2024" in said(unsigned, "C19")
    assert checks_broken(replace(unsigned, day=SIGNED)) == set()


@pytest.mark.parametrize(
    ("published_on", "day", "answer", "warned"),
    [
        (None, date(2024, 1, 29), Publication.YES, False),
        (None, date(2024, 1, 30), Publication.YES, True),
        (None, date(2024, 1, 30), Publication.NO, False),
        (date(2024, 1, 29), date(2025, 1, 1), Publication.YES, False),
        (date(2024, 1, 30), date(2025, 1, 1), Publication.PART, True),
    ],
)
def test_publication_over_ten_working_days_is_warned_of(
    published_on: date | None, day: date, answer: Publication, warned: bool
) -> None:
    record = record_with(published=Published(published_on), for_publication=answer)
    assert bool(gaps_of(replace(record, day=day), "C20")) is warned


def test_a_decision_a_day_after_the_start_is_retrospective_and_on_the_day_is_not() -> None:
    for day, late in ((date(2024, 4, 1), False), (date(2024, 4, 2), True)):
        decision = replace(OFFICER, decided_on=day, signed_on=day)
        record = replace(with_decision(decision), day=day)
        assert ("after the start it authorises" in said(record, "C21")) is late
    assert "SAMPLE-CN-A and SAMPLE-CN-B: taken on 2 April 2024, 1 day after" in said(record, "C21")


def test_notice_after_the_last_day_to_serve_is_warned_of() -> None:
    decision = replace(OFFICER, effects=effects(EffectKind.GIVES_NOTICE))
    contracts = tuple(replace(each, extensions=each.extensions[:1]) for each in CONTRACTS)
    record = replace(with_decision(decision), contracts=contracts)
    assert gaps_of(record, "C22") == ()
    late = replace(decision, decided_on=date(2024, 2, 1))
    assert "had to be served by 31 January 2024" in said(replace(with_decision(late), contracts=contracts), "C22")


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        ("", "no procurement ground is named"),
        ("Regulation 72", "names no limb"),
        ("Regulation 72(1)(a)", ""),
        ("reg. 72 (1) (e)", ""),
        ("Regulation 72(1)(b)", "needs a modification notice"),
        ("Regulation 72(1)(c), Find a Tender notice 012345-2025", ""),
        ("Light touch contract", ""),
        ("Procurement Act 2023 section 74", ""),
        ("SI 2023/1348 reg 13(2)(b)", ""),
        ("Agreed with the provider", "is no ground that is known"),
    ],
)
def test_a_variation_names_its_ground(ground: str, words: str) -> None:
    record = record_with(effects=effects(EffectKind.VARIES), ground=ground)
    assert words in said(record, "C23")
    assert bool(words) is bool(gaps_of(record, "C23"))


def test_the_ground_recorded_with_the_variation_is_read() -> None:
    change = Variation(VariationId("1"), 1, SIGNED, None, "More", ground="Regulation 72(1)(a)", decision_id=OFFICER.id)
    contracts = tuple(replace(each, variations=(change,)) for each in CONTRACTS)
    record = replace(record_with(effects=effects(EffectKind.MODIFIES)), contracts=contracts)
    assert gaps_of(record, "C23") == ()
