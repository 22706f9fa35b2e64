"""What an officer decides under a power, and the answer whether the power covers it, with every reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.dates import Period
from db.rules.decision import Decision
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.governance import USUAL_CALL_IN, CallIn
from db.rules.money import Pence
from db.rules.working_days import NONE_RECORDED, BankHolidays


class Verdict(StrEnum):
    """Whether what is decided lies inside a power."""

    INSIDE = "Inside"
    INSIDE_WITH_WARNINGS = "Inside, with warnings"
    OUTSIDE = "Outside"


class Weight(StrEnum):
    """What a reason does to the answer."""

    HOLDS = "holds"
    WARNS = "warns"
    OUTSIDE = "outside"
    """It lies outside a limit of the power."""
    BLOCKS = "blocks"
    """The power was not there to use, or not this officer's."""


class Limit(StrEnum):
    """What a reason is about."""

    PARENT = "the decision it rests on"
    DELEGATE = "the delegate"
    POWER = "the power"
    CONTRACTS = "the contracts"
    OPTION = "the option"
    DAYS = "the days"
    VALUE = "the value"
    CONSULTATION = "consultation"
    EXPIRY = "the last day of the power"
    ONCE = "one use only"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the answer: a sentence, and where the rule or the fact comes from."""

    weight: Weight
    limit: Limit
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class OnContract:
    """A contract that a power is used on."""

    contract_id: str
    reference: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """What an officer decides under a delegated power. What is None is not recorded or does not apply."""

    power: Power
    post: str
    """The decision maker's."""
    decided_on: date | None
    contracts: tuple[OnContract, ...] = ()
    option_number: int | None = None
    period: Period | None = None
    """The days it adds to the contracts."""
    value_pence: Pence | None = None
    """What it commits, in pence."""
    consulted: tuple[str, ...] = ()
    """Posts that were consulted."""
    comments: str = ""
    """The record's words on who was consulted, where posts may be named too."""
    decision_id: str = ""
    """Its own decision, so that it is not taken for another use."""


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a delegated power on a contract by a decision that stands."""

    delegation_id: DelegationId
    decision_id: str
    decision_name: str
    decided_on: date | None
    contract_id: str = ""
    """Empty where the decision acts on no contract."""
    contract_reference: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one delegation covers an exercise, with every reason, in the order they were asked."""

    parent: Decision
    delegation: Delegation
    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        """Inside, inside with warnings, or outside."""
        return verdict_of(self.reasons)

    @property
    def blocks(self) -> tuple[Reason, ...]:
        """Why the power was not there to use, or was another's."""
        return tuple(each for each in self.reasons if each.weight is Weight.BLOCKS)

    @property
    def outside(self) -> tuple[Reason, ...]:
        """The limits that are passed."""
        return tuple(each for each in self.reasons if each.weight is Weight.OUTSIDE)

    @property
    def warnings(self) -> tuple[Reason, ...]:
        """What must be looked at though the power covers it."""
        return tuple(each for each in self.reasons if each.weight is Weight.WARNS)

    @property
    def source(self) -> str:
        """The limb, as 22/00092 limb b)."""
        return limb_of(self.parent, self.delegation)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the answer needs to know of the council: its bank holidays and its call-in."""

    holidays: BankHolidays = NONE_RECORDED
    call_in: CallIn = USUAL_CALL_IN


USUAL_RULES = Rules()


def verdict_of(reasons: Iterable[Reason]) -> Verdict:
    """The verdict that reasons come to together."""
    weights = {each.weight for each in reasons}
    if weights & {Weight.BLOCKS, Weight.OUTSIDE}:
        return Verdict.OUTSIDE
    return Verdict.INSIDE_WITH_WARNINGS if Weight.WARNS in weights else Verdict.INSIDE


def best_of(answers: Iterable[Answer]) -> Answer | None:
    """The delegation that covers best: fewest blocks, then fewest limits passed, then fewest warnings."""
    return min(
        answers,
        key=lambda each: (len(each.blocks), len(each.outside), len(each.warnings)),
        default=None,
    )


def limb_of(parent: Decision, delegation: Delegation) -> str:
    """How people refer to a delegation: 22/00092 limb b)."""
    return f"{parent.name} limb {delegation.limb}" if delegation.limb else parent.name
