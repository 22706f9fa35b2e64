"""What stands on the drawing of a contract's term. Plain values: no Qt, and no clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.dates import Period, show_day


class Stretch(StrEnum):
    """A stretch of days on the bar."""

    INITIAL = "Initial term"
    USED = "Option used"
    UNUSED = "Option not used"
    EXTENSION = "Extension"
    NOTICE = "Notice window"
    PAST_END = "Running past its end"


class Moment(StrEnum):
    """A single day beside the bar."""

    VARIATION = "Variation"
    SERVE_BY = "Serve notice by"
    DECIDE_BY = "Decide by"
    TAKE_DECISION = "Take the decision by"
    START = "Start by"
    DECIDED = "Decision taken"
    NOTICE_GIVEN = "Notice given"
    END = "Ends"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the term. `label` is written on it where it fits; `detail` is said with it."""

    kind: Stretch
    period: Period
    label: str
    detail: str = ""

    def spoken(self) -> str:
        """The bar in words."""
        return ". ".join(part for part in (f"{self.label}: {self.period}", self.detail) if part)


@dataclass(frozen=True, slots=True)
class Flag:
    """A day that matters, with its name."""

    kind: Moment
    on: date
    label: str
    detail: str = ""
    passed: bool = False
    """The day has gone by without what it asks for."""

    def spoken(self) -> str:
        """The flag in words."""
        return ". ".join(part for part in (f"{self.label}: {show_day(self.on)}", self.detail) if part)


Mark = Bar | Flag


@dataclass(frozen=True, slots=True)
class TermDrawing:
    """A contract's term as it stands on a day."""

    title: str
    today: date
    bars: tuple[Bar, ...] = ()
    flags: tuple[Flag, ...] = ()

    def marks(self) -> tuple[Mark, ...]:
        """Every mark, soonest first: the order the keyboard goes through them."""
        return tuple(sorted((*self.bars, *self.flags), key=_first_day))

    def spoken(self) -> str:
        """The whole drawing in words."""
        lines = [f"{self.title}, as it stands on {show_day(self.today)}", *(mark.spoken() for mark in self.marks())]
        return ". ".join(lines) + "."

    def span(self) -> Period:
        """The days the drawing shows: from the first mark to the last, today among them, some weeks round about."""
        days = [self.today, *(flag.on for flag in self.flags)]
        days += [day for bar in self.bars for day in (bar.period.starts_on, bar.period.ends_on)]
        first, last = min(days).toordinal(), max(days).toordinal()
        margin = max((last - first) // 40, 15)
        return Period(_day(first - margin), _day(last + margin))


def _first_day(mark: Mark) -> tuple[date, int]:
    return (mark.period.starts_on, 0) if isinstance(mark, Bar) else (mark.on, 1)


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
