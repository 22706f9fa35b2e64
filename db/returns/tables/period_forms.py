"""The forms in which providers write periods, and what each says."""

import re
from collections.abc import Callable
from datetime import date

from db.returns.tables.period_said import PeriodWords
from db.rules.dates import MONTHS, Period, quarter_period, year_of

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_TO = r"\s*(?:-|–|—|to|/|until)\s*"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_NUMBER = r"(?P<n>[1-4]|one|two|three|four)"

_Part = Callable[[re.Match[str]], PeriodWords | None]

MAY_SAY = re.compile(
    r"(?<![a-z])(?:q|qtr|quarter|half|h)[\s._-]*(?:year\s*)?(?:[1-4]|one|two|three|four)|quarter|qtr|half|year|annual|"
    rf"(?<![a-z]){_MONTH}(?![a-z])|\d\d[-–/]\d\d|\d[/.]\d|(?:19|20)\d\d|(?<!\d)[0-4]\d[0-4]\d(?!\d)",
    re.IGNORECASE,
)
"""What every text that says anything of a period has; most texts are told by it alone to say nothing."""


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
PARTS: tuple[tuple[re.Pattern[str], _Part], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"\b{_NUMERIC_DAY}{_TO}{_NUMERIC_DAY}\b", _two_days),
        (
            (
                rf"\b(?P<what>quarter|qtr|3 months|three months|period|year)\s+(?:ended|ending|end|to)\s+"
                rf"(?:the\s+)?{_DAY}(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})\b"
            ),
            _ended,
        ),
        (
            (
                rf"(?<![a-z]){_DAY}(?P<first>{_MONTH})\.?\s*(?P<first_year>{_YEAR})?{_TO}{_DAY}(?P<last>{_MONTH})(?![a-z])"
                rf"\.?,?\s*(?:(?P<fy>20\d\d[/-]\d\d(?:\d\d)?)|(?P<last_year>{_YEAR}))?(?!\d)"
            ),
            _month_range,
        ),
        (rf"(?<![\d/.]){_NUMERIC_DAY}(?![\d/.])", _a_day),
        (rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s*{_MONTH}\.?,?\s*{_YEAR}\b", _a_day),
        (
            r"(?<![\d/.])(?:fy\s*)?(?P<first>(?:19|20)\d\d)\s*(?:[-/–]|to\b)\s*(?P<second>\d{4}|\d\d)(?![\d/.-])",
            _financial_year,
        ),
        (r"(?<![\d/.-])(?:fy\s*)?(?P<first>\d\d)[-/–](?P<second>\d\d)(?![\d/.-])", _financial_year),
        (r"(?<![\d/.-])(?!19|20)(?P<first>\d\d)(?P<second>\d\d)(?![\d/.-])", _financial_year),
        (rf"(?<![a-z])(?:quarter|qtr|q)[\s._-]*{_NUMBER}(?![\d.])(?:\b|(?=_))", _quarter),
        (r"(?<!\w)(?P<n>[1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr)\b", _quarter),
        (r"\b(?P<n>first|second|third|fourth)\s+quarter\b", _quarter),
        (r"(?<![a-z])(?:half(?:[\s-]*year)?|h)\s*(?P<n>[12])\b", _half),
        (r"\b(?P<n>first|second)\s+half(?:\s+year)?\b", _half),
        (r"\b(?P<n>[12])(?:st|nd)\s+half(?:\s+year)?\b", _half),
        (
            (
                rf"(?<![a-z])(?<!\d )(?<!\d)(?<!st )(?<!nd )(?<!rd )(?<!th )(?P<month>{_MONTH})(?![a-z])\.?[\s\-']*"
                r"(?P<year>(?:19|20)\d\d|\d\d(?!\d|st|nd|rd|th))?(?!\d)"
            ),
            _one_month,
        ),
        (
            r"\b(?:annual|full[\s-]year|whole[\s-]year|for the year|year[\s-]end|yearly)\b",
            lambda _: PeriodWords(whole_year=True),
        ),
        (r"(?<![\d/.£,-])(?:19|20)\d\d(?![\d/.,%-])", _lone),
    )
)
