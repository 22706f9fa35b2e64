"""One sheet's rows read field by field, with what is wrong in each cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from db.incoming.choices import Choices
from db.incoming.columns import Column, Suggestion
from db.incoming.days import ColumnDays, column_days, settle
from db.incoming.fields import DAYS, MONEY, Field
from db.incoming.parties import split_names
from db.incoming.plan_parts import CellProblem, SourceRow
from db.incoming.scale import amount_in, unit_of
from db.incoming.source import Source, one_line, text_of, texts_of
from db.incoming.texts import registration, words
from db.incoming.values import NOTHING, Said, is_missing, months, yes_or_no
from db.returns.cells import CellValue, address

_READERS: dict[Field, Callable[[CellValue], Said]] = {
    Field.EXTENSION_MONTHS: months,
    Field.EXTENDABLE: yes_or_no,
    Field.EXTENDED: yes_or_no,
    Field.COMPANY_NUMBER: registration,
    Field.CHARITY_NUMBER: registration,
}
_JOINED = frozenset({Field.NOTES, Field.CONTACT})
_NEEDED = frozenset({Field.REFERENCE, Field.TITLE, Field.PROVIDER})


@dataclass(slots=True)
class ReadRow:
    """A row as far as it could be read."""

    source: SourceRow
    said: dict[Field, object] = field(default_factory=dict)
    """What was read, by field: a text, a day, pence, months, yes or no."""
    kept: list[str] = field(default_factory=list)
    """What its cells say that has no field of its own, as lines for the notes."""
    problems: list[CellProblem] = field(default_factory=list)
    providers: tuple[str, ...] = ()

    def text(self, name: Field) -> str:
        """A field's text; empty where it has none."""
        return str(self.said.get(name, ""))

    def day(self, name: Field) -> date | None:
        """A field's day."""
        found = self.said.get(name)
        return found if isinstance(found, date) else None

    @property
    def stops(self) -> CellProblem | None:
        """What keeps it from being taken in, if anything does."""
        return next((each for each in self.problems if each.stops), None)


class SheetReading:
    """Reads the rows of a sheet whose columns are decided."""

    def __init__(
        self, source: Source, columns: Mapping[int, tuple[Column, Suggestion]], choices: Choices, today: date
    ) -> None:
        self.source = source
        self.columns = columns
        self._choices = choices
        self._today = today
        self._fixes: dict[int, dict[int, CellValue]] = {}
        for (sheet, row, column), text in choices.fixes.items():
            if sheet == source.sheet:
                self._fixes.setdefault(row, {})[column] = text
        self._fields = [(number, said.field) for number, (_, said) in columns.items() if said.field]
        self._read: dict[int, dict[str, Said]] = {number: {} for number, _ in self._fields}
        self._units = {number: unit_of(source.headings[number]) for number, name in self._fields if name in MONEY}
        self.days = {number: self._days_of(number) for number, name in self._fields if name in DAYS}
        settle(tuple(self.days.values()))

    def _days_of(self, number: int) -> ColumnDays:
        values = [value for row in self.source.rows.values() if (value := row.get(number)) is not None]
        key = (self.source.sheet, number)
        return column_days(values, self._today, self._choices.orders.get(key), self._choices.swapped.get(key))

    def read(self, number: int) -> ReadRow:
        """A row, field by field."""
        row = ReadRow(SourceRow(self.source.sheet, number, texts_of(self.source, number)))
        held = self._held(number)
        for column, name in self._fields:
            value = held.get(column)
            if value is not None:
                self._take(row, column, name, value)
        return row

    def _held(self, number: int) -> Mapping[int, CellValue]:
        held, fixes = self.source.rows[number], self._fixes.get(number)
        return {**held, **fixes} if fixes else held

    def _take(self, row: ReadRow, column: int, name: Field, value: CellValue) -> None:
        said = self._said_before(column, name, value)
        if said is NOTHING:
            return
        if said.why or said.remark:
            self._note(row, column, name, value, said)
        if said.why:
            row.kept.append(f"{self.source.name(column)}: {one_line(text_of(value))}")
            return
        if name in _JOINED:
            self._join(row, column, name, str(said.value or ""))
        elif said.value is not None:
            row.said[name] = said.value
            self._keep_what_has_no_field(row, column, name, value)
        if name is Field.PROVIDER and said.value:
            row.providers = split_names(str(said.value))

    def _said_before(self, column: int, name: Field, value: CellValue) -> Said:
        """As _said; a text of a column is read once."""
        if not isinstance(value, str):
            return self._said(column, name, value)
        read = self._read[column]
        if value not in read:
            read[value] = self._said(column, name, value)
        return read[value]

    def _said(self, column: int, name: Field, value: CellValue) -> Said:
        if name in DAYS:
            return self.days[column].read(value)
        if is_missing(value):
            return NOTHING
        if name in MONEY:
            return amount_in(value, self._units[column])
        if reader := _READERS.get(name):
            return reader(value)
        if isinstance(value, date) and name in _NEEDED:
            return Said(None, "A spreadsheet made a date of it.", "Enter it as it should be written.")
        text = text_of(value)
        return words(text.strip() if name in (Field.PROVIDER, Field.NOTES) else one_line(text))

    def _join(self, row: ReadRow, column: int, name: Field, text: str) -> None:
        before = row.text(name)
        if text:
            label = f"{self.source.name(column)}: " if name is Field.NOTES else ""
            row.said[name] = (
                f"{before}{'; ' if name is Field.CONTACT else chr(10)}{label}{text}" if before else label + text
            )

    def _keep_what_has_no_field(self, row: ReadRow, column: int, name: Field, value: CellValue) -> None:
        if name in (Field.REVIEW, Field.EXTENDABLE, Field.EXTENDED):
            row.kept.append(f"{self.source.name(column)}: {one_line(text_of(value))}")

    def _note(self, row: ReadRow, column: int, name: Field, value: CellValue, said: Said) -> None:
        stops = bool(said.why) and not said.passes and name not in self._choices.let_go
        row.problems.append(self.problem(row, column, value, said, stops=stops))

    def problem(self, row: ReadRow, column: int, value: CellValue | None, said: Said, *, stops: bool) -> CellProblem:
        """What is wrong with a cell of a row; no column where the row lacks one."""
        sheet, number = row.source.key
        cell = address(number, column) if column else ""
        heading = self.source.name(column) if column else ""
        shown = "" if value is None else text_of(value)
        why = said.why or said.remark
        return CellProblem(sheet, number, column, cell, heading, shown, why, said.todo, stops)

    def column_of(self, name: Field) -> int:
        """The column of a field; 0 where there is none."""
        return next((number for number, each in self._fields if each is name), 0)
