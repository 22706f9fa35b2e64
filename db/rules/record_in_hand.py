"""A record of decision as it is checked before it is signed, and what is found missing or wrong in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from db.rules.authority import Authority, authority_of
from db.rules.authority_facts import Rules
from db.rules.contract import Contract
from db.rules.decision import Decision, DecisionText, Effect
from db.rules.exercised import extensions_by, value_of, variations_by
from db.rules.funding import FundingTable
from db.rules.governance import USUAL_CALL_IN, CallIn
from db.rules.money import Pence
from db.rules.provider import Provider
from db.rules.rich_text import plain
from db.rules.working_days import NONE_RECORDED, BankHolidays

KEY_THRESHOLD = Pence(1_000_000_00)
"""The value of a key decision where the council has set no other; councils print from £200,000 to £2 million."""
LAG_LIMIT = 10
"""Working days to publication beyond which a record is no longer prompt."""


class Severity(StrEnum):
    """What a gap does."""

    BLOCKING = "stops signing"
    WARNING = "may be passed over with a reason"
    NOTE = "for information"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or wrong in a record."""

    check: str
    """C01 to C25."""
    field: str
    """The field of Decision or DecisionText to go to, a part of it after a full stop: exemption.paragraphs."""
    severity: Severity
    sentence: str
    source: str
    overridden_by: str = ""
    """Why an officer passed it over; only for a warning."""

    @property
    def stops(self) -> bool:
        """Whether it stands in the way of signing."""
        return self.severity is Severity.BLOCKING

    @property
    def is_open(self) -> bool:
        """Whether it still asks for something: it stops signing, or is a warning that nobody passed over."""
        return self.stops or (self.severity is Severity.WARNING and not self.overridden_by)


Gaps = Iterator[Gap]


@dataclass(frozen=True, slots=True)
class RecordInHand:
    """A decision with all that its record is checked against."""

    decision: Decision
    day: date
    """The day on which it is checked, and would be signed."""
    decisions: tuple[Decision, ...] = ()
    """The others in the register."""
    contracts: tuple[Contract, ...] = ()
    funding: FundingTable | None = None
    """The financial table as the record prints it."""
    stated_totals: tuple[tuple[str, Pence], ...] = ()
    """Totals stated elsewhere, by partner, part or "Total", in pence."""
    providers: tuple[Provider, ...] = ()
    holidays: BankHolidays = NONE_RECORDED
    key_threshold: Pence = KEY_THRESHOLD
    lag_limit: int = LAG_LIMIT
    call_in: CallIn = USUAL_CALL_IN

    @property
    def taken_on(self) -> date:
        """The day it was taken, or would be if it were today."""
        return self.decision.decided_on or self.day

    @property
    def others(self) -> tuple[Decision, ...]:
        """The other decisions of the register."""
        return tuple(each for each in self.decisions if each.id != self.decision.id)

    @property
    def sections(self) -> dict[str, str]:
        """What each section says, without marks, by the field's name; sections left blank are left out."""
        return {name: said for name, said in sections_of(self.decision.text).items() if said.strip()}

    @property
    def acted_on(self) -> tuple[tuple[Effect, Contract | None], ...]:
        """Each effect of the decision with its contract, None where that is not at hand."""
        known = {contract.id: contract for contract in self.contracts}
        return tuple((effect, known.get(effect.contract_id)) for effect in self.decision.effects)

    @property
    def value_pence(self) -> Pence | None:
        """What it commits, in pence: its table's total, else the funding it approves, else as stated."""
        return self.funding.total if self.funding is not None else value_of(self.decision, self.contracts)

    @property
    def authority(self) -> Authority:
        """Whether the power it names covers it; without a date, as if it were taken on the day of the check."""
        dated = replace(self.decision, decided_on=self.taken_on)
        return authority_of(dated, self.others, self.contracts, Rules(self.holidays, self.call_in))

    def before(self, contract: Contract) -> Contract:
        """A contract as it was before this decision did anything to it."""
        by_it = {each.id for each in extensions_by(self.decision, contract)}
        varied = {each.id for each in variations_by(self.decision, contract)}
        return replace(
            contract,
            extensions=tuple(each for each in contract.extensions if each.id not in by_it),
            variations=tuple(each for each in contract.variations if each.id not in varied),
        )


SECTION_NAMES = {
    "related_decision": "The decision it relates to",
    "decision": "Decision",
    "reasons": "Reasons for decision",
    "financial": "Financial implications",
    "legal": "Legal implications",
    "equality": "Equality implications",
    "comments": "Comments received",
    "alternatives": "Alternatives considered",
    "conflicts": "Conflicts of interest",
    "purpose": "Purpose",
    "strategy": "Support of the council’s strategy",
    "consultation": "Consultation",
    "data_protection": "Data protection",
    "reports": "Reports considered",
    "dispensation": "Dispensation",
    "implementation": "Implementation",
}


def sections_of(text: DecisionText) -> dict[str, str]:
    """Every section of a record without its marks, by the field's name."""
    return {each.name: plain(getattr(text, each.name)) for each in fields(text)}


def together(said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Sentences on contracts, by reference: what is said of several is said once, of all of them."""
    by_sentence: dict[str, dict[str, None]] = {}
    for reference, sentence in said:
        by_sentence.setdefault(sentence, {}).setdefault(reference)
    for sentence, references in by_sentence.items():
        yield f"{' and '.join(references)}: {sentence}"


def blocking(check: str, field: str, sentence: str, source: str) -> Gap:
    """A gap that stops signing."""
    return Gap(check, field, Severity.BLOCKING, sentence, source)


def warning(check: str, field: str, sentence: str, source: str) -> Gap:
    """A gap that an officer may pass over with a reason."""
    return Gap(check, field, Severity.WARNING, sentence, source)


def note(check: str, field: str, sentence: str, source: str) -> Gap:
    """Something an officer should know, and no gap."""
    return Gap(check, field, Severity.NOTE, sentence, source)
