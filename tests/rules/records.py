"""A complete record to break in one place, and what the checks say of a record."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from db.rules.completeness import Gap, RecordInHand, completeness
from db.rules.decision import Decision
from tests.rules.english_days import HOLIDAYS
from tests.rules.navigation_decisions import CONTRACTS, FUNDING, OFFICER, PARENT, SIGNED

COMPLETE = RecordInHand(OFFICER, SIGNED, (PARENT, OFFICER), CONTRACTS, FUNDING, holidays=HOLIDAYS)


def with_decision(decision: Decision, record: RecordInHand = COMPLETE) -> RecordInHand:
    """The record with another decision in hand."""
    others = tuple(each for each in record.decisions if each.id != decision.id)
    return replace(record, decision=decision, decisions=(*others, decision))


def record_with(text: Mapping[str, str] | None = None, **changes: Any) -> RecordInHand:
    """The complete record with other words in sections, or other facts of the decision."""
    return with_decision(replace(OFFICER, text=replace(OFFICER.text, **(text or {})), **changes))


def gaps_of(record: RecordInHand, check: str) -> tuple[Gap, ...]:
    """What one check finds."""
    return tuple(gap for gap in completeness(record) if gap.check == check)


def checks_broken(record: RecordInHand) -> set[str]:
    """The checks that find something."""
    return {gap.check for gap in completeness(record)}


def said(record: RecordInHand, check: str) -> str:
    """What one check says, in one text."""
    return " ".join(gap.sentence for gap in gaps_of(record, check))
