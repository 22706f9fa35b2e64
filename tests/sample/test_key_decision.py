"""The key decision of 2 October 2025, with its three kinds of effect, its values and its savings."""

from collections import defaultdict
from datetime import date

import pytest

from db.register import Register
from db.rules.attention import attention
from db.rules.attention_line import AttentionLine, Matter
from db.rules.decision import DecisionKind, EffectKind
from db.rules.funding import in_force, total_on
from db.rules.standing import standing
from db.sample.community_navigation import PART_A, PART_B
from db.sample.key_decision import SUBJECT
from db.sample.live_well_kent import PORCHLIGHT, SHAW_TRUST
from db.sample.wellbeing import IMAGO, INVOLVE, SEK

WELLBEING = (IMAGO, INVOLVE, SEK)
BEFORE, AFTER = date(2026, 1, 1), date(2026, 1, 2)


def lines(register: Register, on: date) -> tuple[AttentionLine, ...]:
    return attention(
        register.contracts.all(), register.decisions.all(), register.returns.schedules(), register.returns.all(), on
    )


def test_one_decision_gives_notice_varies_three_contracts_and_modifies_two(sample: Register) -> None:
    gathered: dict[EffectKind, set[str]] = defaultdict(set)
    for effect in sample.decisions.get(SUBJECT).effects:
        gathered[effect.kind].add(effect.contract_reference)
    assert gathered == {
        EffectKind.GIVES_NOTICE: {PART_A},
        EffectKind.VARIES: set(WELLBEING),
        EffectKind.MODIFIES: {PORCHLIGHT, SHAW_TRUST},
    }


def test_it_is_a_key_member_decision_open_to_call_in_whose_number_is_not_published(sample: Register) -> None:
    decision = sample.decisions.get(SUBJECT)
    assert (decision.kind, decision.decided_on, decision.number) == (DecisionKind.MEMBER, date(2025, 10, 2), "")
    assert (decision.is_key, decision.callable_in, decision.signed_on) == (True, True, None)
    assert decision.maker_post == "Cabinet Member for Adult Social Care and Public Health"
    assert decision.link.endswith("ID=3022")


def test_its_savings_are_0_85_and_2_24_and_0_36_million_and_come_to_3_45(sample: Register) -> None:
    sums: dict[str, int] = defaultdict(int)
    for saving in sample.decisions.get(SUBJECT).savings:
        sums[saving.group] += saving.pence
    assert list(sums.values()) == [850_000_00, 2_240_000_00, 360_000_00]
    assert sum(sums.values()) == 3_450_000_00


def test_the_live_well_kent_saving_is_three_reductions(sample: Register) -> None:
    savings = sample.decisions.get(SUBJECT).savings
    reductions = [(each.label, each.pence) for each in savings if each.group == "Live Well Kent"]
    assert reductions == [
        ("Innovation Fund", 280_000_00),
        ("Back-office support", 40_000_00),
        ("Shaw Trust unallocated spend", 40_000_00),
    ]


@pytest.mark.parametrize(
    ("reference", "current", "proposed"),
    [
        (INVOLVE, {"West Kent": 990_000_00, "North Kent": 660_000_00}, {"West Kent": 420_000_00,
                                                                        "North Kent": 280_000_00}),
        (SEK, {"East Kent": 1_240_000_00}, {"East Kent": 520_000_00}),
        (IMAGO, {"Ashford, Canterbury and Swale": 980_000_00}, {"Ashford, Canterbury and Swale": 410_000_00}),
    ],
)  # fmt: skip
def test_each_area_is_paid_its_current_rate_until_the_redesign_begins_and_its_proposed_rate_from_then(
    sample: Register, reference: str, current: dict[str, int], proposed: dict[str, int]
) -> None:
    values = sample.contracts.get(reference).annual_values
    assert {each.part: each.pence for each in in_force(values, BEFORE)} == current
    assert {each.part: each.pence for each in in_force(values, AFTER)} == proposed


def test_wellbeing_falls_from_3_87_to_1_63_million_a_year(sample: Register) -> None:
    values = [value for reference in WELLBEING for value in sample.contracts.get(reference).annual_values]
    assert total_on(values, BEFORE) == 3_870_000_00
    assert total_on(values, AFTER) == 1_630_000_00
    assert total_on(values, BEFORE) - total_on(values, AFTER) == 2_240_000_00


@pytest.mark.parametrize("reference", WELLBEING)
def test_the_varied_wellbeing_contracts_end_on_31_march_2027(sample: Register, reference: str) -> None:
    assert standing(sample.contracts.get(reference), date(2025, 10, 1)).ends_on is None
    assert standing(sample.contracts.get(reference), date(2025, 10, 2)).ends_on == date(2027, 3, 31)


@pytest.mark.parametrize("reference", WELLBEING)
def test_the_last_day_to_serve_notice_on_wellbeing_is_31_december_2026(sample: Register, reference: str) -> None:
    [line] = [
        each
        for each in lines(sample, date(2026, 12, 31))
        if each.contract_reference == reference and each.matter is Matter.SERVE_BY
    ]
    assert line.act_by == date(2026, 12, 31)
    assert not [each for each in lines(sample, date(2027, 1, 1)) if each.matter is Matter.SERVE_BY]


def test_attention_on_1_april_2025_is_part_a_past_its_end_and_part_b_ending_in_a_year(sample: Register) -> None:
    found = [(each.matter, each.contract_reference, each.act_by) for each in lines(sample, date(2025, 4, 1))]
    assert found == [
        (Matter.PAST_END, PART_A, date(2025, 3, 31)),
        (Matter.SERVE_BY, PART_B, date(2025, 12, 31)),
        (Matter.ENDING, PART_B, date(2026, 3, 31)),
    ]


def test_in_the_first_extended_year_attention_asks_for_the_second_option(sample: Register) -> None:
    found = [each for each in lines(sample, date(2023, 4, 1)) if each.matter is Matter.OPTION]
    assert [(each.contract_reference, each.act_by) for each in found] == [
        (PART_A, date(2023, 12, 31)), (PART_B, date(2023, 12, 31))
    ]  # fmt: skip
    assert all("option 2 (1 April 2024 to 31 March 2025)" in each.what for each in found)


def test_the_notice_decided_on_2_october_2025_asks_for_the_day_it_was_served(sample: Register) -> None:
    [line] = [each for each in lines(sample, date(2025, 10, 2)) if each.matter is Matter.NOTICE_UNSERVED]
    assert (line.contract_reference, line.act_by) == (PART_A, date(2025, 10, 2))
    assert "2 January 2026" in line.why[1]
