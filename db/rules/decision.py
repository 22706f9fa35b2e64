"""Decisions: who decided what, when, on which contracts, and the record of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from db.rules.dates import show_day
from db.rules.decision_facts import (
    NOBODY_NAMED,
    NOT_PLANNED,
    NOT_PUBLISHED,
    NOTHING_EXEMPT,
    Alternative,
    DecisionStatus,
    Exemption,
    ForwardPlan,
    Override,
    Published,
    Responsible,
    Restriction,
    SignedFile,
)
from db.rules.delegation import Delegation, DelegationId
from db.rules.funding import FundingTable
from db.rules.money import Pence
from db.rules.record_template import RecordTemplate
from db.rules.refusal import Refusal

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

    Text as db.rules.rich_text reads it: paragraphs, lists, tables, words in bold and words that are withheld.
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
    """Conflicts of interest that an executive member consulted declared, or None; blank is not answered."""
    purpose: str = ""
    strategy: str = ""
    """How it supports the council's strategy."""
    consultation: str = ""
    """How people were consulted, and when."""
    data_protection: str = ""
    reports: str = ""
    """Reports and background papers considered, or None."""
    dispensation: str = ""
    """The note of dispensation for a conflict that was declared."""
    implementation: str = ""


NOTHING_WRITTEN = DecisionText()
"""A record of which no section is written yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What is said of a decision besides its number, kind, subject and day; None and empty are not recorded."""

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
    savings: tuple[Saving, ...] = ()
    status: DecisionStatus = DecisionStatus.APPROVED
    is_executive: bool | None = None
    """Whether it discharges an executive function; None is not stated."""
    plan: ForwardPlan = NOT_PLANNED
    exemption: Exemption = NOTHING_EXEMPT
    published: Published = NOT_PUBLISHED
    responsible: Responsible = NOBODY_NAMED
    relates_to_on: date | None = None
    """The day of the decision it rests on, as quoted; the register's own wins where it has that decision."""
    delegation_id: DelegationId | None = None
    """The limb it rests on, when that is in the register."""
    scheme: str = ""
    """The entry of the council's scheme of delegation it rests on, where no decision delegates it."""
    corrects_number: str = ""
    """The signed decision it corrects or replaces."""
    consultees: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    none_considered: bool = False
    """Whether the record says outright that no alternative was considered."""
    value_pence: Pence | None = None
    """What it commits or saves in all, where the financial table does not say; in pence."""
    ground: str = ""
    """The procurement ground for a modification, such as regulation 72(1)(a)."""
    late_signing: str = ""
    """Why it was signed on another day than it was taken."""
    delegations: tuple[Delegation, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision(DecisionFacts):
    """A decision in the register, with its effects on contracts."""

    id: DecisionId
    version: int
    number: str
    """As the council numbers it, such as OD.24.00002 or 22/00092; empty when not recorded."""
    kind: DecisionKind
    subject: str
    decided_on: date | None
    """The day it was taken; None while it is still to be taken."""
    effects: tuple[Effect, ...] = field(default=(), kw_only=True)
    overrides: tuple[Override, ...] = field(default=(), kw_only=True)
    signed_files: tuple[SignedFile, ...] = field(default=(), kw_only=True)
    """The signed record, newest first; the earlier ones lack the later signatures."""

    @property
    def is_taken(self) -> bool:
        """Whether it was taken, on a day, and stands."""
        return self.status.is_taken and self.decided_on is not None

    @property
    def is_locked(self) -> bool:
        """Whether its record is signed and kept: what was signed stays as it is, and a correction is a new decision."""
        return bool(self.signed_files)

    @property
    def restriction(self) -> Restriction | None:
        """How much the public may see; None until publication is answered."""
        return _RESTRICTIONS.get(self.for_publication)

    @property
    def name(self) -> str:
        """How people refer to it: its number, or its kind and subject where it has none."""
        return self.number or f"{self.kind.value}: {self.subject}"

    @property
    def needs_signature(self) -> bool:
        """Whether its record is one an officer signs and has not been signed."""
        return self.kind is DecisionKind.OFFICER and self.signed_on is None and self.is_taken

    def awaits_signature(self, day: date) -> bool:
        """Whether, on a day, its record had been decided and was still to be signed."""
        signed = self.signed_on is not None and self.signed_on <= day
        return self.kind is DecisionKind.OFFICER and self.taken_by(day) and not signed

    def taken_by(self, day: date) -> bool:
        """Whether it had been taken on a day, that day included."""
        return self.is_taken and self.decided_on is not None and self.decided_on <= day


_RESTRICTIONS = {
    Publication.YES: Restriction.OPEN,
    Publication.PART: Restriction.PART_EXEMPT,
    Publication.NO: Restriction.FULLY_EXEMPT,
}


def taken_on(decision: Decision) -> date:
    """The day a decision was taken.

    Raises:
        Refusal: it was not taken yet, or does not stand.
    """
    if decision.decided_on is None or not decision.is_taken:
        raise Refusal(
            f"{decision.name} has not been taken ({decision.status.value}), so nothing can rest on it. "
            "Record the day it was taken first."
        )
    return decision.decided_on


def show_decided(decision: Decision) -> str:
    """The day it was taken, for people; in words where it is still to be taken."""
    return show_day(decision.decided_on) if decision.decided_on else "Not taken yet"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs beside the decision maker; the name may still be open."""

    post: str
    name: str = ""


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
    template: RecordTemplate | None = None
    """The council's form; None is the one that comes first with the program."""
    parent: Decision | None = None
    """The decision it rests on, where the register has it."""
    delegation: Delegation | None = None
    """The limb it rests on, where the register has it."""
    counter_signatory: Signatory | None = None
    """Who signs second; None leaves it to the form whether anyone does."""
    is_public: bool = False
    """Whether what is exempt was taken out, so that this is not the record that is signed."""

    @property
    def is_withheld_whole(self) -> bool:
        """Whether it is the public version of a record that is exempt as a whole."""
        return self.is_public and self.decision.for_publication is Publication.NO
