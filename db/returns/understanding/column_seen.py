"""A column before and after it is known what it means."""

from dataclasses import dataclass
from datetime import date

from db.returns.tables.content import Content
from db.returns.tables.periods import PeriodWords, left_open, period_words
from db.returns.tables.table import Column
from db.returns.tables.words import label
from db.returns.understanding.labels import kind_said
from db.returns.understanding.meaning import Meaning
from db.rules.monitoring import MeasureId

_A_WORD = 4
_OF_PERIODS = frozenset({
    "month", "months", "monthly", "quarter", "quarters", "quarterly", "year", "years", "yearly", "annual", "week",
    "weeks", "weekly", "period", "periods", "date", "reporting", "financial", "calendar", "by", "per", "in", "for",
    "of", "the", "and", "each",
})  # fmt: skip
"""Words that stand over periods and say nothing of what is counted in them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A column as it stands: its key, what its cells hold, and what its headings say of a period."""

    column: Column
    key: str
    content: Content
    words: PeriodWords


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a column, with the evidence."""

    meaning: Meaning
    evidence: str
    sure: bool = True
    measure: MeasureId | None = None
    group: str = ""


def names_period(heading: str) -> bool:
    """Whether a heading says a period, or is a day."""
    return day_of(heading) is not None or period_words(heading).says_something


def beside_period(heading: str) -> str:
    """What a heading says beside its period: “outcome” of “2024 to 2025 - outcome”; empty where it says no more."""
    if day_of(heading) is not None or _OF_PERIODS.issuperset(label(heading).split()):
        return ""
    if not period_words(heading).says_something:
        return heading
    left = left_open(heading).replace("{period}", " ").strip(" -–—:,.()/*'")
    return left if len(left) >= _A_WORD and kind_said(left) in (None, Meaning.MEASURE, Meaning.GROUP) else ""


def day_of(heading: str) -> date | None:
    """The day that is used as a heading; None where it is none."""
    try:
        return date.fromisoformat(heading[:10]) if heading[4:5] == "-" and heading[7:8] == "-" else None
    except ValueError:
        return None
