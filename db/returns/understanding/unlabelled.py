"""Rows of figures that nothing names: told by their rows, never dropped in silence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from db.returns.problems import Problem

_RULE = "A row of figures has a label."


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """A row that holds figures and no label, with its place among the rows of its table."""

    place: int
    row: int
    cell: str
    """Its first figure."""
    figures: int


def unlabelled_problems(sheet: str, rows: Iterable[Unlabelled]) -> Iterator[Problem]:
    """One problem for each run of such rows, at its first figure."""
    for _, run in groupby(enumerate(rows), key=lambda each: each[1].place - each[0]):
        same = [each for _, each in run]
        where = f"row {same[0].row}" if len(same) == 1 else f"rows {same[0].row} to {same[-1].row}"
        count = sum(each.figures for each in same)
        figures = "is 1 figure" if count == 1 else f"are {count:,} figures"
        leave = "the row" if len(same) == 1 else "the rows"
        yield Problem(sheet, same[0].cell, "", _RULE, (
            f"Sheet “{sheet}”, {where}: there {figures}, and nothing says of what, so none was read. {_RULE} Have the "
            f"label written beside them, or leave {leave} out."
        ))  # fmt: skip
