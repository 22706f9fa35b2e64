"""A contract as it was known on a day: without what was decided, served or received later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import Decision, DecisionId
from db.rules.funding import AnnualValue
from db.rules.monitoring import MonitoringReturn


@dataclass(frozen=True, slots=True)
class Known:
    """A contract on a day, with the decisions and returns of it that were there by then."""

    contract: Contract
    on: date
    decisions: tuple[Decision, ...]
    """Those that act on the contract, newest first."""
    returns: tuple[MonitoringReturn, ...]
    """Newest quarter first."""

    def name_of(self, decision_id: DecisionId | None) -> str | None:
        """How commands name a decision; None where none is recorded."""
        return next((name_of(each) for each in self.decisions if each.id == decision_id), None)


def known(register: Register, reference: str, on: date) -> Known:
    """What the register knows of a contract on a day.

    Raises:
        NotFound: no contract has the reference.
    """
    contract = register.contracts.get(reference)
    return known_of(contract, register.decisions.all(), register.returns.of(contract.id), on)


def known_of(contract: Contract, decisions: Sequence[Decision], returns: Iterable[MonitoringReturn], on: date) -> Known:
    """The same from the decisions that act on the contract (others do no harm) and its returns."""
    return Known(
        _by_then(contract, decisions, on),
        on,
        tuple(each for each in decisions if each.taken_by(on) and _acts_on(each, contract)),
        tuple(each for each in returns if each.received_on <= on),
    )


def name_of(decision: Decision) -> str:
    """How commands name a decision: its number, or its subject where it has none."""
    return decision.number or decision.subject


def _acts_on(decision: Decision, contract: Contract) -> bool:
    return any(effect.contract_id == contract.id for effect in decision.effects)


def _by_then(contract: Contract, decisions: Iterable[Decision], on: date) -> Contract:
    later = {each.number for each in decisions if each.number and each.decided_on and each.decided_on > on}
    return replace(
        contract,
        extensions=tuple(each for each in contract.extensions if each.decided_on <= on),
        variations=tuple(each for each in contract.variations if each.decided_on <= on),
        notices=tuple(each for each in contract.notices if each.served_on <= on),
        notices_decided=tuple(each for each in contract.notices_decided if each.decided_on <= on),
        funding=tuple(each for each in contract.funding if each.decision_number not in later),
        annual_values=tuple(each for each in contract.annual_values if not _is_later(each, contract, later, on)),
    )


def _is_later(value: AnnualValue, contract: Contract, later: set[str], on: date) -> bool:
    """Whether a rate came by a later decision, told by its number, or by the variation that begins it."""
    begun_by = (each for each in contract.variations if value.effective_on and each.effective_on == value.effective_on)
    return value.decision_number in later or any(each.decided_on > on for each in begun_by)
