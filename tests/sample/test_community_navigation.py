"""Community Navigation stands on every day as its four published decisions say."""

from datetime import date

import pytest

from db.changes import Author
from db.operations.notice import give_notice
from db.register import Register
from db.rules.contract import Contract, Side, Status
from db.rules.dates import Period
from db.rules.decision import DecisionKind, EffectKind
from db.rules.record import record_of
from db.rules.standing import Standing, standing
from db.sample.community_navigation import PART_A, PART_B
from tests.sample.conftest import FILLED_AT

FOUR_YEARS = date(2023, 3, 31)
FIRST_YEAR = date(2024, 3, 31)
SECOND_YEAR = date(2025, 3, 31)
EXTRA_YEAR = date(2026, 3, 31)
OFFICER = Author("A tester", "Tester", FILLED_AT)


def at(register: Register, reference: str, day: date) -> Standing:
    return standing(register.contracts.get(reference), day)


@pytest.mark.parametrize("reference", [PART_A, PART_B])
@pytest.mark.parametrize(
    ("day", "ends_on", "options_used"),
    [
        (date(2019, 4, 1), FOUR_YEARS, 0),
        (date(2022, 10, 20), FOUR_YEARS, 0),
        (date(2022, 10, 21), FIRST_YEAR, 1),
        (date(2022, 12, 1), FIRST_YEAR, 1),
        (date(2024, 1, 14), FIRST_YEAR, 1),
        (date(2024, 1, 15), SECOND_YEAR, 2),
        (date(2025, 1, 30), SECOND_YEAR, 2),
    ],
)
def test_both_parts_run_to_the_end_decided_by_the_day_and_never_past_31_march_2025_by_option(
    sample: Register, reference: str, day: date, ends_on: date, options_used: int
) -> None:
    found = at(sample, reference, day)
    assert (found.status, found.ends_on, found.maximum_end) == (Status.RUNNING, ends_on, SECOND_YEAR)
    assert [each.option_number for each in found.extensions] == [1, 2][:options_used]


def test_on_1_december_2022_the_first_option_is_the_one_used_and_the_second_is_next(sample: Register) -> None:
    found = at(sample, PART_A, date(2022, 12, 1))
    assert [(each.option_number, each.decision_number) for each in found.extensions] == [(1, "22/00092")]
    assert found.extensions[0].period == Period(date(2023, 4, 1), FIRST_YEAR)
    assert found.next_option is not None
    assert found.next_option.number == 2
    assert found.option_period == Period(date(2024, 4, 1), SECOND_YEAR)


def test_on_15_january_2024_the_second_extension_to_31_march_2025_is_recorded(sample: Register) -> None:
    second = at(sample, PART_B, date(2024, 1, 15)).extensions[1]
    assert (second.decision_number, second.decided_on) == ("OD.24.00002", date(2024, 1, 15))
    assert second.period == Period(date(2024, 4, 1), SECOND_YEAR)


def test_from_1_april_2025_part_a_is_running_past_its_end(sample: Register) -> None:
    assert at(sample, PART_A, SECOND_YEAR).status is Status.RUNNING
    found = at(sample, PART_A, date(2025, 4, 1))
    assert (found.status, found.ends_on, found.lapsed_options) == (Status.PAST_END, SECOND_YEAR, ())


def test_part_b_runs_to_31_march_2026_by_24_00113(sample: Register) -> None:
    found = at(sample, PART_B, date(2025, 4, 1))
    assert (found.status, found.ends_on, found.maximum_end) == (Status.RUNNING, EXTRA_YEAR, EXTRA_YEAR)
    assert [(each.decision_number, each.ends_on) for each in found.variations] == [("24/00113", EXTRA_YEAR)]
    assert at(sample, PART_B, date(2026, 4, 1)).status is Status.PAST_END


def test_notice_served_on_2_october_2025_ends_part_a_on_2_january_2026(own_sample: Register) -> None:
    contract = own_sample.contracts.get(PART_A)
    give_notice(own_sample, OFFICER, contract.id, Side.COUNCIL, date(2025, 10, 2))
    found = at(own_sample, PART_A, date(2025, 10, 2))
    assert (found.status, found.ends_on) == (Status.UNDER_NOTICE, date(2026, 1, 2))
    assert at(own_sample, PART_A, date(2026, 1, 3)).status is Status.ENDED


@pytest.mark.parametrize(
    ("reference", "providers"),
    [
        (PART_A, ("Involve", "Imago", "East Kent Strategic Partnership")),
        (PART_B, ("Involve", "Imago", "Carers Support East Kent")),
    ],
)
def test_each_part_has_its_three_providers_and_its_term(
    sample: Register, reference: str, providers: tuple[str, ...]
) -> None:
    contract = sample.contracts.get(reference)
    assert tuple(holder.name for holder in contract.holders) == providers
    assert (contract.starts_on, contract.initial_ends_on) == (date(2019, 4, 1), FOUR_YEARS)
    assert [option.months for option in contract.options] == [12, 12]


def test_the_record_of_the_officer_decision_carries_all_nine_figures_of_its_funding_table(sample: Register) -> None:
    contracts = [each for each in sample.contracts.all() if isinstance(each, Contract)]
    record = record_of(sample.decisions.get("OD.24.00002"), contracts)
    assert record.funding is not None
    assert record.funding.columns == ("Part A", "Part B")
    assert [(row.partner, row.amounts, row.total) for row in record.funding.rows] == [
        ("KCC Adult Social Care", (848_829_00, 2_507_501_00), 3_356_330_00),
        ("Kent & Medway Integrated Care Board", (692_531_00, 1_252_704_00), 1_945_235_00),
    ]
    assert (record.funding.totals, record.funding.total) == ((1_541_360_00, 3_760_205_00), 5_301_565_00)
    assert record.funding_caption == "Funding for 1 April 2024 to 31 March 2025"


def test_the_officer_decision_is_as_printed_and_rests_on_the_members_decision(sample: Register) -> None:
    decision = sample.decisions.get("OD.24.00002")
    assert (decision.kind, decision.decided_on, decision.signed_on) == (
        DecisionKind.OFFICER, date(2024, 1, 15), date(2024, 1, 15)
    )  # fmt: skip
    assert decision.maker_name == "Richard Smith"
    assert decision.maker_post == "Corporate Director of Adult Social Care and Health"
    assert sample.decisions.get(decision.relates_to_number).decided_on == date(2022, 10, 21)
    assert [(each.contract_reference, each.kind) for each in decision.effects] == [
        (PART_A, EffectKind.EXTENDS), (PART_B, EffectKind.EXTENDS)
    ]  # fmt: skip
    assert decision.text.conflicts == "None"


def test_what_no_decision_approved_has_no_funding(sample: Register) -> None:
    contracts = [each for each in sample.contracts.all() if isinstance(each, Contract)]
    assert record_of(sample.decisions.get("22/00092"), contracts).funding is None
