"""One sheet as it is: how far it goes, how wide its columns are, what is merged and hidden. No Qt here."""

from itertools import islice

from db.returns.cells import Cells, Merged, address
from db.returns.figures import show_value
from db.returns.row_cells import reach

_NARROWEST, _WIDEST = 7, 34
_LOOKED_AT = 2_000
_FEWEST = (12, 6)
"""Rows and columns shown of a sheet that holds less."""


class SheetShape:
    """Answers what a painter asks of a sheet."""

    def __init__(self, cells: Cells, sheet: str) -> None:
        self.cells, self.sheet = cells, sheet
        self.held = cells.sheets.get(sheet, {})
        self.blocks = cells.merged.get(sheet, ())
        self.hidden_rows = cells.hidden_rows.get(sheet, frozenset())
        self.hidden_columns = cells.hidden_columns.get(sheet, frozenset())
        self.is_hidden = sheet in cells.hidden_sheets
        ends = [(1, 1), reach(self.held), *((each.first_row, each.first_column) for each in self.blocks)]
        self.last_row, self.last_column = map(max, zip(*ends, strict=True))
        self.rows = max(self.last_row + 1, _FEWEST[0])
        self.columns = max(self.last_column + 1, _FEWEST[1])
        self.widths = self._widths()

    def text_at(self, row: int, column: int) -> str:
        """What a cell shows, on one line; a share as a percentage, as it is shown in its own program."""
        value = self.held.get((row, column))
        if value is None:
            return ""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and (self.sheet, address(row, column)) in self.cells.percent:
            return f"{float(str(value)) * 100:.6g}%"
        return " ".join(show_value(value).split()) if isinstance(value, str) else show_value(value)

    def is_number(self, row: int, column: int) -> bool:
        """Whether a cell holds a number, which stands at the right."""
        value = self.held.get((row, column))
        return isinstance(value, int | float) and not isinstance(value, bool)

    def blocks_within(self, top: int, left: int, bottom: int, right: int) -> list[Merged]:
        """The merged blocks that reach into a part of the sheet."""
        return [
            each
            for each in self.blocks
            if each.first_row <= bottom
            and each.last_row >= top
            and each.first_column <= right
            and each.last_column >= left
        ]

    def runs_to(self, row: int, column: int, last: int) -> int:
        """The last column into which a cell's words may run on, over blank cells; none where cells are merged."""
        end = column
        while end < last and (row, end + 1) not in self.held and not self._is_merged(row, end + 1):
            end += 1
        return end

    def _is_merged(self, row: int, column: int) -> bool:
        return any(each.holds(row, column) for each in self.blocks)

    def lies_hidden(self, row: int, column: int) -> bool:
        """Whether a cell cannot be seen in the file's own program."""
        return self.is_hidden or row in self.hidden_rows or column in self.hidden_columns

    def _wanted(self, row: int, column: int) -> int:
        wanted = min(len(self.text_at(row, column)) + 3, _WIDEST)
        runs_on = wanted > _WIDEST // 2 and (row, column + 1) not in self.held and self._stands_alone(row, column)
        return _NARROWEST if runs_on else wanted

    def _stands_alone(self, row: int, column: int) -> bool:
        """Whether a cell has nothing beside it, as a title has."""
        return not any((row, near) in self.held for near in (column - 1, column + 1, column + 2))

    def _widths(self) -> tuple[int, ...]:
        """Of each column, in characters, by what its first cells hold; a cell that runs on beside counts little."""
        widest = dict.fromkeys(range(1, self.columns + 1), _NARROWEST)
        spread = {(each.first_row, each.first_column) for each in self.blocks}
        for row, column in islice(self.held, _LOOKED_AT):
            if (row, column) not in spread and column in widest:
                widest[column] = max(widest[column], self._wanted(row, column))
        return tuple(widest[column] for column in range(1, self.columns + 1))
