"""How a contract stands on a day, on the public history of Community Navigation and the notice of October 2025."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.contract import (
    Contract,
    Extension,
    ExtensionId,
    ExtensionOption,
    Notice,
    NoticeId,
    NoticeTerm,
    OptionId,
    Side,
    Status,
    Variation,
    VariationId,
)
from db.rules.dates import Period, Unit, period_end
from db.rules.decision import ContractId
from db.rules.standing import option_period, standing

FIRST, SECOND = (ExtensionOption(OptionId(str(number)), number, 12) for number in (1, 2))
KEY_DECISION = date(2025, 10, 2)

PART_A = Contract(
    id=ContractId("A"),
    version=1,
    reference="SAMPLE-A",
    title="Community Navigation Part A",
    starts_on=date(2019, 4, 1),
    initial_ends_on=date(2023, 3, 31),
    options=(SECOND, FIRST),
    notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),),
    extensions=(
        Extension(
            ExtensionId("1"), FIRST.id, 1, Period(date(2023, 4, 1), date(2024, 3, 31)), date(2022, 10, 21),
            decision_number="22/00092",
        ),
        Extension(
            ExtensionId("2"), SECOND.id, 2, Period(date(2024, 4, 1), date(2025, 3, 31)), date(2024, 1, 15),
            decision_number="OD.24.00002",
        ),
    ),
)  # fmt: skip

PART_B = replace(
    PART_A,
    id=ContractId("B"),
    reference="SAMPLE-B",
    title="Community Navigation Part B",
    variations=(
        Variation(
            VariationId("1"), 1, date(2025, 1, 31), date(2025, 4, 1), "Twelve months more", date(2026, 3, 31),
            decision_number="24/00113",
        ),
    ),
)  # fmt: skip

NOTICE = Notice(NoticeId("1"), Side.COUNCIL, KEY_DECISION, period_end(KEY_DECISION, 3))
UNDER_NOTICE = replace(PART_A, notices=(NOTICE,))


@pytest.mark.parametrize(
    ("day", "status", "ends_on"),
    [
        (date(2019, 3, 31), Status.NOT_STARTED, date(2023, 3, 31)),
        (date(2019, 4, 1), Status.RUNNING, date(2023, 3, 31)),
        (date(2022, 10, 20), Status.RUNNING, date(2023, 3, 31)),
        (date(2022, 10, 21), Status.RUNNING, date(2024, 3, 31)),
        (date(2022, 12, 1), Status.RUNNING, date(2024, 3, 31)),
        (date(2024, 1, 14), Status.RUNNING, date(2024, 3, 31)),
        (date(2024, 1, 15), Status.RUNNING, date(2025, 3, 31)),
        (date(2024, 4, 1), Status.RUNNING, date(2025, 3, 31)),
        (date(2025, 3, 31), Status.RUNNING, date(2025, 3, 31)),
        (date(2025, 4, 1), Status.PAST_END, date(2025, 3, 31)),
    ],
)
def test_part_a_stands_as_had_been_decided_by_the_day(day: date, status: Status, ends_on: date) -> None:
    found = standing(PART_A, day)
    assert (found.status, found.ends_on) == (status, ends_on)


@pytest.mark.parametrize(
    ("day", "status", "ends_on", "maximum_end"),
    [
        (date(2025, 1, 30), Status.RUNNING, date(2025, 3, 31), date(2025, 3, 31)),
        (date(2025, 1, 31), Status.RUNNING, date(2026, 3, 31), date(2026, 3, 31)),
        (date(2025, 4, 1), Status.RUNNING, date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 3, 31), Status.RUNNING, date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 4, 1), Status.PAST_END, date(2026, 3, 31), date(2026, 3, 31)),
    ],
)
def test_part_b_runs_a_year_longer_from_the_day_its_variation_was_decided(
    day: date, status: Status, ends_on: date, maximum_end: date
) -> None:
    found = standing(PART_B, day)
    assert (found.status, found.ends_on, found.maximum_end) == (status, ends_on, maximum_end)


@pytest.mark.parametrize("day", [date(2019, 4, 1), date(2022, 12, 1), date(2025, 4, 1)])
def test_the_maximum_end_counts_every_option_whether_used_or_not(day: date) -> None:
    assert standing(PART_A, day).maximum_end == date(2025, 3, 31)


def test_options_are_used_in_the_order_of_their_numbers() -> None:
    assert standing(PART_A, date(2022, 10, 20)).next_option == FIRST
    assert standing(PART_A, date(2022, 12, 1)).next_option == SECOND
    assert standing(PART_A, date(2024, 1, 15)).next_option is None


def test_the_next_option_begins_the_day_after_the_last_day() -> None:
    assert standing(PART_A, date(2022, 12, 1)).option_period == Period(date(2024, 4, 1), date(2025, 3, 31))
    assert option_period(date(2025, 3, 31), FIRST) == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert standing(PART_A, date(2024, 1, 15)).option_period is None


def test_an_option_can_be_used_on_the_last_day_and_has_lapsed_the_day_after() -> None:
    first_used = replace(PART_A, extensions=PART_A.extensions[:1])
    assert standing(first_used, date(2024, 3, 31)).next_option == SECOND
    lapsed = standing(first_used, date(2024, 4, 1))
    assert (lapsed.next_option, lapsed.lapsed_options) == (None, (SECOND,))


@pytest.mark.parametrize(
    ("day", "status", "ends_on"),
    [
        (date(2025, 10, 1), Status.PAST_END, date(2025, 3, 31)),
        (KEY_DECISION, Status.UNDER_NOTICE, date(2026, 1, 2)),
        (date(2026, 1, 2), Status.UNDER_NOTICE, date(2026, 1, 2)),
        (date(2026, 1, 3), Status.ENDED, date(2026, 1, 2)),
    ],
)
def test_three_months_notice_of_2_october_2025_ends_on_2_january_2026(day: date, status: Status, ends_on: date) -> None:
    found = standing(UNDER_NOTICE, day)
    assert (found.status, found.ends_on) == (status, ends_on)


def test_notice_shortens_a_running_term_but_never_lengthens_it() -> None:
    early = replace(NOTICE, served_on=date(2024, 5, 1), ends_on=date(2024, 8, 1))
    late = replace(NOTICE, served_on=date(2025, 2, 1), ends_on=date(2025, 5, 1))
    assert standing(replace(PART_A, notices=(early,)), date(2024, 6, 1)).ends_on == date(2024, 8, 1)
    assert standing(replace(PART_A, notices=(late,)), date(2025, 3, 1)).ends_on == date(2025, 3, 31)


def test_a_contract_whose_own_end_comes_before_its_notice_ends_on_its_own_end() -> None:
    late = replace(NOTICE, served_on=date(2025, 2, 1), ends_on=date(2025, 5, 1))
    served = replace(PART_A, notices=(late,))
    assert standing(served, date(2025, 3, 31)).status is Status.UNDER_NOTICE
    assert standing(served, date(2025, 4, 1)).status is Status.ENDED


def test_notice_lapses_the_options_left() -> None:
    early = replace(NOTICE, served_on=date(2022, 11, 1), ends_on=date(2023, 2, 1))
    served = replace(PART_A, extensions=PART_A.extensions[:1], notices=(early,))
    assert standing(served, date(2022, 11, 1)).lapsed_options == (SECOND,)


def test_a_contract_recorded_as_ended_runs_its_last_day_and_is_ended_the_day_after() -> None:
    ended = replace(PART_A, ended_on=date(2025, 6, 30))
    assert standing(ended, date(2025, 6, 29)).status is Status.PAST_END
    assert standing(ended, date(2025, 7, 1)).status is Status.ENDED
    assert standing(ended, date(2025, 7, 1)).ends_on == date(2025, 6, 30)


def test_a_contract_without_a_recorded_term_says_so_rather_than_guess() -> None:
    unrecorded = replace(PART_A, starts_on=None, initial_ends_on=None, options=(), extensions=())
    found = standing(unrecorded, KEY_DECISION)
    assert (found.status, found.ends_on, found.maximum_end) == (Status.NOT_RECORDED, None, None)


def test_the_notice_a_side_must_give_is_found_or_not_recorded() -> None:
    assert PART_A.notice_term(Side.COUNCIL) == NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS)
    assert PART_A.notice_term(Side.PROVIDER) is None


def test_contracts_stand_alike_in_every_time_zone(time_zone: str) -> None:
    assert standing(PART_A, date(2025, 3, 31)).status is Status.RUNNING
    assert standing(PART_A, date(2025, 4, 1)).status is Status.PAST_END


def test_of_two_variations_on_one_day_the_later_number_says_when_it_ends() -> None:
    day = date(2024, 2, 1)
    longer = Variation(VariationId("v1"), 1, day, None, "Longer", date(2027, 3, 31))
    shorter = Variation(VariationId("v2"), 2, day, None, "Shorter after all", date(2026, 3, 31))
    assert standing(replace(PART_A, variations=(longer, shorter)), day).ends_on == date(2026, 3, 31)
