"""Periods as providers write them in headings, sheet names and cells: Q1 2025/26, Apr-Jun 25, Quarter 3, 2013/14."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from db.rules.dates import MONTHS, Period, financial_year_period, quarter_period, term_end, year_of

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"  # fmt: skip
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_TO = r"\s*(?:-|–|—|to|/|until)\s*"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_NUMBER = r"(?P<n>[1-4]|one|two|three|four)"


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What some words say of a period, as far as they say it."""

    year: int | None = None
    """The calendar year in which the stated financial year starts."""
    half: int | None = None
    quarter: int | None = None
    months: tuple[int, int] | None = None
    """The first and the last month, 1 to 12."""
    months_year: int | None = None
    """The calendar year of the last of the months."""
    lone_year: int | None = None
    """A year such as 2025, which may be a calendar or a financial one."""
    days: Period | None = None
    """Days stated outright."""
    whole_year: bool = False
    """Speaks of the year as a whole, as in "annual target"."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where in the text it was said."""

    @property
    def says_something(self) -> bool:
        """Whether it names any part of a period."""
        named = (self.year, self.half, self.quarter, self.months, self.lone_year, self.days)
        return any(each is not None for each in named)


_MAY_SAY = re.compile(
    r"(?<![a-z])(?:q|qtr|quarter|half|h)[\s._-]*(?:year\s*)?(?:[1-4]|one|two|three|four)|quarter|qtr|half|year|annual|"
    rf"(?<![a-z]){_MONTH}(?![a-z])|\d\d[-–/]\d\d|\d[/.]\d|(?:19|20)\d\d|(?<!\d)[0-4]\d[0-4]\d(?!\d)",
    re.IGNORECASE,
)
"""What every text that says anything of a period has; most texts are told by it alone to say nothing."""

_Part = Callable[[re.Match[str]], PeriodWords | None]


@lru_cache(maxsize=20_000)
def period_words(text: str) -> PeriodWords:
    """Everything a text says of a period."""
    found = PeriodWords()
    if len(text) > 200 or not _MAY_SAY.search(text):
        return found
    left = text
    for pattern, read in _PARTS:
        for match in pattern.finditer(left):
            part = read(match)
            if part is None:
                continue
            found = merge(found, replace(part, spans=(*found.spans, match.span())))
            left = left[: match.start()] + "\x00" * (match.end() - match.start()) + left[match.end() :]
    return found


def merge(first: PeriodWords, second: PeriodWords) -> PeriodWords:
    """Both together; where both speak, the first counts. The spans are the second's where it has any."""
    whole = first.whole_year or second.whole_year
    return PeriodWords(
        first.year if first.year is not None else second.year,
        first.half or second.half,
        first.quarter or second.quarter,
        first.months or second.months,
        first.months_year or second.months_year,
        first.lone_year or second.lone_year,
        first.days or second.days,
        whole,
        second.spans or first.spans,
    )


def within(inner: PeriodWords, outer: PeriodWords) -> PeriodWords:
    """What a heading says, filled up from what stands over or round it; the heading counts before its surroundings."""
    if inner.days is not None:
        return inner
    if inner.whole_year:
        return replace(inner, year=_first(inner.year, outer.year), lone_year=inner.lone_year or outer.lone_year)
    if inner.quarter or inner.months or inner.half:
        outer = replace(outer, days=None, half=None, quarter=None, months=None, months_year=_year_of(outer))
    return merge(inner, outer)


def days_of(words: PeriodWords, lone_years: "LoneYear | None" = None) -> Period | None:
    """The days some words name; None where they name too little."""
    if words.days is not None:
        return words.days
    if words.months is not None:
        return _months(words)
    year = words.year if words.year is not None else _from_lone(words, lone_years)
    if year is None:
        return None
    if words.whole_year:
        return financial_year_period(year)
    if words.quarter:
        return _part_of(year, words.quarter - 1, 3)
    return _part_of(year, (words.half - 1) * 2, 6) if words.half else financial_year_period(year)


