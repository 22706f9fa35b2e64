"""What is selected in a table: which rows, how much money, which cells."""

from collections.abc import Callable

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
        return tuple(row_id for place in self.places() if (row_id := self._rows.id_at(place)))

    def pence(self) -> int | None:
        """The selected amounts added up; None when no amount is selected."""
        amounts = self.amounts()
        return sum(amounts) if amounts else None

    def amounts(self) -> list[int]:
        """The selected amounts, in pence; those of hidden columns are not among them."""
        return [
            amount
            for part in self._parts()
            for column in range(part.left(), part.right() + 1)
            if self._rows.columns[column].sums and not self._titles.isSectionHidden(column)
            for row in range(part.top(), part.bottom() + 1)
            if (amount := self._rows.amount_at(row, column)) is not None
        ]

    def shown_columns(self) -> list[int]:
        """The columns with anything selected that are not hidden, as they stand."""
        return self._columns()

    def cells(self, *, headed: bool) -> list[list[str]]:
        """The selected block as text for a spreadsheet, columns as they stand; what is not selected in it is blank."""
        columns = self._columns()
        body = self._block(columns, self._rows.copied_at)
        return [[self._rows.columns[column].title for column in columns], *body] if headed and body else body

    def own_cells(self) -> list[list[str]]:
        """The same block in the words of our own tables, without headings."""
        return self._block(self._columns(), self._rows.own_at)

    def _block(self, columns: list[int], said: Callable[[int, int], str]) -> list[list[str]]:
        chosen, rows = self._choice.isSelected, self._rows
        return [[said(row, at) if chosen(rows.index(row, at)) else "" for at in columns] for row in self.places()]

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self._choice.selection()
        return [selection.at(number) for number in range(selection.size())]

    def _columns(self) -> list[int]:
        used = {column for part in self._parts() for column in range(part.left(), part.right() + 1)}
        return sorted((at for at in used if not self._titles.isSectionHidden(at)), key=self._titles.visualIndex)
