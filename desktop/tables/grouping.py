"""Rows gathered under lines of their own, each with its count and its amounts added up."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from db.rules.money import Pence, show_pounds
from desktop.tables.columns import SortKey, natural

BLANK = "(blank)"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that have one value: how many, and their sums in pence by column, to the penny."""

    title: str
    """What the rows are gathered by."""
    name: str
    rows: int
    sums: dict[int, int]
    folded: bool = False

    @property
    def words(self) -> str:
        """The group's line: what it is, and how many rows it has."""
        return f"{self.title}: {self.name or BLANK} ({self.rows:,})"

    def text(self, column: int) -> str:
        """What the line says in a column: its subtotal, where there is one."""
        return show_pounds(Pence(self.sums[column])) if column in self.sums else ""


def gather(
    positions: Sequence[int],
    title: str,
    name_of: Sequence[str],
    amounts: Mapping[int, Sequence[SortKey]],
    folded: Collection[str],
) -> tuple[list[Group], list[int]]:
    """The groups in the order of their names, blanks last, and what is shown: -1, -2, … for the groups' own lines,
    else positions. `name_of` gives each position's group. Positions keep their order; a folded group's are left out."""
    held: dict[str, list[int]] = {}
    for position in positions:
        held.setdefault(name_of[position], []).append(position)
    groups: list[Group] = []
    shown: list[int] = []
    for name in sorted(held, key=lambda each: (not each, natural(each))):
        members, is_folded = held[name], name in folded
        groups.append(Group(title, name, len(members), _sums(members, amounts), is_folded))
        shown.append(-len(groups))
        shown += () if is_folded else members
    return groups, shown


def _sums(members: Sequence[int], amounts: Mapping[int, Sequence[SortKey]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for column, values in amounts.items():
        held = [value for member in members if isinstance(value := values[member], int)]
        if held:
            found[column] = sum(held)
    return found
