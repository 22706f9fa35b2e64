"""What an edited workbook asks for: changes to take in, conflicts to settle, and what is told but not applied."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.rules.sheets.columns import Value


class Settled(StrEnum):
    """Whose value stands where both sides changed one."""

    THEIRS = "the workbook’s"
    OURS = "the register’s"


@dataclass(frozen=True, slots=True)
class Spot:
    """One value of the register: its sheet, the id of its row, its heading."""

    sheet: str
    row_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A value changed in the workbook; `ours` is what the register holds now, `was` what it held when written out."""

    spot: Spot
    name: str
    """What people call the row."""
    cell: str
    was: Value
    ours: Value
    theirs: Value

    @property
    def is_conflict(self) -> bool:
        """Whether the register changed it meanwhile, too, and otherwise."""
        return self.ours != self.was


@dataclass(frozen=True, slots=True)
class NotApplied:
    """Something changed in the workbook that cannot be taken in, and why, or by which command it is done."""

    sheet: str
    cell: str
    name: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row of the workbook that is no row of the register: taken in only when an officer says so."""

    sheet: str
    row: int
    name: str
    values: Mapping[str, Value]
    by: str
    """The command that adds one; empty where it can be taken in as it is."""


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A row of the register that the workbook no longer has: nothing is removed without an officer's word."""

    sheet: str
    row_id: str
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything an edited workbook asks for."""

    edits: tuple[Edit, ...] = ()
    not_applied: tuple[NotApplied, ...] = ()
    added: tuple[AddedRow, ...] = ()
    removed: tuple[RemovedRow, ...] = ()
    notes: tuple[str, ...] = ()
    """What an officer should know of how the workbook was read."""

    @property
    def changes(self) -> tuple[Edit, ...]:
        """What only the workbook changed."""
        return tuple(each for each in self.edits if not each.is_conflict)

    @property
    def conflicts(self) -> tuple[Edit, ...]:
        """What both sides changed, each otherwise."""
        return tuple(each for each in self.edits if each.is_conflict)

    @property
    def is_empty(self) -> bool:
        """Whether the workbook says what the register says."""
        return not (self.edits or self.not_applied or self.added or self.removed)
