"""A provider contract: its term, what was done to it by whom, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from db.rules.dates import Period, Unit
from db.rules.decision import ContractId, DecisionId
from db.rules.funding import AnnualValue, FundingLine, PartId
from db.rules.provider import ProviderId

OptionId = NewType("OptionId", str)
ExtensionId = NewType("ExtensionId", str)
VariationId = NewType("VariationId", str)
NoticeId = NewType("NoticeId", str)


class Side(StrEnum):
    """Who gives notice."""

    COUNCIL = "council"
    PROVIDER = "provider"


class Status(StrEnum):
    """How a contract stands on a day. First and last day both count in."""

    NOT_RECORDED = "Term not recorded"
    NOT_STARTED = "Not started"
    RUNNING = "Running"
    UNDER_NOTICE = "Under notice"
    PAST_END = "Running past its end"
    ENDED = "Ended"


@dataclass(frozen=True, slots=True)
class Part:
    """A lot or area of a contract, with its own funding."""

    id: PartId
    name: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A provider that holds the contract, or delivers part of it."""

    provider_id: ProviderId
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeTerm:
    """The notice one side must give, as the contract says: a length, and where the contract says it."""

    side: Side
    length: int
    unit: Unit
    source: str = ""


@dataclass(frozen=True, slots=True)
class ExtensionOption:
    """A right in the contract to extend it, used in the order of its number."""

    id: OptionId
    number: int
    months: int
    exercise: NoticeTerm | None = None
    """How long before the end it must be used, where its own clause says so."""


@dataclass(frozen=True, slots=True)
class Extension:
    """The use of an option: the days it adds and the decision it rests on."""

    id: ExtensionId
    option_id: OptionId
    option_number: int
    period: Period
    decided_on: date
    decision_id: DecisionId | None = None
    decision_number: str = ""


@dataclass(frozen=True, slots=True)
class Variation:
    """A change to the contract other than by an option: value, scope, or the last day."""

    id: VariationId
    number: int
    decided_on: date
    effective_on: date | None
    summary: str
    ends_on: date | None = None
    """The new last day, where the variation changes it."""
    ground: str = ""
    """The procurement ground it rests on, such as regulation 72(1)(b); empty when not recorded."""
    decision_id: DecisionId | None = None
    decision_number: str = ""
    reason: str = ""
    scope: str = ""
    """What changes in what is delivered, and to whom."""
    measures: str = ""
    """What changes in what the provider reports."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Notice given to end the contract: who gave it, when it was served, and the last day that follows."""

    id: NoticeId
    given_by: Side
    served_on: date
    ends_on: date
    method: str = ""
    decision_id: DecisionId | None = None
    decision_number: str = ""
    sent_at: str = ""
    """When it was sent, as a day or a moment of local time in ISO form; empty where only service is known."""
    working: tuple[str, ...] = ()
    """How the day of service and the last day were found, as it was told when notice was given."""


@dataclass(frozen=True, slots=True)
class NoticeDecided:
    """A decision that notice be given, whether or not its service is recorded yet."""

    decided_on: date
    decision_id: DecisionId
    decision_number: str
    decision_subject: str


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract as the register holds it, with everything done to it, oldest first."""

    id: ContractId
    version: int
    reference: str
    title: str
    service: str = ""
    category: str = ""
    manager: str = ""
    contact: str = ""
    notes: str = ""
    starts_on: date | None = None
    initial_ends_on: date | None = None
    ended_on: date | None = None
    """The last day, once an officer has recorded that the contract ended."""
    parts: tuple[Part, ...] = ()
    holders: tuple[Holder, ...] = ()
    options: tuple[ExtensionOption, ...] = ()
    notice_terms: tuple[NoticeTerm, ...] = ()
    extensions: tuple[Extension, ...] = ()
    variations: tuple[Variation, ...] = ()
    notices: tuple[Notice, ...] = ()
    notices_decided: tuple[NoticeDecided, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    annual_values: tuple[AnnualValue, ...] = ()

    @property
    def provider_names(self) -> str:
        """The providers in one line."""
        return ", ".join(holder.name for holder in self.holders)

    def notice_term(self, side: Side) -> NoticeTerm | None:
        """The notice a side must give, or None when not recorded."""
        return next((term for term in self.notice_terms if term.side is side), None)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A contract that was taken out of the register, as one entered by mistake: when and why. It can be restored."""

    id: ContractId
    reference: str
    title: str
    withdrawn_on: date
    because: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A contract whose stored row cannot be understood: shown as one visible line, never hidden, never a crash."""

    id: ContractId
    reference: str
    problem: str
