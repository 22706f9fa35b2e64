"""A table as it stands on a sheet: its titles, heading rows, columns, and what each row is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a cell is for on its sheet. Every cell that holds something has exactly one."""

    TITLE = "title"
    HEADER = "header"
    DATA = "data"
    TOTAL = "total"
    EXAMPLE = "example"
    NOTE = "note"
    OUTSIDE = "outside"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Title:
    """Words that stand over a table, with their place."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table and its headings from the top level down; a merged heading counts for all it spans."""

    number: int
    headings: tuple[str, ...] = ()
    heading_places: tuple[tuple[int, int], ...] = ()
    """Where each heading is written, by row and column."""

    @property
    def name(self) -> str:
        """All levels as one line."""
        return " / ".join(self.headings)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet."""

    sheet: str
    number: int
    """From 1 on its sheet, from the top, and from the left where two stand side by side."""
    columns: tuple[Column, ...]
    header_rows: tuple[int, ...]
    """None where the columns have no headings."""
    rows: Mapping[int, Role]
    """Every row below the headings that is not blank, in order: data, total, example or note."""
    titles: tuple[Title, ...] = ()
    repeats: int | None = None
    """The number of the first table of the sheet with the same headings."""
    indent: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """For a row under a heading of its own within the table, that heading."""

    @property
    def data_rows(self) -> tuple[int, ...]:
        """The rows that hold what the table is for."""
        return tuple(row for row, role in self.rows.items() if role is Role.DATA)

    @property
    def column_numbers(self) -> frozenset[int]:
        """The sheet's columns that belong to it."""
        return frozenset(each.number for each in self.columns)

    @property
    def first_row(self) -> int:
        """The top row of its headings, or of its rows where it has none."""
        return min((*self.header_rows, *self.rows), default=0)

    @property
    def last_row(self) -> int:
        """Its last row that is not blank."""
        return max((*self.header_rows, *self.rows), default=0)
