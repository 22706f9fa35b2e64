"""What was understood of a return, figure by figure, each with its cell and a tick to keep it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem

from db.returns.problems import Problem
from db.rules.monitoring import Reading
from desktop.dialogs.grid import Grid
from desktop.fields.field import Field
from desktop.readings import changed_from, figure, where


class ReadingsField(Field):
    """The readings of a return. A tick taken away leaves that figure out."""

    def __init__(self, name: str, words: str, readings: Sequence[Reading], earlier: Sequence[Reading] | None) -> None:
        """`earlier` are the readings of the number before, of the same quarter; None where there is none."""
        self._readings = tuple(readings)
        columns = ("Measure", "Figure", "Cell", *(("Since the earlier return",) if earlier is not None else ()))
        self.grid = Grid(name, words.replace("&", ""), columns, most_rows=10)
        super().__init__(name, words, self.grid, missing="Keep at least one figure, or go back")
        self.grid.fill([[""] * len(columns) for _ in readings])
        for row, reading in enumerate(self._readings):
            self._put_tick(row, reading)
            self.grid.put(row, 1, " ".join(figure(reading).split()))
            self.grid.cell(row, 1).setToolTip(figure(reading))
            self.grid.put(row, 2, where(reading))
            if earlier is not None:
                self.grid.put(row, 3, changed_from(reading, earlier))
        self.grid.widen(*(48, 30, 14, 24)[: len(columns)], stretching=1)
        self.grid.edited.connect(self._touched)

    def is_empty(self) -> bool:
        return all(reading.value is None for reading in self.read())

    def read(self) -> tuple[Reading, ...]:
        """The readings kept."""
        rows = enumerate(self._readings)
        return tuple(reading for row, reading in rows if self.grid.cell(row, 0).checkState() is Qt.CheckState.Checked)

    def leave_out(self, row: int) -> None:
        """Take a reading's tick away."""
        self.grid.cell(row, 0).setCheckState(Qt.CheckState.Unchecked)

    def _put_tick(self, row: int, reading: Reading) -> None:
        item = QTableWidgetItem(reading.measure)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self.grid.setItem(row, 0, item)


def problem_grid(problems: Sequence[Problem]) -> Grid:
    """Problems of a return, each with sheet, cell, what it holds and the rule it breaks."""
    grid = Grid("problems", "Problems", ("Sheet", "Cell", "Holds", "Rule"), most_rows=6)
    grid.fill([["", "", "", ""] for _ in problems])
    for row, problem in enumerate(problems):
        for column, text in enumerate((problem.sheet, problem.cell, problem.value, problem.rule)):
            grid.put(row, column, " ".join(text.split()))
            grid.cell(row, column).setToolTip(problem.sentence)
    grid.widen(14, 8, 28, 52, stretching=3)
    return grid