class LoneYear(int):
    """How a lone year is meant: how many years before it the financial year starts; 0 is starts in, 1 is ends in."""


def in_date(day: date) -> PeriodWords:
    """What a day used as a heading says: a quarter where it is its last day, else its month."""
    quarter = quarter_period(day)
    if day == quarter.ends_on:
        return PeriodWords(days=quarter, spans=((0, 0),))
    return PeriodWords(months=(day.month, day.month), months_year=day.year, spans=((0, 0),))


def left_open(text: str) -> str:
    """A text with every period in it replaced by {period}, so that next quarter's says the same."""
    spans = sorted(period_words(text).spans)
    if not spans:
        return text
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], "{period}"]
        last = end
    joined = "".join([*parts, text[last:]])
    return re.sub(r"\{period\}(?:[\s,(_/\-–]*\{period\}\)?)+", "{period}", joined)


def _first(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


def _year_of(outer: PeriodWords) -> int | None:
    """The calendar year that surrounding words lend to months."""
    return None if outer.year is not None else outer.months_year


def _from_lone(words: PeriodWords, lone_years: LoneYear | None) -> int | None:
    if words.lone_year is None or lone_years is None:
        return None
    return words.lone_year - lone_years


def _part_of(year: int, quarters_before: int, months: int) -> Period:
    month = 4 + quarters_before * 3
    starts_on = date(year + (month > 12), (month - 1) % 12 + 1, 1)
    return Period(starts_on, term_end(starts_on, months))


def _months(words: PeriodWords) -> Period | None:
    first, last = words.months or (1, 1)
    if words.months_year is not None:
        last_year = words.months_year
    elif words.year is not None:
        last_year = words.year + (last < 4)
    elif words.lone_year is not None:
        last_year = words.lone_year
    else:
        return None
    starts_on = date(last_year - (first > last), first, 1)
    length = (last - first) % 12 + 1
    return Period(starts_on, term_end(starts_on, length))


def _month(name: str) -> int:
    return next(number for number, full in enumerate(MONTHS, 1) if full.lower().startswith(name[:3].lower()))


def _full_year(written: str | None) -> int | None:
    if not written:
        return None
    digits = written.strip("' ")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _two_days(match: re.Match[str]) -> PeriodWords | None:
    numbers = [int(each) for each in match.groups()]
    years = [year if year > 99 else 2000 + year for year in (numbers[2], numbers[5])]
    try:
        starts_on, ends_on = date(years[0], numbers[1], numbers[0]), date(years[1], numbers[4], numbers[3])
    except ValueError:
        return None
    return PeriodWords(days=Period(starts_on, ends_on)) if starts_on.day == 1 and starts_on < ends_on else None


def _month_range(match: re.Match[str]) -> PeriodWords | None:
    first, last = _month(match["first"]), _month(match["last"])
    if match["fy"]:
        return PeriodWords(months=(first, last), year=_full_year(match["fy"].split("/")[0].split("-")[0]))
    year = _full_year(match["last_year"])
    if year is None and match["first_year"]:
        year = (_full_year(match["first_year"]) or 0) + (first > last)
    return PeriodWords(months=(first, last), months_year=year)


def _ended(match: re.Match[str]) -> PeriodWords | None:
    year, month = _full_year(match["year"]), _month(match["month"])
    if year is None:
        return None
    quarter = quarter_period(date(year, month, 1))
    if match["what"].lower().startswith("year"):
        return PeriodWords(year=year_of(date(year, month, 1)), whole_year=True) if month == 3 else None
    return PeriodWords(days=quarter) if month % 3 == 0 else None


def _financial_year(match: re.Match[str]) -> PeriodWords | None:
    first, second = match["first"], match["second"]
    year = _full_year(first) or 0
    return PeriodWords(year=year) if (year + 1) % 100 == int(second) % 100 else None


def _quarter(match: re.Match[str]) -> PeriodWords:
    written = match["n"].lower()
    return PeriodWords(quarter=_ORDINALS.get(written) or int(written))


def _half(match: re.Match[str]) -> PeriodWords | None:
    written = match["n"].lower()
    number = _ORDINALS.get(written) or int(written)
    return PeriodWords(half=number) if number <= 2 else None


def _one_month(match: re.Match[str]) -> PeriodWords | None:
    name, year = match["month"], match["year"]
    if name == "may" and not year:
        return None
    number = _month(name)
    return PeriodWords(months=(number, number), months_year=_full_year(year))


def _a_day(match: re.Match[str]) -> PeriodWords:
    """A day beside other words says nothing of the period, but is another one next quarter."""
    return PeriodWords()


def _lone(match: re.Match[str]) -> PeriodWords:
    return PeriodWords(lone_year=int(match[0]))


_NUMERIC_DAY = r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})"
_PARTS: tuple[tuple[re.Pattern[str], _Part], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"\b{_NUMERIC_DAY}{_TO}{_NUMERIC_DAY}\b", _two_days),
        (
            rf"\b(?P<what>quarter|qtr|3 months|three months|period|year)\s+(?:ended|ending|end|to)\s+(?:the\s+)?{_DAY}(?:of\s+)?"
            rf"(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})\b",
            _ended,
        ),
        (
            rf"(?<![a-z]){_DAY}(?P<first>{_MONTH})\.?\s*(?P<first_year>{_YEAR})?{_TO}{_DAY}(?P<last>{_MONTH})(?![a-z])\.?,?\s*"
            rf"(?:(?P<fy>20\d\d[/-]\d\d(?:\d\d)?)|(?P<last_year>{_YEAR}))?(?!\d)",
            _month_range,
        ),
        (rf"(?<![\d/.]){_NUMERIC_DAY}(?![\d/.])", _a_day),
        (rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s*{_MONTH}\.?,?\s*{_YEAR}\b", _a_day),
        (r"\b(?:fy\s*)?(?P<first>(?:19|20)\d\d)\s*[-/–]\s*(?P<second>\d{4}|\d\d)(?![\d/.-])", _financial_year),
        (r"(?<![\d/.-])(?:fy\s*)?(?P<first>\d\d)[-/–](?P<second>\d\d)(?![\d/.-])", _financial_year),
        (r"(?<![\d/.-])(?!19|20)(?P<first>\d\d)(?P<second>\d\d)(?![\d/.-])", _financial_year),
        (rf"(?<![a-z])(?:quarter|qtr|q)[\s._-]*{_NUMBER}(?![\d.])(?:\b|(?=_))", _quarter),
        (r"(?<!\w)(?P<n>[1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr)\b", _quarter),
        (r"\b(?P<n>first|second|third|fourth)\s+quarter\b", _quarter),
        (r"(?<![a-z])(?:half(?:[\s-]*year)?|h)\s*(?P<n>[12])\b", _half),
        (r"\b(?P<n>first|second)\s+half(?:\s+year)?\b", _half),
        (r"\b(?P<n>[12])(?:st|nd)\s+half(?:\s+year)?\b", _half),
        (
            rf"(?<![a-z])(?<!\d )(?<!\d)(?<!st )(?<!nd )(?<!rd )(?<!th )(?P<month>{_MONTH})(?![a-z])\.?[\s\-']*"
            r"(?P<year>(?:19|20)\d\d|\d\d(?!\d|st|nd|rd|th))?(?!\d)",
            _one_month,
        ),
        (
            r"\b(?:annual|full[\s-]year|whole[\s-]year|for the year|year[\s-]end|yearly)\b",
            lambda _: PeriodWords(whole_year=True),
        ),
        (r"(?<![\d/.£,-])(?:19|20)\d\d(?![\d/.,%-])", _lone),
    )
)
