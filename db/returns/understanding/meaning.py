"""What a column or a row of a return can mean, and what was suggested with its evidence."""

from dataclasses import dataclass
from enum import StrEnum

from db.rules.dates import Period
from db.rules.monitoring import MeasureId


class Meaning(StrEnum):
    """What the cells of a column say."""

    MEASURE = "measure"
    PERIOD = "period"
    KIND = "kind of figure"
    """Says of each row whether it is an actual, a target, a numerator."""
    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    TARGET = "target"
    FLOOR = "floor"
    FORECAST = "forecast"
    SPEND = "spend"
    NARRATIVE = "narrative"
    COMMENT = "comment"
    UNIT = "unit"
    PROVIDER = "provider"
    CONTRACT = "contract"
    GROUP = "group"
    """Divides a measure, as an area or an age group does."""
    TOTAL = "total"
    """Adds up what other columns say."""
    PERSONAL = "personal data"
    LEFT_OUT = "left out"

    @property
    def gives_readings(self) -> bool:
        """Whether each cell under it is a reading of its own."""
        return self in FIGURES or self in (Meaning.NARRATIVE, Meaning.COMMENT)


FIGURES = frozenset({
    Meaning.VALUE, Meaning.NUMERATOR, Meaning.DENOMINATOR, Meaning.TARGET, Meaning.FLOOR, Meaning.FORECAST,
    Meaning.SPEND,
})  # fmt: skip
"""Meanings whose cells are figures."""


@dataclass(frozen=True, slots=True)
class ColumnSuggestion:
    """What a column is taken to mean, and why."""

    sheet: str
    table: int
    column: int
    name: str
    key: str
    """The column's headings with every period left open, so that next quarter's column has the same."""
    meaning: Meaning
    measure: MeasureId | None
    days: Period | None
    """The days its headings speak of."""
    evidence: str
    sure: bool
    own_measure: MeasureId | None = None
    """The measure its headings name by a measure's own words; the profile keeps it."""
    place: str = ""
    """Its table as a profile knows it: the sheet's name with the period left open."""


@dataclass(frozen=True, slots=True)
class RowSuggestion:
    """What a row is taken to speak of, and why."""

    sheet: str
    table: int
    row: int
    label: str
    measure: MeasureId | None
    days: Period | None
    evidence: str
    sure: bool
