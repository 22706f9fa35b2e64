"""What stands on which page: nothing is parted that belongs together, and no heading is left at a page's foot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.pdf.flowables import Flowable


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable and how far its top stands below the top of the page's text, in points."""

    flowable: Flowable
    below: float


def paginate(flowables: Iterable[Flowable], height: float) -> list[list[Placed]]:
    """Place everything on pages with a height of text, in points."""
    pages = _Pages(height)
    for group in _groups(flowables):
        if not pages.can_begin(group):
            pages.turn()
        for flowable in group:
            pages.flow(flowable)
    return pages.pages


class _Pages:
    def __init__(self, height: float) -> None:
        self._height = height
        self._used = self._after = 0.0
        self.pages: list[list[Placed]] = [[]]

    def can_begin(self, group: list[Flowable]) -> bool:
        """Whether all of the group but its last has room here, and its last at least a beginning."""
        used, after = self._used, self._after
        for flowable in group[:-1]:
            used += (max(after, flowable.before) if used else 0.0) + flowable.height
            after = flowable.after
        last = group[-1]
        room = self._height - used - (max(after, last.before) if used else 0.0)
        return last.height <= room or last.split(room) is not None

    def flow(self, flowable: Flowable) -> None:
        """Place a flowable below what is there, and on as many pages as it takes."""
        rest: Flowable | None = flowable
        while rest:
            rest = self._begin(rest)

    def _begin(self, flowable: Flowable) -> Flowable | None:
        """Place what has room here; what is left begins the next page."""
        empty = not self.pages[-1]
        gap = 0.0 if empty else max(self._after, flowable.before)
        room = self._height - self._used - gap
        parts = None if flowable.height <= room else flowable.split(room, forced=empty)
        if parts:
            self._put(parts[0], gap)
            self.turn()
            return parts[1]
        if flowable.height <= room or empty:
            self._put(flowable, gap)
            return None
        self.turn()
        return flowable

    def turn(self) -> None:
        """Begin a page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
        self._used = self._after = 0.0

    def _put(self, flowable: Flowable, gap: float) -> None:
        self.pages[-1].append(Placed(flowable, self._used + gap))
        self._used += gap + flowable.height
        self._after = flowable.after


def _groups(flowables: Iterable[Flowable]) -> Iterator[list[Flowable]]:
    group: list[Flowable] = []
    for flowable in flowables:
        group.append(flowable)
        if not flowable.keeps_with_next:
            yield group
            group = []
    if group:
        yield group
