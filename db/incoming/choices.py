"""What an officer has said of a register that is being brought in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.incoming.fields import MONEY, Field
from db.returns.tables.days import DateOrder

ColumnKey = tuple[str, int]
"""A sheet and the number of a column from 1."""
CellKey = tuple[str, int, int]
"""A sheet, a row and a column from 1."""
RowKey = tuple[str, int]


class Repeat(StrEnum):
    """What several rows under one reference are."""

    ONE = "one contract of several providers"
    SEPARATE = "contracts of their own, told apart by a number after the reference"
    SAME = "the contract in the register"


class Past(StrEnum):
    """What becomes of contracts whose end has passed."""

    AS_THEY_ARE = "as they are"
    AS_ENDED = "as ended on their last day"
    LEAVE_OUT = "left out"


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """Whom a name means: a provider of the register, another name of the file, several, or a provider of its own."""

    provider_id: str = ""
    same_as: str = ""
    parts: tuple[str, ...] = ()

    @classmethod
    def known(cls, provider_id: str) -> "NameAnswer":
        """A provider in the register, which gets the name as another of its names."""
        return cls(provider_id=provider_id)

    @classmethod
    def same(cls, name: str) -> "NameAnswer":
        """The same provider as another name of the file."""
        return cls(same_as=name)

    @classmethod
    def several(cls, parts: tuple[str, ...]) -> "NameAnswer":
        """Several providers."""
        return cls(parts=parts)

    @classmethod
    def new(cls) -> "NameAnswer":
        """A provider of its own."""
        return cls()


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything an officer chose; what is not chosen is decided from the file, or asked."""

    columns: Mapping[ColumnKey, Field | None] = field(default_factory=dict)
    orders: Mapping[ColumnKey, DateOrder] = field(default_factory=dict)
    swapped: Mapping[ColumnKey, bool] = field(default_factory=dict)
    """Whether the real dates of a column have day and month changed over."""
    headings: Mapping[str, int] = field(default_factory=dict)
    """By sheet, the row of its headings; 0 where it has none."""
    sheets: frozenset[str] | None = None
    """The sheets to bring in; None for those that look like a register."""
    names: Mapping[str, NameAnswer] = field(default_factory=dict)
    references: Mapping[str, Repeat] = field(default_factory=dict)
    fixes: Mapping[CellKey, str] = field(default_factory=dict)
    """What a cell should say."""
    let_go: frozenset[Field] = MONEY | {
        Field.EXTENSION_MONTHS,
        Field.EXTENSION_END,
        Field.EXTENDABLE,
        Field.EXTENDED,
        Field.MAXIMUM_END,
        Field.REVIEW,
    }
    """Fields without which a row is still good; what its cell says is then kept in the notes."""
    leave: frozenset[RowKey] = frozenset()
    past: Past = Past.AS_THEY_ARE
    prefix: str = ""
    """Begins the references given to rows that have none; empty lets those rows wait."""
    partner: str = "Council"
    """Who pays what the register says is paid a year."""
    keep: frozenset[tuple[str, Field]] = frozenset()
    """Changes not to make, by reference and field."""
    profile: str = ""
    """What was remembered of an earlier copy; what is chosen goes before it."""
