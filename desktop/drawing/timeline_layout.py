"""Where days and rows of the timeline stand, for a size, a scale and a scrolled place. Numbers only: no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.rules.dates import Period
from desktop.drawing.axis import Axis
from desktop.drawing.marks import Bar, Mark
from desktop.drawing.timeline_rows import Lane, TimelineRow

CLOSEST, FURTHEST = 12.0, 0.04
"""Pixels a day takes at most and at least."""
_STEP = 1.25


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """The timeline laid out; all lengths in pixels."""

    span: Period
    width: float
    height: float
    names: float
    """Width of the column of names, which stays in sight."""
    header: float
    """Height of the line of months, which stays in sight."""
    row: float
    scale: float
    """Pixels a day takes."""
    across: float = 0.0
    """How far the days are scrolled."""
    down: float = 0.0
    """How far the rows are scrolled."""

    @property
    def room(self) -> float:
        """Width the days have."""
        return max(self.width - self.names, 1.0)

    @property
    def length(self) -> float:
        """Width of all days together."""
        return ((self.span.ends_on - self.span.starts_on).days + 1) * self.scale

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.names + (day - self.span.starts_on).days * self.scale - self.across

    def day_at(self, x: float) -> date:
        """The day at a place, within the days there are."""
        days = int((x - self.names + self.across) / self.scale)
        last = (self.span.ends_on - self.span.starts_on).days
        return self.span.starts_on + timedelta(days=max(0, min(days, last)))

    def top(self, lane: int) -> float:
        """Where a lane begins."""
        return self.header + lane * self.row - self.down

    def lane_at(self, y: float) -> int:
        """The lane at a place, counted from 0 though there may be none so far down; -1 on the months."""
        return int((y - self.header + self.down) // self.row) if y >= self.header else -1

    def in_sight(self, count: int) -> range:
        """The lanes in sight, of so many."""
        first = int(self.down // self.row)
        return range(max(first, 0), min(int((self.down + self.height - self.header) // self.row) + 1, count))

    def box(self, bar: Bar) -> tuple[float, float]:
        """Where a bar begins and ends; never thinner than two pixels."""
        left = self.x(bar.period.starts_on)
        return left, max(self.x(bar.period.ends_on) + self.scale, left + 2.0)

    def place(self, mark: Mark) -> float:
        """The place across that stands for a mark: a bar's beginning, a flag's day."""
        return self.x(mark.period.starts_on) if isinstance(mark, Bar) else self.x(mark.on) + self.scale / 2

    def ticks(self, room: float) -> list[date]:
        """The first days of months in sight that have so much room each."""
        first, last = self.day_at(self.names), self.day_at(self.width)
        return Axis(Period(first.replace(day=1), last), self.x(first.replace(day=1)), self.x(last)).ticks(room)

    def hit(self, lanes: Sequence[Lane], x: float, y: float) -> tuple[TimelineRow | None, Mark | None]:
        """The contract at a place, and its mark there: a flag before the bar it stands on."""
        lane = self.lane_at(y)
        found = lanes[lane] if 0 <= lane < len(lanes) else None
        if not isinstance(found, TimelineRow):
            return None, None
        if x < self.names:
            return found, None
        flags = [flag for flag in found.flags if abs(self.place(flag) - x) <= self.row * 0.35]
        bars = [bar for bar in found.bars if self.box(bar)[0] <= x <= self.box(bar)[1]]
        near = min(flags, key=lambda flag: abs(self.place(flag) - x), default=None)
        return found, near or (bars[-1] if bars else None)


def fitting(room: float, days: int) -> float:
    """The scale at which so many days fill the room."""
    return max(FURTHEST, min(CLOSEST, room / max(days, 1)))


def stepped(scale: float, steps: float) -> float:
    """A scale so many steps nearer, or further away."""
    factor: float = pow(_STEP, steps)
    return max(FURTHEST, min(CLOSEST, scale * factor))
