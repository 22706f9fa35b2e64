"""A write-only sheet that takes ready cells, used again row after row: faster than letting the library guess.

Reaches into openpyxl by two names that it does not promise (`_values_to_row`, `_add_sheet`); the tests of the register
workbook read every kind of cell back, so a release that changes them is found there.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from openpyxl.cell import Cell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


class ReadyCell(Cell):
    """A cell of a column: its looks and type are set once, its value for every row."""

    __slots__ = ()

    def hold(self, value: Any) -> "ReadyCell":
        """The cell with another value of its type."""
        self._value = value
        return self


class _FastSheet(WriteOnlyWorksheet):
    def _values_to_row(self, values: Iterable[ReadyCell | None], row_idx: int) -> Iterator[ReadyCell]:
        for column, cell in enumerate(values, 1):
            if cell is not None:
                cell.row = row_idx
                cell.column = column
                yield cell


def add_fast_sheet(workbook: "Workbook", name: str) -> Any:
    """A new last sheet of a write-only workbook; every row appended to it is a sequence of ReadyCell or None."""
    sheet = _FastSheet(workbook, name)
    workbook._add_sheet(sheet)  # type: ignore[attr-defined] # noqa: SLF001
    return sheet


def ready_cell(sheet: Any, data_type: str = "n", number_format: str = "General") -> ReadyCell:
    """A cell of a sheet: a number or day ("n"), or text ("s") that is text whatever it begins with."""
    cell = ReadyCell(sheet, 1, 1)
    cell.data_type = data_type
    cell.number_format = number_format
    return cell
