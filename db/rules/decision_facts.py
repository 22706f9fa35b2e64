"""What a decision page and a record say beside the decision itself: its route, what is withheld, what was rejected."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DecisionStatus(StrEnum):
    """How far a decision has come, in the words councils' decision pages use."""

    FOR_DETERMINATION = "For Determination"
    APPROVED = "Recommendations Approved"
    APPROVED_SUBJECT_TO_CALL_IN = "Recommendations Approved (subject to call-in)"
    DEFERRED = "Item Deferred"
    WITHDRAWN = "Withdrawn"
    ABANDONED = "Abandoned"

    @property
    def is_taken(self) -> bool:
        """Whether the decision was taken and stands."""
        return self in {DecisionStatus.APPROVED, DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN}


class Route(StrEnum):
    """How notice of a key decision was given (SI 2012/2089 regs 9 to 11)."""

    NOT_STATED = "Not stated"
    NOTICE = "28 days’ notice (regulation 9)"
    GENERAL_EXCEPTION = "General exception (regulation 10)"
    SPECIAL_URGENCY = "Special urgency (regulation 11)"


class Restriction(StrEnum):
    """How much of a decision's papers the public may see."""

    OPEN = "Open"
    PART_EXEMPT = "Part exempt"
    FULLY_EXEMPT = "Fully exempt"


@dataclass(frozen=True, slots=True)
class ForwardPlan:
    """What the forward plan says of a decision to come."""

    route: Route = Route.NOT_STATED
    urgency_reason: str = ""
    """Why it could not wait for 28 days' notice."""
    notice_published_on: date | None = None
    due_on: date | None = None
    """The day it is due, or before which it is not taken."""
    originally_due_on: date | None = None


NOT_PLANNED = ForwardPlan()


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why something is withheld from the public (LGA 1972 Schedule 12A Part 1), and what."""

    paragraphs: tuple[int, ...] = ()
    """Numbers of the paragraphs of Schedule 12A, 1 to 7."""
    public_interest: str = ""
    """Why the public interest in withholding outweighs that in disclosing."""
    withheld: str = ""
    """What is withheld, listed in words that give nothing away."""
    hides_money: bool = False
    """Whether the financial tables are withheld too."""


NOTHING_EXEMPT = Exemption()


@dataclass(frozen=True, slots=True)
class Published:
    """When a decision was published, takes effect, and may be put into effect."""

    published_on: date | None = None
    effective_on: date | None = None
    """As printed by the council; None leaves it to be worked out."""
    implement_from: date | None = None


NOT_PUBLISHED = Published()


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for a decision, and whom it touches."""

    lead_officer: str = ""
    contact: str = ""
    department: str = ""
    divisions: str = ""


NOBODY_NAMED = Responsible()


@dataclass(frozen=True, slots=True)
class Alternative:
    """An option that was considered, and why it was rejected."""

    option: str
    why_rejected: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A warning on a record that an officer passed over, and why; the check by its number, such as C21."""

    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A signed record as it is kept: by its SHA-256, with who signed it last."""

    sha256: str
    signer: str
    post: str
    signed_at: datetime
    """UTC."""
    level: str
    """Which PAdES level, such as B-B."""
    fingerprint: str
    """SHA-256 of the signer's certificate."""
