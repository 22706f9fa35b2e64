"""More than one cell that gives the same figure: which counts is asked, nothing is added up."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.returns.cells import place
from db.returns.tables.periods import left_open
from db.returns.understanding.asking import Asking
from db.returns.understanding.doubts import LEAVE_OUT
from db.returns.understanding.known import label_key, sheet_key
from db.returns.understanding.meaning import FIGURES, Meaning
from db.returns.understanding.questions import About, Choice
from db.returns.understanding.understood import CellReading

_PAIR = 2
_MOST = 3
"""Measures of one sheet past which they are asked about as one."""
APART = "apart"
_CHOICES = (
    Choice("first", "The first of them counts", "The others give no reading."),
    Choice("last", "The last of them counts", "The others give no reading."),
    Choice(LEAVE_OUT, "None of them counts", "None of the cells gives a reading."),
)
_TOLD_APART = Choice(
    APART, "All count: each sheet tells of something else", "Each is kept under the name of its sheet."
)


def settle_twice(asking: Asking, readings: Sequence[CellReading]) -> tuple[CellReading, ...]:
    """The readings that count. While it is open which one counts, all stay."""
    dropped: set[int] = set()
    apart: set[int] = set()
    for figures in _together(readings):
        answer = _ask(asking, [[readings[index] for index in places] for places in figures])
        for places in figures:
            dropped |= _dropped(places, answer)
            apart |= set(places) if answer == APART else set()
    kept = ((index, each) for index, each in enumerate(readings) if index not in dropped)
    return tuple(_by_sheet(each) if index in apart else each for index, each in kept)


def _by_sheet(reading: CellReading) -> CellReading:
    sheet = left_open(reading.sheet).replace("{period}", "").strip(" -–:,") or reading.sheet
    return replace(reading, group=" – ".join(filter(None, (sheet, reading.group))))


def _choices(readings: Sequence[CellReading]) -> tuple[tuple[Choice, ...], str]:
    """What may be chosen, and what is suggested: sheets that say different things of what nobody asked are apart."""
    if len({each.sheet for each in readings}) < len(readings):
        return _CHOICES, LEAVE_OUT if _in_one_row(readings) else "first"
    differ = len({each.value for each in readings}) > 1
    return (*_CHOICES, _TOLD_APART), APART if differ and readings[0].measure is None else "first"


def _in_one_row(readings: Sequence[CellReading]) -> bool:
    """Whether three or more stand in one row: no heading tells their columns apart, and none of them is the figure."""
    rows = Counter((each.sheet, place(each.cell)[0]) for each in readings)
    return max(rows.values()) > _PAIR


def _untold(readings: Sequence[CellReading]) -> str:
    return " Several of them stand in one row, and no heading tells them apart." if _in_one_row(readings) else ""


def _several(readings: Sequence[CellReading]) -> list[list[int]]:
    by_figure: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(readings):
        if each.kind in FIGURES and each.value is not None:
            by_figure[each.measure or each.name, each.kind, each.days, each.group].append(index)
    return [places for places in by_figure.values() if len(places) > 1]


def _together(readings: Sequence[CellReading]) -> Iterator[list[list[int]]]:
    """The figures that are asked about as one: by their name, or where there are many of a kind on a sheet, all."""
    by_sheet: dict[tuple[str, Meaning], list[list[int]]] = defaultdict(list)
    for places in _several(readings):
        by_sheet[readings[places[0]].sheet, readings[places[0]].kind].append(places)
    for figures in by_sheet.values():
        names = {readings[places[0]].name for places in figures}
        if len(names) > _MOST:
            yield figures
        else:
            yield from ([each for each in figures if readings[each[0]].name == name] for name in sorted(names))


def _ask(asking: Asking, figures: Sequence[Sequence[CellReading]]) -> str | None:
    names = {each[0].name for each in figures}
    if len(names) > 1:
        return _ask_many(asking, figures, len(names))
    return _ask_one(asking, figures[0], [each.cell for several in figures for each in several])


def _ask_many(asking: Asking, figures: Sequence[Sequence[CellReading]], names: int) -> str | None:
    first = figures[0][0]
    on_sheets = [each for each in figures if len({one.sheet for one in each}) == len(each)]
    likely = on_sheets if len(on_sheets) * 2 >= len(figures) else figures
    choices, suggested = _choices(max(likely, key=lambda each: len({one.value for one in each})))
    return asking.ask(
        f"twice||{first.kind}|{sheet_key(first.sheet)}", About.TWICE,
        (first.sheet, [each.cell for several in figures for each in several]),
        f"For each of {names} measures on “{first.sheet}” several cells give a figure. Which counts?", choices,
        evidence=f"Cells {', '.join(each.cell for each in figures[0][:3])} all speak of “{first.name}” and of the same"
        f" days ({first.days}).{_untold(figures[0])}",
        suggested=suggested,
    )  # fmt: skip


def _ask_one(asking: Asking, readings: Sequence[CellReading], cells: Sequence[str]) -> str | None:
    first = readings[0]
    choices, suggested = _choices(readings)
    kind = "" if first.kind is Meaning.VALUE else f" ({first.kind})"
    sheets = ", ".join(dict.fromkeys(each.sheet for each in readings))
    return asking.ask(
        f"twice|{label_key(first.name)}|{first.kind}|{sheet_key(first.sheet)}", About.TWICE,
        (first.sheet, cells),
        f"{len(readings)} cells give a figure for “{first.name}”{kind}. Which counts?", choices,
        evidence=f"They speak of the same days ({first.days}) on {sheets}.{_untold(readings)}", suggested=suggested,
    )  # fmt: skip


def _dropped(places: Sequence[int], answer: str | None) -> set[int]:
    if answer == "first":
        return set(places[1:])
    if answer == "last":
        return set(places[:-1])
    return set(places) if answer == LEAVE_OUT else set()
