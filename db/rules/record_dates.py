"""The days that follow from a decision: effect, members' access, publication, keeping, each with its working."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionKind
from db.rules.decision_facts import Route
from db.rules.governance import (
    USUAL_CALL_IN,
    CallIn,
    StartingEvent,
    general_exception_earliest,
    key_decision_earliest,
    takes_effect,
)
from db.rules.publication import RETENTION, member_inspection_deadline, retention_last_day
from db.rules.working_days import BankHolidays, YearNotKnown, is_working_day, show_weekday, working_days_between


@dataclass(frozen=True, slots=True)
class Clock:
    """A day that follows from a decision, how it was found, and where the rule comes from."""

    what: str
    day: date | None
    """None where it cannot be worked out yet; the working says why."""
    working: tuple[str, ...]
    source: str
    at: datetime | None = None
    """The moment on the clock in England, where the time of the decision is known."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How long publication took, or has taken so far, in working days after the day of the decision."""

    working_days: int
    until: date
    """The day of publication, or the day it is counted to."""
    is_published: bool


@dataclass(frozen=True, slots=True)
class RecordDates:
    """The clocks that a decision starts. What does not apply, or waits for a day, is None."""

    effective: Clock | None = None
    members: Clock | None = None
    """By when members may inspect the papers of an officer's executive decision."""
    website: Clock | None = None
    kept_until: Clock | None = None
    papers_kept_until: Clock | None = None
    key_earliest: Clock | None = None
    """The first day on which a key decision could be taken, its notice having been published."""
    lag: Lag | None = None

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """Every clock there is, in the order of a record."""
        each = (
            self.key_earliest, self.effective, self.members, self.website, self.kept_until, self.papers_kept_until
        )  # fmt: skip
        return tuple(clock for clock in each if clock is not None)


def clocks_of(
    decision: Decision,
    holidays: BankHolidays,
    call_in: CallIn = USUAL_CALL_IN,
    *,
    day: date | None = None,
    taken_at: datetime | None = None,
) -> RecordDates:
    """The clocks that a decision starts; none but that of its notice while it has no date.

    The day given is the one to which an unpublished decision's lag is counted; taken_at is the moment it was taken, on
    the clock in England, where that is known.
    """
    key = _key_earliest(decision, holidays)
    if decision.decided_on is None:
        return RecordDates(key_earliest=key)
    decided_on = decision.decided_on
    return RecordDates(
        effective=_effective(decision, decided_on, holidays, call_in),
        members=_members(decision, decided_on, taken_at),
        website=_website(decision, decided_on),
        kept_until=_kept("The record is kept until", decided_on, "officer_record"),
        papers_kept_until=_kept("Background papers are kept until", decided_on, "background_papers"),
        key_earliest=key,
        lag=publication_lag(decision, holidays, day),
    )


def publication_lag(decision: Decision, holidays: BankHolidays, day: date | None = None) -> Lag | None:
    """How many working days after its decision a record was published, or has waited by a day.

    None where there is no date, no day to count to, or the years' bank holidays are not recorded.
    Source: SI 2012/2089 reg 13(4), "as soon as reasonably practicable".
    """
    published_on = decision.published.published_on
    until = published_on or day
    if decision.decided_on is None or until is None:
        return None
    try:
        return Lag(_working_days(decision.decided_on, until, holidays), until, published_on is not None)
    except YearNotKnown:
        return None


def can_be_called_in(decision: Decision) -> bool:
    """Whether call-in holds a decision up: as recorded, else not for an officer's that is no key decision."""
    if decision.callable_in is not None:
        return decision.callable_in
    return decision.kind is not DecisionKind.OFFICER or bool(decision.is_key)


def _working_days(decided_on: date, until: date, holidays: BankHolidays) -> int:
    if until <= decided_on:
        return 0
    return working_days_between(decided_on, until, holidays=holidays) + is_working_day(until, holidays=holidays)


def _effective(decision: Decision, decided_on: date, holidays: BankHolidays, call_in: CallIn) -> Clock:
    what = "Takes effect on"
    if not can_be_called_in(decision):
        told = f"Decided on {show_day(decided_on)}; it cannot be called in, so it takes effect that day."
        return Clock(
            what, decided_on, (told,), "Practice of councils for officers’ decisions that are no key decisions"
        )
    source = "The council’s constitution: call-in is local, not statute"
    try:
        day = takes_effect(decided_on, decision.published.published_on, call_in, holidays=holidays)
    except YearNotKnown as unknown:
        return Clock(what, None, (str(unknown),), source)
    if day is None:
        return Clock(
            what, None, ("It can be called in, which is counted from publication; not published yet.",), source
        )
    return Clock(what, day, _how_effective(decision, decided_on, call_in, day), source)


def _how_effective(decision: Decision, decided_on: date, call_in: CallIn, day: date) -> tuple[str, ...]:
    from_decision = call_in.starts_with is StartingEvent.DECISION or decision.published.published_on is None
    event = f"Decided on {show_weekday(decided_on)}"
    if not from_decision and decision.published.published_on is not None:
        event = f"Published on {show_weekday(decision.published.published_on)}"
    return (
        f"{event}; that day does not count.",
        f"{call_in.working_days} working days must pass for call-in; the day after is {show_weekday(day)}.",
    )


def _members(decision: Decision, decided_on: date, taken_at: datetime | None) -> Clock | None:
    if decision.kind is not DecisionKind.OFFICER or decision.is_executive is False:
        return None
    what, source = "Members may inspect the papers by", "SI 2012/2089 reg 16(3) and (4)"
    if taken_at is not None:
        at = member_inspection_deadline(taken_at)
        return Clock(what, at.date(), ("24 hours after the decision, and at once where that can be done.",), source, at)
    day = decided_on + timedelta(days=1)
    told = (
        f"24 hours after the decision: on {show_weekday(day)} by the time of day it was taken, which is not recorded."
    )
    return Clock(what, day, (told,), source)


def _website(decision: Decision, decided_on: date) -> Clock:
    what, source = "Published on the council’s website", "SI 2012/2089 regs 13(4), 14 and 21"
    published_on = decision.published.published_on
    if published_on is None:
        told = f"As soon as reasonably practicable after {show_day(decided_on)}; not published yet."
        return Clock(what, None, (told,), source)
    return Clock(what, published_on, (f"Published on {show_day(published_on)}.",), source)


def _kept(what: str, decided_on: date, kind: str) -> Clock:
    rule = RETENTION[kind]
    told = f"{rule.years} years, beginning with {show_day(decided_on)}."
    return Clock(what, retention_last_day(decided_on, what=kind), (told,), rule.source)


_Earliest = Callable[..., date]
_ROUTES: dict[Route, tuple[_Earliest, str, str]] = {
    Route.NOTICE: (key_decision_earliest, "28 clear days must pass", "SI 2012/2089 reg 9"),
    Route.GENERAL_EXCEPTION: (general_exception_earliest, "5 clear working days must pass", "SI 2012/2089 reg 10"),
}


def _key_earliest(decision: Decision, holidays: BankHolidays) -> Clock | None:
    published_on = decision.plan.notice_published_on
    if published_on is None or decision.plan.route not in _ROUTES:
        return None
    find, waits, source = _ROUTES[decision.plan.route]
    what = "May be taken from"
    try:
        day = find(published_on, holidays=holidays)
    except YearNotKnown as unknown:
        return Clock(what, None, (str(unknown),), source)
    told = f"Notice was published on {show_day(published_on)}; {waits}, so from {show_weekday(day)}."
    return Clock(what, day, (told,), source)
