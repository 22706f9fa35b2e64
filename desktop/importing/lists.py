"""Below the sheet: problems, the figures that will be kept, and what changed since the version in the register."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from db.returns.problems import Problem
from db.rules.changed_figures import ChangedFigure
from db.rules.monitoring import Reading
from desktop.look.theme import theme
from desktop.readings import count_of_figures, figure
from desktop.session import Session
from desktop.tables.columns import Column, text_column, yielding
from desktop.tables.table_view import TableView

_PROBLEMS: tuple[Column[Problem], ...] = (
    yielding(text_column("Sheet", lambda row: row.sheet, width=16), least=9),
    text_column("Cell", lambda row: row.cell, width=7),
    yielding(text_column("It says", lambda row: row.value, width=22), least=12),
    yielding(text_column("What is wrong", lambda row: _wrong(row), width=50, stretch=True), least=24),
)
_READINGS: tuple[Column[Reading], ...] = (
    yielding(text_column("Measure", lambda row: row.measure, width=30, stretch=True), least=18),
    yielding(text_column("Kind", lambda row: "" if row.kind == "value" else row.kind, width=11), least=9),
    yielding(text_column("Part", lambda row: row.part, width=12), least=9),
    yielding(text_column("Figure", figure, width=14), least=11),
    yielding(text_column("Sheet", lambda row: row.sheet, width=14), least=9),
    text_column("Cell", lambda row: row.cell, width=7),
    yielding(text_column("How it was read", lambda row: row.how, width=24), least=12, gives_way=1),
)
_CHANGES: tuple[Column[ChangedFigure], ...] = (
    yielding(text_column("Measure", lambda row: row.measure, width=34, stretch=True), least=18),
    yielding(text_column("In the register", lambda row: _said(row.before), width=22), least=14),
    yielding(text_column("In this file", lambda row: _said(row.after), width=22), least=14),
    yielding(text_column("Sheet", lambda row: _changed_at(row)[0], width=14), least=9),
    text_column("Cell", lambda row: _changed_at(row)[1], width=7),
)


class Lists(QTabWidget):
    """Three tables; a row chosen shows its cell."""

    pointed = Signal(str, str)
    """A row was chosen: its sheet and cell."""

    def __init__(self, layouts: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importLists")
        self.setDocumentMode(True)
        for part in (self, self.tabBar()):
            part.setAccessibleName("What was found in the file")
        self._spots: dict[TableView, dict[str, tuple[str, str]]] = {}
        self.problems = self._table(_PROBLEMS, "importProblems", "Problems", layouts)
        self.readings = self._table(_READINGS, "importReadings", "Figures to keep", layouts)
        self.changes = self._table(_CHANGES, "importChanges", "Changed figures", layouts)
        self.problems.set_empty("No cell breaks a rule")
        self.readings.set_empty("Nothing was read for this quarter")
        self._least()
        theme().changed.connect(self._least)
        self.changes.set_empty("This quarter is not in the register yet, or every figure is the same")

    def show_file(
        self, problems: Sequence[Problem], readings: Sequence[Reading], changes: Sequence[ChangedFigure]
    ) -> None:
        """Fill all three."""
        self._fill(self.problems, problems, lambda row: (row.sheet, row.cell))
        self._fill(self.readings, readings, lambda row: (row.sheet, row.cell))
        self._fill(self.changes, changes, _changed_at)
        told = (f"Problems {len(problems):,}", _to_keep(readings), f"Changed figures {len(changes):,}")
        for at, words in enumerate(told):
            self.setTabText(at, words)

    def open_on(self, *, problems: bool) -> None:
        """Show the problems where there are any, else the figures."""
        self.setCurrentWidget(self.problems if problems else self.readings)

    def _least(self) -> None:
        self.setMinimumHeight(self.fontMetrics().height() * 6)

    def _table(self, columns: tuple[Column[Any], ...], name: str, words: str, layouts: Session) -> TableView:
        made = TableView(columns, name, words, layouts=layouts)
        self.addTab(made, words)
        made.chosen.connect(lambda _ids, table=made: self._point(table))
        made.opened.connect(lambda _id, table=made: self._point(table))
        return made

    def _fill(self, table: TableView, rows: Sequence[Any], spot: Callable[[Any], tuple[str, str]]) -> None:
        ids = {id(row): f"{number:06}" for number, row in enumerate(rows)}
        self._spots[table] = {}
        table.rows.show_rows(rows, lambda row: ids[id(row)])
        self._spots[table] = {ids[id(row)]: spot(row) for row in rows}

    def _point(self, table: TableView) -> None:
        found = self._spots.get(table, {}).get(table.current_id())
        if found and table.isVisible() and table.hasFocus():
            self.pointed.emit(*found)


def _to_keep(readings: Sequence[Reading]) -> str:
    """How many figures are kept, as Accept says it, and how many cells say that there is none."""
    count = count_of_figures(readings)
    blank = len(readings) - count
    return f"Figures to keep {count:,}" + (f", not returned {blank:,}" if blank else "")


def _wrong(problem: Problem) -> str:
    return problem.sentence.partition(f"“{problem.value}”. ")[2] or problem.sentence


def _said(reading: Reading | None) -> str:
    return figure(reading) if reading else "not there"


def _changed_at(change: ChangedFigure) -> tuple[str, str]:
    found = change.after or change.before
    return (found.sheet, found.cell) if found else ("", "")
