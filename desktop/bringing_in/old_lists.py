"""Below the sheet: cells to look at, rows that wait, contracts that change, new ones, and those no longer listed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from db.incoming.plan import Plan
from db.incoming.plan_parts import CellProblem, ContractChange, Draft, FieldChange, ListedRow, Missing
from desktop.look.palette import Tone
from desktop.look.theme import theme
from desktop.tables.columns import (
    Chip,
    Column,
    chip_column,
    day_column,
    money_column,
    number_column,
    text_column,
    yielding,
)
from desktop.tables.kept_layout import Layouts
from desktop.tables.table_view import TableView


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field of one contract that the file says otherwise."""

    contract: ContractChange
    change: FieldChange

    @property
    def chip(self) -> Chip:
        """Whether it is made."""
        return Chip(Tone.NEUTRAL, "Left as it is") if self.change.why_not else Chip(Tone.DONE, "Taken in")


_PROBLEMS: tuple[Column[CellProblem], ...] = (
    chip_column("Row", lambda row: Chip(Tone.OVERDUE, "Waits") if row.stops else Chip(Tone.SOON, "Look"), width=9),
    yielding(text_column("Sheet", lambda row: row.sheet, width=12), least=8, gives_way=1),
    text_column("Cell", lambda row: row.cell or f"row {row.row}", width=7),
    yielding(text_column("Column", lambda row: row.heading, width=16), least=10),
    yielding(text_column("It says", lambda row: row.value, width=18), least=9),
    yielding(text_column("What is wrong", lambda row: row.why, width=40, stretch=True), least=17),
    yielding(text_column("What to do", lambda row: row.todo, width=30, stretch=True), least=14),
)
_TO_DO: tuple[Column[ListedRow], ...] = (
    yielding(text_column("Sheet", lambda row: row.row.sheet, width=12), least=8),
    number_column("Row", lambda row: row.row.number, width=6),
    yielding(text_column("Why it waits", lambda row: row.reason, width=44), least=30),
    yielding(text_column("What it says", lambda row: _whole(row), width=40, stretch=True), least=24),
)
_CHANGES: tuple[Column[ChangeRow], ...] = (
    yielding(chip_column("Becomes", lambda row: row.chip, width=15), least=14),
    yielding(text_column("Reference", lambda row: row.contract.reference, width=16), least=12),
    yielding(text_column("Field", lambda row: row.change.field.value, width=18), least=10),
    yielding(text_column("In the register", lambda row: row.change.old, width=24), least=13),
    yielding(text_column("In this file", lambda row: row.change.new, width=24), least=13),
    yielding(text_column("Why not", lambda row: row.change.why_not, width=30, stretch=True), least=13),
)
_NEW: tuple[Column[Draft], ...] = (
    yielding(text_column("Reference", lambda row: row.reference, width=12), least=11),
    yielding(text_column("Title", lambda row: row.title, width=20, stretch=True), least=14),
    yielding(text_column("Providers", lambda row: _makers(row), width=24), least=12, gives_way=2),
    yielding(day_column("Starts", lambda row: row.starts_on), least=11, gives_way=3),
    day_column("Ends", lambda row: row.ends_on, width=11),
    yielding(text_column("Options", lambda row: _options(row), width=10), least=9, gives_way=4),
    yielding(money_column("Value", lambda row: row.value), least=9, gives_way=1),
    yielding(money_column("A year", lambda row: row.annual_value), least=9, gives_way=1),
)
_MISSING: tuple[Column[Missing], ...] = (
    yielding(text_column("Reference", lambda row: row.reference, width=20), least=12),
    yielding(text_column("Title", lambda row: row.title, width=40, stretch=True), least=20),
    yielding(text_column("What happens", lambda _row: "Nothing: it stays in the register", width=34), least=32),
)


class OldLists(QTabWidget):
    """Five tables.

    Signals:
        pointed: a row was chosen that stands in a cell: sheet, cell.
        toggled: a change is to be made, or not: the contract's reference in the file, and the field.
    """

    pointed = Signal(str, str)
    toggled = Signal(str, object)

    def __init__(self, layouts: Layouts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("oldLists")
        self.setDocumentMode(True)
        self._spots: dict[TableView, dict[str, tuple[str, str]]] = {}
        self._changes: tuple[ChangeRow, ...] = ()
        self.problems = self._table(_PROBLEMS, "oldProblems", "Cells to look at", layouts)
        self.to_do = self._table(_TO_DO, "oldToDo", "Rows to do", layouts)
        self.changes = self._table(_CHANGES, "oldChanges", "Changes", layouts)
        self.new = self._table(_NEW, "oldNew", "New contracts", layouts)
        self.missing = self._table(_MISSING, "oldMissing", "No longer listed", layouts)
        self.problems.set_empty("No cell needs a look")
        self.to_do.set_empty("Every row is taken in")
        self.changes.set_empty("No contract of the register changes")
        self.new.set_empty("No contract is new")
        self.missing.set_empty("Every contract that came from this register is still in it")
        self.changes.opened.connect(self._toggle)
        self._least()
        theme().changed.connect(self._least)

    def show_plan(self, plan: Plan) -> None:
        """Fill all of them."""
        self._changes = tuple(ChangeRow(each, change) for each in plan.changes for change in each.fields)
        self._fill(0, self.problems, plan.problems, lambda row: (row.sheet, row.cell))
        self._fill(1, self.to_do, plan.listed, lambda row: (row.row.sheet, f"A{row.row.number}"))
        self._fill(2, self.changes, self._changes, lambda row: _first(row.contract.draft))
        self._fill(3, self.new, plan.drafts, _first)
        self._fill(4, self.missing, plan.missing, lambda _row: ("", ""))

    def open_on(self, plan: Plan) -> None:
        """Bring into view what needs the officer most."""
        wanted = (self.problems, plan.problems), (self.changes, plan.changed), (self.new, plan.drafts)
        self.setCurrentWidget(next((table for table, rows in wanted if rows), self.to_do))

    def _table(self, columns: tuple[Column[Any], ...], name: str, words: str, layouts: Layouts) -> TableView:
        made = TableView(columns, name, words, layouts=layouts)
        self.addTab(made, words)
        made.chosen.connect(lambda _ids, table=made: self._point(table))
        return made

    def _fill(self, at: int, table: TableView, rows: Sequence[Any], spot: Callable[[Any], tuple[str, str]]) -> None:
        ids = {id(row): f"{number:06}" for number, row in enumerate(rows)}
        self._spots[table] = {ids[id(row)]: spot(row) for row in rows}
        table.rows.show_rows(rows, lambda row: ids[id(row)])
        self.setTabText(at, f"{table.accessibleName()} {len(rows):,}")

    def _point(self, table: TableView) -> None:
        sheet, cell = self._spots.get(table, {}).get(table.current_id(), ("", ""))
        if sheet and cell and table.isVisible() and table.hasFocus():
            self.pointed.emit(sheet, cell)

    def _toggle(self, row_id: str) -> None:
        row = self._changes[int(row_id)]
        self.toggled.emit(row.contract.draft.reference, row.change.field)

    def _least(self) -> None:
        self.setMinimumHeight(self.fontMetrics().height() * 6)


def _whole(row: ListedRow) -> str:
    return "  ·  ".join(said for _, said in row.row.texts)


def _makers(draft: Draft) -> str:
    return ", ".join(each.name for each in draft.providers)


def _options(draft: Draft) -> str:
    return " + ".join(str(each) for each in draft.options)


def _first(draft: Draft) -> tuple[str, str]:
    row = draft.rows[0]
    return row.sheet, f"A{row.number}"
