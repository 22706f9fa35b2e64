"""Days along a line: where a day stands, which ticks there is room for, how labels keep out of each other's way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from db.rules.dates import Period

_MONTHS_APART = (1, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Axis:
    """A span of days laid from one x to another, in pixels."""

    span: Period
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        days = (self.span.ends_on - self.span.starts_on).days + 1
        return self.left + (day - self.span.starts_on).days * (self.right - self.left) / days

    def after(self, day: date) -> float:
        """Where a day ends."""
        days = (self.span.ends_on - self.span.starts_on).days + 1
        return self.left + ((day - self.span.starts_on).days + 1) * (self.right - self.left) / days

    def ticks(self, room: float) -> list[date]:
        """First days of months at least `room` pixels apart: every month, quarter, half year, year or more."""
        for months in _MONTHS_APART:
            found = list(self._firsts(months))
            if all(self.x(later) - self.x(sooner) >= room for sooner, later in pairwise(found)):
                return found
        return []

    def _firsts(self, months: int) -> Iterator[date]:
        at = self.span.starts_on.year * 12
        at -= at // 12 % max(months // 12, 1) * 12
        while True:
            year, month = divmod(at, 12)
            day = date(year, month + 1, 1)
            if day > self.span.ends_on:
                return
            if day >= self.span.starts_on:
                yield day
            at += months


def stacked(spans: Sequence[tuple[float, float]], gap: float = 8) -> list[int]:
    """For each label from left to right, given where it starts and ends, the row it takes so that none overlap."""
    ends: list[float] = []
    rows: list[int] = []
    for start, end in spans:
        row = next((number for number, taken in enumerate(ends) if taken + gap <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        rows.append(row)
    return rows


def inside(start: float, width: float, left: float, right: float) -> float:
    """Where a label of a width starts so that it stays between left and right."""
    return max(left, min(start, right - width))
