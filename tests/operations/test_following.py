"""Returns are followed: reminded, received, queried, accepted; measures keep their aims and officers' own ratings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.operations.following import (
    accept_return,
    answer_query,
    escalate,
    keep_profile,
    override_rating,
    raise_queries,
    remind,
    settle,
)
from db.operations.measures import define_measures
from db.operations.returns import NewReturn, expect_returns, import_return
from db.operations.undo import undo
from db.register import Register
from db.rules.decision import ContractId
from db.rules.ladder import Escalation, Rung
from db.rules.ledger import QueryRaised
from db.rules.monitoring import DaysCounted, Measure, MeasureId, MeasureUnit, Reading, quarter_of
from db.rules.outcome import Outcome
from db.rules.queries import Query
from db.rules.rating_bands import Band, Bands
from db.rules.rating_override import Override
from db.rules.rating_rules import DATA_ONLY, RatingRule, TargetAndFloor, WithinPercent
from db.rules.refusal import Refusal
from db.rules.targets import Direction, Target
from tests.operations.beginnings import RUNNING, officer

QUARTER = quarter_of(date(2025, 10, 1))
BANDS = Bands(
    (
        Band(None, Decimal(75), Outcome.RED),
        Band(Decimal(75), Decimal(90), Outcome.AMBER, word="Nearly"),
        Band(Decimal(90), None, Outcome.GREEN),
    )
)


@pytest.fixture
def contract_id(register: Register) -> ContractId:
    return register.contracts.get(RUNNING).id


def _measure(name: str = "Seen in time", rule: RatingRule = DATA_ONLY) -> Measure:
    targets = (Target(date(2024, 4, 1), Decimal("90.5"), Decimal(75)), Target(date(2025, 4, 1), Decimal(92)))
    return Measure(MeasureId(""), name, MeasureUnit.PERCENT, Direction.HIGHER, targets=targets, rule=rule)


def _return(contract_id: ContractId, content: bytes = b"book", **more: object) -> NewReturn:
    reading = Reading(
        "Seen in time", MeasureUnit.PERCENT, Decimal("91.2"), "Q3", "D14", part="North", how="Read as a percentage"
    )
    new = NewReturn(contract_id, "Northway", QUARTER, date(2026, 1, 9), "q3.xlsx", content, (reading,))
    return replace(new, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", [DATA_ONLY, TargetAndFloor(), WithinPercent(Decimal("7.5")), BANDS])
def test_a_measure_is_kept_with_its_targets_and_its_rule(
    register: Register, contract_id: ContractId, rule: RatingRule
) -> None:
    define_measures(register, officer(), contract_id, (_measure(rule=rule),))
    [kept] = register.returns.measures(contract_id)
    assert replace(kept, id=MeasureId("")) == _measure(rule=rule)
    assert register.check() == ()


def test_a_measure_that_is_renamed_stays_the_same_measure_and_one_left_out_is_withdrawn(
    register: Register, contract_id: ContractId
) -> None:
    define_measures(register, officer(), contract_id, (_measure(), _measure("Waiting")))
    first, _ = register.returns.measures(contract_id)
    define_measures(
        register, officer(), contract_id, (replace(first, name="Seen within a week", targets=first.targets[:1]),)
    )
    [kept] = register.returns.measures(contract_id)
    assert (kept.id, kept.name, len(kept.targets)) == (first.id, "Seen within a week", 1)


@pytest.mark.parametrize(
    ("measures", "why"),
    [
        ((_measure(), _measure("seen in TIME")), "same name"),
        ((replace(_measure(rule=TargetAndFloor()), direction=Direction.NONE),), "higher or lower"),
        ((replace(_measure(), numerator="Seen", denominator="Referred"),), "not among the measures"),
        ((_measure(), replace(_measure("Rate"), numerator="Seen in time")), "both what is divided"),
        ((replace(_measure(), targets=(_measure().targets[0],) * 2),), "two targets"),
    ],
)
def test_measures_that_could_not_be_rated_are_refused(
    register: Register, contract_id: ContractId, measures: tuple[Measure, ...], why: str
) -> None:
    before = register.content_hash()
    with pytest.raises(Refusal, match=why):
        define_measures(register, officer(), contract_id, measures)
    assert register.content_hash() == before


def test_days_allowed_may_be_working_days(register: Register, contract_id: ContractId) -> None:
    expect_returns(register, officer(), contract_id, date(2025, 10, 1), 15, DaysCounted.WORKING)
    [schedule] = register.returns.schedules()
    assert (schedule.days_allowed, schedule.counted_in) == (15, DaysCounted.WORKING)


def test_a_reading_keeps_its_cell_its_part_and_how_it_was_read(register: Register, contract_id: ContractId) -> None:
    new = _return(contract_id)
    import_return(register, officer(), new)
    [kept] = register.returns.of(contract_id)
    assert kept.readings == new.readings


def test_a_return_comes_with_its_queries_and_the_layout_learned_in_one_act(
    register: Register, contract_id: ContractId
) -> None:
    before = register.content_hash()
    asked = Query("Q3", "D15", "< Select >", "Choose an answer from the list.")
    import_return(register, officer(), _return(contract_id, queries=(asked,), profile='{"sheets": []}'))
    [kept] = register.returns.of(contract_id)
    [query] = register.following.queries(kept.id)
    assert (query.query, query.raised) == (asked, QueryRaised(date(2026, 1, 9)))
    assert register.following.profile(contract_id, " northway ") == '{"sheets": []}'
    undo(register, officer())
    assert register.content_hash() == before


def test_what_happened_about_a_return_is_told_by_its_days(register: Register, contract_id: ContractId) -> None:
    remind(register, officer(), ((contract_id, QUARTER),), date(2026, 1, 5))
    import_return(register, officer(), _return(contract_id))
    import_return(register, officer(), _return(contract_id, b"another", received_on=date(2026, 1, 12)))
    latest = register.returns.of(contract_id)[0]
    raise_queries(register, officer(), latest.id, (Query("", "", "", "Say why it fell."),), date(2026, 1, 13))
    facts = register.following.facts()[contract_id, QUARTER]
    assert facts.received_on == (date(2026, 1, 9), date(2026, 1, 12))
    assert facts.reminded_on == (date(2026, 1, 5),)
    assert facts.queries == (QueryRaised(date(2026, 1, 13)),)
    assert facts.accepted_on is None


def test_a_return_is_accepted_once_its_queries_are_answered(register: Register, contract_id: ContractId) -> None:
    with pytest.raises(Refusal, match="there is none to accept"):
        accept_return(register, officer(), contract_id, QUARTER, date(2026, 1, 20))
    import_return(register, officer(), _return(contract_id, queries=(Query("Q3", "D15", "", "What is it?"),)))
    with pytest.raises(Refusal, match="is open"):
        accept_return(register, officer(), contract_id, QUARTER, date(2026, 1, 20))
    [kept] = register.returns.of(contract_id)
    [query] = register.following.queries(kept.id)
    answer_query(register, officer(), query.id, date(2026, 1, 19), "Twelve")
    accept_return(register, officer(), contract_id, QUARTER, date(2026, 1, 20))
    assert register.following.facts()[contract_id, QUARTER].accepted_on == date(2026, 1, 20)
    with pytest.raises(Refusal, match="accepted already"):
        accept_return(register, officer(), contract_id, QUARTER, date(2026, 1, 21))
    with pytest.raises(Refusal, match="answered already"):
        answer_query(register, officer(), query.id, date(2026, 1, 20))


def test_a_version_that_comes_after_acceptance_is_accepted_anew(register: Register, contract_id: ContractId) -> None:
    import_return(register, officer(), _return(contract_id))
    accept_return(register, officer(), contract_id, QUARTER, date(2026, 1, 20))
    import_return(register, officer(), _return(contract_id, b"corrected", received_on=date(2026, 1, 25)))
    assert register.following.facts()[contract_id, QUARTER].accepted_on is None
    accept_return(register, officer(), contract_id, QUARTER, date(2026, 1, 26))
    assert register.following.facts()[contract_id, QUARTER].accepted_on == date(2026, 1, 26)


def test_an_officers_own_rating_is_kept_with_its_reason_and_the_newest_stands(
    register: Register, contract_id: ContractId
) -> None:
    define_measures(register, officer(), contract_id, (_measure(),))
    [measure] = register.returns.measures(contract_id)
    own = Override(Outcome.GREEN, "A replacement is in place", date(2026, 1, 20), date(2026, 3, 31))
    override_rating(register, officer(), contract_id, measure.id, QUARTER, own)
    override_rating(register, officer(), contract_id, measure.id, QUARTER, replace(own, outcome=Outcome.AMBER))
    kept = register.following.overrides(contract_id)
    assert dict(kept) == {(measure.id, QUARTER): replace(own, outcome=Outcome.AMBER, made_by="A tester")}
    with pytest.raises(Refusal, match="no such measure"):
        override_rating(register, officer(), contract_id, MeasureId("gone"), QUARTER, own)


def test_a_layout_learned_anew_takes_the_place_of_the_old(register: Register, contract_id: ContractId) -> None:
    keep_profile(register, officer(), contract_id, "Northway", "one")
    keep_profile(register, officer(), contract_id, "Northway", "two")
    keep_profile(register, officer(), contract_id, "Southgate Trust", "three")
    assert register.following.profiles() == (
        (contract_id, "Northway", "two"),
        (contract_id, "Southgate Trust", "three"),
    )
    keep_profile(register, officer(), contract_id, "Northway", "")
    assert register.following.profile(contract_id, "Northway") == ""


def test_a_rung_of_the_ladder_is_taken_and_settled(register: Register, contract_id: ContractId) -> None:
    taken = Escalation(Rung.CONCERN, date(2026, 1, 20), "Two quarters red", answer_by=date(2026, 2, 3))
    escalate(register, officer(), contract_id, taken)
    [(kept, escalation)] = register.following.escalations(contract_id)
    assert escalation == taken
    settle(register, officer(), contract_id, kept, date(2026, 2, 2))
    assert register.following.escalations(contract_id) == ((kept, replace(taken, settled_on=date(2026, 2, 2))),)
    with pytest.raises(Refusal, match="settled already"):
        settle(register, officer(), contract_id, kept, date(2026, 2, 4))
