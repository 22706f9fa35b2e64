"""What bringing in a register comes to, part by part."""

from dataclasses import dataclass
from datetime import date

from db.incoming.choices import NameAnswer, Repeat, RowKey
from db.incoming.fields import Field
from db.returns.tables.days import DateOrder
from db.rules.decision import ContractId
from db.rules.money import Pence
from db.rules.provider import ProviderId

Answer = NameAnswer | Repeat | DateOrder | bool | str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the register as it came: what each column that holds something is called, and what it says."""

    sheet: str
    number: int
    texts: tuple[tuple[str, str], ...]

    @property
    def key(self) -> RowKey:
        """Its sheet and number."""
        return self.sheet, self.number


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that cannot be taken in, or should be looked at."""

    sheet: str
    row: int
    column: int
    cell: str
    """Its address, such as C7; empty where the row has no such column."""
    heading: str
    value: str
    why: str
    todo: str
    stops: bool
    """Whether its row waits because of it."""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row that is not taken in, and why."""

    row: SourceRow
    reason: str


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What a column was taken for, why, and how its dates are read."""

    number: int
    heading: str
    field: Field | None
    evidence: str
    examples: tuple[str, ...]
    order: DateOrder | None = None
    order_evidence: str = ""
    must_ask: bool = False


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet that is brought in."""

    name: str
    header_rows: tuple[int, ...]
    columns: tuple[ColumnPlan, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say, the answers there are, and the rows that wait for one."""

    kind: str
    """order, swapped, name or repeat."""
    key: object
    """What the answer is kept under: a column, a name or a reference."""
    sentence: str
    answers: tuple[tuple[str, Answer], ...]
    rows: tuple[RowKey, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A provider of a contract: one in the register, or a new one by its name."""

    name: str
    provider_id: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A contract as it would be entered, and the rows it comes from."""

    reference: str
    title: str
    rows: tuple[SourceRow, ...]
    providers: tuple[Party, ...] = ()
    service: str = ""
    category: str = ""
    manager: str = ""
    contact: str = ""
    notes: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    options: tuple[int, ...] = ()
    value: Pence | None = None
    annual_value: Pence | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a newer copy says otherwise than the register."""

    field: Field
    old: str
    new: str
    why_not: str = ""
    """Why the change is not made, as a sentence; empty where it is."""


@dataclass(frozen=True, slots=True)
class ContractChange:
    """A contract of the register that a newer copy changes, or leaves as it is where there are no fields."""

    contract_id: ContractId
    version: int
    reference: str
    title: str
    draft: Draft
    fields: tuple[FieldChange, ...]

    @property
    def made(self) -> tuple[FieldChange, ...]:
        """The changes that are made."""
        return tuple(each for each in self.fields if not each.why_not)


@dataclass(frozen=True, slots=True)
class Missing:
    """A contract that an earlier copy brought in and this one no longer lists. It stays in the register."""

    contract_id: ContractId
    reference: str
    title: str


@dataclass(frozen=True, slots=True)
class NewProvider:
    """A provider that would be entered."""

    name: str
    company_number: str
    charity_number: str
    rows: int


@dataclass(frozen=True, slots=True)
class NewAlias:
    """Another name that a provider would get: one in the register, or one that is entered with it (no id)."""

    provider_id: ProviderId | None
    provider: str
    name: str
