"""Which procurement law holds, thresholds by date, and the notices that follow an award and an end."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.money import Pence, parse_pounds
from db.rules.procurement import (
    Award,
    NoticeDue,
    Regime,
    beginning_with_end,
    due_on_award,
    due_on_end,
    regime,
    standstill_end,
)
from db.rules.refusal import Refusal
from db.rules.thresholds import THRESHOLDS, Kind, above_threshold, threshold
from tests.rules.english_days import HOLIDAYS

SIX_MILLION = parse_pounds("£6m")
ENTERED = date(2026, 4, 1)


def by_notice(due: tuple[NoticeDue, ...]) -> dict[str, date | None]:
    return {each.notice: each.by for each in due}


@pytest.mark.parametrize(
    ("procured_on", "health_care", "light_touch", "law"),
    [
        (date(2025, 2, 23), False, True, Regime.REGULATIONS),
        (date(2025, 2, 24), False, True, Regime.LIGHT_TOUCH),
        (date(2025, 2, 24), False, False, Regime.ACT),
        (date(2019, 4, 1), True, True, Regime.HEALTH),
        (date(2026, 4, 1), True, False, Regime.HEALTH),
    ],
)
def test_the_law_follows_from_the_day_and_what_is_bought(
    procured_on: date, health_care: bool, light_touch: bool, law: Regime
) -> None:
    assert regime(procured_on, health_care=health_care, light_touch=light_touch) is law


def test_six_million_under_the_act_asks_for_indicators_a_yearly_notice_and_the_contract() -> None:
    due = by_notice(due_on_award(Award(Regime.ACT, SIX_MILLION, 36), ENTERED))
    assert due == {"UK7": date(2026, 4, 30), "KPIs": None, "UK9": date(2027, 3, 31), "Contract": date(2026, 6, 29)}


def test_six_million_light_touch_asks_for_no_indicators_and_allows_a_hundred_and_twenty_days() -> None:
    light = Award(Regime.LIGHT_TOUCH, SIX_MILLION, 36)
    due = by_notice(due_on_award(light, ENTERED))
    assert due["UK7"] == date(2026, 7, 29)
    assert not due.keys() & {"KPIs", "UK9"}
    assert by_notice(due_on_end(light, date(2026, 3, 31))) == {"UK11": date(2026, 4, 29)}


def test_five_million_with_vat_is_where_the_duties_begin() -> None:
    at = Award(Regime.ACT, parse_pounds("£4,166,666.66"), 36)
    over = Award(Regime.ACT, parse_pounds("£4,166,666.68"), 36)
    assert by_notice(due_on_award(at, ENTERED)).keys() == {"UK7"}
    assert "KPIs" in by_notice(due_on_award(over, ENTERED))
    assert "UK9" in by_notice(due_on_end(over, ENTERED))


@pytest.mark.parametrize("law", [Regime.REGULATIONS, Regime.HEALTH])
def test_contracts_under_the_older_laws_have_no_termination_notice(law: Regime) -> None:
    award = Award(law, SIX_MILLION, 36)
    assert due_on_end(award, ENTERED) == ()
    assert len(due_on_award(award, ENTERED)) == 1


def test_every_notice_names_its_source() -> None:
    awards = [Award(law, SIX_MILLION, 36) for law in Regime]
    due = [each for award in awards for each in (*due_on_award(award, ENTERED), *due_on_end(award, ENTERED))]
    assert all(each.source and each.what for each in due)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_a_period_beginning_with_a_day_has_that_many_days(event: date, n: int) -> None:
    assert (beginning_with_end(event, n) - event).days + 1 == n


def test_a_notice_that_is_not_known_has_no_length() -> None:
    with pytest.raises(Refusal, match="UK99"):
        beginning_with_end(ENTERED, what="UK99")


@given(st.dates(date(2015, 1, 1), date(2029, 12, 1)))
def test_standstill_published_on_a_day_off_is_counted_from_the_next_working_day(published_on: date) -> None:
    assert standstill_end(published_on, 1, holidays=HOLIDAYS) >= published_on
    assert standstill_end(published_on, holidays=HOLIDAYS) == standstill_end(
        standstill_end(published_on, 1, holidays=HOLIDAYS), holidays=HOLIDAYS
    )


def test_standstill_counted_otherwise_is_refused() -> None:
    with pytest.raises(Refusal, match="working days"):
        standstill_end(ENTERED, 8, "days", holidays=HOLIDAYS)


def test_light_touch_at_560_000_net_is_above_its_threshold_with_vat() -> None:
    assert above_threshold(parse_pounds("£560,000"), Kind.LIGHT_TOUCH, date(2026, 1, 1))
    assert not above_threshold(parse_pounds("£552,000"), Kind.LIGHT_TOUCH, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("on", "amount"), [(date(2025, 12, 31), "£214,904"), (date(2026, 1, 1), "£207,720"), (date(2024, 1, 1), "£214,904")]
)
def test_the_threshold_for_services_changes_with_the_year(on: date, amount: str) -> None:
    assert threshold(Kind.SERVICES, on).pence == parse_pounds(amount)


@pytest.mark.parametrize("on", [date(2023, 12, 31), date(2028, 1, 1)])
@pytest.mark.parametrize("kind", Kind)
def test_a_threshold_that_is_not_recorded_is_never_guessed(kind: Kind, on: date) -> None:
    with pytest.raises(Refusal, match=r"GOV\.UK"):
        threshold(kind, on)


@pytest.mark.parametrize("kind", Kind)
def test_thresholds_follow_each_other_without_gap_or_overlap(kind: Kind) -> None:
    periods = sorted(each.days for each in THRESHOLDS if each.kind is kind)
    assert all((later.starts_on - earlier.ends_on).days == 1 for earlier, later in pairwise(periods))


def test_an_award_of_works_moves_further_before_it_counts() -> None:
    small = [Award(Regime.ACT, Pence(1), 1, kind=kind).small_percent for kind in Kind]
    assert small == [10, 10, 15]
