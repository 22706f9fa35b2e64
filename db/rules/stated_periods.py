"""Lengths and days as a record's prose states them: "12 months, from 1 April 2024 to 31 March 2025"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from db.rules.dates import MONTHS, Unit, show_day, show_length, term_end
from db.rules.refusal import Refusal
from db.rules.rich_text import plain
from db.rules.written_days import parse_day


@dataclass(frozen=True, slots=True)
class StatedLength:
    """A length of time as stated."""

    words: str
    n: int
    unit: Unit
    starts: int
    """Where in the text its words start and end."""
    ends: int


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """Two days that are stated as a first and a last, with the length stated beside them if there is one."""

    words: str
    starts_on: date
    ends_on: date
    starts: int
    ends: int
    length: StatedLength | None = None

    @property
    def worked_end(self) -> date | None:
        """The last day by its stated length; None where no length stands beside it or the calendar ends."""
        if self.length is None:
            return None
        try:
            return term_end(self.starts_on, self.length.n, self.length.unit)
        except Refusal:
            return None


_IN_WORDS = {
    "a": 1, "an": 1, "single": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20,
    "twenty-four": 24, "thirty": 30, "thirty-six": 36, "forty-eight": 48, "sixty": 60,
}  # fmt: skip
_A_NUMBER = "|".join(sorted(map(re.escape, _IN_WORDS), key=len, reverse=True))
_LENGTH = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{_A_NUMBER})[\s-]+(?:(?:single|additional|further|calendar|extra|more|full)[\s-]+)?"
    r"(?P<unit>years?|months?|weeks?|days?)\b(?!\s*[’']?\s*notice)(?!\s+(?:old|ago|more notice))",
    re.IGNORECASE,
)
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:of\s+)?(?:{_MONTH})\.?,?\s*\d{{4}}|(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b"
)
_ONE_DAY = re.compile(rf"(?<![\d/.]){_DAY}", re.IGNORECASE)
_TO = r"\s*(?:to|until|till|through to|and|–|—|-|up to)\s*(?:and including\s+|the\s+)?"
_PERIOD = re.compile(rf"(?<![\d/.])(?P<first>{_DAY}){_TO}(?P<last>{_DAY})", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    rf"(?<!\d )(?<!\d)\b(?P<month>(?:{_MONTH})\s+\d{{4}})\s*\((?P<length>[^()]{{1,30}})\)", re.IGNORECASE
)
_UNITS = {"year": (Unit.MONTHS, 12), "month": (Unit.MONTHS, 1), "week": (Unit.WEEKS, 1), "day": (Unit.DAYS, 1)}
_NEAR = 70
"""Characters that may stand between a length and the days it is for."""


def stated_periods(text: str) -> tuple[StatedPeriod, ...]:
    """The periods a text states by their first and last day, each with the nearest length in the same sentence."""
    said = plain(text)
    lengths = stated_lengths(said)
    return tuple(_with_length(period, said, lengths) for period in _periods(said))


def stated_lengths(text: str) -> tuple[StatedLength, ...]:
    """The lengths of time a text states, lengths of notice and ages left aside."""
    return tuple(_length(match) for match in _LENGTH.finditer(plain(text)))


def days_not_real(text: str) -> tuple[str, ...]:
    """What is written like a day and is none, such as 31 April 2024."""
    return tuple(match[0] for match in _ONE_DAY.finditer(plain(text)) if _day(match[0]) is None)


def months_without_day(text: str) -> tuple[str, ...]:
    """An end stated as a month with a length and no day, as "March 2027 (12 months)"."""
    return tuple(match[0] for match in _MONTH_ONLY.finditer(plain(text)) if _LENGTH.fullmatch(match["length"].strip()))


def disagreement(period: StatedPeriod) -> str:
    """How a stated length and its days disagree, as a sentence; empty where they agree or no length is stated."""
    if period.ends_on < period.starts_on:
        return f"“{period.words}” ends before it starts."
    worked = period.worked_end
    if period.length is None or worked is None or worked == period.ends_on:
        return ""
    length = show_length(period.length.n, period.length.unit)
    return (
        f"“{period.length.words}” from {show_day(period.starts_on)} ends on {show_day(worked)} "
        f"({length}, the first day counted in), but {show_day(period.ends_on)} is stated."
    )


def _periods(said: str) -> Iterator[StatedPeriod]:
    for match in _PERIOD.finditer(said):
        first, last = _day(match["first"]), _day(match["last"])
        if first is not None and last is not None:
            yield StatedPeriod(" ".join(match[0].split()), first, last, match.start(), match.end())


def _with_length(period: StatedPeriod, said: str, lengths: tuple[StatedLength, ...]) -> StatedPeriod:
    at = bisect_right([each.ends for each in lengths], period.starts)
    before = lengths[at - 1] if at else None
    after = next((each for each in lengths[at:] if each.starts >= period.ends), None)
    if before is not None and _is_near(said[before.ends : period.starts]):
        return replace(period, length=before)
    if after is not None and _follows(said[period.ends : after.starts]):
        return replace(period, length=after)
    return period


def _is_near(between: str) -> bool:
    return len(between) <= _NEAR and not re.search(r"[.;:]\s|\n|\d", between)


def _follows(between: str) -> bool:
    return (
        re.fullmatch(r"\s*[,(–-]*\s*(?:(?:a|the|being|for|i\.e\.)\s+)*(?:(?:period|term|total)\s+of\s+)?", between)
        is not None
    )


def _length(match: re.Match[str]) -> StatedLength:
    word = match["n"].lower()
    unit, times = _UNITS[match["unit"].lower().removesuffix("s")]
    n = int(word) if word.isdigit() else _IN_WORDS[word]
    return StatedLength(" ".join(match[0].split()), n * times, unit, match.start(), match.end())


def _day(words: str) -> date | None:
    try:
        return parse_day(words)
    except Refusal:
        return None
