"""A decision's record, gathered from the register: no figure is typed twice."""

from collections.abc import Iterable

from db.rules.contract import Contract
from db.rules.dates import show_year
from db.rules.decision import Decision, RecordOfDecision
from db.rules.funding import funding_table

COUNCIL = "Kent County Council"
"""Whose records these are, until a register carries its own council's name."""


def record_of(decision: Decision, contracts: Iterable[Contract], council: str = COUNCIL) -> RecordOfDecision:
    """The record of a decision: its text, and what each partner pays for what it approved, with totals."""
    affected = {effect.contract_id for effect in decision.effects}
    approved = [
        line
        for contract in contracts
        if contract.id in affected
        for line in contract.funding
        if line.decision_number and line.decision_number == decision.number
    ]
    if not approved:
        return RecordOfDecision(council, decision, None)
    periods = {
        extension.period
        for contract in contracts
        for extension in contract.extensions
        if extension.decision_id == decision.id
    }
    years = ", ".join(dict.fromkeys(show_year(line.year) for line in approved))
    caption = f"Funding for {min(periods)}" if len(periods) == 1 else f"Funding for {years}"
    return RecordOfDecision(council, decision, funding_table(approved), caption, "12 months")
