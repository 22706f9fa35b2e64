"""A workbook's cells as plain values, each at its address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

CellValue = str | int | float | bool | date
"""What a cell holds. A day is a date; a moment with a time of day is a datetime; an error is its text, as #REF!."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


Spot = tuple[str, str]
"""A sheet's name and an address, such as C7."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A block of cells shown as one, by rows and columns from 1, both ends within it.

    What is shown is the first cell's value. A value in another cell of the block is kept but not shown.
    """

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def address(self) -> str:
        """The block as people write it, such as B2:D2."""
        return f"{address(self.first_row, self.first_column)}:{address(self.last_row, self.last_column)}"

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in the block."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True, slots=True)
class Cells:
    """What a file of cells holds: a workbook, or one sheet of separated text. A cell that is not here is blank."""

    file_name: str
    file_sha256: str
    sheets: Mapping[str, Mapping[tuple[int, int], CellValue]]
    """By sheet name, then by row and column, both from 1."""
    percent: frozenset[tuple[str, str]] = frozenset()
    """Cells shown as a percentage, by sheet and address: what they hold is of one, not of a hundred."""
    uncalculated: frozenset[tuple[str, str]] = frozenset()
    """Formulas saved without their result, by sheet and address."""
    notes: tuple[str, ...] = ()
    """What an officer should know of how the file was read, as sentences."""
    kind: str = "xlsx"
    """What the file is by its content: xlsx, csv, ods, xls, xlsb, html or xml."""
    merged: Mapping[str, tuple[Merged, ...]] = field(default_factory=dict)
    """By sheet; a sheet without merged cells may be missing, as in the next two."""
    hidden_rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    hidden_columns: Mapping[str, frozenset[int]] = field(default_factory=dict)
    hidden_sheets: frozenset[str] = frozenset()
    comments: Mapping[Spot, str] = field(default_factory=dict)
    """What was written beside a cell."""
    formats: Mapping[Spot, str] = field(default_factory=dict)
    """The number format of every number that does not show what the cell holds, such as in thousands or hidden."""
    errors: frozenset[Spot] = frozenset()
    """Cells whose formula failed; their value is the error's text, as #REF!."""

    def at(self, sheet: str, address: str) -> CellValue | None:
        """The value at an address such as C7, or None when blank or when there is no such sheet."""
        return self.sheets.get(sheet, _NO_CELLS).get(place(address))

    def text_at(self, sheet: str, address: str) -> str:
        """The value at an address as trimmed text; empty when blank."""
        value = self.at(sheet, address)
        return "" if value is None else str(value).strip()


_NO_CELLS: Mapping[tuple[int, int], CellValue] = MappingProxyType({})


def address(row: int, column: int) -> str:
    """An address as people write it: row 7, column 3 is C7."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def place(written: str) -> tuple[int, int]:
    """The row and column of an address such as C7.

    Raises:
        ValueError: it is not an address.
    """
    match = _ADDRESS.fullmatch(written)
    if match is None:
        raise ValueError(f"{written!r} is not a cell's address")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
