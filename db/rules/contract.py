"""A provider contract: its term, what was done to it by whom, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from db.rules.dates import Period, Unit, next_period_start, term_end
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
class ExtensionOption:
    """A right in the contract to extend it, used in the order of its number."""

    id: OptionId
    number: int
    months: int


@dataclass(frozen=True, slots=True)
class NoticeTerm:
    """The notice one side must give, as the contract says: a length, and where the contract says it."""

    side: Side
    length: int
    unit: Unit
    source: str = ""


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
class Unreadable:
    """A contract whose stored row cannot be understood: shown as one visible line, never hidden, never a crash."""

    id: ContractId
    reference: str
    problem: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contract stands on a day, from what had been decided or served by that day."""

    contract: Contract
    day: date
    status: Status
    ends_on: date | None
    """The last day as it stands: initial term, extensions, variations and notice up to the day."""
    maximum_end: date | None
    """The last day if every option is used; once the last day was varied, counted on from there."""
    extensions: tuple[Extension, ...]
    variations: tuple[Variation, ...]
    notice: Notice | None
    next_option: ExtensionOption | None
    """The next option that can be used: unused, and not lapsed."""
    lapsed_options: tuple[ExtensionOption, ...]

    @property
    def option_period(self) -> Period | None:
        """The days the next option would add."""
        return option_period(self.ends_on, self.next_option) if self.ends_on and self.next_option else None


def option_period(ends_on: date, option: ExtensionOption) -> Period:
    """The days an option adds after a last day: no gap, no overlap."""
    starts_on = next_period_start(ends_on)
    return Period(starts_on, term_end(starts_on, option.months))


def standing(contract: Contract, day: date) -> Standing:
    """How a contract stands on a day, knowing only what had been decided, served or recorded as ended by then.

    An extension or variation counts from the day it was decided; notice from the day it was served.
    """
    extensions = tuple(each for each in contract.extensions if each.decided_on <= day)
    variations = tuple(each for each in contract.variations if each.decided_on <= day)
    notice = next((each for each in reversed(contract.notices) if each.served_on <= day), None)
    before_notice = _last_day(contract.initial_ends_on, extensions, variations)
    ends_on = _after_notice(before_notice, notice)
    unused = _unused(contract.options, extensions)
    closed = contract.ended_on is not None and contract.ended_on <= day
    lapsed = notice is not None or closed or (before_notice is not None and before_notice < day)
    return Standing(
        contract=contract,
        day=day,
        status=_status(contract, ends_on, notice, day),
        ends_on=contract.ended_on if closed else ends_on,
        maximum_end=_maximum_end(contract, variations, before_notice, unused),
        extensions=extensions,
        variations=variations,
        notice=notice,
        next_option=unused[0] if unused and not lapsed else None,
        lapsed_options=unused if lapsed else (),
    )


def _last_day(
    initial: date | None, extensions: tuple[Extension, ...], variations: tuple[Variation, ...]
) -> date | None:
    steps = [(each.decided_on, each.period.ends_on) for each in extensions]
    steps += [(each.decided_on, each.ends_on) for each in variations if each.ends_on]
    return max(steps)[1] if steps else initial


def _after_notice(ends_on: date | None, notice: Notice | None) -> date | None:
    """Notice shortens a running term; served after the term has run out, it ends what went on past it."""
    if notice is None:
        return ends_on
    if ends_on is None or notice.served_on > ends_on:
        return notice.ends_on
    return min(ends_on, notice.ends_on)


def _status(contract: Contract, ends_on: date | None, notice: Notice | None, day: date) -> Status:
    if contract.ended_on is not None and contract.ended_on < day:
        return Status.ENDED
    if contract.starts_on is not None and day < contract.starts_on:
        return Status.NOT_STARTED
    if ends_on is None:
        return Status.NOT_RECORDED
    if notice is not None:
        return Status.UNDER_NOTICE if day <= ends_on else Status.ENDED
    return Status.RUNNING if day <= ends_on else Status.PAST_END


def _unused(options: tuple[ExtensionOption, ...], extensions: tuple[Extension, ...]) -> tuple[ExtensionOption, ...]:
    used = {each.option_id for each in extensions}
    return tuple(sorted((each for each in options if each.id not in used), key=lambda each: each.number))


def _maximum_end(
    contract: Contract,
    variations: tuple[Variation, ...],
    ends_on: date | None,
    unused: tuple[ExtensionOption, ...],
) -> date | None:
    varied = any(each.ends_on for each in variations)
    end, left = (ends_on, unused) if varied else (contract.initial_ends_on, _unused(contract.options, ()))
    for option in left:
        end = option_period(end, option).ends_on if end else None
    return end
