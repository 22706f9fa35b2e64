"""What changed between two days, as rows for people. No Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from db.looking_back import Told
from db.register import Register
from db.rules.dates import show_short_day
from db.rules.decision import ContractId
from db.rules.differences import How
from db.rules.sheets.register import CONTRACTS
from desktop.look.palette import Tone
from desktop.tables.columns import Chip, Column, chip_column, text_column, yielding
from exports.differences_workbook import ChangeRow, show

_TONES = {How.CHANGED: Tone.LATER, How.ADDED: Tone.DONE, How.GONE: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A difference, and who made it when, by the clock here."""

    id: str
    told: Told
    contract_id: ContractId | None

    @property
    def at(self) -> datetime | None:
        """The moment, by the clock here."""
        return self.told.at.astimezone() if self.told.at else None

    @property
    def when(self) -> str:
        """The moment as a table shows it."""
        return f"{show_short_day(self.at.date())}, {self.at:%H:%M}" if self.at else ""

    @property
    def before(self) -> str:
        """What it was."""
        return show(self.told.difference.title, self.told.difference.before)

    @property
    def after(self) -> str:
        """What it is."""
        return show(self.told.difference.title, self.told.difference.after)

    @property
    def can_restore(self) -> bool:
        """Whether the old value can simply be put back."""
        found = self.told.difference
        return bool(self.contract_id and found.field and found.sheet == CONTRACTS and found.how is How.CHANGED)


COLUMNS: tuple[Column[ToldRow], ...] = (
    yielding(text_column("Contract or row", lambda row: row.told.difference.name, width=22), least=14),
    yielding(chip_column("Change", lambda row: how(row), width=13), least=11),
    yielding(text_column("Field", lambda row: row.told.difference.title, width=15), least=10),
    yielding(text_column("Before", lambda row: row.before, width=16), least=13),
    yielding(text_column("After", lambda row: row.after, width=16, stretch=True), least=13),
    yielding(text_column("Who", lambda row: row.told.officer, width=16), least=12, gives_way=2),
    yielding(
        text_column(
            "When", lambda row: row.when, width=18,
            sort=lambda row: int(row.at.timestamp()) if row.at else None,
        ),
        least=17, gives_way=1,
    ),
    yielding(text_column("What was done", lambda row: row.told.sentence, width=30), least=20, gives_way=3),
    yielding(text_column("Where", lambda row: row.told.difference.sheet, width=16), least=10, gives_way=4),
)  # fmt: skip


def how(row: ToldRow) -> Chip:
    """Whether it was added, changed or taken away."""
    found = row.told.difference.how
    return Chip(_TONES[found], found.value)


def told_rows(register: Register, found: Iterable[Told]) -> tuple[ToldRow, ...]:
    """The differences with the contracts they lead to."""
    references = register.contracts.references()
    rows = []
    for number, told in enumerate(found):
        difference = told.difference
        known = (
            difference.row_id if difference.sheet == CONTRACTS else references.get(difference.name.partition(",")[0])
        )
        rows.append(ToldRow(f"{number:06}", told, ContractId(known) if known else None))
    return tuple(rows)


def change_row(row: ToldRow) -> ChangeRow:
    """The same for a workbook."""
    at, told = row.at, row.told
    day, clock = (at.date(), f"{at:%H:%M}") if at else (None, "")
    return ChangeRow(told.difference, day, clock, told.officer, told.post, told.sentence)


def end_of(day: date) -> datetime:
    """The last moment of a day, by the clock here."""
    return datetime.combine(day, time.max).astimezone()
