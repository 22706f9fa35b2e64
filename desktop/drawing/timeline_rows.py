"""What stands on the timeline of all contracts: a row each, grouped by service. Plain values: no Qt, and no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.rules.dates import Period
from desktop.drawing.marks import Bar, Flag, Mark

AHEAD, BEHIND = timedelta(days=3 * 366), timedelta(days=366)
"""What the timeline reaches at least, from the day looked from."""
NO_SERVICE = "No service recorded"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One contract: its names and everything that stands on its line."""

    id: str
    reference: str
    title: str
    service: str
    bars: tuple[Bar, ...] = ()
    flags: tuple[Flag, ...] = ()
    status: str = ""

    def marks(self) -> tuple[Mark, ...]:
        """Every mark, soonest first: the order the keyboard goes through them."""
        return tuple(sorted((*self.bars, *self.flags), key=first_day))

    def spoken(self, mark: Mark | None) -> str:
        """A mark of the row in words, with the contract it belongs to."""
        said = mark.spoken() if mark else "no term is recorded, so nothing is drawn"
        return f"{self.reference}, {self.title}. {said}"


@dataclass(frozen=True, slots=True)
class Heading:
    """The service the rows below belong to, and how many they are."""

    service: str
    count: int

    @property
    def words(self) -> str:
        """The heading as it is written."""
        return f"{self.service} · {self.count}"


Lane = TimelineRow | Heading


def lanes(rows: Iterable[TimelineRow]) -> tuple[Lane, ...]:
    """Rows under the heading of their service, services and references in order; without a service, last."""
    groups: dict[str, list[TimelineRow]] = {}
    for row in rows:
        groups.setdefault(row.service or NO_SERVICE, []).append(row)
    found: list[Lane] = []
    for service in sorted(groups, key=lambda name: (name == NO_SERVICE, name.casefold())):
        found.append(Heading(service, len(groups[service])))
        rows_in = sorted(groups[service], key=_reference)
        found.extend(rows_in)
    return tuple(found)


def span(rows: Iterable[TimelineRow], today: date) -> Period:
    """The days the timeline can show: every mark, and at least a year behind and three ahead."""
    first, last = today - BEHIND, today + AHEAD
    for row in rows:
        for mark in row.marks():
            first, last = min(first, first_day(mark)), max(last, _last_day(mark))
    return Period(first.replace(day=1), last)


def nearest(marks: Sequence[Mark], day: date) -> int:
    """The number of the mark whose day is nearest to a day; -1 where there is none."""
    return min(range(len(marks)), key=lambda at: abs((first_day(marks[at]) - day).days), default=-1)


def first_day(mark: Mark) -> date:
    """The day a mark stands on, or begins."""
    return mark.period.starts_on if isinstance(mark, Bar) else mark.on


def _reference(row: TimelineRow) -> str:
    return row.reference.casefold()


def _last_day(mark: Mark) -> date:
    return mark.period.ends_on if isinstance(mark, Bar) else mark.on
