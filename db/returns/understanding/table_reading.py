"""The cells of one table that are to be read, with their measure, kind, unit and days."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from db.returns.cells import Cells, address
from db.returns.tables.days import DateOrder, order_of
from db.returns.tables.periods import PeriodWords, left_open
from db.returns.tables.roles import Roles
from db.returns.tables.sheet import is_blank
from db.returns.tables.table import Table
from db.returns.tables.words import fold
from db.returns.understanding.asking import Asking
from db.returns.understanding.asking_columns import Unsure
from db.returns.understanding.column_seen import names_period
from db.returns.understanding.columns import ColumnUse, columns_of
from db.returns.understanding.context import Context
from db.returns.understanding.dating import Dating
from db.returns.understanding.doubts import date_order, days_in, scale_said
from db.returns.understanding.known import label_key, table_key
from db.returns.understanding.labels import kind_said, match_measure
from db.returns.understanding.meaning import ColumnSuggestion, Meaning, RowSuggestion
from db.returns.understanding.measuring import Named, Naming
from db.returns.understanding.rows import RowReader, RowUse
from db.returns.understanding.tasks import Task, unit_of
from db.returns.understanding.unlabelled import Unlabelled
from db.rules.dates import Period
from db.rules.monitoring import Measure, MeasureUnit

_BLANK_COUNTS = (Meaning.VALUE, Meaning.SPEND)
"""A blank under these was not returned; a blank target or comment says nothing."""
_ABOUT_THE_FORM = (Meaning.PROVIDER, Meaning.CONTRACT, Meaning.PERIOD)


class TableReading:
    """One table on its way from cells to tasks."""

    def __init__(
        self, table: Table, cells: Cells, roles: Roles, asking: Asking, naming: Naming, dating: Dating,
        context: Context, group: str, asked: Sequence[Measure],
    ) -> None:  # fmt: skip
        self.table, self.cells, self.roles = table, cells, roles
        self.asking, self.naming, self.dating = asking, naming, dating
        self.context, self.group, self.asked = context, group, asked
        self.held = cells.sheets[table.sheet]
        self.uses = columns_of(table, cells, asking.known, asked)
        self.unsure: list[Unsure] = []
        self.reading_uses = [use for use in self.uses if use.meaning.gives_readings and self._is_settled(use)]
        self.filled = {use.column.number for use in self.reading_uses if use.content.count}
        self.rows = RowReader(table, cells, self.uses, self._orders()).rows()
        self._letters = {use.column.number: address(1, use.column.number)[:-1] for use in self.uses}
        self._days: dict[tuple[int, int], Period | None] = {}
        self._labels = Counter(row.label for row in self.rows if row.label_row == row.row)
        self._given = {
            (use.column.number, row.kind)
            for row in self.rows
            if row.kind
            for use in self.reading_uses
            if not is_blank(self.held.get((row.row, use.column.number)))
        }
        """Columns in which some row of a kind is filled in: a target given ahead makes no later quarter returned."""
        self._title = self._title_measure()
        self._titles = tuple(title.text for title in reversed(table.titles))
        self._leaves = Counter(_leaf(use) for use in self.reading_uses)
        self._columns = {use.column.number: self._column_named(use) for use in self.reading_uses}
        self.row_suggestions: list[RowSuggestion] = []
        self.troubles: list[tuple[RowUse, int, str]] = []
        self.unlabelled: list[Unlabelled] = []

    def tasks(self) -> Iterator[Task]:
        """Every cell that gives a reading, row by row."""
        for place, row in enumerate(self.rows):
            if self._is_out(row):
                continue
            uses = [use for use in self.reading_uses if self._is_to_read(row, use)]
            if not uses:
                continue
            if row.trouble and self._is_blank(row, uses):
                continue
            if row.trouble:
                self.troubles.append((row, *row.trouble))
                continue
            named = self._row_named(row, uses)
            if named is None:
                self._tell_unlabelled(place, row, uses)
            yield from self._row_tasks(row, uses, named)

    def suggestions(self) -> Iterator[ColumnSuggestion]:
        """What each column is taken to mean."""
        for use in self.uses:
            place: tuple[str, list[str]] = (self.table.sheet, [])
            days = self.dating.days(use.words, PeriodWords(), self.context, place) if use.words.says_something else None
            measure = use.measure
            named = self._columns.get(use.column.number)
            if named and named.measure:
                measure = named.measure.id
            yield ColumnSuggestion(
                self.table.sheet, self.table.number, use.column.number, use.name, use.key, use.meaning, measure,
                days, use.evidence, use.sure, use.measure, table_key(self.table),
            )  # fmt: skip

    def _tell_unlabelled(self, place: int, row: RowUse, uses: Sequence[ColumnUse]) -> None:
        """Keep a row whose figures neither it nor their columns name."""
        bare = [use.column.number for use in uses if self._columns[use.column.number] is None]
        filled = [number for number in bare if not is_blank(self.held.get((row.row, number)))]
        if filled:
            cell = f"{self._letters[filled[0]]}{row.row}"
            self.unlabelled.append(Unlabelled(place, row.row, cell, len(filled)))

    def _days_of(self, row: RowUse, use: ColumnUse, cell: str) -> Period | None:
        key = (use.column.number, id(row.words))
        if key not in self._days or self._days[key] is None:
            self._days[key] = self.dating.days(use.words, row.words, self.context, (self.table.sheet, [cell]))
        return self._days[key]

    def _indented(self, row: RowUse) -> str:
        """The heading within the table that a row stands under, where it tells the same label from another."""
        return self.table.indent.get(row.row, "") if self._labels[row.label] > 1 else ""

    def _is_out(self, row: RowUse) -> bool:
        return bool(row.label) and label_key(row.label) in self.asking.known.exclusions

    def _is_to_read(self, row: RowUse, use: ColumnUse) -> bool:
        """Whether a cell is in force: not hidden, not excluded, and in a column that is filled in at all."""
        number = use.column.number
        if number not in self.filled or self.roles.is_hidden(self.table.sheet, row.row, number):
            return False
        excluded = self.asking.known.chosen.excluded
        if (
            excluded
            and {(self.table.sheet, f"{self._letters[number]}{row.row}"), (self.table.sheet, str(row.row))} & excluded
        ):
            return False
        if not is_blank(self.held.get((row.row, number))):
            return True
        return use.meaning in _BLANK_COUNTS and (row.kind is None or (number, row.kind) in self._given)

    def _is_settled(self, use: ColumnUse) -> bool:
        """Whether a column's meaning is sure or was answered; else it is asked."""
        if use.sure or not use.content.count:
            return True
        self.unsure.append(Unsure(self.table, use))
        return False

    def _orders(self) -> dict[int, DateOrder | None]:
        orders: dict[int, DateOrder | None] = {}
        for use in self.uses:
            if use.meaning is Meaning.PERIOD:
                number = use.column.number
                seen = order_of(days_in(self.held.get((row, number)) for row in self.table.data_rows))
                place = (self.table.sheet, [address(row, number) for row in self.table.data_rows[:20]])
                orders[number] = date_order(self.asking, place, use.key, seen)
        return orders

    def _title_measure(self) -> Measure | None:
        for title in reversed(self.table.titles):
            match = match_measure(title.text.rsplit(":", 1)[-1], self.asked)
            if match.is_sure:
                return match.measure
        match = match_measure(self.table.sheet, self.asked)
        return match.measure if match.is_sure else None

    def _column_named(self, use: ColumnUse) -> Named | None:
        """The measure a column's own heading names, where rows name none."""
        measure = self.naming.by_id(use.measure)
        if measure:
            return Named(measure, measure.name, use.evidence)
        if use.measure is not None or any(each.meaning is Meaning.MEASURE for each in self.uses):
            return None
        if self._title and use.meaning not in (Meaning.SPEND, Meaning.COMMENT, Meaning.NARRATIVE):
            return Named(self._title, self._title.name, "The title above the table names it.")
        return self._by_heading(use)

    def _by_heading(self, use: ColumnUse) -> Named | None:
        own = _own_headings(use)
        if use.meaning in (Meaning.COMMENT, Meaning.NARRATIVE, Meaning.SPEND):
            return Named(None, use.name or use.meaning.value.capitalize(), "Its heading names it.")
        places = use.column.heading_places
        cells = [address(*places[-1])] if places else []
        if own:
            said = " – ".join(own) if self._leaves[_leaf(use)] > 1 else own[-1]
            return self.naming.named(said, self.table.sheet, cells)
        return self.naming.named(use.name or use.key, self.table.sheet, cells)

    def _row_named(self, row: RowUse, uses: Sequence[ColumnUse]) -> Named | None:
        if not row.label:
            return None
        sheet, cell = self.table.sheet, address(row.label_row, row.label_column)
        if self._is_blank(row, uses) and not self._is_measure(row.label):
            return Named(None, row.label, "It stands by itself, with nothing beside it.", is_left_out=True)
        if not self.table.header_rows and kind_said(row.label) in _ABOUT_THE_FORM:
            return Named(None, row.label, "It says what the form is about.", is_left_out=True)
        named = self.naming.named(row.label, sheet, [cell])
        measure = named.measure.id if named.measure else None
        self.row_suggestions.append(
            RowSuggestion(
                sheet, self.table.number, row.row, row.label, measure, None, named.evidence, not named.is_open
            )
        )
        return named

    def _is_blank(self, row: RowUse, uses: Sequence[ColumnUse]) -> bool:
        return all(is_blank(self.held.get((row.row, use.column.number))) for use in uses)

    def _part(self, use: ColumnUse, named: Named) -> str:
        """The part of the measure that a column's heading names; none where the heading names the measure itself."""
        by_title = self._title is not None and named.measure is self._title
        return use.group if by_title or named is not self._columns[use.column.number] else ""

    def _is_measure(self, said: str) -> bool:
        return match_measure(said, self.asked).is_sure or self.asking.known.knows_measure(said)

    def _row_tasks(self, row: RowUse, uses: Sequence[ColumnUse], named: Named | None) -> Iterator[Task]:
        for use in uses:
            chosen = self._columns[use.column.number] or named
            if chosen is None or not chosen.gives_readings:
                continue
            yield self._task(row, use, chosen)

    def _task(self, row: RowUse, use: ColumnUse, named: Named) -> Task:
        sheet, number = self.table.sheet, use.column.number
        value = self.held.get((row.row, number))
        kind = row.kind if row.kind and use.meaning is Meaning.VALUE else use.meaning
        cell = f"{self._letters[number]}{row.row}"
        unit = unit_of(kind, named.measure, f"{row.unit} {use.name}", value, (sheet, cell) in self.cells.percent)
        days = self._days_of(row, use, cell)
        group = " – ".join(
            each for each in (self.group, self._indented(row), row.group, self._part(use, named)) if each
        )
        scale = scale_said(use.name, row.unit, row.label, self._titles if unit is MeasureUnit.POUNDS else ())
        return Task(sheet, row.row, cell, value, use, named.measure, named.name, kind, unit, days, group, scale)


def _own_headings(use: ColumnUse) -> list[str]:
    """The headings of a column that name neither a kind of figure nor a period."""
    return [each for each in use.column.headings if kind_said(each) is None and not _only_period(each)]


def _leaf(use: ColumnUse) -> tuple[str, PeriodWords]:
    """What a column is called by its lowest heading, and for which period: two of one name are told apart above it."""
    own = _own_headings(use)
    return (fold(own[-1]) if own else "", use.words)


def _only_period(text: str) -> bool:
    return names_period(text) and not re.sub(r"[\d-]{10}|\{period\}", "", left_open(text)).strip(" -–:()")
