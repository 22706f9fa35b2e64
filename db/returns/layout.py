"""Our blank return workbook, described once for the writer and the reader: which cell says what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from db.rules.decision import ContractId
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, ReturnPeriod

RETURN_SHEET = "Return"
GUIDE_SHEET = "How to fill this in"
STAMP_SHEET = "Contract Desk"
"""Hidden; holds the stamp that says which contract and quarter the workbook was made for."""

LAYOUT_VERSION = "contract-desk-return-1"

REFERENCE_CELL = "B3"
TITLE_CELL = "B4"
PROVIDER_CELL = "B5"
QUARTER_CELL = "B6"
DUE_CELL = "B7"
HEADER_ROW = 9
HEADINGS = ("Measure", "Unit", "Figure for the quarter", "Comments")
FIRST_MEASURE_ROW = HEADER_ROW + 1
MEASURE_COLUMN, UNIT_COLUMN, FIGURE_COLUMN, COMMENT_COLUMN = "A", "B", "C", "D"

STAMP_LABELS = ("Layout", "Contract", "Quarter begins", "Fingerprint")
STAMP_FIRST_ROW = 2
"""The stamp's values stand in column B from this row, in the order of STAMP_LABELS."""
STAMP_MEASURES_ROW = STAMP_FIRST_ROW + len(STAMP_LABELS) + 1
"""From this row on, one measure a row: id, name, unit."""

STANDARD_MEASURES = (
    Measure(MeasureId("standard-people-supported"), "People supported in the quarter", MeasureUnit.COUNT),
    Measure(MeasureId("standard-new-referrals"), "New referrals received", MeasureUnit.COUNT),
    Measure(MeasureId("standard-support-ended"), "People whose support ended", MeasureUnit.COUNT),
    Measure(MeasureId("standard-spend"), "Spend in the quarter", MeasureUnit.POUNDS),
    Measure(MeasureId("standard-narrative"), "Narrative: what went well, what is at risk", MeasureUnit.WORDS),
)
"""What a return asks where a contract has no measures of its own recorded. The ids never change."""

_UNIT_WORDS = {
    MeasureUnit.COUNT: "Number",
    MeasureUnit.DECIMAL: "Decimal number",
    MeasureUnit.POUNDS: "£",
    MeasureUnit.PERCENT: "%",
    MeasureUnit.WORDS: "Words",
}


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """What a blank return is made from: the contract, the quarter and what is asked. No measures: the standard ones."""

    contract_id: ContractId
    contract_reference: str
    contract_title: str
    provider: str
    period: ReturnPeriod
    measures: tuple[Measure, ...] = ()
    due_on: date | None = None

    @property
    def asked(self) -> tuple[Measure, ...]:
        """The contract's own measures, or the standard ones."""
        return self.measures or STANDARD_MEASURES


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet says: the layout, whom and when the workbook was made for, and what it asks."""

    layout: str
    contract_id: str
    quarter_begins: str
    fingerprint: str
    measures: tuple[Measure, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The values in the order of STAMP_LABELS."""
        return self.layout, self.contract_id, self.quarter_begins, self.fingerprint


def stamp_of(form: ReturnForm) -> Stamp:
    """The stamp a blank return carries."""
    begins = form.period.days.starts_on.isoformat()
    return Stamp(LAYOUT_VERSION, form.contract_id, begins, fingerprint(form.asked), form.asked)


def fingerprint(measures: Iterable[Measure]) -> str:
    """A short text that changes when a measure's id, name, unit or place changes."""
    lines = (f"{plain(measure.id)}\t{plain(measure.name)}\t{measure.unit.value}\n" for measure in measures)
    return sha256("".join(lines).encode()).hexdigest()[:16]


def plain(text: str) -> str:
    """A label as it is compared: single spaces, and nothing a cell cannot hold."""
    words = " ".join(text.split())
    return "".join(letter for letter in words if letter.isprintable())


def unit_words(unit: MeasureUnit) -> str:
    """The unit as the Unit column shows it."""
    return _UNIT_WORDS[unit]


def measure_rows(measures: Iterable[Measure]) -> tuple[tuple[int, Measure], ...]:
    """Each measure with the row it stands on."""
    return tuple(enumerate(measures, FIRST_MEASURE_ROW))
