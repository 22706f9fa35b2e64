"""How the columns of a sheet share the room they have."""

from collections.abc import Sequence


def shared_widths(
    wanted: Sequence[int], needed: Sequence[int], least: int, room: int, stretching: int
) -> Sequence[int]:
    """The widths of columns in a room, in pixels. With room to spare, columns whose words need more take it, and one
    takes the rest; without, each gives up what its words do not need, then the widest give way, none below the least.
    """
    if sum(wanted) <= room:
        return _stretched(_grown(wanted, needed, room), room, stretching)
    low = [min(want, need) for want, need in zip(wanted, needed, strict=True)]
    level = max(low, default=0)
    while level > least and sum(min(width, level) for width in low) > room:
        level -= 1
    return _stretched([min(width, level) for width in low], room, stretching)


def _grown(wanted: Sequence[int], needed: Sequence[int], room: int) -> list[int]:
    spare, grown = room - sum(wanted), []
    for want, need in zip(wanted, needed, strict=True):
        more = max(0, min(spare, need - want))
        grown.append(want + more)
        spare -= more
    return grown


def _stretched(widths: Sequence[int], room: int, stretching: int) -> list[int]:
    spare = max(0, room - sum(widths))
    return [width + (spare if column == stretching else 0) for column, width in enumerate(widths)]
