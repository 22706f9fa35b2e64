"""What changed from one version of a return to the next, cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.returns.understanding.understood import CellReading

_Figure = tuple[object, ...]


class Change(StrEnum):
    """What happened to a figure."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """One figure that is not what it was. Added has no before, removed no after."""

    change: Change
    before: CellReading | None
    after: CellReading | None


def changed_readings(before: Iterable[CellReading], after: Iterable[CellReading]) -> tuple[ReadingChange, ...]:
    """Every figure whose value is another, is new, or is gone, in the order of the later version.

    A figure is known by its measure, kind, part and days, not by its cell: one that only moved has not changed.
    Of several with the same, those in the same cell belong together.
    """
    old, new = _by_figure(before), _by_figure(after)
    changes = [change for figure, now in new.items() for change in _compare(old.pop(figure, []), now)]
    gone = [ReadingChange(Change.REMOVED, each, None) for several in old.values() for each in several]
    return (*changes, *gone)


def _by_figure(readings: Iterable[CellReading]) -> dict[_Figure, list[CellReading]]:
    found: dict[_Figure, list[CellReading]] = defaultdict(list)
    for each in readings:
        found[each.measure or each.name, each.kind, each.group, each.days].append(each)
    return dict(found)


def _compare(before: Sequence[CellReading], after: Sequence[CellReading]) -> Iterator[ReadingChange]:
    left = {(each.sheet, each.cell): each for each in before}
    unmatched = []
    for now in after:
        then = left.pop((now.sheet, now.cell), None)
        if then is None:
            unmatched.append(now)
        elif then.value != now.value:
            yield ReadingChange(Change.CHANGED, then, now)
    rest = list(left.values())
    for then, now in zip(rest, unmatched, strict=False):
        if then.value != now.value:
            yield ReadingChange(Change.CHANGED, then, now)
    yield from (ReadingChange(Change.ADDED, None, now) for now in unmatched[len(rest) :])
    yield from (ReadingChange(Change.REMOVED, then, None) for then in rest[len(unmatched) :])
