"""More than one cell that gives the same figure: which counts is asked, nothing is added up."""

from collections import defaultdict
from collections.abc import Sequence

from db.returns.understanding.asking import Asking
from db.returns.understanding.doubts import LEAVE_OUT
from db.returns.understanding.known import label_key, sheet_key
from db.returns.understanding.meaning import FIGURES, Meaning
from db.returns.understanding.questions import About, Choice
from db.returns.understanding.understood import CellReading

_CHOICES = (
    Choice("first", "The first of them counts", "The others give no reading."),
    Choice("last", "The last of them counts", "The others give no reading."),
    Choice(LEAVE_OUT, "None of them counts", "None of the cells gives a reading."),
)


def settle_twice(asking: Asking, readings: Sequence[CellReading]) -> tuple[CellReading, ...]:
    """The readings that count. While it is open which one counts, all stay."""
    several = _several(readings)
    dropped: set[int] = set()
    for places in several:
        answer = _ask(asking, [readings[place] for place in places])
        dropped |= _dropped(places, answer)
    return tuple(each for place, each in enumerate(readings) if place not in dropped)


def _several(readings: Sequence[CellReading]) -> list[list[int]]:
    by_figure: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(readings):
        if each.kind in FIGURES and each.value is not None:
            by_figure[each.measure or each.name, each.kind, each.days, each.group].append(place)
    return [places for places in by_figure.values() if len(places) > 1]


def _ask(asking: Asking, readings: Sequence[CellReading]) -> str | None:
    first = readings[0]
    kind = "" if first.kind is Meaning.VALUE else f" ({first.kind})"
    sheets = ", ".join(dict.fromkeys(each.sheet for each in readings))
    return asking.ask(
        f"twice|{label_key(first.name)}|{first.kind}|{sheet_key(first.sheet)}", About.TWICE,
        (first.sheet, [each.cell for each in readings]),
        f"{len(readings)} cells give a figure for “{first.name}”{kind}. Which counts?", _CHOICES,
        evidence=f"They speak of the same days ({first.days}) on {sheets}.", suggested="first",
    )  # fmt: skip


def _dropped(places: Sequence[int], answer: str | None) -> set[int]:
    if answer == "first":
        return set(places[1:])
    if answer == "last":
        return set(places[:-1])
    return set(places) if answer == LEAVE_OUT else set()
