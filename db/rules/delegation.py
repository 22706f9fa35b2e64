"""Powers that a decision hands to an officer: what, to whom, within which limits, until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from db.rules.dates import Period
from db.rules.money import Pence

DelegationId = NewType("DelegationId", str)


class Power(StrEnum):
    """What an officer is allowed to do."""

    EXTEND = "use an extension option"
    VARY = "vary the contract"
    GIVE_NOTICE = "give notice"
    ENTER_AGREEMENTS = "enter into contracts and agreements"
    AWARD = "award a contract"
    OTHER = "take other relevant steps"


@dataclass(frozen=True, slots=True)
class Delegation:
    """One limb of a decision that delegates a power. What is None or empty sets no limit."""

    id: DelegationId
    limb: str
    """As it stands in the decision, such as b)."""
    power: Power
    delegate: str
    """The post it is given to."""
    words: str = ""
    """What the decision says, as printed."""
    contract_ids: tuple[str, ...] = ()
    """The contracts it covers; none named: those the decision acts on."""
    option_number: int | None = None
    within: Period | None = None
    """Days that an extension must lie within; both ends included."""
    most_pence: Pence | None = None
    """The most that may be committed, in pence."""
    in_consultation_with: tuple[str, ...] = ()
    """Posts to be consulted before the power is used."""
    until: date | None = None
    """The last day on which it may be used."""
    is_once: bool = False
    """Whether it is spent by one use for each contract."""
