"""What lies ahead of a contract's last day to act: the kind of decision it needs, and the steps before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.contract import Status
from db.rules.diary import Diary
from db.rules.notice import last_day_to_act
from db.rules.runway import Runway
from db.rules.standing import Standing
from db.rules.worked_day import WorkedDay
from desktop.drawing.marks import Flag, Moment

_ACTED_ON = (Status.RUNNING, Status.NOT_STARTED)


@dataclass(frozen=True, slots=True)
class Ahead:
    """The kind of decision, the last day to act, and the steps back from it; no steps where none are counted."""

    kind: str
    last: WorkedDay
    counted: Runway | None


def ahead_of(at: Standing, diary: Diary) -> Ahead | None:
    """The steps before the last day on which something can be done about a contract's end; None where there is none."""
    last = last_day_to_act(at) if at.status in _ACTED_ON else None
    if last is None:
        return None
    kind, counted = diary.runway_to(at.contract.id, last.day)
    return Ahead(kind, last, counted)


def runway_flags(at: Standing, diary: Diary) -> Iterator[Flag]:
    """The day to start and the day to decide what follows a contract's end, as marks of a drawing."""
    ahead = ahead_of(at, diary)
    counted = ahead.counted if ahead else None
    if ahead is None or counted is None:
        return
    if counted.start_by:
        yield Flag(Moment.START, counted.start_by, "Start by", ahead.kind, passed=counted.start_by < at.day)
    if counted.decide_by:
        yield Flag(Moment.TAKE_DECISION, counted.decide_by, "Decide by", ahead.kind, passed=counted.decide_by < at.day)
