"""A contract as one line of the register: how it stands on the day, its days, its money, who looks after it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from db.rules.contract import Contract, Side, Status, Unreadable
from db.rules.dates import show_length, year_of
from db.rules.diary import USUAL_DIARY, Diary
from db.rules.funding import total_on
from db.rules.money import Pence
from db.rules.notice import last_day_to_act, last_day_to_serve
from db.rules.standing import Standing, standing
from desktop.look.palette import Tone
from desktop.tables.columns import Chip

TONES = {
    Status.NOT_RECORDED: Tone.NEUTRAL,
    Status.NOT_STARTED: Tone.LATER,
    Status.RUNNING: Tone.DONE,
    Status.UNDER_NOTICE: Tone.SOON,
    Status.PAST_END: Tone.OVERDUE,
    Status.ENDED: Tone.NEUTRAL,
}
UNREADABLE = "Cannot be read"


@dataclass(frozen=True, slots=True)
class ContractRow:
    """What the register shows of a contract on a day; amounts in pence, None where nothing is recorded."""

    id: str
    reference: str
    title: str
    chip: Chip
    day: date
    version: int = 0
    """0 for a contract that cannot be read, which nothing can be typed into."""
    service: str = ""
    category: str = ""
    manager: str = ""
    contact: str = ""
    notes: str = ""
    providers: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    starts_on: date | None = None
    initial_ends_on: date | None = None
    ends_on: date | None = None
    maximum_end: date | None = None
    serve_by: date | None = None
    decide_by: date | None = None
    options_left: int | None = None
    notice: str = ""
    annual_pence: Pence | None = None
    year_pence: Pence | None = None
    """What is funded for the financial year of the day."""
    total_pence: Pence | None = None
    """What is funded over all years recorded."""
    partner_pence: dict[str, Pence] = field(default_factory=dict)
    """What each partner funds for the financial year of the day."""
    last_decision: str = ""
    last_decided_on: date | None = None
    is_open: bool = False
    """Whether it runs or is yet to start, so that its days still ask for something."""
    tip: str = ""

    @property
    def provider_names(self) -> str:
        """The providers in one line."""
        return ", ".join(self.providers)


def status_chip(at: Standing) -> Chip:
    """How a contract stands, as a chip."""
    return Chip(TONES[at.status], at.status.value)


def contract_row(contract: Contract | Unreadable, day: date, diary: Diary = USUAL_DIARY) -> ContractRow:
    """A contract as it stands on a day; one that cannot be read keeps its line and says so."""
    if isinstance(contract, Unreadable):
        chip = Chip(Tone.OVERDUE, UNREADABLE)
        return ContractRow(contract.id, contract.reference, contract.problem, chip, day, tip=contract.problem)
    at = standing(contract, day)
    served = last_day_to_serve(at)
    term = contract.notice_term(Side.COUNCIL)
    partners = _by_partner(contract, year_of(day))
    decided = _last_decided(contract, day)
    return ContractRow(
        id=contract.id, reference=contract.reference, title=contract.title, chip=status_chip(at), day=day,
        version=contract.version, service=contract.service, category=contract.category, manager=contract.manager,
        contact=contract.contact, notes=contract.notes,
        providers=tuple(holder.name for holder in contract.holders),
        parts=tuple(part.name for part in contract.parts),
        starts_on=contract.starts_on, initial_ends_on=contract.initial_ends_on, ends_on=at.ends_on,
        maximum_end=at.maximum_end, serve_by=served.day if served else None, decide_by=_decide_by(at, diary),
        options_left=_options_left(at), notice=show_length(term.length, term.unit) if term else "",
        annual_pence=total_on(contract.annual_values, day) if contract.annual_values else None,
        year_pence=_total(partners.values()), total_pence=_total(line.pence for line in contract.funding),
        partner_pence=partners, last_decision=decided[1], last_decided_on=decided[0],
        is_open=at.status in {Status.RUNNING, Status.NOT_STARTED, Status.PAST_END},
    )  # fmt: skip


def _decide_by(at: Standing, diary: Diary) -> date | None:
    last = last_day_to_act(at)
    counted = diary.runway_to(at.contract.id, last.day)[1] if last else None
    return counted.decide_by if counted else None


def _options_left(at: Standing) -> int | None:
    if not at.contract.options:
        return None
    used = {each.option_id for each in at.extensions}
    return sum(each.id not in used for each in at.contract.options) if at.next_option else 0


def _by_partner(contract: Contract, year: int) -> dict[str, Pence]:
    found: dict[str, Pence] = {}
    for line in contract.funding:
        if line.year == year:
            found[line.partner] = Pence(found.get(line.partner, 0) + line.pence)
    return found


def _total(amounts: Iterable[Pence]) -> Pence | None:
    held = list(amounts)
    return Pence(sum(held)) if held else None


def _last_decided(contract: Contract, day: date) -> tuple[date | None, str]:
    """The newest decision carried out on the contract by a day."""
    made = [(each.decided_on, each.decision_number) for each in contract.extensions]
    made += [(each.decided_on, each.decision_number) for each in contract.variations]
    made += [(each.decided_on, each.decision_number) for each in contract.notices_decided]
    return max((each for each in made if each[1] and each[0] <= day), default=(None, ""))
