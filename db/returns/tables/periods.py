"""Periods as providers write them in headings, sheet names and cells: Q1 2025/26, Apr-Jun 25, Quarter 3, 2013/14."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from db.returns.tables.period_forms import MAY_SAY, PARTS
from db.returns.tables.period_said import PeriodWords
from db.rules.dates import Period, financial_year_period, quarter_period, term_end, year_of

__all__ = ["LoneYear", "PeriodWords", "days_of", "in_date", "left_open", "merge", "period_words", "within"]


@lru_cache(maxsize=20_000)
def period_words(text: str) -> PeriodWords:
    """Everything a text says of a period."""
    found = PeriodWords()
    if len(text) > 200 or not MAY_SAY.search(text):
        return found
    left = text
    for pattern, read in PARTS:
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
        year = _financial_year_of(outer)
        outer = PeriodWords(year=year, lone_year=outer.lone_year, whole_year=False)
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


def _financial_year_of(outer: PeriodWords) -> int | None:
    """The financial year that surrounding words name, or that the days they name fall in."""
    if outer.year is not None:
        return outer.year
    days = days_of(outer)
    return year_of(days.starts_on) if days else None


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
