"""Returns to take pictures of: measures with targets and rules, and quarters of figures that are only examples."""

from datetime import date
from decimal import Decimal

from db.changes import Author
from db.operations.following import accept_return, escalate, override_rating, raise_queries, remind
from db.operations.measures import define_measures
from db.operations.returns import NewReturn, expect_returns, import_return
from db.register import Register
from db.rules.contract import Contract
from db.rules.ladder import Escalation, Rung
from db.rules.monitoring import (
    DaysCounted,
    Measure,
    MeasureId,
    MeasureUnit,
    Reading,
    ReturnPeriod,
    last_quarters,
    quarter_of,
)
from db.rules.outcome import Outcome
from db.rules.queries import Query
from db.rules.rating_bands import Band, Bands
from db.rules.rating_override import Override
from db.rules.rating_rules import DATA_ONLY, TargetAndFloor, WithinPercent
from db.rules.targets import Direction, Target

FOLLOWED = ("SAMPLE-WB55-INVOLVE", "SAMPLE-CN-B")
"""The contracts of the sample whose returns are made up here."""
_BEGAN = date(2024, 4, 1)
_WORDS = "Example words: two new groups began, and one office is short of a worker until March."
_BANDS = Bands(
    (
        Band(None, Decimal(60), Outcome.RED),
        Band(Decimal(60), Decimal(80), Outcome.AMBER),
        Band(Decimal(80), None, Outcome.GREEN),
    )
)
MEASURES = (
    Measure(MeasureId(""), "People supported in the quarter", MeasureUnit.COUNT, Direction.HIGHER,
            targets=(Target(_BEGAN, Decimal(1200)),), rule=WithinPercent()),
    Measure(MeasureId(""), "Referrals answered in two working days", MeasureUnit.PERCENT, Direction.HIGHER,
            "Answered in time", "Referrals", (Target(_BEGAN, Decimal(90), Decimal(75)),), TargetAndFloor()),
    Measure(MeasureId(""), "Answered in time", MeasureUnit.COUNT),
    Measure(MeasureId(""), "Referrals", MeasureUnit.COUNT),
    Measure(MeasureId(""), "Complaints", MeasureUnit.COUNT, Direction.LOWER,
            targets=(Target(_BEGAN, Decimal(5), Decimal(10)),), rule=TargetAndFloor()),
    Measure(MeasureId(""), "Outcomes met or partly met", MeasureUnit.PERCENT, Direction.HIGHER, rule=_BANDS),
    Measure(MeasureId(""), "Spend in the quarter", MeasureUnit.POUNDS, rule=DATA_ONLY),
    Measure(MeasureId(""), "What went well, what is at risk", MeasureUnit.WORDS),
)  # fmt: skip
_FIGURES: tuple[tuple[str | None, ...], ...] = (
    ("1180", "93.4", "281", "301", "4", "78.5", "40133581"),
    ("1204", "90.1", "290", "322", "6", "91", "40641200"),
    ("1211", "83.9", "260", "310", None, "90", "39410025"),
    ("1092", "85", "255", "300", "7", "72.4", "41871250"),
    ("1236", "91.2", "263", "310", "12", None, "43202719"),
)


def follow(register: Register, by: Author, newest: ReturnPeriod, on: date) -> None:
    """Five quarters of returns of one contract, two of another; queries, a resubmission, an own rating, a step."""
    contract, other = (register.contracts.get(each) for each in FOLLOWED)
    for each in (contract, other):
        expect_returns(register, by, each.id, date(2024, 10, 1), 15, DaysCounted.WORKING)
        define_measures(register, by, each.id, MEASURES)
    quarters = last_quarters(newest, 5)
    for at, period in enumerate(quarters):
        _receive(register, by, contract, period, _FIGURES[at])
    for at, period in enumerate(quarters[1:4]):
        _receive(register, by, other, period, _FIGURES[at + 1], late=9 * at)
    again = (_FIGURES[4][0], "84.8", "263", "310", "9", None, "43202719")
    _receive(register, by, contract, newest, again, late=6)
    for period in quarters[:4]:
        accept_return(register, by, contract.id, period, on)
    asked = Query("Return", "C14", "9", "Does the figure count complaints about the closed road twice?")
    raise_queries(register, by, register.returns.of(contract.id)[0].id, (asked,), on)
    remind(register, by, [(other.id, newest)], on)
    complaints = next(each for each in register.returns.measures(contract.id) if each.name == "Complaints")
    reason = "Example: four of the nine are about one closed road"
    own = Override(Outcome.AMBER, reason, on, on.replace(year=on.year + 1))
    override_rating(register, by, contract.id, complaints.id, newest, own)
    step = Escalation(Rung.CONCERN, on, "Example: complaints rose for three quarters", on.replace(year=on.year + 1))
    escalate(register, by, contract.id, step)


def followed_to(on: date) -> ReturnPeriod:
    """The last quarter that had ended on a day."""
    return last_quarters(quarter_of(on), 2)[0]


def _receive(
    register: Register,
    by: Author,
    contract: Contract,
    period: ReturnPeriod,
    figures: tuple[str | None, ...],
    late: int = 0,
) -> None:
    readings = tuple(
        Reading(measure.name, measure.unit, None if figure is None else Decimal(figure), "Return", f"C{row}")
        for row, (measure, figure) in enumerate(zip(MEASURES, figures, strict=False), 10)
    )
    words = Reading(MEASURES[-1].name, MeasureUnit.WORDS, _WORDS, "Return", "C17")
    name = f"{contract.reference} {period.label} example.xlsx"
    content = f"An example in place of a workbook: {name}, {late}, {figures}".encode()
    received_on = date.fromordinal(period.days.ends_on.toordinal() + 12 + late)
    new = NewReturn(
        contract.id, contract.provider_names, period, received_on, name, content, (*readings, words)
    )  # fmt: skip
    import_return(register, by, new)
