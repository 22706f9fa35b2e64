"""The one role of every cell that holds something."""

from collections import defaultdict
from collections.abc import Iterable

from db.returns.cells import Cells, CellValue
from db.returns.tables.look import is_note
from db.returns.tables.table import Role, Table
from db.returns.tables.words import fold


class Roles:
    """What each cell of a workbook is for."""

    def __init__(self, cells: Cells, tables: Iterable[Table], shown: frozenset[str] = frozenset()) -> None:
        """Of hidden parts, those named in shown ("Sheet", "Sheet!rows", "Sheet!columns") are told as if not hidden."""
        self._cells = cells
        self._shown = shown
        self._rows: dict[tuple[str, int], list[tuple[Table, Role]]] = defaultdict(list)
        self._titles: set[tuple[str, int]] = set()
        for table in tables:
            self._take_in(table)

    def _take_in(self, table: Table) -> None:
        for row in table.header_rows:
            self._rows[table.sheet, row].append((table, Role.HEADER))
        for row, role in table.rows.items():
            self._rows[table.sheet, row].append((table, role))
        self._titles.update((table.sheet, title.row) for title in table.titles)

    def at(self, sheet: str, row: int, column: int) -> Role | None:
        """The role of a cell; None where it is blank."""
        value = self._cells.sheets.get(sheet, {}).get((row, column))
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if self.is_hidden(sheet, row, column):
            return Role.HIDDEN
        for table, role in self._rows.get((sheet, row), ()):
            if column in table.column_numbers or role is Role.HEADER:
                return role
        return self._beside(sheet, row, value)

    def _beside(self, sheet: str, row: int, value: CellValue) -> Role:
        if (sheet, row) in self._rows:
            return Role.NOTE if isinstance(value, str) else Role.OUTSIDE
        if isinstance(value, str) and is_note(fold(value)):
            return Role.NOTE
        if (sheet, row) in self._titles:
            return Role.TITLE
        return Role.NOTE if isinstance(value, str) else Role.OUTSIDE

    def is_hidden(self, sheet: str, row: int, column: int) -> bool:
        """Whether a cell is on a hidden sheet, row or column that was not asked to be shown."""
        cells, shown = self._cells, self._shown
        return (
            (sheet in cells.hidden_sheets and sheet not in shown)
            or (row in cells.hidden_rows.get(sheet, ()) and f"{sheet}!rows" not in shown)
            or (column in cells.hidden_columns.get(sheet, ()) and f"{sheet}!columns" not in shown)
        )
