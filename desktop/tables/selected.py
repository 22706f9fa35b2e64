"""What is selected in a table: which rows, how much money, which cells."""

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QHeaderView

from desktop.tables.row_model import RowModel


class Selected:
    """Reads a table's selection; changes nothing."""

    def __init__(self, rows: RowModel, choice: QItemSelectionModel, titles: QHeaderView) -> None:
        self._rows = rows
        self._choice = choice
        self._titles = titles

    def places(self) -> list[int]:
        """The places of the rows with anything selected, in the order shown."""
        return sorted({row for part in self._parts() for row in range(part.top(), part.bottom() + 1)})

    def ids(self) -> tuple[str, ...]:
        """The ids of those rows."""
        return tuple(self._rows.id_at(place) for place in self.places())

    def pence(self) -> int | None:
        """The selected amounts added up; None when no amount is selected."""
        amounts = [
            amount
            for part in self._parts()
            for column in range(part.left(), part.right() + 1)
            if self._rows.columns[column].sums
            for row in range(part.top(), part.bottom() + 1)
            if (amount := self._rows.amount_at(row, column)) is not None
        ]
        return sum(amounts) if amounts else None

    def cells(self, *, headed: bool) -> list[list[str]]:
        """The selected block as text for a spreadsheet, columns as they stand; what is not selected in it is blank."""
        columns = self._columns()
        body = [[self._copied(row, column) for column in columns] for row in self.places()]
        return [[self._rows.columns[column].title for column in columns], *body] if headed and body else body

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self._choice.selection()
        return [selection.at(number) for number in range(selection.size())]

    def _columns(self) -> list[int]:
        used = {column for part in self._parts() for column in range(part.left(), part.right() + 1)}
        return sorted((at for at in used if not self._titles.isSectionHidden(at)), key=self._titles.visualIndex)

    def _copied(self, row: int, at: int) -> str:
        if not self._choice.isSelected(self._rows.index(row, at)):
            return ""
        column = self._rows.columns[at]
        return column.copied(self._rows.row_at(row)) if column.copied else self._rows.texts_at(row)[at]
