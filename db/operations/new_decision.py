"""A decision as an officer enters it, before it is in the register."""

from dataclasses import dataclass
from datetime import date

from db.rules.decision import NOTHING_WRITTEN, ContractId, DecisionKind, DecisionText, EffectKind, Publication, Saving
from db.rules.decision_facts import (
    NOBODY_NAMED,
    NOT_PLANNED,
    NOT_PUBLISHED,
    NOTHING_EXEMPT,
    Alternative,
    DecisionStatus,
    Exemption,
    ForwardPlan,
    Published,
    Responsible,
)
from db.rules.delegation import Delegation, DelegationId
from db.rules.money import Pence


@dataclass(frozen=True, slots=True)
class NewEffect:
    """What a decision does to a contract, in a few words."""

    contract_id: ContractId
    kind: EffectKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision as an officer enters it; None and empty mean not recorded. What each means: see Decision."""

    number: str
    kind: DecisionKind
    subject: str
    decided_on: date | None
    maker_name: str = ""
    maker_post: str = ""
    signed_on: date | None = None
    for_publication: Publication = Publication.UNANSWERED
    is_key: bool | None = None
    callable_in: bool | None = None
    relates_to_number: str = ""
    link: str = ""
    text: DecisionText = NOTHING_WRITTEN
    effects: tuple[NewEffect, ...] = ()
    savings: tuple[Saving, ...] = ()
    status: DecisionStatus = DecisionStatus.APPROVED
    is_executive: bool | None = None
    plan: ForwardPlan = NOT_PLANNED
    exemption: Exemption = NOTHING_EXEMPT
    published: Published = NOT_PUBLISHED
    responsible: Responsible = NOBODY_NAMED
    relates_to_on: date | None = None
    delegation_id: DelegationId | None = None
    scheme: str = ""
    corrects_number: str = ""
    consultees: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    none_considered: bool = False
    value_pence: Pence | None = None
    ground: str = ""
    late_signing: str = ""
    delegations: tuple[Delegation, ...] = ()
