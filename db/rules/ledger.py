"""The ledger of returns: what each contract's provider owes for each quarter, and where that stands on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.monitoring import ReturnPeriod, ReturnSchedule, quarters_expected, return_due_on
from db.rules.words import counted
from db.rules.working_days import BankHolidays, YearNotKnown

REMINDED_BEFORE = timedelta(weeks=2)
"""How long before a quarter ends its reminder is due. Source: Supporting People practice (Northern Ireland)."""


class ReturnState(StrEnum):
    """Where a quarter's return stands, from the quarter that runs to the return accepted."""

    EXPECTED = "expected"
    """The quarter has not ended."""
    DUE = "due"
    REMINDED = "reminded"
    LATE = "late"
    RECEIVED = "received"
    QUERIED = "queried"
    ACCEPTED = "accepted"


TONES = {
    ReturnState.LATE: "overdue",
    ReturnState.DUE: "soon",
    ReturnState.REMINDED: "soon",
    ReturnState.QUERIED: "soon",
    ReturnState.RECEIVED: "later",
    ReturnState.ACCEPTED: "done",
}
"""The tone of a state by its name; expected is neutral."""


@dataclass(frozen=True, slots=True)
class QueryRaised:
    """A question about a return put to its provider; None while it is open."""

    raised_on: date
    answered_on: date | None = None

    def is_open_on(self, day: date) -> bool:
        """Whether it was raised by a day and not yet answered on it."""
        return self.raised_on <= day and (self.answered_on is None or self.answered_on > day)


@dataclass(frozen=True, slots=True)
class ReturnFacts:
    """What happened about a contract's return for a quarter, each by its day; a resubmission is received again."""

    received_on: tuple[date, ...] = ()
    reminded_on: tuple[date, ...] = ()
    queries: tuple[QueryRaised, ...] = ()
    accepted_on: date | None = None


NOTHING_YET = ReturnFacts()

Facts = Mapping[tuple[ContractId, ReturnPeriod], ReturnFacts]
"""What happened, by contract and quarter."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One contract's return for one quarter as it stands on a day. No due day: the problem says why."""

    contract_id: ContractId
    period: ReturnPeriod
    state: ReturnState
    due_on: date | None
    received_on: date | None = None
    """The day the latest version came."""
    first_received_on: date | None = None
    reminded_on: date | None = None
    open_queries: int = 0
    accepted_on: date | None = None
    days_late: int = 0
    """Calendar days from the due day to the first version, or to the day where none has come."""
    problem: str = ""

    @property
    def tone(self) -> str:
        """The name of the tone its state is shown in."""
        return TONES.get(self.state, "neutral")

    @property
    def words(self) -> str:
        """The state for people: Late by 3 days. Received 2 days late. Accepted."""
        days = counted(self.days_late, "days")
        if self.state is ReturnState.LATE:
            return f"Late by {days}"
        late = f" {days} late" if self.days_late and self.state is ReturnState.RECEIVED else ""
        return f"{self.state.value.capitalize()}{late}"


def ledger(
    schedules: Iterable[ReturnSchedule], facts: Facts, on: date, *, holidays: BankHolidays
) -> tuple[LedgerLine, ...]:
    """Every return expected by a day, oldest quarter first. Only what happened by the day counts."""
    lines = (
        ledger_line(schedule, period, facts.get((schedule.contract_id, period), NOTHING_YET), on, holidays=holidays)
        for schedule in schedules
        for period in quarters_expected(schedule, on)
    )
    return tuple(sorted(lines, key=lambda line: (line.period.days.starts_on, line.contract_id)))


def ledger_line(
    schedule: ReturnSchedule, period: ReturnPeriod, facts: ReturnFacts, on: date, *, holidays: BankHolidays
) -> LedgerLine:
    """One contract's return for one quarter as it stands on a day."""
    due, problem = _due(schedule, period, holidays)
    received = sorted(day for day in facts.received_on if day <= on)
    reminded = _last(day for day in facts.reminded_on if day <= on)
    accepted = facts.accepted_on if facts.accepted_on and facts.accepted_on <= on else None
    queries = sum(query.is_open_on(on) for query in facts.queries)
    return LedgerLine(
        schedule.contract_id,
        period,
        _came(received, queries, accepted) if received else _awaited(period, due, reminded, on),
        due,
        received[-1] if received else None,
        received[0] if received else None,
        reminded,
        queries,
        accepted,
        max(0, ((received[0] if received else on) - due).days) if due else 0,
        problem,
    )


def late(lines: Iterable[LedgerLine]) -> tuple[LedgerLine, ...]:
    """The returns that have not come and are past their due day, the longest late first."""
    return tuple(sorted((line for line in lines if line.state is ReturnState.LATE), key=lambda line: -line.days_late))


def reminder_on(period: ReturnPeriod, before: timedelta = REMINDED_BEFORE) -> date:
    """The day on which a provider is reminded of a quarter's return, so long before the quarter ends."""
    return period.days.ends_on - before


def show_due(line: LedgerLine) -> str:
    """The due day for people, or why there is none."""
    return show_day(line.due_on) if line.due_on else line.problem


def _due(schedule: ReturnSchedule, period: ReturnPeriod, holidays: BankHolidays) -> tuple[date | None, str]:
    try:
        return return_due_on(schedule, period, holidays=holidays), ""
    except YearNotKnown as unknown:
        return None, str(unknown)


def _came(received: list[date], queries: int, accepted: date | None) -> ReturnState:
    """The state of a return that has come; a version that came after the acceptance is looked at again."""
    if accepted and accepted >= received[-1]:
        return ReturnState.ACCEPTED
    return ReturnState.QUERIED if queries else ReturnState.RECEIVED


def _awaited(period: ReturnPeriod, due: date | None, reminded: date | None, on: date) -> ReturnState:
    if due and on > due:
        return ReturnState.LATE
    if reminded:
        return ReturnState.REMINDED
    return ReturnState.DUE if on > period.days.ends_on else ReturnState.EXPECTED


def _last(days: Iterable[date]) -> date | None:
    return max(days, default=None)
