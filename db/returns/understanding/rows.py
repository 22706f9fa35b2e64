"""What each row of a table speaks of: its label, and the period, kind, unit and part that its own cells name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.returns.cells import Cells, CellValue
from db.returns.tables.days import DateOrder, looks_like_day, read_day
from db.returns.tables.marks import missing_mark
from db.returns.tables.periods import PeriodWords, in_date, merge, period_words
from db.returns.tables.sheet import is_blank
from db.returns.tables.steps import Step, said_by, step_of
from db.returns.tables.table import Role, Table
from db.returns.understanding.columns import ColumnUse
from db.returns.understanding.labels import kind_said
from db.returns.understanding.meaning import FIGURES, Meaning

_SERIES = 3
"""Different days that make a series of weeks or days."""


@dataclass(frozen=True, slots=True)
class RowUse:
    """A row and what its own cells say of it."""

    row: int
    label: str
    label_row: int
    label_column: int
    words: PeriodWords
    kind: Meaning | None
    group: str
    unit: str
    trouble: tuple[int, str] | None = None
    """The column of a period that cannot be read, and why."""


class RowReader:
    """Reads what the rows of one table say of themselves."""

    def __init__(
        self, table: Table, cells: Cells, uses: Sequence[ColumnUse], orders: Mapping[int, DateOrder | None]
    ) -> None:
        self._table = table
        self._held = cells.sheets[table.sheet]
        self._orders = orders
        self._by_meaning: dict[Meaning, list[int]] = {}
        for use in uses:
            self._by_meaning.setdefault(use.meaning, []).append(use.column.number)
        self._merged_from = _merged_from(cells, table.sheet, {each.column.number for each in uses})
        self._interned: dict[PeriodWords, PeriodWords] = {}
        self._periods: dict[tuple[int, CellValue], tuple[PeriodWords, str]] = {}
        self._steps = {
            use.column.number: (self._step(use.column.number), use.name)
            for use in uses
            if use.meaning is Meaning.PERIOD
        }
        self._parts: set[str] = set()
        """The parts that the label above had so far."""
        self._years: dict[int, PeriodWords] = {}
        """The year each period column named last: rows below that name only a month are of it."""

    def rows(self) -> tuple[RowUse, ...]:
        """Every data row."""
        rows: list[RowUse] = []
        for row, role in self._table.rows.items():
            if role is Role.DATA:
                rows.append(self._below(self._row(row), rows))
                self._keep_part(rows[-1])
        return tuple(rows)

    def _below(self, row: RowUse, above: Sequence[RowUse]) -> RowUse:
        """A row that names its kind or another part, and no measure, goes on with the measure above it."""
        if row.label or not above or above[-1].row != row.row - 1:
            return row
        if row.kind is None and not self._is_next_part(row):
            return row
        return replace(row, label=above[-1].label, label_row=above[-1].label_row, label_column=above[-1].label_column)

    def _is_next_part(self, row: RowUse) -> bool:
        """Whether a row names a part that the measure above it has not had yet."""
        return bool(row.group) and "" not in self._parts and row.group not in self._parts

    def _keep_part(self, row: RowUse) -> None:
        if row.label_row == row.row:
            self._parts = set()
        self._parts.add(row.group)

    def _row(self, row: int) -> RowUse:
        label, column = self._label(row)
        words, trouble = self._words(row)
        kinds = [kind_said(text) for text in self._texts(row, Meaning.KIND)]
        groups = self._texts(row, Meaning.GROUP)
        unit = " ".join(self._texts(row, Meaning.UNIT))
        kind = next((each for each in kinds if each in FIGURES), None)
        words = self._interned.setdefault(words, words)
        return RowUse(row, label, row, column, words, kind, " – ".join(groups), unit, trouble)

    def _label(self, row: int) -> tuple[str, int]:
        for column in self._by_meaning.get(Meaning.MEASURE, ()):
            value = self._value(row, column)
            if isinstance(value, str) and not is_blank(value):
                return value.strip(), column
        return "", 0

    def _value(self, row: int, column: int) -> CellValue | None:
        """A cell's value; of a merged block, its first cell's."""
        value = self._held.get((row, column))
        return value if not is_blank(value) else self._held.get(self._merged_from.get((row, column), (0, 0)))

    def _texts(self, row: int, meaning: Meaning) -> list[str]:
        values = (self._value(row, column) for column in self._by_meaning.get(meaning, ()))
        return [str(value).strip() for value in values if value is not None and not is_blank(value)]

    def _words(self, row: int) -> tuple[PeriodWords, tuple[int, str] | None]:
        found, trouble = PeriodWords(), None
        for column in self._by_meaning.get(Meaning.PERIOD, ()):
            value = self._value(row, column)
            if value is None or is_blank(value):
                continue
            said, wrong = self._period(column, value)
            self._keep_year(column, said)
            found = merge(found, said)
            trouble = trouble or ((column, wrong) if wrong else None)
        return self._with_year_above(found), trouble

    def _keep_year(self, column: int, said: PeriodWords) -> None:
        if said.days is None and (said.year is not None or said.lone_year is not None or said.months_year is not None):
            year = said.lone_year if said.months_year is None else said.months_year
            self._years[column] = PeriodWords(year=said.year, lone_year=year)

    def _with_year_above(self, found: PeriodWords) -> PeriodWords:
        """A month or quarter without a year is of the year that a row above it named."""
        names_part = bool(found.months or found.quarter or found.half) and found.days is None
        if not names_part or (found.year, found.lone_year, found.months_year) != (None, None, None):
            return found
        for above in self._years.values():
            found = merge(found, above)
        return found

    def _step(self, column: int) -> Step | None:
        values = (self._held.get((row, column)) for row in self._table.data_rows)
        read = (
            value if isinstance(value, date) else read_day(value, self._orders.get(column)).day
            for value in values
            if isinstance(value, date) or (isinstance(value, str) and looks_like_day(value))
        )
        days = {day for day in read if day}
        step = step_of(days) if len(days) >= _SERIES else None
        return step if step in (Step.WEEK, Step.DAY) else None

    def _period(self, column: int, value: CellValue) -> tuple[PeriodWords, str]:
        if (column, value) not in self._periods:
            self._periods[column, value] = self._read_period(column, value)
        return self._periods[column, value]

    def _read_period(self, column: int, value: CellValue) -> tuple[PeriodWords, str]:
        if isinstance(value, date):
            return said_by(value, *self._steps[column]), ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _from_number(value)
        text = str(value)
        words = period_words(text)
        if words.says_something:
            return words, ""
        if missing_mark(text):
            return PeriodWords(), "It names no period."
        read = read_day(value, self._orders.get(column))
        return (said_by(read.day, *self._steps[column]), "") if read.day else (PeriodWords(), read.trouble)


def _from_number(value: int | float) -> tuple[PeriodWords, str]:
    if value in (1, 2, 3, 4):
        return PeriodWords(quarter=int(value), spans=((0, 0),)), ""
    if 1990 <= value <= 2100:
        return PeriodWords(lone_year=int(value), spans=((0, 0),)), ""
    read = read_day(value, None)
    return (in_date(read.day), "") if read.day else (PeriodWords(), read.trouble)


def _merged_from(cells: Cells, sheet: str, columns: set[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """For cells of blocks merged down over rows, the first cell of the block."""
    return {
        (row, block.first_column): (block.first_row, block.first_column)
        for block in cells.merged.get(sheet, ())
        if block.first_column in columns and block.last_row - block.first_row < 1000
        for row in range(block.first_row + 1, block.last_row + 1)
    }
