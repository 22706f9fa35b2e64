"""Cells to readings: the one way through, taken again whenever an answer changes something."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from db.returns.cells import Cells, CellValue, address
from db.returns.figures import RULES, show_value
from db.returns.problems import Problem
from db.returns.tables.finding import find_tables
from db.returns.tables.numbers import read_number
from db.returns.tables.roles import Roles
from db.returns.tables.table import Table
from db.returns.understanding.asking import Asking
from db.returns.understanding.asking_columns import Unsure, ask_columns
from db.returns.understanding.context import context_of, groups_of
from db.returns.understanding.dating import Dating
from db.returns.understanding.deciding_units import decide_units
from db.returns.understanding.doubts import decide_percent
from db.returns.understanding.hidden import ask_hidden
from db.returns.understanding.known import Known
from db.returns.understanding.meaning import ColumnSuggestion, RowSuggestion
from db.returns.understanding.measuring import Naming
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.shape import shape_changes
from db.returns.understanding.stamped import cell_readings, is_stamped, read_stamped
from db.returns.understanding.table_reading import TableReading
from db.returns.understanding.tasks import Task
from db.returns.understanding.twice import settle_twice
from db.returns.understanding.understood import CellReading, Chosen, Understood
from db.returns.understanding.unlabelled import unlabelled_problems
from db.returns.understanding.values import CellReader
from db.rules.monitoring import Measure, MeasureUnit, ReturnPeriod
from db.rules.refusal import Refusal


def understand(
    cells: Cells,
    asked: Sequence[Measure],
    profile: LayoutProfile | None = None,
    quarter: ReturnPeriod | None = None,
) -> Understood:
    """A return of any layout: tables, suggestions, questions, readings and problems.

    A profile answers what was settled for this layout before; where the shape is another, what changed is told.
    The quarter is the one the ledger waits for, and counts where the file itself names none.
    """
    chosen = Chosen(profile or LayoutProfile(), quarter, before=profile)
    return understand_as(cells, tuple(asked), chosen, find_tables(cells))


def understand_as(cells: Cells, asked: tuple[Measure, ...], chosen: Chosen, tables: tuple[Table, ...]) -> Understood:
    """As understand, with everything that was chosen so far."""
    if is_stamped(cells):
        return _stamped(cells, asked, chosen, tables)
    work = _Work(cells, asked, chosen, tables)
    work.run()
    readings = settle_twice(work.asking, work.readings)
    understood = Understood(
        cells,
        asked,
        chosen,
        tables,
        tuple(work.columns),
        tuple(work.rows),
        work.asking.all(),
        readings,
        tuple(work.problems),
    )
    return shape_changes(understood)


def _stamped(cells: Cells, asked: tuple[Measure, ...], chosen: Chosen, tables: tuple[Table, ...]) -> Understood:
    """Our own blank return: read by its stamp, nothing asked."""
    read = read_stamped(cells)
    readings = tuple(
        each for each in cell_readings(read, asked)
        if (each.sheet, each.cell) not in chosen.excluded
    )  # fmt: skip
    return Understood(cells, asked, chosen, tables, (), (), (), readings, read.problems)


@dataclass(slots=True)
class _Work:
    cells: Cells
    asked: tuple[Measure, ...]
    chosen: Chosen
    tables: tuple[Table, ...]
    asking: Asking = field(init=False)
    unsure: list[Unsure] = field(default_factory=list)
    columns: list[ColumnSuggestion] = field(default_factory=list)
    rows: list[RowSuggestion] = field(default_factory=list)
    readings: list[CellReading] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> None:
        """Read every table that is shown or was chosen to be taken in."""
        self.asking = Asking(Known(self.chosen))
        shown = ask_hidden(self.asking, self.cells, self.tables)
        roles = Roles(self.cells, self.tables, shown)
        naming, dating = Naming(self.asked, self.asking), Dating(self.asking, self.chosen.quarter)
        groups = groups_of(self.tables)
        for table in self.tables:
            if table.sheet in self.cells.hidden_sheets and table.sheet not in shown:
                continue
            context = context_of(table, self.cells, self.tables, self.chosen.quarter)
            group = groups.get((table.sheet, table.number), "")
            self._table(TableReading(
                table, self.cells, roles, self.asking, naming, dating, context, group, self.asked
            ))  # fmt: skip
        ask_columns(self.asking, self.unsure)
        naming.ask_the_rest()

    def _table(self, reading: TableReading) -> None:
        self.unsure += reading.unsure
        tasks = list(reading.tasks())
        decide_units(tasks)
        for each in _percents(tasks, self.cells):
            decide_percent(self.asking, *each)
        reader = CellReader(self.cells, self.asking)
        for task in tasks:
            self._read(reader, task)
        self.columns += reading.suggestions()
        self.rows += reading.row_suggestions
        for row, column, why in reading.troubles:
            self.problems.append(_period_trouble(reading, row.row, column, why))
        self.problems += unlabelled_problems(reading.table.sheet, reading.unlabelled)

    def _read(self, reader: CellReader, task: Task) -> None:
        try:
            outcome = reader.read(task)
        except Refusal as wrong:
            self.problems.append(_breaks_rule(task, str(wrong)))
            return
        if outcome.is_open or outcome.is_left_out or task.days is None:
            return
        measure = task.measure.id if task.measure else None
        self.readings.append(
            CellReading(
                measure,
                task.name,
                task.unit,
                task.kind,
                task.days,
                outcome.value,
                task.sheet,
                task.cell,
                outcome.how,
                task.group,
            )
        )


def _percents(tasks: Sequence[Task], cells: Cells) -> Iterator[tuple[Task, list[Decimal], list[str]]]:
    """By column, its bare numbers that are percentages."""
    found: dict[str, list[tuple[Task, Decimal]]] = defaultdict(list)
    for task in tasks:
        if task.unit is MeasureUnit.PERCENT and (task.sheet, task.cell) not in cells.percent:
            number = _bare(task.value)
            if number is not None:
                found[task.use.key].append((task, number))
    for several in found.values():
        yield several[0][0], [number for _, number in several], [task.cell for task, _ in several]


def _bare(value: CellValue | None) -> Decimal | None:
    """A number without a percent sign, held as a number or as text."""
    if isinstance(value, str):
        written = read_number(value)
        return written.value if written and not written.is_percent else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(f"{value:.15g}")


def _breaks_rule(task: Task, wrong: str) -> Problem:
    rule, said = RULES[task.unit], "" if task.value is None else show_value(task.value)
    sentence = f"Sheet “{task.sheet}”, cell {task.cell}, {task.name}, holds “{said}”. {wrong} {rule}"
    return Problem(task.sheet, task.cell, said, rule, sentence)


def _period_trouble(reading: TableReading, row: int, column: int, why: str) -> Problem:
    sheet, cell = reading.table.sheet, address(row, column)
    value = reading.held.get((row, column))
    said = "" if value is None else show_value(value)
    rule = "A period is a quarter, a month or a date."
    return Problem(sheet, cell, said, rule, f"Sheet “{sheet}”, cell {cell}, holds “{said}”. {why} {rule}")
