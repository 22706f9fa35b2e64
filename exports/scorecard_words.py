"""A scorecard's tables in words, the same on paper, on a sheet and on screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.dates import financial_quarter, financial_year, show_day
from db.rules.money import Pence, show_pounds
from db.rules.monitoring import ReturnPeriod
from db.rules.outcome import Outcome
from db.rules.scorecard import ContractScores, Scope, Scorecard, ScoreRow, tally
from db.rules.scorecard_across import AcrossRow
from db.rules.spend_profile import SpendLine, SpendToDate
from db.rules.words import counted as of_several

_QUIET = (Outcome.GREEN, Outcome.DATA_ONLY, Outcome.NO_TARGET, Outcome.NOT_RETURNED)


@dataclass(frozen=True, slots=True)
class Words:
    """A table: its caption, what heads its columns, and its rows of text, of which the first cell heads the row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def short_label(period: ReturnPeriod) -> str:
    """A quarter where there is little room: Q3 2025-26."""
    return f"Q{financial_quarter(period.days.starts_on)} {financial_year(period.days.starts_on)}"


def title(card: Scorecard) -> str:
    """What a scorecard is called."""
    return f"Scorecard: {card.name}, {card.period.label}"


def counted(card: Scorecard) -> str:
    """How many contracts a scorecard is of."""
    return of_several(len(card.contracts), "contracts")


def standing_words(card: Scorecard) -> str:
    """How many measures stand where: 3 green, 1 red, 1 not returned."""
    told = [f"{count} {outcome}" for outcome, count in tally(card.rows)]
    return f"{', '.join(told)}." if told else "no measures."


def ratings(contract: ContractScores, card: Scorecard) -> Words:
    """Each measure with its figure, target, rating in a word, and direction of travel in words."""
    headings = ("Measure", "Target", short_label(card.period), "Rating", "Since last quarter", "Since last year")
    return Words("Ratings", headings, tuple(map(_rating, contract.rows)))


def quarters(contract: ContractScores, card: Scorecard) -> Words:
    """Each measure over the quarters shown: what a chart of them draws."""
    rows = ((row.measure.name, *(each.shown for each in row.figures)) for row in contract.rows)
    return Words("Last five quarters", ("Measure", *map(short_label, card.quarters)), tuple(rows))


def across_rows(rows: tuple[AcrossRow, ...], card: Scorecard) -> Words:
    """The measures that several contracts share, added up or averaged."""
    cells = ((row.name, *(each.shown for each in row.figures), row.basis) for row in rows)
    return Words("Over all contracts", ("Measure", *map(short_label, card.quarters), "Figure of"), tuple(cells))


def spend(standing: SpendToDate) -> Words:
    """The year's profile and spend, quarter by quarter and to date."""
    lines = (*standing.lines, standing.to_date)
    headings = ("Spend", *(short_label(line.period) for line in standing.lines), "To date")
    return Words(
        "Spend against profile",
        headings,
        (
            ("Profile", *(show_pounds(line.profile) for line in lines)),
            ("Spent", *(spent(line, standing.missing) for line in lines)),
            ("Variance", *(_pounds(line.variance) for line in lines)),
            ("Variance in %", *(line.share for line in lines)),
        ),
    )


def spent(line: SpendLine, missing: tuple[ReturnPeriod, ...]) -> str:
    """What was spent in a quarter, or that it was not returned; blank where it is not asked yet."""
    if line.actual is not None:
        return show_pounds(line.actual)
    return "Not returned" if line.period in missing else ""


def spend_standing(standing: SpendToDate) -> str:
    """How spend stands, and what the year comes to."""
    forecast = "" if standing.forecast is None else f" Forecast for the year: {show_pounds(standing.forecast)}."
    return f"{standing.rating.word}. {standing.rating.reason}{forecast} {standing.forecast_working}"


def remarks(contract: ContractScores) -> tuple[str, ...]:
    """Why measures are not green, what an officer rated otherwise, and figures that do not agree with their parts."""
    return tuple(said for row in contract.rows for said in _remarks(row))


def subtitle(card: Scorecard, contract: ContractScores) -> str:
    """Whose contract, for which service, on which day."""
    parts = (contract.provider, contract.service, f"as it stands on {show_day(card.on)}")
    return " · ".join(filter(None, parts))


def is_of_one(card: Scorecard) -> bool:
    """Whether the scorecard is of one contract."""
    return card.scope is Scope.CONTRACT and len(card.contracts) == 1


def _rating(row: ScoreRow) -> tuple[str, ...]:
    word = f"{row.rating.word} (officer’s)" if row.rating.is_overridden else row.rating.word
    since = (row.since_last_quarter.words, row.since_last_year.words)
    return (row.measure.name, row.target, row.now.shown, word, *since)


def _remarks(row: ScoreRow) -> Iterator[str]:
    if row.rating.outcome not in _QUIET or row.rating.is_overridden:
        yield f"{row.measure.name}: {row.rating.reason}"
    if row.now.figure.mismatch:
        yield f"{row.measure.name}: {row.now.figure.mismatch}"


def _pounds(amount: Pence | None) -> str:
    return "" if amount is None else show_pounds(amount)
