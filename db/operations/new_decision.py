"""A decision as an officer enters it, before it is in the register."""

from dataclasses import dataclass, field
from datetime import date

from db.rules.decision import ContractId, DecisionFacts, DecisionKind, EffectKind


@dataclass(frozen=True, slots=True)
class NewEffect:
    """What a decision does to a contract, in a few words."""

    contract_id: ContractId
    kind: EffectKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NewDecision(DecisionFacts):
    """A decision as an officer enters it."""

    number: str
    kind: DecisionKind
    subject: str
    decided_on: date | None
    effects: tuple[NewEffect, ...] = field(default=(), kw_only=True)
