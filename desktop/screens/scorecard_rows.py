"""A scorecard as it stands in its table and on its charts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from db.rules.monitoring import ReturnPeriod
from db.rules.scorecard import QuarterFigure, Scorecard, ScoreRow, show_target
from db.rules.scorecard_across import AcrossRow
from db.rules.trend import Trend
from desktop.drawing.measure_chart import Panel, Point
from desktop.look.palette import Tone
from desktop.tables.columns import Align, Chip, Column, chip_column, text_column, yielding
from exports.scorecard_words import short_label

_ORDER = ("red", "amber", "not returned", "suppressed", "not rated", "no target", "green", "data only")
Travel = Callable[[ScoreRow], Trend]


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One measure of one contract."""

    reference: str
    row: ScoreRow

    @property
    def id(self) -> str:
        """Names the line: the measure is of one contract."""
        return str(self.row.measure.id)


def score_lines(card: Scorecard) -> tuple[ScoreLine, ...]:
    """Every measure of every contract, in the scorecard's order."""
    return tuple(ScoreLine(each.reference, row) for each in card.contracts for row in each.rows)


def score_columns(card: Scorecard) -> tuple[Column[ScoreLine], ...]:
    """The columns of a scorecard: the measure, its target, its figures oldest first, its rating, its travel."""
    contract = (yielding(text_column("Contract", _reference, width=18), least=13),) if len(card.contracts) > 1 else ()
    quarters = (_quarter_column(at, period) for at, period in enumerate(card.quarters))
    return (
        *contract,
        yielding(
            text_column("Measure", lambda line: line.row.measure.name, width=22, stretch=True, under=_aim), least=17
        ),
        *quarters,
        yielding(
            chip_column("Rating", rating_chip, width=16, sort=lambda line: _ORDER.index(line.row.rating.outcome.value)),
            least=13,
        ),
        _travel_column("In a quarter", lambda row: row.since_last_quarter),
        yielding(_travel_column("In a year", lambda row: row.since_last_year), least=11, gives_way=1),
    )


def rating_chip(line: ScoreLine) -> Chip:
    """The rating as icon and word; an officer's own says so."""
    rating = line.row.rating
    return Chip(Tone(rating.tone), f"{rating.word} (own)" if rating.is_overridden else rating.word)


def travel_words(trend: Trend) -> str:
    """An arrow and its words: ↑ Up, better."""
    return " ".join(filter(None, (trend.arrow, trend.words)))


def panels_of(rows: Iterable[ScoreRow]) -> tuple[Panel, ...]:
    """A chart for each measure."""
    return tuple(_panel(row) for row in rows)


def panels_across(rows: Iterable[AcrossRow]) -> tuple[Panel, ...]:
    """A chart for each measure that several contracts share."""
    return tuple(Panel(row.name, tuple(_point(each) for each in row.figures), Tone.NEUTRAL, row.basis) for row in rows)


def _panel(row: ScoreRow) -> Panel:
    points = []
    for each in row.figures:
        target = row.measure.target_in(each.period)
        aims = show_target(target, row.measure)
        value, floor = (target.value, target.floor) if target else (None, None)
        points.append(Point(short_label(each.period), each.figure.value, each.shown, value, floor, aims))
    return Panel(row.measure.name, tuple(points), Tone(row.rating.tone), row.rating.word)


def _point(figure: QuarterFigure) -> Point:
    return Point(short_label(figure.period), figure.figure.value, figure.shown)


def _aim(line: ScoreLine) -> str:
    return f"Target {line.row.target}" if line.row.target else ""


def _reference(line: ScoreLine) -> str:
    return line.reference


def _quarter_column(at: int, period: ReturnPeriod) -> Column[ScoreLine]:
    made: Column[ScoreLine] = Column(
        short_label(period),
        lambda line: line.row.figures[at].shown,
        lambda line: _sorted(line.row.figures[at]),
        align=Align.RIGHT,
        width=10,
        tip=lambda line: _told(line.row.figures[at]),
    )
    return yielding(made, least=10)


def _sorted(figure: QuarterFigure) -> int | None:
    return None if figure.figure.value is None else round(figure.figure.value * 1000)


def _told(figure: QuarterFigure) -> str:
    return " ".join(filter(None, (figure.shown, figure.figure.working, figure.figure.mismatch)))


def _travel_column(title: str, trend: Travel) -> Column[ScoreLine]:
    made: Column[ScoreLine] = text_column(
        title, lambda line: travel_words(trend(line.row)), width=12, tip=lambda line: trend(line.row).reason
    )
    return yielding(made, least=11)
