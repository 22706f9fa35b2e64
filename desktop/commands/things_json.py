"""Decisions, returns, attention lines and journal entries as the keys that --json promises."""

from datetime import date
from decimal import Decimal
from typing import Any

from db.returns.problems import Problem
from db.returns.reading import ReadReturn
from db.rules.attention import AttentionLine
from db.rules.decision import ContractId, Decision
from db.rules.marks import Mark
from db.rules.monitoring import MeasureUnit, MonitoringReturn, Reading

Values = dict[str, Any]


def iso(day: date | None) -> str | None:
    """A day as 2025-03-31, or None when not recorded."""
    return day.isoformat() if day else None


def decision_values(decision: Decision, contract_id: ContractId) -> Values:
    """A decision and what it does to one contract."""
    return {
        "number": decision.number or None,
        "subject": decision.subject,
        "kind": decision.kind.value,
        "decided_on": iso(decision.decided_on),
        "signed_on": iso(decision.signed_on),
        "effects": [
            {"kind": each.kind.value, "detail": each.detail}
            for each in decision.effects
            if each.contract_id == contract_id
        ],
    }


def return_values(received: MonitoringReturn) -> Values:
    """A return that was imported, with its readings."""
    return {
        "quarter": received.period.label,
        "starts_on": iso(received.period.days.starts_on),
        "ends_on": iso(received.period.days.ends_on),
        "number": received.number,
        "received_on": iso(received.received_on),
        "file": received.file_name,
        "readings": [reading_values(each) for each in received.readings],
    }


def reading_values(reading: Reading) -> Values:
    """A figure with its cell: words and numbers under value, pounds under value_pence; both null when not returned."""
    is_money = reading.unit is MeasureUnit.POUNDS and reading.value is not None
    return {
        "measure": reading.measure,
        "kind": reading.kind,
        "unit": reading.unit.value,
        "value": None if is_money else _number(reading.value),
        "value_pence": int(reading.value) if is_money and reading.value is not None else None,
        "sheet": reading.sheet,
        "cell": reading.cell,
    }


def read_values(read: ReadReturn, said: str, is_imported: bool) -> Values:
    """A return as read from its workbook."""
    return {
        "contract": read.contract_reference,
        "quarter": read.period.label,
        "starts_on": iso(read.period.days.starts_on),
        "ends_on": iso(read.period.days.ends_on),
        "file": read.file_name,
        "file_sha256": read.file_sha256,
        "is_imported": is_imported,
        "said": said,
        "readings": [reading_values(each) for each in read.readings],
        "problems": [problem_values(each) for each in read.problems],
        "remarks": [problem_values(each) for each in read.remarks],
    }


def attention_values(line: AttentionLine, decision: str | None) -> Values:
    """One thing to look at; `decision` is its name as commands take it."""
    return {
        "matter": line.matter.value,
        "urgency": line.urgency.value,
        "act_by": iso(line.act_by),
        "what": line.what,
        "why": list(line.why),
        "contract": line.contract_reference or None,
        "title": line.contract_title or None,
        "providers": line.providers or None,
        "decision": decision,
        "key": line.key,
    }


def resting_values(line: AttentionLine, mark: Mark) -> Values:
    """One thing that rests, and the mark it rests on."""
    return {
        "key": line.key,
        "act_by": iso(line.act_by),
        "what": line.what,
        "contract": line.contract_reference or None,
        "mark": mark.kind.value,
        "until_on": iso(mark.until),
        "note": mark.note or None,
    }


def problem_values(problem: Problem) -> Values:
    return {
        "sheet": problem.sheet or None,
        "cell": problem.cell or None,
        "value": problem.value or None,
        "rule": problem.rule or None,
        "sentence": problem.sentence,
    }


def _number(value: Decimal | str | None) -> int | float | str | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
