"""Everything to look at on a day, soonest first."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.decision import ContractId, DecisionId


class Matter(StrEnum):
    """What an attention line is about."""

    UNREADABLE = "Cannot be read"
    PAST_END = "Running past its end"
    OPTION = "Decide on an extension option"
    OPTION_LAPSED = "Option lapsed"
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
