"""A table as it was looked at, in plain values: what goes to a workbook or to paper row for row as on the screen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cell = str | int | date | None


class CellKind(StrEnum):
    """What the cells of a column are; amounts are pence."""

    TEXT = "text"
    DAY = "day"
    PENCE = "pence"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A column by its heading, with its width in characters."""

    title: str
    kind: CellKind
    width: int


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A row's cells in the order of the columns, None where blank. A group's line says what it gathers in `heads`."""

    cells: tuple[Cell, ...]
    heads: str = ""


@dataclass(frozen=True, slots=True)
class ViewTable:
    """A table with what it is called, what narrowed it, who made it, and its rows as they stood."""

    title: str
    said: tuple[str, ...]
    """Search, filters, grouping and sorting, each in words."""
    counted: str
    """How many of how many, such as "12 of 340"."""
    made_by: str
    made_on: date
    as_at: date
    columns: tuple[ViewColumn, ...]
    rows: tuple[ViewRow, ...]
    council: str = ""
