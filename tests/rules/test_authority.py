"""Which delegated power covers what: limb b) of 22/00092 at every edge, on the facts of OD.24.00002."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.authority import (
    Exercise,
    Limit,
    OnContract,
    Rules,
    Use,
    Verdict,
    Weight,
    authority_for,
    best_of,
)
from db.rules.dates import Period
from db.rules.decision import Decision, EffectKind
from db.rules.decision_facts import DecisionStatus, Published
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.money import Pence
from tests.rules.english_days import HOLIDAYS
from tests.rules.navigation_decisions import (
    DELEGATE,
    DIRECTOR,
    LIMB_B,
    LIMB_C,
    MEMBER,
    PARENT,
    SECOND_YEAR,
    SIGNED,
    effects,
)

ONE_DAY = timedelta(days=1)
A, B = OnContract("A", "SAMPLE-CN-A"), OnContract("B", "SAMPLE-CN-B")
USED = Exercise(Power.EXTEND, DIRECTOR, SIGNED, (A, B), 2, SECOND_YEAR, Pence(5_301_565_00), decision_id="officer")
INSIDE, WARNED, OUTSIDE = Verdict.INSIDE, Verdict.INSIDE_WITH_WARNINGS, Verdict.OUTSIDE
RULES = Rules(HOLIDAYS)


def runs(starts_on: date, ends_on: date) -> Exercise:
    """The option used for other days."""
    return replace(USED, period=Period(starts_on, ends_on))


def by(post: str) -> Exercise:
    """The option used by another post."""
    return replace(USED, post=post)


EXERCISES = [
    ("as OD.24.00002 used it", USED, INSIDE, None),
    ("one day later at the end", runs(date(2024, 4, 1), date(2025, 4, 1)), OUTSIDE, Limit.DAYS),
    ("one day earlier at the start", runs(date(2024, 3, 31), date(2025, 3, 31)), OUTSIDE, Limit.DAYS),
    ("one day at both ends", runs(date(2024, 3, 31), date(2025, 4, 1)), OUTSIDE, Limit.DAYS),
    ("a day less at the start", runs(date(2024, 4, 2), date(2025, 3, 31)), INSIDE, None),
    ("a day less at the end", runs(date(2024, 4, 1), date(2025, 3, 30)), INSIDE, None),
    ("the first day alone", runs(date(2024, 4, 1), date(2024, 4, 1)), INSIDE, None),
    ("the last day alone", runs(date(2025, 3, 31), date(2025, 3, 31)), INSIDE, None),
    ("the year before", runs(date(2023, 4, 1), date(2024, 3, 31)), OUTSIDE, Limit.DAYS),
    ("the year after", runs(date(2025, 4, 1), date(2026, 3, 31)), OUTSIDE, Limit.DAYS),
    ("no days recorded", replace(USED, period=None), WARNED, Limit.DAYS),
    ("option 1", replace(USED, option_number=1), OUTSIDE, Limit.OPTION),
    ("option 3", replace(USED, option_number=3), OUTSIDE, Limit.OPTION),
    ("no option named", replace(USED, option_number=None), OUTSIDE, Limit.OPTION),
    ("the post without of", by(DELEGATE), INSIDE, None),
    ("the post with for", by("Corporate Director for Adult Social Care and Health"), INSIDE, None),
    ("the post in capitals", by(DIRECTOR.upper()), INSIDE, None),
    ("the post with a comma", by("Corporate Director, Adult Social Care and Health"), INSIDE, None),
    ("the post with odd spaces", by("  Corporate  Director\tAdult Social Care and Health "), INSIDE, None),
    ("the post with an ampersand", by("Corporate Director Adult Social Care & Health"), INSIDE, None),
    ("another director", by("Corporate Director Finance"), OUTSIDE, Limit.DELEGATE),
    ("part of the post", by("Corporate Director"), OUTSIDE, Limit.DELEGATE),
    ("the deputy", by(f"Deputy {DIRECTOR}"), OUTSIDE, Limit.DELEGATE),
    ("the member", by(MEMBER), OUTSIDE, Limit.DELEGATE),
    ("no post", by(" "), OUTSIDE, Limit.DELEGATE),
    ("the interim director", by(f"Interim {DIRECTOR}"), WARNED, Limit.DELEGATE),
    ("one of the two contracts", replace(USED, contracts=(B,)), INSIDE, None),
    ("a third contract", replace(USED, contracts=(A, OnContract("X", "SAMPLE-X"))), OUTSIDE, Limit.CONTRACTS),
    ("a variation instead", replace(USED, power=Power.VARY), OUTSIDE, Limit.POWER),
    ("notice instead", replace(USED, power=Power.GIVE_NOTICE), OUTSIDE, Limit.POWER),
    ("an award instead", replace(USED, power=Power.AWARD), OUTSIDE, Limit.POWER),
    ("taken the day of the parent", replace(USED, decided_on=date(2022, 10, 21)), INSIDE, None),
    ("taken the day before the parent", replace(USED, decided_on=date(2022, 10, 20)), OUTSIDE, Limit.PARENT),
    ("not dated yet", replace(USED, decided_on=None), WARNED, Limit.PARENT),
]  # fmt: skip


@pytest.mark.parametrize(
    ("exercise", "verdict", "limit"), [case[1:] for case in EXERCISES], ids=[c[0] for c in EXERCISES]
)
def test_limb_b_covers_just_what_it_says(exercise: Exercise, verdict: Verdict, limit: Limit | None) -> None:
    [answer] = authority_for(exercise, ((PARENT, LIMB_B),), (), RULES)
    told = {each.limit for each in answer.reasons if each.weight is not Weight.HOLDS}
    assert (answer.verdict, told) == (verdict, set() if limit is None else {limit})
    assert all(each.sentence.endswith(".") and each.source for each in answer.reasons)


MOST = Pence(5_301_565_00)
FINANCE = "Corporate Director Finance"
CAPPED = replace(LIMB_B, most_pence=MOST)
CONSULTS = replace(LIMB_B, in_consultation_with=(MEMBER, FINANCE))
LIMITED = [
    ("at the most allowed", CAPPED, USED, INSIDE, ""),
    ("a penny over", CAPPED, replace(USED, value_pence=Pence(MOST + 1)), OUTSIDE, "£0.01 over"),
    ("a pound over", CAPPED, replace(USED, value_pence=Pence(MOST + 100)), OUTSIDE, "£1 over"),
    ("a penny under", CAPPED, replace(USED, value_pence=Pence(MOST - 1)), INSIDE, ""),
    ("value not recorded", CAPPED, replace(USED, value_pence=None), WARNED, "not recorded"),
    ("value not limited nor recorded", LIMB_B, replace(USED, value_pence=None), INSIDE, ""),
    ("on its last day", replace(LIMB_B, until=SIGNED), USED, INSIDE, ""),
    ("a day after its last day", replace(LIMB_B, until=SIGNED - ONE_DAY), USED, OUTSIDE, "1 day later"),
    ("a year after its last day", replace(LIMB_B, until=date(2023, 1, 15)), USED, OUTSIDE, "365 days later"),
    ("last day but no date yet", replace(LIMB_B, until=SIGNED), replace(USED, decided_on=None), WARNED, "no date yet"),
    ("nobody consulted", CONSULTS, USED, WARNED, "in consultation with"),
    ("one of two consulted", CONSULTS, replace(USED, consulted=(FINANCE,)), WARNED, MEMBER),
    ("both consulted", CONSULTS, replace(USED, consulted=(FINANCE, MEMBER)), INSIDE, ""),
    ("consulted under another writing", CONSULTS,
     replace(USED, consulted=("Corporate Director of Finance", "cabinet member, adult social care & public health")),
     INSIDE, ""),
    ("consulted by the comments", CONSULTS,
     replace(USED, comments=f"The {FINANCE} and the {MEMBER} have both been consulted."), INSIDE, ""),
    ("another consulted", CONSULTS, replace(USED, consulted=("Leader", FINANCE)), WARNED, MEMBER),
    ("for every contract of the parent", replace(LIMB_B, contract_ids=()), USED, INSIDE, ""),
    ("for part A alone", replace(LIMB_B, contract_ids=("A",)), USED, OUTSIDE, "SAMPLE-CN-B is not one"),
    ("for any option", replace(LIMB_B, option_number=None), replace(USED, option_number=1), INSIDE, ""),
    ("for any days", replace(LIMB_B, within=None), runs(date(2030, 1, 1), date(2031, 1, 1)), INSIDE, ""),
    ("to nobody recorded", replace(LIMB_B, delegate=""), USED, OUTSIDE, "is not recorded"),
    ("the steps that carry it out", LIMB_C, USED, OUTSIDE, "no further extension"),
    ("entering into agreements", replace(LIMB_C, power=Power.ENTER_AGREEMENTS), USED, OUTSIDE, "no further extension"),
    ("steps used for steps", LIMB_C, replace(USED, power=Power.OTHER), INSIDE, ""),
    ("steps used for agreements", LIMB_C, replace(USED, power=Power.ENTER_AGREEMENTS), INSIDE, ""),
    ("agreements used for steps", replace(LIMB_C, power=Power.ENTER_AGREEMENTS), replace(USED, power=Power.OTHER),
     OUTSIDE, "did not decide"),
    ("steps used to vary", LIMB_C, replace(USED, power=Power.VARY), OUTSIDE, "did not decide to vary the contract"),
    ("steps used to award", LIMB_C, replace(USED, power=Power.AWARD), OUTSIDE, "did not decide to award"),
    ("vary used for notice", replace(LIMB_B, power=Power.VARY), replace(USED, power=Power.GIVE_NOTICE), OUTSIDE,
     "power to vary the contract; this decision needs the power to give notice"),
    ("notice used to vary", replace(LIMB_B, power=Power.GIVE_NOTICE), replace(USED, power=Power.VARY), OUTSIDE,
     "to give notice"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("delegation", "exercise", "verdict", "said"), [case[1:] for case in LIMITED], ids=[case[0] for case in LIMITED]
)
def test_each_limit_of_a_delegation_holds_to_the_day_and_the_penny(
    delegation: Delegation, exercise: Exercise, verdict: Verdict, said: str
) -> None:
    [answer] = authority_for(exercise, ((PARENT, delegation),))
    assert answer.verdict is verdict
    assert (not said) or any(said in each.sentence for each in answer.reasons if each.weight is not Weight.HOLDS)


APPROVED_LATER = replace(PARENT, status=DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN, decided_on=date(2024, 1, 10))


def _published(published_on: date | None, effective_on: date | None) -> Decision:
    return replace(APPROVED_LATER, published=Published(published_on, effective_on))


PARENTS = [
    ("withdrawn", replace(PARENT, status=DecisionStatus.WITHDRAWN), OUTSIDE, Weight.BLOCKS, "Withdrawn"),
    ("abandoned", replace(PARENT, status=DecisionStatus.ABANDONED), OUTSIDE, Weight.BLOCKS, "Abandoned"),
    ("deferred", replace(PARENT, status=DecisionStatus.DEFERRED), OUTSIDE, Weight.BLOCKS, "Item Deferred"),
    ("to be taken", replace(PARENT, status=DecisionStatus.FOR_DETERMINATION), OUTSIDE, Weight.BLOCKS, "not been taken"),
    ("not dated", replace(PARENT, decided_on=None), OUTSIDE, Weight.BLOCKS, "not been taken"),
    ("a day later", replace(PARENT, decided_on=SIGNED + ONE_DAY), OUTSIDE, Weight.BLOCKS, "16 January 2024, after"),
    ("the same day", replace(PARENT, decided_on=SIGNED), INSIDE, Weight.HOLDS, "taken on 15 January 2024"),
    ("subject to call-in, not published", APPROVED_LATER, WARNED, Weight.WARNS, "still subject to call-in"),
    ("in call-in", _published(date(2024, 1, 10), None), WARNED, Weight.WARNS, "18 January 2024"),
    ("effective that day", _published(date(2024, 1, 10), SIGNED), INSIDE, Weight.HOLDS, ""),
    ("effective a day later", _published(None, SIGNED + ONE_DAY), WARNED, Weight.WARNS,
     "takes effect on 16 January 2024"),
    ("callable, a week before", replace(PARENT, callable_in=True, decided_on=date(2024, 1, 8)), WARNED, Weight.WARNS,
     "takes effect on 16 January 2024"),
    ("callable, long before", replace(PARENT, callable_in=True), INSIDE, Weight.HOLDS, ""),
    ("not callable", replace(PARENT, callable_in=False, decided_on=SIGNED), INSIDE, Weight.HOLDS, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parent", "verdict", "weight", "said"), [case[1:] for case in PARENTS], ids=[case[0] for case in PARENTS]
)
def test_a_power_is_there_only_once_its_decision_stands(
    parent: Decision, verdict: Verdict, weight: Weight, said: str
) -> None:
    [answer] = authority_for(USED, ((parent, LIMB_B),), (), RULES)
    assert answer.verdict is verdict
    assert any(each.weight is weight and said in each.sentence for each in answer.reasons)


def test_a_block_a_limit_and_a_warning_are_told_apart() -> None:
    exercise = replace(USED, post=FINANCE, option_number=1)
    [answer] = authority_for(exercise, ((PARENT, CONSULTS),))
    assert [each.limit for each in answer.blocks] == [Limit.DELEGATE]
    assert [each.limit for each in answer.outside] == [Limit.OPTION]
    assert [each.limit for each in answer.warnings] == [Limit.CONSULTATION, Limit.CONSULTATION]
    assert answer.source == "22/00092 limb b)"


FIRST_USE = Use(LIMB_B.id, "earlier", "OD.23.00417", date(2023, 11, 2), "A", "SAMPLE-CN-A")
SECOND_USES = [
    ("by another decision", LIMB_B, FIRST_USE, WARNED),
    ("by itself", LIMB_B, replace(FIRST_USE, decision_id="officer"), INSIDE),
    ("of another limb", LIMB_B, replace(FIRST_USE, delegation_id=LIMB_C.id), INSIDE),
    ("on another contract", LIMB_B, replace(FIRST_USE, contract_id="X"), INSIDE),
    ("on no contract named", LIMB_B, replace(FIRST_USE, contract_id="", contract_reference=""), WARNED),
    ("of a power for any option", replace(LIMB_B, option_number=None), FIRST_USE, INSIDE),
    ("of a power that says once", replace(LIMB_B, option_number=None, is_once=True), FIRST_USE, WARNED),
]


@pytest.mark.parametrize(
    ("delegation", "use", "verdict"), [case[1:] for case in SECOND_USES], ids=[case[0] for case in SECOND_USES]
)
def test_a_second_use_of_an_option_names_the_decision_that_used_it(
    delegation: Delegation, use: Use, verdict: Verdict
) -> None:
    [answer] = authority_for(USED, ((PARENT, delegation),), (use,))
    assert answer.verdict is verdict
    told = [each.sentence for each in answer.warnings if each.limit is Limit.ONCE]
    assert bool(told) is (verdict is WARNED)
    assert all("OD.23.00417 of 2 November 2023" in sentence for sentence in told)


@pytest.mark.parametrize("kind", [EffectKind.VARIES, EffectKind.MODIFIES])
def test_the_further_steps_carry_out_a_variation_that_the_parent_decided_itself(kind: EffectKind) -> None:
    parent = replace(PARENT, effects=effects(kind))
    [answer] = authority_for(replace(USED, power=Power.VARY), ((parent, LIMB_C),))
    assert answer.verdict is INSIDE
    [other] = authority_for(replace(USED, power=Power.GIVE_NOTICE), ((parent, LIMB_C),))
    assert other.verdict is OUTSIDE


def test_of_several_limbs_the_one_that_covers_is_best() -> None:
    answers = authority_for(USED, ((PARENT, LIMB_C), (PARENT, LIMB_B)))
    best = best_of(answers)
    assert best is not None
    assert best.delegation is LIMB_B
    assert best_of(()) is None


@given(st.dates(date(2023, 1, 1), date(2026, 1, 1)), st.integers(0, 800))
def test_days_are_inside_exactly_when_the_limb_has_them_all(starts_on: date, length: int) -> None:
    period = Period(starts_on, starts_on + timedelta(days=length))
    [answer] = authority_for(replace(USED, period=period), ((PARENT, LIMB_B),))
    assert (answer.verdict is INSIDE) is (period.starts_on in SECOND_YEAR and period.ends_on in SECOND_YEAR)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_post_however_written_stops_the_answer(post: str, delegate: str) -> None:
    delegation = replace(LIMB_B, id=DelegationId("x"), delegate=delegate)
    [answer] = authority_for(replace(USED, post=post), ((PARENT, delegation),))
    assert answer.verdict in set(Verdict)
