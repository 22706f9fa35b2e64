"""Whether a contract may be published as it is recorded, and what lacks."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.rules.listing import RegisterLine, Unfilled
from db.rules.listing_columns import ONLY_WHERE_THEY_APPLY, WORDS


@dataclass(frozen=True, slots=True)
class Readiness:
    """One contract's line: what must still be filled, and what the Guidance asks only where it applies."""

    contract_id: str
    reference: str
    lacks: tuple[Unfilled, ...]
    where_they_apply: tuple[Unfilled, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing that is required lacks."""
        return not self.lacks

    @property
    def words(self) -> str:
        """How it stands, for people."""
        if self.is_ready:
            return "Ready"
        return f"Lacks {', '.join(f'{WORDS[each.column]} ({each.column})' for each in self.lacks)}"

    @property
    def lacking(self) -> str:
        """What lacks, as an officer calls it."""
        return ", ".join(WORDS[each.column] for each in self.lacks)


def readiness(lines: Iterable[RegisterLine]) -> tuple[Readiness, ...]:
    """How ready each line is, those that lack most first."""
    found = [_of(line) for line in lines]
    return tuple(sorted(found, key=lambda each: (-len(each.lacks), each.reference.casefold())))


def _of(line: RegisterLine) -> Readiness:
    applying = tuple(each for each in line.lacks if each.column in ONLY_WHERE_THEY_APPLY)
    always = tuple(each for each in line.lacks if each.column not in ONLY_WHERE_THEY_APPLY)
    return Readiness(line.contract_id, line.reference, always, applying)
