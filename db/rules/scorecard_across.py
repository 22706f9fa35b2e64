"""One measure over several contracts: counts and pounds are added up, percentages and decimals averaged, blanks out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.rules.figure import Figure, average, total
from db.rules.monitoring import MeasureUnit
from db.rules.scorecard import QuarterFigure, Scorecard, ScoreRow

_AVERAGED = frozenset({MeasureUnit.PERCENT, MeasureUnit.DECIMAL})


@dataclass(frozen=True, slots=True)
class AcrossRow:
    """A measure that several contracts share, by its name and unit: its figures oldest first, and from how many."""

    name: str
    unit: MeasureUnit
    figures: tuple[QuarterFigure, ...]
    contracts: int
    known: int
    """How many of the contracts have a figure in the scorecard's own quarter."""

    @property
    def basis(self) -> str:
        """What the figure is: Average of 3 of 4 contracts."""
        how = "Average" if self.unit in _AVERAGED else "Sum"
        return f"{how} of {self.known} of {self.contracts} contracts"


def across(card: Scorecard) -> tuple[AcrossRow, ...]:
    """The measures that more than one contract of a scorecard has, in the order in which they come first."""
    return tuple(_across(rows) for rows in _shared(card.rows))


def _shared(rows: Iterable[ScoreRow]) -> Iterator[list[ScoreRow]]:
    by_name: dict[tuple[str, MeasureUnit], list[ScoreRow]] = {}
    for row in rows:
        by_name.setdefault((row.measure.name.casefold(), row.measure.unit), []).append(row)
    yield from (same for same in by_name.values() if len(same) > 1)


def _across(rows: list[ScoreRow]) -> AcrossRow:
    measure = rows[0].measure
    figures = []
    for same_quarter in zip(*(row.figures for row in rows), strict=True):
        figure = _together([each.figure for each in same_quarter], measure.unit)
        figures.append(QuarterFigure(same_quarter[0].period, figure, figure.show(measure.unit)))
    known = sum(row.now.figure.value is not None for row in rows)
    return AcrossRow(measure.name, measure.unit, tuple(figures), len(rows), known)


def _together(figures: list[Figure], unit: MeasureUnit) -> Figure:
    return average(figures) if unit in _AVERAGED else total(figures)
