"""The returns ledger: every quarter a return is expected or came in, and how it stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.monitoring import MonitoringReturn, ReturnPeriod, ReturnSchedule, due_on, quarters_expected
from db.rules.standing import standing
from desktop.look.palette import Tone
from desktop.tables.columns import Chip, Column, chip_column, day_column, number_column, text_column


class State(StrEnum):
    """How a quarter's return stands."""

    LATE = "Late"
    DUE = "Due"
    EXPECTED = "Expected"
    RECEIVED = "Received"


_TONES = {
    State.LATE: Tone.OVERDUE,
    State.DUE: Tone.SOON,
    State.EXPECTED: Tone.LATER,
    State.RECEIVED: Tone.DONE,
}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One contract's return for one quarter, with every number that came in, the newest first."""

    contract_id: ContractId
    reference: str
    title: str
    provider: str
    period: ReturnPeriod
    due_on: date | None
    state: State
    returns: tuple[MonitoringReturn, ...] = ()

    @property
    def id(self) -> str:
        """Names the row: the contract and the first day of the quarter."""
        return f"{self.contract_id} {self.period.days.starts_on.isoformat()}"

    @property
    def newest(self) -> MonitoringReturn | None:
        """The number that counts."""
        return self.returns[0] if self.returns else None

    @property
    def chip(self) -> Chip:
        """Its state as a chip."""
        return Chip(_TONES[self.state], self.state.value)

    @property
    def due_in_words(self) -> str:
        """By when it is or was due."""
        return show_day(self.due_on) if self.due_on else ""


COLUMNS: tuple[Column[LedgerRow], ...] = (
    text_column(
        "Quarter", lambda row: row.period.label, width=18, sort=lambda row: -row.period.days.starts_on.toordinal()
    ),
    text_column("Contract", lambda row: row.reference, width=22),
    chip_column("State", lambda row: row.chip, width=13, sort=lambda row: list(State).index(row.state)),
    day_column("Due by", lambda row: row.due_on),
    day_column("Received", lambda row: row.newest.received_on if row.newest else None),
    text_column("File", lambda row: row.newest.file_name if row.newest else "", width=26, stretch=True),
    number_column("Number", lambda row: row.newest.number if row.newest else None),
    text_column("Provider", lambda row: row.provider, width=24),
)


def ledger(
    contracts: Iterable[Contract], schedules: Iterable[ReturnSchedule], returns: Iterable[MonitoringReturn], on: date
) -> tuple[LedgerRow, ...]:
    """Every quarter expected or returned by a day, the newest quarter first, then by contract."""
    known = {each.id: each for each in contracts}
    came: dict[tuple[ContractId, ReturnPeriod], list[MonitoringReturn]] = {}
    for each in returns:
        if each.received_on <= on:
            came.setdefault((each.contract_id, each.period), []).append(each)
    rows = [_expected(known[schedule.contract_id], schedule, period, came, on)
            for schedule in schedules if schedule.contract_id in known
            for period in _quarters(known[schedule.contract_id], schedule, on)]  # fmt: skip
    rows += [_unexpected(found) for found in came.values()]
    return tuple(sorted(rows, key=lambda row: (-row.period.days.starts_on.toordinal(), row.reference.casefold())))


def _quarters(contract: Contract, schedule: ReturnSchedule, on: date) -> tuple[ReturnPeriod, ...]:
    ends_on = standing(contract, on).ends_on
    return quarters_expected(schedule, min(on, ends_on) if ends_on else on)


def _expected(
    contract: Contract,
    schedule: ReturnSchedule,
    period: ReturnPeriod,
    came: dict[tuple[ContractId, ReturnPeriod], list[MonitoringReturn]],
    on: date,
) -> LedgerRow:
    due = due_on(period, schedule.days_allowed)
    found = _newest_first(came.pop((contract.id, period), []))
    state = State.RECEIVED if found else _awaited(period, due, on)
    return LedgerRow(
        contract.id, contract.reference, contract.title, contract.provider_names, period, due, state, found
    )


def _awaited(period: ReturnPeriod, due: date, on: date) -> State:
    if due < on:
        return State.LATE
    return State.DUE if period.days.ends_on < on else State.EXPECTED


def _unexpected(found: list[MonitoringReturn]) -> LedgerRow:
    one = found[0]
    return LedgerRow(
        one.contract_id, one.contract_reference, one.contract_title, one.provider, one.period, None,
        State.RECEIVED, _newest_first(found),
    )  # fmt: skip


def _newest_first(found: list[MonitoringReturn]) -> tuple[MonitoringReturn, ...]:
    return tuple(sorted(found, key=lambda each: -each.number))
