"""A return as understood so far: tables, suggestions, questions, readings and problems, each traced to its cell."""

from dataclasses import dataclass, field
from decimal import Decimal

from db.returns.cells import Cells
from db.returns.problems import Problem
from db.returns.tables.table import Role, Table
from db.returns.understanding.meaning import ColumnSuggestion, Meaning, RowSuggestion
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.questions import Question
from db.rules.dates import Period
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading, ReturnPeriod, quarter_of


@dataclass(frozen=True, slots=True)
class CellReading:
    """One figure or text, the cell it came from, and how it was read. No value is "not returned", never nought."""

    measure: MeasureId | None
    """None where the contract states no measures."""
    name: str
    unit: MeasureUnit
    kind: Meaning
    """Value, numerator, denominator, target, floor, forecast, spend, narrative or comment."""
    days: Period | None
    value: Decimal | str | None
    """Pounds in pence; a percentage of a hundred."""
    sheet: str
    cell: str
    how: str = ""
    """What was done to the cell to read it, as a sentence; empty where it says what it says."""
    group: str = ""
    """The part of the measure it speaks of, as an area."""

    @property
    def quarter(self) -> ReturnPeriod | None:
        """The quarter, where its days are exactly one."""
        if self.days is None or quarter_of(self.days.starts_on).days != self.days:
            return None
        return quarter_of(self.days.starts_on)

    @property
    def reading(self) -> Reading:
        """As the register keeps it."""
        return Reading(self.name, self.unit, self.value, self.sheet, self.cell)


@dataclass(frozen=True, slots=True)
class Painted:
    """What a screen shows of one cell."""

    role: Role | None
    """None for a blank cell that was read as not returned."""
    meaning: Meaning | None = None
    reading: CellReading | None = None
    problem: Problem | None = None
    question: Question | None = None
    """The open question it waits for."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """All that was learned or decided about a file. What is only about this file is beside the profile."""

    profile: LayoutProfile = field(default_factory=LayoutProfile)
    quarter: ReturnPeriod | None = None
    """The quarter the officer or the ledger says this file is for."""
    excluded: frozenset[tuple[str, str]] = frozenset()
    """Cells left out, by sheet and address; a row by its number alone, as "7"."""
    settled: tuple[tuple[str, str], ...] = ()
    """Answers that hold for this file alone, by question."""
    before: LayoutProfile | None = None
    """The profile the file came in with, to tell what changed."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a file, and all it was understood from."""

    cells: Cells
    asked: tuple[Measure, ...]
    chosen: Chosen
    tables: tuple[Table, ...]
    columns: tuple[ColumnSuggestion, ...]
    rows: tuple[RowSuggestion, ...]
    questions: tuple[Question, ...]
    """Open ones and those in force alike."""
    readings: tuple[CellReading, ...]
    problems: tuple[Problem, ...]
    changed: tuple[str, ...] = ()
    """Where a profile was given and the shape is another: what changed, as sentences."""

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What waits for the officer."""
        return tuple(each for each in self.questions if each.is_open)
