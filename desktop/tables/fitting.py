"""How wide a table's columns stand in the room there is: some shrink, and the least important give way. No Qt."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.tables.columns import Column


@dataclass(frozen=True, slots=True)
class Wish:
    """What one column in a table asks for, in pixels."""

    at: int
    """Its place among all columns."""
    width: int
    least: int
    """As narrow as it may become; its width where it never shrinks."""
    order: int = 0
    """The highest gives way first; 0 stays whatever the room."""
    stretches: bool = False


def wishes(
    columns: Sequence[Column[Any]],
    shown: Iterable[int],
    width_of: Callable[[int], int],
    own: Mapping[int, int],
    sorted_by: Collection[int] = (),
) -> list[Wish]:
    """What each column shown asks for; those the officer set by hand keep their width, and those sorted by stay.

    `width_of` gives the pixels of so many characters, `own` the widths set by hand.
    """
    made = []
    for at in shown:
        column = columns[at]
        width = own.get(at) or width_of(column.width)
        least = min(width_of(column.least), width) if column.least and at not in own else width
        stays = at in own or at in sorted_by
        made.append(Wish(at, width, least, 0 if stays else column.gives_way, column.stretch and at not in own))
    return made


def fitted(wishes: Sequence[Wish], room: int) -> dict[int, int]:
    """Pixels for each column that stands, by its place; a column that gave way is not there.

    No column that stays is narrowed for one that can give way, and what room is left over goes to those that
    stretch. Where the columns that stay need more than the room they shrink, and at their least the table scrolls.
    """
    standing = _standing(wishes, room)
    widths = _shrunk(standing, room)
    stretching = [each.at for each in standing if each.stretches]
    spare = room - sum(widths.values())
    for at in stretching if spare > 0 else ():
        widths[at] += spare // len(stretching)
    return widths


def _standing(wishes: Sequence[Wish], room: int) -> list[Wish]:
    standing = list(wishes)
    for lesser in sorted((each for each in wishes if each.order), key=lambda each: -each.order):
        if sum(each.least if each.order else each.width for each in standing) <= room:
            break
        standing.remove(lesser)
    return standing


def _shrunk(standing: Sequence[Wish], room: int) -> dict[int, int]:
    """Widths between what is wished for and the least; those that may give way give first, each its share."""
    widths = {each.at: each.width for each in standing}
    for giving in ([each for each in standing if each.order], [each for each in standing if not each.order]):
        lacking = max(sum(widths.values()) - room, 0)
        slack = sum(each.width - each.least for each in giving)
        share = min(lacking / slack, 1.0) if slack else 0.0
        for each in giving:
            widths[each.at] -= math.ceil((each.width - each.least) * share)
    return widths
