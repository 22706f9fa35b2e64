"""What a column of facts holds, where its value comes from, and how that value may be changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")
Value = str | int | date | None
"""A fact: words, a number or an amount in pence, a day; None is not recorded."""
ID = "Contract Desk id"
"""The heading of the hidden column that says which row of the register a row is."""


class Kind(Enum):
    """What a column holds."""

    TEXT = auto()
    DAY = auto()
    PENCE = auto()
    NUMBER = auto()


class Held(Enum):
    """How a value may be changed."""

    EDITED = auto()
    """In place, by an officer."""
    BY_INSTRUMENT = auto()
    """Only by the act that changes it in the world."""
    WORKED_OUT = auto()
    """Not at all: it follows from other facts and from the day."""


@dataclass(frozen=True, slots=True)
class FactColumn(Generic[Row]):
    """A column: its heading, kind, where its value comes from, and how that may be changed."""

    title: str
    kind: Kind
    value: Callable[[Row], Any]
    held: Held
    by: str = ""
    """The command that changes it, where an instrument does."""
    field: str = ""
    """What the register calls it, where it is edited in place."""
    also: tuple[str, ...] = ()
    """Other headings that officers give it."""


@dataclass(frozen=True, slots=True)
class FactSheet(Generic[Row]):
    """A sheet: its columns and rows, which row of the register each is, and the columns that name a row to people."""

    name: str
    table: str
    """The table that its edited columns are kept in."""
    columns: Sequence[FactColumn[Row]]
    rows: Sequence[Row]
    row_id: Callable[[Row], str]
    naming: tuple[str, ...]
    more_by: str = ""
    """The command that adds a row; empty where a row can be taken in as it is."""
    fewer_by: str = ""
    """What takes a row away."""

    def column(self, title: str) -> FactColumn[Row]:
        """The column of a heading."""
        return next(each for each in self.columns if each.title == title)


FactRow = Mapping[str, Value]
"""A row's values by heading."""
Facts = Mapping[str, Mapping[str, FactRow]]
"""Every row by sheet and by id."""


def facts_of(sheets: Sequence[FactSheet[Any]]) -> Facts:
    """What sheets say, by sheet, row and column."""
    return {
        sheet.name: {
            row_id: {column.title: column.value(row) for column in sheet.columns} for row_id, row in with_ids(sheet)
        }
        for sheet in sheets
    }


def with_ids(sheet: FactSheet[Row]) -> Sequence[tuple[str, Row]]:
    """Every row with its id; where two would have the same, the later ones are numbered."""
    met: dict[str, int] = {}
    found = []
    for row in sheet.rows:
        row_id = sheet.row_id(row)
        met[row_id] = met.get(row_id, 0) + 1
        found.append((row_id if met[row_id] == 1 else f"{row_id}#{met[row_id]}", row))
    return found


def name_of(sheet: FactSheet[Any], row: FactRow) -> str:
    """What people call a row, such as its reference."""
    return ", ".join(str(row[title]) for title in sheet.naming if row.get(title) not in (None, ""))
