"""How far apart the days of a series are: a quarter, a month, a week or a day each."""

import itertools
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum

from db.returns.tables.period_said import PeriodWords
from db.returns.tables.periods import in_date
from db.rules.dates import Period, quarter_period

_EVEN = 4
_BEGINNING = ("commencing", "beginning", "starting", "w/c")


class Step(Enum):
    """What one day of a series stands for."""

    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


def step_of(days: Iterable[date]) -> Step | None:
    """What each day of a series stands for; None where there are too few days to tell."""
    different = sorted(set(map(_day, days)))
    gaps = [(later - earlier).days for earlier, later in itertools.pairwise(different)]
    if not gaps:
        return None
    least = min(gaps)
    if least > 80:
        return Step.QUARTER
    if least >= 27:
        return Step.MONTH
    return Step.WEEK if all(gap % 7 == 0 for gap in gaps) else Step.DAY


def is_series(days: Iterable[date]) -> bool:
    """Whether days follow one another evenly, as in a list with a line for each day, week, month or quarter."""
    different = sorted(set(map(_day, days)))
    gaps = Counter(
        (later - earlier).days // 27 or (later - earlier).days for earlier, later in itertools.pairwise(different)
    )
    return len(different) >= _EVEN and max(gaps.values()) * 5 >= gaps.total() * 4


def _day(moment: date) -> date:
    """The day of a moment: a spreadsheet's days may have a time."""
    return moment.date() if isinstance(moment, datetime) else moment


def said_by(day: date, step: Step | None, heading: str = "") -> PeriodWords:
    """What a day of a series says of a period. A week runs to its day, or from it where the heading says so."""
    day = _day(day)
    if step is Step.QUARTER:
        return PeriodWords(days=quarter_period(day), spans=((0, 0),))
    if step is Step.DAY:
        return PeriodWords(days=Period(day, day), spans=((0, 0),))
    if step is Step.WEEK:
        six = timedelta(days=6)
        begins = any(word in heading.casefold() for word in _BEGINNING)
        return PeriodWords(days=Period(day, day + six) if begins else Period(day - six, day), spans=((0, 0),))
    return in_date(day)
