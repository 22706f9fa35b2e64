"""Scorecards of every kind of row, for the tests of their ways out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.money import Pence
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading, ReturnPeriod, last_quarters
from db.rules.outcome import Outcome
from db.rules.rating_override import Override
from db.rules.rating_rules import DATA_ONLY, TargetAndFloor, WithinPercent
from db.rules.scorecard import Reported, Scope, Scorecard, scorecard
from db.rules.spend_profile import even_profile, spend_to_date
from db.rules.targets import Direction, Target
from tests.rules.measures import Q3

ON = date(2026, 1, 26)
COUNT, POUNDS, PERCENT, WORDS = MeasureUnit.COUNT, MeasureUnit.POUNDS, MeasureUnit.PERCENT, MeasureUnit.WORDS
BEGAN = date(2024, 4, 1)
SUPPORTED = Measure(
    MeasureId("m1"), "People supported in the quarter", COUNT, Direction.HIGHER,
    targets=(Target(BEGAN, Decimal(1200)),), rule=WithinPercent(),
)  # fmt: skip
ANSWERED = Measure(
    MeasureId("m2"), "Referrals answered in two working days", PERCENT, Direction.HIGHER, "Answered", "Referrals",
    (Target(BEGAN, Decimal(90), Decimal(75)),), TargetAndFloor(),
)  # fmt: skip
COMPLAINTS = Measure(
    MeasureId("m3"), "Complaints", COUNT, Direction.LOWER,
    targets=(Target(BEGAN, Decimal(5), Decimal(10)),), rule=TargetAndFloor(),
)  # fmt: skip
OUTCOMES = replace(ANSWERED, id=MeasureId("m4"), name="Outcomes met or partly met", numerator="", denominator="")
SPEND = Measure(MeasureId("m5"), "Spend in the quarter", POUNDS, rule=DATA_ONLY)
WENT_WELL = Measure(MeasureId("m6"), "What went well, what is at risk", WORDS)
MEASURES = (SUPPORTED, ANSWERED, COMPLAINTS, OUTCOMES, SPEND, WENT_WELL)
QUARTERS = last_quarters(Q3, 5)
SUPPORT = ("1180", "1204", "1211", "1092", "1236")
ASKED = (("281", "301"), ("290", "322"), ("260", "310"), ("255", "300"), ("263", "310"))
COMPLAINED = ("4", "6", None, "7", "12")
MET = ("88.5", "91", "90", "92.4", None)
SPENT = ("21112300", "21220725", "20400000", "21001250", "23244719")


def readings(index: int, *, more: int = 0) -> tuple[Reading, ...]:
    """What was returned for a quarter, counted from the oldest."""
    answered, asked = ASKED[index]
    figures = (
        (SUPPORTED.name, COUNT, str(int(SUPPORT[index]) + more)), (ANSWERED.name, PERCENT, "91.2"),
        ("Answered", COUNT, answered), ("Referrals", COUNT, asked), (COMPLAINTS.name, COUNT, COMPLAINED[index]),
        (OUTCOMES.name, PERCENT, MET[index]), (SPEND.name, POUNDS, SPENT[index]),
    )  # fmt: skip
    read = (
        Reading(name, unit, None if value is None else Decimal(value), "Return", "C1") for name, unit, value in figures
    )
    words = "Two new groups began in November. The Swale office is short of one worker until March."
    return (*read, Reading(WENT_WELL.name, WORDS, words, "Return", "C9"))


def reported(reference: str = "H-1", *, more: int = 0, returned: bool = True) -> Reported:
    """A contract with five quarters of returns."""
    returns: dict[ReturnPeriod, tuple[Reading, ...]] = {
        period: readings(index, more=more) for index, period in enumerate(QUARTERS) if returned
    }
    actuals = {each: Pence(int(SPENT[index])) for index, each in enumerate(QUARTERS) if index > 1}
    spend = spend_to_date(even_profile(2025, Pence(84_882_900)), actuals, Q3)
    own = Override(Outcome.AMBER, "Seven complaints were about one closed road", date(2026, 1, 20), date(2026, 3, 31))
    return Reported(reference, "Help at home, East Kent", "Help CIO", "Community navigation", MEASURES, returns,
                    {COMPLAINTS.id: own}, spend)  # fmt: skip


def contract_card() -> Scorecard:
    """The scorecard of one usual contract."""
    return scorecard(Scope.CONTRACT, "H-1, Help at home, East Kent", [reported()], Q3, ON)


def provider_card() -> Scorecard:
    """The scorecard of a provider with three contracts, of which one returned nothing."""
    contracts = [reported(), reported("H-2", more=100), reported("H-3", returned=False)]
    return scorecard(Scope.PROVIDER, "Help CIO", contracts, Q3, ON)


def empty_card() -> Scorecard:
    """The scorecard of a contract without measures."""
    bare = Reported("H-4", "Advice", "Help CIO", "", ())
    return scorecard(Scope.CONTRACT, "H-4, Advice", [bare], Q3, ON)
