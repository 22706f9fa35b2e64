"""What differs between two states of a register: facts only, not what follows from them and from the day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.rules.sheets.columns import ID, Facts, FactSheet, Held, Value, facts_of, name_of

_NOT_FACTS = {ID, "Contract Desk version"}


class How(StrEnum):
    """What became of a fact."""

    CHANGED = "Changed"
    ADDED = "Added"
    GONE = "No longer there"


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact before and after; a row that was added or is gone is one difference, under no heading."""

    sheet: str
    row_id: str
    name: str
    """What people call the row, such as its contract's reference."""
    how: How
    title: str = ""
    field: str = ""
    """What the register calls it, where it is edited in place."""
    before: Value = None
    after: Value = None


def changes_between(then: Sequence[FactSheet[Any]], now: Sequence[FactSheet[Any]]) -> tuple[Difference, ...]:
    """Every difference, sheet by sheet, rows in the order they stand in now and those gone after them.

    Both must be of the same day, so that nothing differs only because time went by.
    """
    was, became = facts_of(then), facts_of(now)
    return tuple(each for sheet in now for each in _of_sheet(sheet, was, became))


def _of_sheet(sheet: FactSheet[Any], was: Facts, became: Facts) -> Iterator[Difference]:
    before, after = was.get(sheet.name, {}), became[sheet.name]
    told = [column for column in sheet.columns if column.held is not Held.WORKED_OUT]
    for row_id, row in after.items():
        name = name_of(sheet, row)
        if row_id not in before:
            yield Difference(sheet.name, row_id, name, How.ADDED)
            continue
        for column in told:
            one, other = before[row_id][column.title], row[column.title]
            if one != other and column.title not in _NOT_FACTS:
                yield Difference(sheet.name, row_id, name, How.CHANGED, column.title, column.field, one, other)
    for row_id in before.keys() - after.keys():
        yield Difference(sheet.name, row_id, name_of(sheet, before[row_id]), How.GONE)
