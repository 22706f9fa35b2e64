"""Every contract's returns on a day: those expected while the contract runs, and those that came unasked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.ledger import NOTHING_YET, Facts, LedgerLine, ledger_line
from db.rules.monitoring import ReturnPeriod, ReturnSchedule, quarters_expected
from db.rules.standing import standing
from db.rules.working_days import BankHolidays

UNASKED = "No return was expected for this quarter, so it has no due day."


def every_return(
    contracts: Iterable[Contract],
    schedules: Iterable[ReturnSchedule],
    facts: Facts,
    on: date,
    *,
    holidays: BankHolidays,
) -> tuple[LedgerLine, ...]:
    """The ledger of these contracts, the newest quarter first, then by reference.

    Nothing is expected for a quarter that begins after a contract's last day.
    """
    known = {each.id: each for each in contracts}
    lines = list(_expected(known, schedules, facts, on, holidays))
    asked = {(line.contract_id, line.period) for line in lines}
    lines += _unasked(known, asked, facts, on, holidays)
    return tuple(
        sorted(
            lines,
            key=lambda line: (-line.period.days.starts_on.toordinal(), known[line.contract_id].reference.casefold()),
        )
    )


def _expected(
    known: Mapping[ContractId, Contract],
    schedules: Iterable[ReturnSchedule],
    facts: Facts,
    on: date,
    holidays: BankHolidays,
) -> Iterator[LedgerLine]:
    for schedule in schedules:
        if contract := known.get(schedule.contract_id):
            ends_on = standing(contract, on).ends_on
            for period in quarters_expected(schedule, min(on, ends_on) if ends_on else on):
                found = facts.get((contract.id, period), NOTHING_YET)
                yield ledger_line(schedule, period, found, on, holidays=holidays)


def _unasked(
    known: Mapping[ContractId, Contract],
    asked: set[tuple[ContractId, ReturnPeriod]],
    facts: Facts,
    on: date,
    holidays: BankHolidays,
) -> Iterator[LedgerLine]:
    """Returns that came though none was expected."""
    for (contract_id, period), found in facts.items():
        came = any(day <= on for day in found.received_on)
        if came and contract_id in known and (contract_id, period) not in asked:
            schedule = ReturnSchedule(contract_id, period.days.starts_on, 0)
            line = ledger_line(schedule, period, found, on, holidays=holidays)
            yield replace(line, due_on=None, days_late=0, problem=UNASKED)
