"""Decisions: who decided what, when, on which contracts, and the record of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from db.rules.funding import FundingTable
from db.rules.money import Pence

DecisionId = NewType("DecisionId", str)
ContractId = NewType("ContractId", str)


class DecisionKind(StrEnum):
    """Who took a decision."""

    OFFICER = "Officer decision"
    MEMBER = "Cabinet Member decision"
    CABINET = "Cabinet decision"
    COUNCIL = "Council decision"


class Publication(StrEnum):
    """Whether a record is for publication. UNANSWERED is what the printed form's "YES/NO?" left open."""

    UNANSWERED = "Not answered"
    YES = "Yes"
    NO = "No"
    PART = "Part"


class EffectKind(StrEnum):
    """What a decision does to a contract."""

    EXTENDS = "extends"
    VARIES = "varies"
    MODIFIES = "modifies"
    GIVES_NOTICE = "gives notice"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Effect:
    """One decision's effect on one contract."""

    contract_id: ContractId
    contract_reference: str
    contract_title: str
    kind: EffectKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Saving:
    """A saving a decision states, in pence a year; group gathers lines that are totalled together."""

    group: str
    label: str
    pence: Pence


@dataclass(frozen=True, slots=True)
class DecisionText:
    """What the record says, section by section, in the officer's words.

    Plain text: a blank line parts paragraphs; a line that starts with "- " or "a) " is an item of a list.
    """

    related_decision: str = ""
    """The member or council decision it relates to, as quoted in the record."""
    decision: str = ""
    reasons: str = ""
    financial: str = ""
    legal: str = ""
    equality: str = ""
    comments: str = ""
    alternatives: str = ""
    conflicts: str = ""


NOTHING_WRITTEN = DecisionText()
"""A record of which no section is written yet."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in the register, with its effects on contracts."""

    id: DecisionId
    version: int
    number: str
    """As the council numbers it, such as OD.24.00002 or 22/00092; empty when not recorded."""
    kind: DecisionKind
    subject: str
    decided_on: date
    maker_name: str = ""
    maker_post: str = ""
    signed_on: date | None = None
    for_publication: Publication = Publication.UNANSWERED
    is_key: bool | None = None
    callable_in: bool | None = None
    relates_to_number: str = ""
    """The number of the decision it rests on, when that is in the register or stated."""
    link: str = ""
    text: DecisionText = NOTHING_WRITTEN
    effects: tuple[Effect, ...] = ()
    savings: tuple[Saving, ...] = ()

    @property
    def name(self) -> str:
        """How people refer to it: its number, or its kind and subject where it has none."""
        return self.number or f"{self.kind.value}: {self.subject}"

    @property
    def needs_signature(self) -> bool:
        """Whether its record is one an officer signs and has not been signed."""
        return self.kind is DecisionKind.OFFICER and self.signed_on is None

    def awaits_signature(self, day: date) -> bool:
        """Whether, on a day, its record had been decided and was still to be signed."""
        signed = self.signed_on is not None and self.signed_on <= day
        return self.kind is DecisionKind.OFFICER and self.decided_on <= day and not signed


@dataclass(frozen=True, slots=True)
class RecordOfDecision:
    """Everything the printed record shows, and nothing else: values in, pages out."""

    council: str
    decision: Decision
    funding: FundingTable | None
    funding_caption: str = ""
    """Names the table for a reader, such as "Funding for 1 April 2024 to 31 March 2025"."""
    column_note: str = ""
    """What each amount is, added to each part's heading, such as "1 year (12 months) contract extension cost"."""
