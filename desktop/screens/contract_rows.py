"""A contract as one line of a table: how it stands on the day, its last days, its money."""

from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract, Status, Unreadable
from db.rules.dates import year_of
from db.rules.funding import total_on
from db.rules.money import Pence
from db.rules.notice import last_day_to_serve
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
    service: str
    providers: tuple[str, ...]
    also: str
    """Words it is found by though they are not shown: the providers' other names."""
    chip: Chip
    ends_on: date | None
    maximum_end: date | None
    serve_by: date | None
    annual_pence: Pence | None
    year_pence: Pence | None
    """What is funded for the financial year of the day."""
    tip: str = ""

    @property
    def provider_names(self) -> str:
        """The providers in one line."""
        return ", ".join(self.providers)


def status_chip(at: Standing) -> Chip:
    """How a contract stands, as a chip."""
    return Chip(TONES[at.status], at.status.value)


def contract_row(contract: Contract | Unreadable, day: date) -> ContractRow:
    """A contract as it stands on a day; one that cannot be read keeps its line and says so."""
    if isinstance(contract, Unreadable):
        chip = Chip(Tone.OVERDUE, UNREADABLE)
        return ContractRow(
            contract.id, contract.reference, contract.problem, "", (), "", chip, None, None, None, None, None,
            contract.problem,
        )  # fmt: skip
    at = standing(contract, day)
    served = last_day_to_serve(at)
    return ContractRow(
        id=contract.id,
        reference=contract.reference,
        title=contract.title,
        service=contract.service,
        providers=tuple(holder.name for holder in contract.holders),
        also=" ".join((*(name for holder in contract.holders for name in holder.aliases), contract.manager)),
        chip=status_chip(at),
        ends_on=at.ends_on,
        maximum_end=at.maximum_end,
        serve_by=served.day if served else None,
        annual_pence=total_on(contract.annual_values, day) if contract.annual_values else None,
        year_pence=_funded(contract, year_of(day)),
    )


def _funded(contract: Contract, year: int) -> Pence | None:
    amounts = [line.pence for line in contract.funding if line.year == year]
    return Pence(sum(amounts)) if amounts else None
