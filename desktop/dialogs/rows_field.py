"""A field of several lines, each of the same few cells: options, effects, measures. Lines are added and taken away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.fields.field import Field
from desktop.look.parts import button, icon_button, label

Cell = QLineEdit | QComboBox
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """One cell of every line: its heading, how wide it is, and the choices where it is chosen rather than typed."""

    title: str
    characters: int
    choices: Sequence[tuple[Any, str]] = ()
    stretches: bool = False


class RowsField(Field):
    """Lines of cells. An all-empty line says nothing."""

    def __init__(
        self,
        name: str,
        words: str,
        cells: Sequence[Cells],
        rows: Sequence[Row] = (),
        *,
        line: str,
        helped: str = "",
        missing: str = "",
        blank: int = 1,
    ) -> None:
        """`line` names one line, such as "option". With no rows, `blank` empty ones are there to fill in."""
        self._cells = tuple(cells)
        self._line_word = line
        self._lines: list[tuple[list[Cell], QToolButton]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._name = name
        self._add = button(f"Add another {line}", f"{name}Add", icon="add", role="link")
        self._add.setAutoDefault(False)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        super().__init__(name, words, holder, helped=helped, missing=missing)
        self._head()
        self._add.clicked.connect(self._add_and_enter)
        self.write(rows or [self._empty_row()] * blank)
        self._say_numbers()

    def write(self, rows: Sequence[Row]) -> None:
        """Put these lines there and no others."""
        while self._lines:
            self._drop(0)
        for row in rows:
            self._append(row)

    def read(self) -> tuple[Row, ...]:
        """The lines that say something, each a value a cell: a text, or what was chosen (None while nothing is)."""
        rows = (tuple(map(_value, self._cells, cells)) for cells, _ in self._lines)
        return tuple(row for row in rows if any(value not in ("", None) for value in row))

    def is_empty(self) -> bool:
        return not self.read()

    def focus(self) -> None:
        first = self._lines[0][0][0] if self._lines else self._add
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place."""
        return self._lines[row][0][column]

    def _head(self) -> None:
        self._heads = [label(cells.title, "quiet") for cells in self._cells]
        for at, cells in enumerate(self._cells):
            self._grid.addWidget(self._heads[at], 0, at)
            self._grid.setColumnStretch(at, cells.characters)
        if not any(cells.stretches for cells in self._cells):
            self._grid.setColumnStretch(len(self._cells) + 1, 1)

    def _empty_row(self) -> Row:
        return tuple(None if cells.choices else "" for cells in self._cells)

    def _append(self, row: Row) -> None:
        number = len(self._lines) + 1
        made = [self._make(cells, value, number) for cells, value in zip(self._cells, row, strict=True)]
        remove = icon_button("close", f"Remove {self._line_word} {number}", f"{self._name}Remove{number}")
        remove.clicked.connect(lambda: self._remove(remove))
        self._lines.append((made, remove))
        for at, cell in enumerate((*made, remove)):
            self._grid.addWidget(cell, self._grid.rowCount() if at == 0 else self._grid.rowCount() - 1, at)
        self._say_numbers()
        self._touched()

    def _make(self, cells: Cells, value: Any, number: int) -> Cell:
        made: Cell
        if cells.choices:
            made = QComboBox()
            made.addItems(["", *(shown for _, shown in cells.choices)])
            values = [chosen for chosen, _ in cells.choices]
            made.setCurrentIndex(values.index(value) + 1 if value in values else 0)
            made.currentIndexChanged.connect(self._touched)
        else:
            made = QLineEdit(str(value or ""))
            made.setCursorPosition(0)
            made.textChanged.connect(self._touched)
        made.setObjectName(f"{self._name}{cells.title.replace(' ', '')}{number}")
        return self._sized(made, cells)

    def _sized(self, made: Cell, cells: Cells) -> Cell:
        metrics = self.fontMetrics()
        width = cells.characters * metrics.averageCharWidth() + 2 * metrics.height()
        made.setMinimumWidth(width if cells.choices and cells.characters <= 20 else width // 3)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not cells.stretches:
            made.setMaximumWidth(width)
        return made

    def _add_and_enter(self) -> None:
        self._append(self._empty_row())
        self._lines[-1][0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, pressed: QToolButton) -> None:
        at = next(number for number, (_, remove) in enumerate(self._lines) if remove is pressed)
        self._drop(at)
        self._say_numbers()
        self._touched()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, at: int) -> None:
        cells, remove = self._lines.pop(at)
        for widget in (*cells, remove):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _say_numbers(self) -> None:
        for head in self._heads:
            head.setVisible(bool(self._lines) and len(self._cells) > 1)
        for number, (cells, remove) in enumerate(self._lines, 1):
            for spec, cell in zip(self._cells, cells, strict=True):
                cell.setAccessibleName(f"{spec.title}, {self._line_word} {number}")
            remove.setAccessibleName(f"Remove {self._line_word} {number}")
            remove.setToolTip(f"Remove {self._line_word} {number}")

    def _touched(self) -> None:
        if hasattr(self, "_problem"):
            super()._touched()


def _value(cells: Cells, cell: Cell) -> Any:
    """Chosen by its place: on its way through Qt an enum of texts would come back as a mere text."""
    if isinstance(cell, QLineEdit):
        return cell.text().strip()
    return cells.choices[cell.currentIndex() - 1][0] if cell.currentIndex() > 0 else None
