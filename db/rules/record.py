"""A decision's record, gathered from the register: no figure is typed twice."""

from collections.abc import Iterable

from db.rules.contract import Contract
from db.rules.dates import Period, Unit, show_length, show_year, term_end
from db.rules.decision import Decision, RecordOfDecision
from db.rules.funding import funding_table

COUNCIL = "Kent County Council"
"""Whose records these are, until a register carries its own council's name."""


def record_of(decision: Decision, contracts: Iterable[Contract], council: str = COUNCIL) -> RecordOfDecision:
    """The record of a decision: its text, and what each partner pays for what it approved, with totals."""
    known = tuple(contracts)
    affected = {effect.contract_id for effect in decision.effects}
    approved = [
        line
        for contract in known
        if contract.id in affected
        for line in contract.funding
        if line.decision_number and line.decision_number == decision.number
    ]
    if not approved:
        return RecordOfDecision(council, decision, None)
    periods = {
        extension.period
        for contract in known
        for extension in contract.extensions
        if extension.decision_id == decision.id
    }
    years = ", ".join(dict.fromkeys(show_year(line.year) for line in approved))
    if len(periods) != 1:
        return RecordOfDecision(council, decision, funding_table(approved), f"Funding for {years}")
    [period] = periods
    return RecordOfDecision(council, decision, funding_table(approved), f"Funding for {period}", _length(period))


def _length(period: Period) -> str:
    """A period in whole months, as 12 months; empty when it is not whole months."""
    months = (period.ends_on.year - period.starts_on.year) * 12 + period.ends_on.month - period.starts_on.month
    lengths = (each for each in (months, months + 1) if each and term_end(period.starts_on, each) == period.ends_on)
    return next((show_length(each, Unit.MONTHS) for each in lengths), "")
