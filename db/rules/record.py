"""A decision's record, gathered from the register: no figure is typed twice."""

from collections.abc import Iterable

from db.rules.contract import Contract
from db.rules.council import USUAL_COUNCIL
from db.rules.dates import Period, Unit, show_length, show_year, term_end
from db.rules.decision import Decision, RecordOfDecision, Signatory
from db.rules.delegation import Delegation
from db.rules.funding import FundingLine, funding_table
from db.rules.record_template import RecordTemplate


def record_of(
    decision: Decision,
    contracts: Iterable[Contract],
    council: str = USUAL_COUNCIL.name,
    *,
    template: RecordTemplate | None = None,
    parent: Decision | None = None,
    delegation: Delegation | None = None,
    counter_signatory: Signatory | None = None,
) -> RecordOfDecision:
    """The record of a decision: its text, the power it rests on, and what each partner pays for what it approved.

    `parent` is the decision it rests on; the limb is `delegation`, or the one of the parent's that the decision names.
    """
    known = tuple(contracts)
    approved = _approved(decision, known)
    periods = _periods(decision, known)
    caption, note = _caption(approved, periods)
    return RecordOfDecision(
        council,
        decision,
        funding_table(approved) if approved else None,
        caption,
        note,
        template,
        parent,
        delegation or _limb(decision, parent),
        counter_signatory,
    )


def _approved(decision: Decision, contracts: tuple[Contract, ...]) -> list[FundingLine]:
    affected = {effect.contract_id for effect in decision.effects}
    lines = (line for contract in contracts if contract.id in affected for line in contract.funding)
    return [line for line in lines if line.decision_number and line.decision_number == decision.number]


def _periods(decision: Decision, contracts: tuple[Contract, ...]) -> set[Period]:
    extensions = (extension for contract in contracts for extension in contract.extensions)
    return {extension.period for extension in extensions if extension.decision_id == decision.id}


def _caption(approved: list[FundingLine], periods: set[Period]) -> tuple[str, str]:
    """What the funding table is called, and what each amount in it is."""
    if not approved:
        return "", ""
    if len(periods) != 1:
        return f"Funding for {', '.join(dict.fromkeys(show_year(line.year) for line in approved))}", ""
    [period] = periods
    return f"Funding for {period}", _length(period)


def _limb(decision: Decision, parent: Decision | None) -> Delegation | None:
    limbs = parent.delegations if parent else ()
    return next((limb for limb in limbs if limb.id == decision.delegation_id), None)


def _length(period: Period) -> str:
    """A period in whole months, as 12 months; empty when it is not whole months."""
    months = (period.ends_on.year - period.starts_on.year) * 12 + period.ends_on.month - period.starts_on.month
    lengths = (each for each in (months, months + 1) if each and term_end(period.starts_on, each) == period.ends_on)
    return next((show_length(each, Unit.MONTHS) for each in lengths), "")
