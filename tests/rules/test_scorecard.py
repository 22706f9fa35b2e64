"""The scorecard: five quarters in their places, ratings that stand on the day, and what several contracts share."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading
from db.rules.outcome import Outcome
from db.rules.scorecard import QUARTERS_SHOWN, Reported, Scope, scorecard, show_target, tally
from db.rules.scorecard_across import across
from db.rules.targets import Direction, Target
from tests.exports.scorecards import ANSWERED, COMPLAINTS, ON, PERCENT, QUARTERS, contract_card, provider_card, reported
from tests.rules.measures import FROM, Q3


def row(name: str, on: date = ON) -> object:
    """A row of the usual contract's scorecard, as people see it."""
    card = scorecard(Scope.CONTRACT, "H-1", [reported()], Q3, on)
    [found] = [each for each in card.rows if each.measure.name == name]
    return [each.shown for each in found.figures], found.rating.word, found.since_last_quarter.words


def test_five_quarters_keep_their_places_and_a_blank_keeps_its_own() -> None:
    assert len(contract_card().quarters) == QUARTERS_SHOWN
    assert row("Complaints") == (["4", "6", "Not returned", "7", "12"], "Amber", "Up, worse")
    assert row("Outcomes met or partly met") == (
        ["88.5%", "91.0%", "90.0%", "92.4%", "Not returned"], "Not returned", "N/A",
    )  # fmt: skip


def test_a_rate_is_the_one_worked_out_in_every_quarter() -> None:
    assert row(ANSWERED.name) == (["93.4%", "90.1%", "83.9%", "85.0%", "84.8%"], "Amber", "Down, worse")


def test_an_officers_rating_is_over_on_the_day_after_its_last() -> None:
    assert row("Complaints", date(2026, 3, 31))[1] == "Amber"  # type: ignore[index]
    assert row("Complaints", date(2026, 4, 1))[1] == "Red"  # type: ignore[index]


def test_words_are_narratives_and_not_rows() -> None:
    [contract] = contract_card().contracts
    assert [each.name for each in contract.narratives] == ["What went well, what is at risk"]
    assert all(each.measure.unit.value != "words" for each in contract.rows)


def test_a_quarter_that_never_came_is_a_row_of_blanks() -> None:
    [contract] = scorecard(Scope.CONTRACT, "H-3", [reported(returned=False)], Q3, ON).contracts
    assert {each.shown for each in contract.rows[0].figures} == {"Not returned"}
    assert contract.narratives == ()


def test_the_tally_counts_every_measure_once_in_order() -> None:
    counted = tally(provider_card().rows)
    assert counted == ((Outcome.GREEN, 2), (Outcome.AMBER, 5), (Outcome.DATA_ONLY, 2), (Outcome.NOT_RETURNED, 6))
    assert sum(count for _, count in counted) == len(provider_card().rows)


def test_over_contracts_numbers_are_added_rates_averaged_and_blanks_left_out() -> None:
    by_name = {each.name: each for each in across(provider_card())}
    supported, answered = by_name["People supported in the quarter"], by_name[ANSWERED.name]
    assert (supported.figures[-1].shown, supported.basis) == ("2,572", "Sum of 2 of 3 contracts")
    assert (answered.figures[-1].shown, answered.basis) == ("84.8%", "Average of 2 of 3 contracts")
    assert by_name["Outcomes met or partly met"].figures[-1].shown == "Not returned"


def test_decimal_numbers_of_several_contracts_are_averaged() -> None:
    score = Measure(MeasureId("s"), "Well-being score", MeasureUnit.DECIMAL)
    said = {Q3: (Reading("Well-being score", MeasureUnit.DECIMAL, Decimal("4.5"), "S", "A1"),)}
    other = {Q3: (Reading("Well-being score", MeasureUnit.DECIMAL, Decimal("3.25"), "S", "A1"),)}
    both = [Reported("H-1", "A", "P", "S", (score,), said), Reported("H-2", "B", "P", "S", (score,), other)]
    (row,) = across(scorecard(Scope.SERVICE, "Advice", both, Q3, ON))
    assert (row.figures[-1].shown, row.basis) == ("3.88", "Average of 2 of 2 contracts")


def test_a_measure_of_one_contract_alone_is_not_added_up() -> None:
    alone = Measure(MeasureId("x"), "Only here", PERCENT)
    cards = scorecard(Scope.SERVICE, "Advice", [Reported("H-1", "A", "P", "S", (alone,))], Q3, ON)
    assert across(cards) == ()
    shouted = replace(alone, name="ONLY HERE")
    both = [Reported("H-1", "A", "P", "S", (alone,)), Reported("H-2", "B", "P", "S", (shouted,))]
    assert [each.name for each in across(scorecard(Scope.SERVICE, "Advice", both, Q3, ON))] == ["Only here"]


def test_a_target_is_shown_with_its_side_and_floor() -> None:
    assert show_target(ANSWERED.target_in(Q3), ANSWERED) == "90.0% or more, floor 75.0%"
    assert show_target(Target(FROM, Decimal(5)), COMPLAINTS) == "5 or less"
    assert show_target(Target(FROM, Decimal(5)), replace(COMPLAINTS, direction=Direction.NONE)) == "5"
    assert show_target(None, COMPLAINTS) == ""


def test_the_quarters_shown_end_with_the_scorecards_own() -> None:
    assert contract_card().quarters == QUARTERS
    assert contract_card().rows[0].now.period == Q3
