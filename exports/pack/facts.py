"""What a pack tells of a contract."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.council import USUAL_COUNCIL
from db.rules.decision import Decision
from db.rules.ledger import LedgerLine


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An act in the contract's history: the day it was done here, who, and what, newest first."""

    done_on: date
    officer: str
    post: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PackFacts:
    """Everything a pack is made of, as it stands on a day."""

    contract: Contract
    day: date
    decisions: Sequence[Decision] = ()
    returns: Sequence[LedgerLine] = ()
    history: Sequence[HistoryLine] = ()
    facts: AwardFacts | None = None
    council: str = USUAL_COUNCIL.name
    with_notes: bool = False
    """Whether the officers' own notes go with it; they stay behind unless asked for."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file that goes with a pack: its folder, such as Signed records, its name, and what is in it."""

    folder: str
    name: str
    content: bytes
