"""Numbers of decisions: read as councils print them, told apart, offered in order, and the ones that were skipped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from db.rules.decision import DecisionKind
from db.rules.refusal import Refusal

LAST = 99_999
"""The highest number that five figures can show."""


class Series(StrEnum):
    """A sequence of numbers that begins again each year."""

    OFFICER = "officer"
    """OD.24.00002, by calendar year."""
    MEMBERS = "members"
    """22/00092: one sequence by calendar year for Cabinet Members, the Cabinet and the Council."""
    FINANCIAL_YEAR = "financial year"
    """OKD35 (24/25): restarts each financial year, so the year is part of the number."""
    AS_PRINTED = "as printed"
    """Any other number a council prints."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that was read: where it stands in its series, and what tells it from every other."""

    printed: str
    series: Series
    key: str
    """Equal for two numbers exactly when they are the same number."""
    year: int | None = None
    """The calendar year, or that in which the financial year starts; None for a number taken as printed."""
    sequence: int | None = None
    is_usual: bool = True
    """Whether it has as many figures as its series usually prints: 24/0113 has four where five are usual."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Numbers of a series, from the first to the last, that no decision here has, and why if that was noted."""

    first: str
    last: str
    reason: str = ""

    @property
    def is_noted(self) -> bool:
        """Whether someone noted where the numbers were used."""
        return bool(self.reason)


_OFFICER = re.compile(r"OD\s*[.\-/ ]\s*(\d{2})\s*[.\-/ ]\s*(\d{1,6})", re.IGNORECASE)
_MEMBERS = re.compile(r"(\d{2})\s*/\s*(\d{1,6})")
_FINANCIAL_YEAR = re.compile(
    r"([A-Z]{2,6})\s*-?\s*(\d{1,5})\s*(?:\(\s*|\s)(\d{2})\s*[/\-]\s*(\d{2})\s*\)?", re.IGNORECASE
)
_SERIES = {DecisionKind.OFFICER: Series.OFFICER}


@lru_cache(maxsize=10_000)
def read_number(text: str) -> Numbered | None:
    """Read a decision's number as councils print it; None where nothing is written.

    OD.24.00002, OD-23-0002 and od/24/00002 are officers' numbers, 22/00092 a member's or the Cabinet's, OKD35 (24/25)
    one that restarts each financial year; any other text is a number as printed.
    """
    printed = " ".join(text.split())
    if not printed:
        return None
    for read in (_officer, _members, _financial_year):
        if found := read(printed):
            return found
    return Numbered(printed, Series.AS_PRINTED, printed.casefold())


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same number, printed alike or not; nothing written is no number."""
    first, second = read_number(one), read_number(other)
    return first is not None and second is not None and first.key == second.key


def did_you_mean(number: str, taken: Iterable[str]) -> str | None:
    """A number that is taken and that this one is a likely misprint of: 24/00113 for 24/0113; None if it is none.

    The same place in its series with other zeros, or one figure left out, added, changed or swapped with the next.
    """
    read = read_number(number)
    if read is None:
        return None
    others = [other for other in map(read_number, taken) if other is not None]
    if any(other.key == read.key for other in others):
        return None
    near = [other for other in others if other.series is read.series and _is_misprint(read, other)]
    same_place = [other for other in near if (other.year, other.sequence) == (read.year, read.sequence)]
    return next((other.printed for other in (*same_place, *near)), None)


def next_number(kind: DecisionKind, day: date, taken: Iterable[str], noted: Mapping[str, str] | None = None) -> str:
    """The number that comes next for a kind of decision on a day: one above the highest taken or noted that year.

    Source: Kent's practice, OD.YY.NNNNN for officers and one sequence YY/NNNNN for everyone else.

    Raises:
        Refusal: the year's five figures are used up.
    """
    series = _SERIES.get(kind, Series.MEMBERS)
    used = [each.sequence for each in _of((*taken, *(noted or {})), series, day.year) if each.sequence]
    following = max(used, default=0) + 1
    if following > LAST:
        raise Refusal(
            f"{_written(series, day.year, LAST)} is the last number of {day.year}. "
            "Enter the number by hand, as the council gives it."
        )
    return _written(series, day.year, following)


def gaps(
    kind: DecisionKind, year: int, taken: Iterable[str], noted: Mapping[str, str] | None = None
) -> tuple[Skipped, ...]:
    """The numbers of a year, from the first to the highest taken or noted, that no decision here has.

    Neighbours with the same reason are one line. A number that was noted as used elsewhere has that as its reason.
    """
    series = _SERIES.get(kind, Series.MEMBERS)
    reasons = {
        each.sequence: reason
        for number, reason in (noted or {}).items()
        for each in _of([number], series, year)
        if each.sequence
    }
    here = {each.sequence for each in _of(taken, series, year) if each.sequence}
    return tuple(_skipped(series, year, here, reasons))


def _officer(printed: str) -> Numbered | None:
    match = _OFFICER.fullmatch(printed)
    if match is None:
        return None
    year, sequence = 2000 + int(match[1]), int(match[2])
    usual = len(match[2]) == 5 or (len(match[2]) == 4 and "-" in printed)
    return Numbered(printed, Series.OFFICER, f"OD.{match[1]}.{sequence:05d}", year, sequence, usual)


def _members(printed: str) -> Numbered | None:
    match = _MEMBERS.fullmatch(printed)
    if match is None:
        return None
    key = f"{match[1]}/{match[2]}"
    return Numbered(printed, Series.MEMBERS, key, 2000 + int(match[1]), int(match[2]), len(match[2]) == 5)


def _financial_year(printed: str) -> Numbered | None:
    match = _FINANCIAL_YEAR.fullmatch(printed)
    if match is None or (int(match[3]) + 1) % 100 != int(match[4]):
        return None
    sequence = int(match[2])
    key = f"{match[1].upper()}{sequence} {match[3]}/{match[4]}"
    return Numbered(printed, Series.FINANCIAL_YEAR, key, 2000 + int(match[3]), sequence)


def _of(numbers: Iterable[str], series: Series, year: int) -> Iterator[Numbered]:
    for read in map(read_number, numbers):
        if read is not None and read.series is series and read.year == year:
            yield read


def _written(series: Series, year: int, sequence: int) -> str:
    if series is Series.OFFICER:
        return f"OD.{year % 100:02d}.{sequence:05d}"
    return f"{year % 100:02d}/{sequence:05d}"


def _skipped(series: Series, year: int, here: set[int], reasons: Mapping[int, str]) -> Iterator[Skipped]:
    highest = max((*here, *reasons), default=0)
    missing = [number for number in range(1, highest) if number not in here]
    missing += [highest] if highest in reasons and highest not in here else []
    runs = groupby(enumerate(missing), lambda pair: (pair[1] - pair[0], reasons.get(pair[1], "")))
    for (_, reason), run in runs:
        numbers = [number for _, number in run]
        yield Skipped(_written(series, year, numbers[0]), _written(series, year, numbers[-1]), reason)


def _is_misprint(one: Numbered, other: Numbered) -> bool:
    if one.sequence is not None and (one.year, one.sequence) == (other.year, other.sequence):
        return True
    return one.series is not Series.AS_PRINTED and _one_slip(one.key, other.key)


def _one_slip(one: str, other: str) -> bool:
    """Whether one character left out, added, changed, or two neighbours swapped makes one text of another."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    differing = [at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]]
    if len(long) != len(short) or not differing:
        return False
    first, last = differing[0], differing[-1]
    return len(differing) == 1 or (last == first + 1 and short[first : last + 1] == long[first : last + 1][::-1])
