"""One line of attention: a matter, how pressing it is, and the day by which to act, with its working."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.rules.decision import ContractId, DecisionId

SOON = 90
"""Days ahead that count as soon."""


class Matter(StrEnum):
    """What an attention line is about."""

    UNREADABLE = "Cannot be read"
    PAST_END = "Running past its end"
    OPTION = "Decide on an extension option"
    OPTION_LAPSED = "Option lapsed"
    DECIDE_BY = "Take the decision"
    SERVE_BY = "Last day to serve notice"
    NOTICE_UNSERVED = "Notice decided, service not recorded"
    UNDER_NOTICE = "Ends under notice"
    ENDING = "Contract ends"
    UNSIGNED = "Decision unsigned"
    RETURN_DUE = "Return due"
    RETURN_LATE = "Return late"


class Urgency(StrEnum):
    """How pressing a line is: its day has passed, is within 90 days, or is later."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class AttentionLine:
    """One matter to look at: what, by when, on which contract or decision, and the working behind the day."""

    matter: Matter
    urgency: Urgency
    act_by: date | None
    what: str
    why: tuple[str, ...]
    """The working, one short sentence a step, with its source."""
    contract_id: ContractId | None = None
    contract_reference: str = ""
    contract_title: str = ""
    providers: str = ""
    decision_id: DecisionId | None = None
    decision_number: str = ""
    about: str = ""
    """What tells it from others of its matter on the same contract: an option's number, a quarter."""

    @property
    def key(self) -> str:
        """The same for the same matter of the same thing on any day: what a mark rests on."""
        return ":".join((self.matter.name, self.contract_id or "", self.decision_id or "", self.about))


def urgency(by: date, on: date) -> Urgency:
    """How pressing a last day is on a day: overdue once it has passed, soon from 90 days before."""
    if by < on:
        return Urgency.OVERDUE
    return Urgency.SOON if by <= on + timedelta(SOON) else Urgency.LATER
