"""The ladder of what a council does about performance that falls short: from a query to a default."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.dates import show_day
from db.rules.refusal import Refusal


class Rung(StrEnum):
    """A rung of the ladder, the mildest first. Source: North Lincolnshire Council's performance framework."""

    QUERY = "query"
    CONCERN = "notice of concern"
    ACTION_PLAN = "action plan"
    REMEDIAL = "remedial notice"
    DEFAULT = "default notice"


RUNGS = tuple(Rung)


@dataclass(frozen=True, slots=True)
class Escalation:
    """A rung taken about a contract: when, why, by when an answer is due, and when it was settled."""

    rung: Rung
    taken_on: date
    reason: str
    answer_by: date | None = None
    settled_on: date | None = None

    def __post_init__(self) -> None:
        for day, what in ((self.answer_by, "answer is due"), (self.settled_on, "matter is settled")):
            if day is not None and day < self.taken_on:
                raise Refusal(
                    f"The {what} on {show_day(day)}, before {show_day(self.taken_on)}, the day it was raised."
                )

    def is_open_on(self, day: date) -> bool:
        """Whether it was taken by a day and not yet settled on it."""
        return self.taken_on <= day and (self.settled_on is None or self.settled_on > day)

    def is_overdue_on(self, day: date) -> bool:
        """Whether it is open and its answer was due before a day."""
        return self.is_open_on(day) and self.answer_by is not None and self.answer_by < day


def standing_rung(taken: Iterable[Escalation], on: date) -> Escalation | None:
    """The highest rung that is open on a day; None where nothing is."""
    open_ones = (each for each in taken if each.is_open_on(on))
    return max(open_ones, key=lambda each: (RUNGS.index(each.rung), each.taken_on), default=None)


def next_rung(taken: Iterable[Escalation], on: date) -> Rung | None:
    """The rung above the one that stands on a day; None at the top."""
    standing = standing_rung(taken, on)
    place = RUNGS.index(standing.rung) + 1 if standing else 0
    return RUNGS[place] if place < len(RUNGS) else None


def overdue(taken: Iterable[Escalation], on: date) -> tuple[Escalation, ...]:
    """What waits for an answer past its day, the longest first."""
    waiting = [each for each in taken if each.is_overdue_on(on)]
    return tuple(sorted(waiting, key=lambda each: each.answer_by or on))
