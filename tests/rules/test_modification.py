"""Whether an awarded contract may be changed: worked cases of the three regimes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.modification import (
    GROUNDS,
    Change,
    change_notice_floor,
    due_on_change,
    health_change_permitted,
    needs_change_notice,
    options_left,
    substantial_by_term,
    warnings_on,
)
from db.rules.money import Pence, parse_pounds
from db.rules.procurement import Award, Regime
from db.rules.refusal import Refusal
from db.rules.thresholds import Kind

WELLBEING_CUT = Change(Pence(parse_pounds("£1.63m") - parse_pounds("£3.87m")), on=date(2026, 1, 2))
NAVIGATION = Award(Regime.REGULATIONS, parse_pounds("£5,301,565"), 72, options=2, options_used=1)
CARERS = Award(Regime.LIGHT_TOUCH, parse_pounds("£47,220,600"), 84, options=2)
HEALTH = Award(Regime.HEALTH, parse_pounds("£1.6m"), 36)


def said(award: Award, change: Change) -> str:
    return " ".join(each.warning for each in warnings_on(award, change))


def test_the_wellbeing_cut_is_no_increase_but_over_the_acts_limit() -> None:
    regulations = Award(Regime.REGULATIONS, parse_pounds("£3.87m"), 36)
    assert "50%" not in said(regulations, replace(WELLBEING_CUT, ground="72(1)(b)"))
    act = replace(regulations, regime=Regime.ACT)
    assert "-£2,240,000 is -57.9% of the original value, £3,870,000; the limit is 10%." in said(act, WELLBEING_CUT)
    assert needs_change_notice(act, WELLBEING_CUT)


def test_the_second_of_two_options_rests_on_its_clause_and_leaves_none() -> None:
    second = Change(parse_pounds("£5,301,565"), 12, date(2024, 4, 1), "72(1)(a)", uses_option=True)
    assert warnings_on(NAVIGATION, second) == ()
    assert due_on_change(NAVIGATION, second) == ()
    assert (options_left(NAVIGATION), options_left(NAVIGATION, second)) == (1, 0)


def test_a_third_year_with_no_option_left_must_name_its_ground() -> None:
    spent = replace(NAVIGATION, options_used=2)
    third = Change(parse_pounds("£1,029,080"), 12, date(2025, 4, 1))
    assert "Name the ground of regulation 72" in said(spent, third)
    assert "Find a Tender" in said(spent, third)
    assert "No option is left (all 2 are used)" in said(spent, replace(third, ground="72(1)(a)"))
    assert "“72” is not one of them" in said(spent, replace(third, ground="72"))


@pytest.mark.parametrize("ground", ["72(1)(b)", "72(1)(c)"])
def test_additional_or_unforeseen_needs_a_notice_and_at_most_half_the_value_each_time(ground: str) -> None:
    award = Award(Regime.REGULATIONS, parse_pounds("£2m"), 36)
    half = Change(parse_pounds("£1m"), ground=ground, earlier=parse_pounds("£1m"))
    assert "50%" not in said(award, half)
    assert "the limit is 50%" in said(award, replace(half, value=Pence(half.value + 1)))
    assert [each.notice for each in due_on_change(award, half)] == ["Modification notice"]


def test_small_changes_count_together_and_stay_below_a_tenth_and_the_threshold() -> None:
    award = Award(Regime.REGULATIONS, parse_pounds("£1m"), 36)
    small = Change(parse_pounds("£40,000"), on=date(2026, 4, 1), ground="72(1)(f)", earlier=parse_pounds("£59,999.99"))
    assert warnings_on(award, small) == ()
    assert "£100,000 is 10.0% of the original value" in said(award, replace(small, earlier=parse_pounds("£60,000")))
    large = replace(award, net_value=parse_pounds("£10m"))
    assert "not below the threshold" in said(large, replace(small, value=parse_pounds("£200,000")))
    assert warnings_on(replace(large, kind=Kind.LIGHT_TOUCH), replace(small, value=parse_pounds("£200,000"))) == ()
    assert "No threshold" in said(large, replace(small, on=date(2020, 4, 1)))


@pytest.mark.parametrize(("months", "substantial"), [(8, False), (9, True), (-8, False), (-9, True), (0, False)])
def test_a_tenth_of_eighty_four_months_lies_between_eight_and_nine(months: int, substantial: bool) -> None:
    act = replace(CARERS, regime=Regime.ACT)
    assert substantial_by_term(act, months) is substantial
    assert ("substantial" in said(act, Change(months=months))) is substantial


def test_light_touch_needs_no_change_notice_though_its_floor_can_be_told() -> None:
    assert change_notice_floor(CARERS) == parse_pounds("£4,722,060")
    change = Change(parse_pounds("£20m"), 24, date(2027, 1, 1), alters_scope=True)
    assert not needs_change_notice(CARERS, change)
    assert not warnings_on(CARERS, change)
    assert not due_on_change(CARERS, change)


def test_a_change_over_the_limit_under_the_act_is_published_before_and_the_contract_after() -> None:
    act = replace(CARERS, regime=Regime.ACT)
    at_limit = Change(parse_pounds("£4,722,060"), on=date(2027, 1, 1))
    over = replace(at_limit, earlier=Pence(1))
    assert due_on_change(act, at_limit) == ()
    assert [(each.notice, each.by) for each in due_on_change(act, over)] == [
        ("UK10", date(2027, 1, 1)),
        ("Contract", date(2027, 3, 31)),
    ]


def test_an_option_that_is_left_is_not_substantial_and_one_that_is_not_warns() -> None:
    act = replace(CARERS, regime=Regime.ACT)
    option = Change(months=24, uses_option=True)
    assert "substantial" not in said(act, option)
    assert "No option is left" in said(replace(act, options_used=2), option)
    assert "none is recorded" in said(replace(act, options=0), option)


@pytest.mark.parametrize(
    ("award", "change", "permitted", "notice"),
    [
        ("£1.6m", "£390,000", True, False),
        ("£3m", "£520,000", True, True),
        ("£1.6m", "£510,000", False, True),
        ("£2m", "£500,000", False, True),
        ("£2,000,001", "£500,000", True, True),
        ("£1m", "£499,999.99", True, False),
    ],
)
def test_a_health_care_contract_changes_below_half_a_million_or_a_quarter(
    award: str, change: str, permitted: bool, notice: bool
) -> None:
    contract, proposed = replace(HEALTH, net_value=parse_pounds(award)), Change(parse_pounds(change))
    assert health_change_permitted(contract, proposed) is permitted
    assert ("not permitted" in said(contract, proposed)) is not permitted
    assert ("transparency notice" in said(contract, proposed)) is notice
    assert bool(due_on_change(contract, proposed)) is notice


def test_changes_since_award_count_together_for_health_care() -> None:
    change = Change(parse_pounds("£300,000"), earlier=parse_pounds("£300,000"))
    assert "(37.5%)" in said(HEALTH, change)
    assert said(replace(HEALTH, options=1), replace(change, uses_option=True)) == ""


def test_a_change_of_scope_is_told_under_the_act_and_for_health_care() -> None:
    for law in (Regime.ACT, Regime.HEALTH):
        assert warnings_on(replace(HEALTH, regime=law), Change(alters_scope=True))


@given(
    st.sampled_from(Regime), st.integers(1, 10**12), st.integers(1, 120), st.integers(-(10**12), 10**12),
    st.integers(-120, 120), st.sampled_from(["", "72", *GROUNDS]), st.booleans(), st.integers(0, 3), st.integers(0, 3),
)  # fmt: skip
def test_every_warning_is_a_sentence_with_its_source(
    law: Regime, value: int, term: int, by: int, months: int, ground: str, option: bool, options: int, used: int
) -> None:
    award = Award(law, Pence(value), term, options, used)
    change = Change(Pence(by), months, date(2026, 4, 1), ground, option)
    assert all(each.warning.endswith(".") and each.source for each in warnings_on(award, change))
    assert options_left(award, change) >= 0


def test_a_contract_without_a_value_cannot_be_measured_against() -> None:
    with pytest.raises(Refusal, match="original value"):
        warnings_on(replace(HEALTH, net_value=Pence(0)), Change(parse_pounds("£600,000")))
