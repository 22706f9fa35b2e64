"""What happened to a contract: amendments by extension and variation, milestones by decision and return."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from db.rules.contract import Contract, Extension, Variation
from db.rules.dates import show_day
from db.rules.decision import Decision, Publication
from db.rules.ledger import LedgerLine
from db.rules.standing import Standing
from exports.open_data.ocds_words import day_of, known

Values = dict[str, Any]


def amendments(at: Standing, decisions: Iterable[Decision]) -> list[Values]:
    """The extensions and variations decided by the day, oldest first.

    Why is told only where the decision's record is for publication.
    """
    names = {each.id: each.subject for each in decisions if each.for_publication is Publication.YES}
    extended = [(each.decided_on, 0, _extension(each, names)) for each in at.extensions]
    varied = [(each.decided_on, each.number, _variation(each, names)) for each in at.variations]
    return [values for _, _, values in sorted((*extended, *varied), key=lambda each: each[:2])]


def milestones(contract: Contract, decisions: Iterable[Decision], returns: Iterable[LedgerLine]) -> list[Values]:
    """The decisions that acted on a contract, but those whose record is not for publication, and the returns due."""
    decided = [
        _decision(contract, each)
        for each in decisions
        if each.decided_on and each.for_publication is not Publication.NO
    ]
    return [*decided, *(_return(line) for line in returns if line.due_on)]


def newest_day(at: Standing, decisions: Iterable[Decision], returns: Sequence[LedgerLine]) -> date | None:
    """The day of the newest thing that is told of a contract; None where nothing is dated."""
    days = [
        at.contract.starts_on if at.contract.starts_on and at.contract.starts_on <= at.day else None,
        *(each.decided_on for each in at.extensions),
        *(each.decided_on for each in at.variations),
        *(each.decided_on for each in decisions),
        *(line.received_on for line in returns),
        at.notice.served_on if at.notice else None,
    ]
    return max((day for day in days if day), default=None)


def _extension(each: Extension, names: dict[Any, str]) -> Values:
    return known(
        {
            "id": each.id,
            "date": day_of(each.decided_on),
            "description": f"Extended by option {each.option_number}: {each.period}",
            "rationale": _rationale(each.decision_number, names.get(each.decision_id, "")),
        }
    )


def _variation(each: Variation, names: dict[Any, str]) -> Values:
    ends = f" New last day: {show_day(each.ends_on)}." if each.ends_on else ""
    subject = names.get(each.decision_id, "")
    reason = each.reason if subject and each.reason else _rationale(each.decision_number, subject)
    return known(
        {
            "id": each.id,
            "date": day_of(each.decided_on),
            "description": f"Variation {each.number}: {each.summary}.{ends}",
            "rationale": ". ".join(filter(None, (reason, f"Ground: {each.ground}" if each.ground else ""))),
        }
    )


def _rationale(number: str, subject: str) -> str:
    return ": ".join(filter(None, (f"Decision {number}" if number else "", subject)))


def _decision(contract: Contract, decision: Decision) -> Values:
    is_open = decision.for_publication is Publication.YES
    effects = dict.fromkeys(each.kind.value for each in decision.effects if each.contract_id == contract.id)
    return known(
        {
            "id": decision.id,
            "title": f"{decision.kind.value} {decision.number}".strip(),
            "type": "approval",
            "code": "decision",
            "description": f"{decision.subject} ({', '.join(effects)})" if is_open else ", ".join(effects),
            "dateMet": day_of(decision.decided_on) if decision.decided_on else None,
            "status": "met",
        }
    )


def _return(line: LedgerLine) -> Values:
    came = line.first_received_on
    return known(
        {
            "id": f"{line.contract_id}-{line.period.days.starts_on.isoformat()}",
            "title": f"Return for {line.period.label}",
            "type": "reporting",
            "code": "return",
            "dueDate": day_of(line.due_on, is_last=True) if line.due_on else None,
            "dateMet": day_of(came) if came else None,
            "status": "met" if came else "notMet" if line.days_late else "scheduled",
        }
    )
