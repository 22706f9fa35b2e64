"""What a register holds of how a contract was bought, and what the procurement rules make of it."""

from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract
from db.rules.money import Pence
from db.rules.procurement import Award, NoticeDue, Regime, due_on_award, due_on_end, regime
from db.rules.standing import Standing


@dataclass(frozen=True, slots=True)
class AwardFacts:
    """How a contract was bought, as an officer records it; None means not recorded."""

    procured_on: date | None
    """The day the procurement began: it decides the law for the contract's whole life."""
    health_care: bool = False
    light_touch: bool = False
    original_pence: Pence | None = None
    """The value at award without VAT, over the longest term, in pence."""
    maximum_months: int | None = None
    """The longest term provided for on award, in months."""


def regime_of(facts: AwardFacts) -> Regime | None:
    """The law the contract lives under; None where the day of its procurement is not recorded."""
    if facts.procured_on is None:
        return None
    return regime(facts.procured_on, health_care=facts.health_care, light_touch=facts.light_touch)


def award_of(contract: Contract, facts: AwardFacts | None) -> Award | None:
    """What every later change is measured against; None until the day, the value and the longest term are recorded."""
    if facts is None or facts.original_pence is None or facts.maximum_months is None:
        return None
    law = regime_of(facts)
    if law is None:
        return None
    used = len(contract.extensions)
    return Award(law, facts.original_pence, facts.maximum_months, len(contract.options), used)


def notices_due(at: Standing, facts: AwardFacts | None) -> tuple[NoticeDue, ...]:
    """The notices that a contract's award and its end ask for; empty until how it was bought is recorded.

    The day of entering into it is not recorded, so its first day is taken; a contract is entered into before that.
    """
    award = award_of(at.contract, facts)
    if award is None:
        return ()
    entered = due_on_award(award, at.contract.starts_on) if at.contract.starts_on else ()
    return (*entered, *(due_on_end(award, at.ends_on) if at.ends_on else ()))
