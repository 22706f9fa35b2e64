"""Which days a cell speaks of: by its heading, its row, and what stands round its table."""

from collections.abc import Sequence

from db.returns.tables.periods import LoneYear, PeriodWords, days_of, merge, within
from db.returns.understanding.asking import Asking
from db.returns.understanding.context import Context
from db.returns.understanding.questions import About, Choice
from db.rules.dates import Period, financial_year_period, quarter_period, show_year, term_end
from db.rules.monitoring import ReturnPeriod

YEAR_KEY = "year"
QUARTER_KEY = "quarter"
_NOT_ASKED = PeriodWords()


class Dating:
    """Finds the days of cells, and asks for what no words say."""

    def __init__(self, asking: Asking, given: ReturnPeriod | None) -> None:
        self._asking = asking
        self._given = given
        self._seen: dict[tuple[PeriodWords, PeriodWords, PeriodWords], Period | None] = {}

    def days(
        self, heading: PeriodWords, row: PeriodWords, context: Context, place: tuple[str, Sequence[str]]
    ) -> Period | None:
        """The days, or None while a question is open."""
        key = (heading, row, context.words)
        if key not in self._seen:
            self._seen[key] = self._find(merge(heading, row), context.words, place)
        if self._seen[key] is None:
            self._point(place)
        return self._seen[key]

    def _find(self, inner: PeriodWords, outer: PeriodWords, place: tuple[str, Sequence[str]]) -> Period | None:
        words = _with_year(inner, outer)
        lone = None
        if words.days is None and words.months is None and words.year is None and words.lone_year:
            lone = self._lone_year(words.lone_year, place)
            if lone is None:
                return None
        days = days_of(words, lone)
        return days if days is not None else self._ask_quarter(words, place)

    def _point(self, place: tuple[str, Sequence[str]]) -> None:
        for key in (QUARTER_KEY, YEAR_KEY):
            question = self._asking.find(key)
            if question and question.is_open and question.sheet == place[0]:
                self._asking.point(key, place[1])

    def _lone_year(self, year: int, place: tuple[str, Sequence[str]]) -> LoneYear | None:
        answer = self._asking.ask(
            YEAR_KEY, About.YEAR, place,
            f"The file says the year {year}. Which financial year is meant?",
            (
                Choice("0", f"The one that starts in it: {show_year(year)}"),
                Choice("1", f"The one that ends in it: {show_year(year - 1)}"),
            ),
            evidence="Nothing else in the file tells the year.",
            suggested="0",
        )  # fmt: skip
        return LoneYear(answer) if answer is not None else None

    def _ask_quarter(self, words: PeriodWords, place: tuple[str, Sequence[str]]) -> Period | None:
        said = f"Quarter {words.quarter} is named, and no year." if words.quarter else "No quarter is named anywhere."
        self._asking.ask(
            QUARTER_KEY, About.QUARTER, place, "Which quarter are these figures for?", _quarters(words), evidence=said
        )
        return None


def _with_year(inner: PeriodWords, outer: PeriodWords) -> PeriodWords:
    """The inner words within the outer; a lone year is told by a financial year round it that starts or ends in it."""
    alone = inner.lone_year is not None and inner.year is None
    fits = outer.year is not None and inner.lone_year in (outer.year, outer.year + 1)
    if alone and not fits:
        outer = PeriodWords(quarter=outer.quarter if inner.half is None and inner.months is None else None)
    return within(inner, outer)


def _quarters(words: PeriodWords) -> tuple[Choice, ...]:
    """The quarters of the year that is named; none where none is, and then any may be given by its first day."""
    if words.year is None:
        return ()
    year = financial_year_period(words.year)
    found, day = [], year.starts_on
    while day < year.ends_on:
        quarter = ReturnPeriod(quarter_period(day))
        found.append(Choice(day.isoformat(), quarter.label))
        day = term_end(day, 4).replace(day=1)
    return tuple(found)
