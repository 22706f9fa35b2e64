"""A sheet written cell by cell, with what each figure is expected to be read as."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from db.returns.cells import Cells, CellValue, Merged, address, place
from db.returns.understanding.meaning import Meaning
from db.rules.dates import Period, financial_year_period, quarter_period, term_end
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, ReturnPeriod

PEOPLE = Measure(MeasureId("m-people"), "People supported in the quarter", MeasureUnit.COUNT)
REFERRALS = Measure(MeasureId("m-referrals"), "New referrals received", MeasureUnit.COUNT)
ENDED = Measure(MeasureId("m-ended"), "People whose support ended", MeasureUnit.COUNT)
PLANNED = Measure(MeasureId("m-planned"), "Planned moves", MeasureUnit.PERCENT)
SPEND = Measure(MeasureId("m-spend"), "Spend in the quarter", MeasureUnit.POUNDS)
STORY = Measure(MeasureId("m-story"), "Narrative: what went well, what is at risk", MeasureUnit.WORDS)
ASKED = (PEOPLE, REFERRALS, ENDED, PLANNED, SPEND, STORY)

Expected = tuple[str, Meaning, Period, Decimal | str | None]


def quarter(number: int, year: int = 2025) -> ReturnPeriod:
    """A quarter of the financial year that starts in a year."""
    month = 4 + (number - 1) * 3
    return ReturnPeriod(quarter_period(date(year + (month > 12), (month - 1) % 12 + 1, 1)))


def whole_year(year: int = 2025) -> Period:
    """The days of a financial year."""
    return financial_year_period(year)


def half(number: int, year: int = 2025) -> Period:
    """The days of half a financial year."""
    return (
        Period(date(year, 4, 1), date(year, 9, 30)) if number == 1 else Period(date(year, 10, 1), date(year + 1, 3, 31))
    )


def month(year: int, number: int) -> Period:
    """The days of a month."""
    return Period(date(year, number, 1), term_end(date(year, number, 1), 1))


@dataclass
class Board:
    """A workbook in the making."""

    file_name: str = "return.xlsx"
    sheets: dict[str, dict[tuple[int, int], CellValue]] = field(default_factory=dict)
    merged: dict[str, list[Merged]] = field(default_factory=dict)
    hidden_rows: dict[str, set[int]] = field(default_factory=dict)
    hidden_columns: dict[str, set[int]] = field(default_factory=dict)
    hidden_sheets: set[str] = field(default_factory=set)
    percent: set[tuple[str, str]] = field(default_factory=set)
    formats: dict[tuple[str, str], str] = field(default_factory=dict)
    uncalculated: set[tuple[str, str]] = field(default_factory=set)
    errors: set[tuple[str, str]] = field(default_factory=set)
    expected: dict[tuple[str, str], Expected] = field(default_factory=dict)
    sheet: str = ""

    def on(self, sheet: str) -> "Board":
        """Go on with a sheet."""
        self.sheet = sheet
        self.sheets.setdefault(sheet, {})
        return self

    def put(self, cell: str, *values: CellValue | None) -> None:
        """Write values from a cell to the right; None leaves a cell blank."""
        row, column = place(cell)
        for step, value in enumerate(values):
            if value is not None:
                self.sheets[self.sheet][row, column + step] = value

    def merge(self, block: str) -> None:
        """Show a block of cells as one."""
        first, last = (place(each) for each in block.split(":"))
        self.merged.setdefault(self.sheet, []).append(Merged(*first, *last))

    def figure(
        self,
        cell: str,
        written: CellValue | None,
        measure: Measure | str,
        days: Period,
        value: Decimal | int | str | None,
        kind: Meaning = Meaning.VALUE,
    ) -> None:
        """Write a figure and what it is to be read as."""
        self.put(cell, written)
        name = measure if isinstance(measure, str) else measure.name
        self.expected[self.sheet, cell] = (name, kind, days, Decimal(value) if isinstance(value, int) else value)

    @property
    def cells(self) -> Cells:
        """What was written, as cells."""
        return Cells(
            self.file_name,
            "sha",
            self.sheets,
            frozenset(self.percent),
            frozenset(self.uncalculated),
            merged={name: tuple(blocks) for name, blocks in self.merged.items()},
            hidden_rows={name: frozenset(rows) for name, rows in self.hidden_rows.items()},
            hidden_columns={name: frozenset(columns) for name, columns in self.hidden_columns.items()},
            hidden_sheets=frozenset(self.hidden_sheets),
            formats=self.formats,
            errors=frozenset(self.errors),
        )


def at(row: int, column: int) -> str:
    """An address."""
    return address(row, column)


@dataclass(frozen=True)
class Shape:
    """A workbook of one shape for one quarter, with the answers its first file needs."""

    board: Board
    answers: Sequence[tuple[str, str]] = ()
    """The beginning of a question's key, and the choice."""
