"""What changed from one version of a return to the next: each figure that is another, is new, or is gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.rules.monitoring import Reading

_Figure = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """One figure that is not what it was. New: there is no before. Gone: there is no after."""

    before: Reading | None
    after: Reading | None

    @property
    def measure(self) -> str:
        """Whose figure it is, with its part and kind where it is not the measure's own value."""
        reading = self.after or self.before
        if reading is None:
            return ""
        kind = "" if reading.kind == "value" else reading.kind
        return ", ".join(filter(None, (reading.measure, reading.part, kind)))


def changed_figures(before: Iterable[Reading], after: Iterable[Reading]) -> tuple[ChangedFigure, ...]:
    """The figures that changed, in the order of the later version, then those that are gone.

    A figure is known by its measure, kind and part, not by its cell: one that only moved has not changed.
    """
    old, new = _by_figure(before), _by_figure(after)
    changed = [
        ChangedFigure(old.get(figure), now)
        for figure, now in new.items()
        if figure not in old or _says(old[figure]) != _says(now)
    ]
    return (*changed, *(ChangedFigure(then, None) for figure, then in old.items() if figure not in new))


def _by_figure(readings: Iterable[Reading]) -> dict[_Figure, Reading]:
    """Readings by what they speak of; of several of the same the first is the first, and so on."""
    found: dict[_Figure, Reading] = {}
    for each in readings:
        number = 0
        while (each.measure, each.kind, each.part, number) in found:
            number += 1
        found[each.measure, each.kind, each.part, number] = each
    return found


def _says(reading: Reading) -> tuple[object, object]:
    return (reading.value, reading.state)
