"""Everything to look at on a day, soonest first."""

from collections.abc import Iterable, Iterator
from datetime import date

from db.rules.attention_line import AttentionLine, Matter, Urgency, urgency
from db.rules.contract import Contract, Unreadable
from db.rules.dates import show_day
from db.rules.decision import ContractId, Decision
from db.rules.diary import USUAL_DIARY, Diary
from db.rules.matters import matters_of, show_days
from db.rules.monitoring import MonitoringReturn, ReturnPeriod, ReturnSchedule, quarters_expected
from db.rules.return_due import DueDay, due_day
from db.rules.standing import standing

__all__ = ["AttentionLine", "Matter", "Urgency", "attention"]


def attention(
    contracts: Iterable[Contract | Unreadable],
    decisions: Iterable[Decision],
    schedules: Iterable[ReturnSchedule],
    returns: Iterable[MonitoringReturn],
    on: date,
    diary: Diary = USUAL_DIARY,
) -> tuple[AttentionLine, ...]:
    """Everything to look at on a day, soonest first; a contract that cannot be read is one line, first of all.

    The diary says how early each matter comes into sight and which governance steps come before a last day.
    """
    known = tuple(contracts)
    lines = [line for contract in known for line in _of_contract(contract, on, diary)]
    lines += [
        _unsigned(decision, decision.decided_on, on)
        for decision in decisions
        if decision.decided_on and decision.awaits_signature(on)
    ]
    readable = {each.id: each for each in known if isinstance(each, Contract)}
    lines += _of_returns(readable, schedules, returns, on, diary)
    return tuple(sorted(lines, key=lambda line: (line.act_by or date.min, line.contract_reference, line.matter.value)))


def _of_contract(contract: Contract | Unreadable, on: date, diary: Diary) -> Iterator[AttentionLine]:
    if isinstance(contract, Unreadable):
        yield AttentionLine(
            Matter.UNREADABLE, Urgency.OVERDUE, None, contract.problem, (), contract.id, contract.reference
        )
        return
    yield from matters_of(standing(contract, on), diary)


def _unsigned(decision: Decision, decided_on: date, on: date) -> AttentionLine:
    days = (on - decided_on).days
    return AttentionLine(
        Matter.UNSIGNED,
        Urgency.OVERDUE,
        decided_on,
        f"Sign the record: {decision.subject}",
        (f"Taken on {show_day(decided_on)}, {show_days(days)} ago; no signature is recorded.",),
        contract_reference=", ".join(dict.fromkeys(each.contract_reference for each in decision.effects)),
        decision_id=decision.id,
        decision_number=decision.number,
    )


def _of_returns(
    contracts: dict[ContractId, Contract],
    schedules: Iterable[ReturnSchedule],
    returns: Iterable[MonitoringReturn],
    on: date,
    diary: Diary,
) -> Iterator[AttentionLine]:
    received = {(each.contract_id, each.period) for each in returns if each.received_on <= on}
    for schedule in schedules:
        contract = contracts.get(schedule.contract_id)
        if contract is None:
            continue
        at = standing(contract, on)
        ends_on = at.ends_on
        for period in quarters_expected(schedule, min(on, ends_on) if ends_on else on):
            if (contract.id, period) in received:
                continue
            due = due_day(schedule, period, holidays=diary.holidays)
            if diary.shows(Matter.RETURN_DUE, at, due.day or period.days.ends_on):
                yield _awaited(contract, period, due, on)


def _awaited(contract: Contract, period: ReturnPeriod, due: DueDay, on: date) -> AttentionLine:
    """A return that has not come. Where its day cannot be counted the line says so and has none."""
    late = due.day is not None and due.day < on
    said = "is late" if late else "is due" if due.day else "is due on a day that cannot be counted"
    return AttentionLine(
        Matter.RETURN_LATE if late else Matter.RETURN_DUE,
        urgency(due.day, on) if due.day else Urgency.SOON,
        due.day,
        f"{period.label} return {said}",
        due.why,
        contract.id,
        contract.reference,
        contract.title,
        contract.provider_names,
        about=period.label,
    )
