"""How the columns of a sheet share the room they have."""

from collections.abc import Sequence


def shared_widths(
    wanted: Sequence[int], needed: Sequence[int], least: int, room: int, stretching: int
) -> Sequence[int]:
    """The widths of columns in a room, in pixels. With room to spare one column takes it; without, each gives up what
    its words do not need, then the widest give way, none below the least."""
    if sum(wanted) <= room:
        return [width + (room - sum(wanted) if column == stretching else 0) for column, width in enumerate(wanted)]
    low = [min(want, need) for want, need in zip(wanted, needed, strict=True)]
    if sum(low) <= room:
        return [width + (room - sum(low) if column == stretching else 0) for column, width in enumerate(low)]
    level = max(low)
    while level > least and sum(min(width, level) for width in low) > room:
        level -= 1
    return [min(width, level) for width in low]
