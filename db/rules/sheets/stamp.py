"""By what a workbook of ours is known again: the register and the state of it that was written out."""

from dataclasses import dataclass
from datetime import date

STAMP_SHEET = "Contract Desk"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The newest entry of the journal when a workbook was written, and the day its contracts are shown on."""

    seq: int
    """The entry's number; 0 for a register in which nothing was done yet."""
    hash: str
    """The entry's own hash, which no other register's entry has."""
    day: date


_SEQ, _HASH, _DAY = "Journal entry", "Its hash", "As at"


def stamp_lines(stamp: Stamp) -> tuple[tuple[str, str], ...]:
    """A stamp as a name and a text on each line."""
    return (_SEQ, str(stamp.seq)), (_HASH, stamp.hash), (_DAY, stamp.day.isoformat())


def read_stamp(lines: dict[str, str]) -> Stamp | None:
    """A stamp from its lines; None where they are not one."""
    try:
        return Stamp(int(lines[_SEQ]), lines[_HASH], date.fromisoformat(lines[_DAY]))
    except (KeyError, ValueError):
        return None
