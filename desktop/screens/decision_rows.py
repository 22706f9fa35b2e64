"""How decisions stand in their table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, Publication
from db.rules.decision_facts import DecisionStatus, Restriction
from db.rules.record_dates import RecordDates
from desktop.look.palette import Tone
from desktop.tables.columns import Chip, Column, chip_column, day_column, number_column, text_column, yielding

SIGNED, UNSIGNED = "Signed", "Unsigned"
_TONES = {
    DecisionStatus.FOR_DETERMINATION: Tone.SOON,
    DecisionStatus.APPROVED: Tone.DONE,
    DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN: Tone.LATER,
}
_SHORT = {
    DecisionStatus.APPROVED: "Approved",
    DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN: "Subject to call-in",
    DecisionStatus.DEFERRED: "Deferred",
}
STATUSES = tuple(_SHORT.get(each, each.value) for each in DecisionStatus)
"""The statuses in the few words a table has room for."""
NO_MONTH = "No month yet"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as it is listed, with what its table shows beyond its own facts."""

    decision: Decision
    effective_on: date | None = None
    """As printed by the council, or as worked out."""
    lag: int | None = None
    """Working days from its being taken to its publication."""
    found_by: str = ""
    """Titles and providers of the contracts it acts on, by which it is found too."""

    @property
    def id(self) -> str:
        """The decision's id."""
        return self.decision.id


def status(decision: Decision) -> Chip:
    """How far it has come, as a chip."""
    return Chip(_TONES.get(decision.status, Tone.NEUTRAL), status_word(decision))


def status_word(decision: Decision) -> str:
    """How far it has come, in few words."""
    return _SHORT.get(decision.status, decision.status.value)


def signature(decision: Decision) -> Chip | None:
    """Whether the record is signed; nothing for a decision whose record no officer signs."""
    if decision.signed_on:
        return Chip(Tone.DONE, SIGNED)
    return Chip(Tone.OVERDUE, UNSIGNED) if decision.needs_signature else None


def signed_word(decision: Decision) -> str:
    """The word of the signature's chip, or nothing."""
    chip = signature(decision)
    return chip.word if chip else ""


def contracts_of(decision: Decision) -> str:
    """The references of the contracts it acts on, each once."""
    return ", ".join(dict.fromkeys(effect.contract_reference for effect in decision.effects))


def rests_on(decision: Decision) -> str:
    """The number of the decision it relates to, or the scheme it was taken under."""
    return decision.relates_to_number or decision.scheme


def maker(decision: Decision) -> str:
    """Who took it: name and post, or what is recorded of them."""
    return ", ".join(filter(None, (decision.maker_name, decision.maker_post)))


def publication(decision: Decision) -> str:
    """Whether it is for publication; nothing when that was not answered."""
    return "" if decision.for_publication is Publication.UNANSWERED else decision.for_publication.value


def restriction(decision: Decision) -> str:
    """How much the public may see; nothing when publication was not answered."""
    return decision.restriction.value if decision.restriction else ""


RESTRICTIONS = tuple(each.value for each in Restriction)


def year(decision: Decision) -> str:
    """The calendar year it was taken in, or is due in."""
    day = decision.decided_on or decision.plan.due_on
    return str(day.year) if day else ""


def month_due(decision: Decision) -> str:
    """The month a decision to come is due in; nothing for one that was taken or dropped."""
    if decision.status is not DecisionStatus.FOR_DETERMINATION:
        return ""
    return f"{decision.plan.due_on:%B %Y}" if decision.plan.due_on else NO_MONTH


def months_due(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """The months in which decisions are due, the soonest first."""
    waiting = [each for each in decisions if month_due(each)]
    return tuple(dict.fromkeys(map(month_due, sorted(waiting, key=lambda each: each.plan.due_on or date.max))))


def yes_or_no(answer: bool | None) -> str:
    """An answer in a word; nothing where there is none."""
    return "" if answer is None else "Yes" if answer else "No"


COLUMNS: tuple[Column[DecisionRow], ...] = (
    yielding(text_column("Number", lambda r: r.decision.number, width=14), least=11),
    yielding(day_column("Decided on", lambda r: r.decision.decided_on), least=11),
    yielding(text_column("Subject", lambda r: r.decision.subject, width=32, stretch=True), least=15),
    yielding(chip_column("Status", lambda r: status(r.decision), width=20), least=13),
    yielding(chip_column("Signature", lambda r: signature(r.decision), width=14), least=11),
    yielding(text_column("Kind", lambda r: r.decision.kind.value, width=24), least=16, gives_way=2),
    yielding(text_column("Decided by", lambda r: maker(r.decision), width=28), least=16, gives_way=4),
    yielding(text_column("Rests on", lambda r: rests_on(r.decision), width=14), least=10, gives_way=6),
    yielding(text_column("Contracts", lambda r: contracts_of(r.decision), width=30), least=16, gives_way=3),
    yielding(text_column("Key", lambda r: yes_or_no(r.decision.is_key), width=6), gives_way=10),
    yielding(text_column("Call-in", lambda r: yes_or_no(r.decision.callable_in), width=9), gives_way=11),
    yielding(text_column("Restriction", lambda r: restriction(r.decision), width=14), gives_way=9),
    yielding(day_column("Due", lambda r: r.decision.plan.due_on), least=11, gives_way=5),
    yielding(day_column("Published", lambda r: r.decision.published.published_on), least=11, gives_way=7),
    yielding(number_column("Published after", lambda r: r.lag, width=15), gives_way=12),
    yielding(day_column("Effective", lambda r: r.effective_on), least=11, gives_way=8),
)


def searched_too(row: DecisionRow) -> str:
    """What a decision is found by besides its columns: its text, effects, contracts and providers."""
    text = row.decision.text
    effects = (effect.detail for effect in row.decision.effects)
    return "\n".join((text.decision, text.reasons, row.decision.relates_to_number, row.found_by, *effects))


def row_of(decision: Decision, contracts: Mapping[ContractId, Contract], dates: RecordDates) -> DecisionRow:
    """A decision as it is listed."""
    acted_on = [contracts[each.contract_id] for each in decision.effects if each.contract_id in contracts]
    names = [word for each in acted_on for word in (each.title, each.service, *_providers(each))]
    effective_on = decision.published.effective_on or (dates.effective.day if dates.effective else None)
    lag = dates.lag.working_days if dates.lag and dates.lag.is_published else None
    return DecisionRow(decision, effective_on, lag, " ".join(dict.fromkeys(names)))


def _providers(contract: Contract) -> tuple[str, ...]:
    return tuple(each.name for each in contract.holders)
