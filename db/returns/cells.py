"""A workbook's cells as plain values, each at its address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

CellValue = str | int | float | bool | date
"""What a cell holds. A day is a date; a moment with a time of day is a datetime; an error is its text, as #REF!."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class Cells:
    """What a workbook holds. A cell that is not here is blank."""

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
