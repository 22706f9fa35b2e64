"""What cells leave open, asked once for the column, the sheet or the file, with the evidence there is."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from db.returns.cells import CellValue
from db.returns.files.number_formats import scale
from db.returns.tables.days import DateOrder, OrderEvidence
from db.returns.tables.marks import Missing
from db.returns.tables.words import fold
from db.returns.understanding.asking import Asking
from db.returns.understanding.known import label_key, sheet_key
from db.returns.understanding.questions import About, Choice
from db.returns.understanding.tasks import Task

_CLEARLY = 4
"""How many times more figures are above 1 where the others are hardly of one."""
OF_ONE = "of one"
OF_A_HUNDRED = "of a hundred"
LEAVE_OUT = "leave out"
TAKE_IN = "take in"

_SCALES: tuple[tuple[re.Pattern[str], int], ...] = (
    (
        re.compile(
            r"£\s*(?:000s?\b|'000s?|k\b|thousands?)|\(\s*(?:£?'?000s?|£?k|thousands)\s*\)|"
            r"\b(?:in|£) thousands\b|(?<![\d,])'?000s\b"
        ),
        1_000,
    ),
    (re.compile(r"£\s*(?:m\b|mn\b|millions?)|\(\s*£?m(?:illions?)?\s*\)|\bin millions\b"), 1_000_000),
)


def shown_otherwise(number_format: str, value: int | float) -> str:
    """How a number is shown where that is not what the cell holds."""
    if value == 0 and "-" in number_format:
        return "The cell shows “-” and holds 0."
    if (times := scale(number_format)) > 1:
        unit = "thousands" if times == 1000 else "millions"
        return f"The cell shows {unit}; what it holds counts: {value:,}."
    return f"The cell is shown in the format {number_format}; what it holds counts: {value:,}."


def hidden_number(asking: Asking, sheet: str, cell: str) -> str | None:
    """Whether numbers that a format hides are stored."""
    return asking.ask(
        f"suppressed|{sheet_key(sheet)}", About.SUPPRESSED, (sheet, [cell]),
        "Some cells hold a small number that their format hides. A small number may point to a person. Is it stored?",
        (
            Choice("store", "Store the numbers", "The hidden numbers become readings."),
            Choice(LEAVE_OUT, "Leave them out", "The cells give no reading."),
        ),
        evidence="The number format replaces small numbers by a mark; the numbers are still in the cells.",
        suggested=LEAVE_OUT,
    )  # fmt: skip


def footnote(asking: Asking, sheet: str, cell: str, mark: str) -> str | None:
    """Whether a mark glued to a number is a footnote. Numbers in brackets are asked about once for a sheet."""
    is_number = mark.strip("()").isdigit()
    said = "A number in brackets" if is_number else f"“{mark}”"
    return asking.ask(
        f"footnote|{sheet_key(sheet)}|{'(1)' if is_number else mark}", About.FOOTNOTE, (sheet, [cell]),
        f"{said} is glued to a number. Is it the mark of a footnote?",
        (
            Choice("aside", "A footnote: set the mark aside", "The number before the mark is read."),
            Choice(LEAVE_OUT, "Leave these cells out", "The cells give no reading."),
        ),
        suggested="aside",
    )  # fmt: skip


def mark_is_nought(asking: Asking, text: str, mark: Missing, spot: tuple[str, str]) -> bool:
    """Whether nil or a dash was said to mean 0. Until somebody says so it does not."""
    folded = fold(text)
    if mark is not Missing.NIL and folded not in ("-", "--"):
        return False
    answer = asking.ask(
        f"mark|{folded}", About.MARK, (spot[0], [spot[1]]),
        f"Does “{text.strip()}” mean 0, or that nothing was returned?",
        (
            Choice("not returned", "Nothing was returned", "The cells are recorded as not returned."),
            Choice("0", "It means 0", "The cells are recorded as 0."),
        ),
        evidence="A blank or a mark is never taken for 0 unless you say so.",
        settled="not returned",
    )  # fmt: skip
    return answer == "0"


def scale_of(asking: Asking, task: Task, cell: str) -> tuple[int, str]:
    """By how much a figure is multiplied, and what says so, as "heading says “£000”"."""
    what, said = task.scale_said or ("", "")
    found = scale_in(said)
    return _scale(asking, task, cell, *found) if found else (1, what)


@lru_cache(maxsize=2_000)
def scale_said(heading: str, unit: str, label: str, titles: tuple[str, ...]) -> tuple[str, str] | None:
    """What says that a figure is in thousands or millions, the nearest first: as “label”, and its words."""
    told = (("heading", heading), ("unit", unit), ("label", label), *(("title", each) for each in titles))
    return next(((what, said) for what, said in told if scale_in(said)), None)


@lru_cache(maxsize=2_000)
def scale_in(name: str) -> tuple[int, str] | None:
    """By how much a heading says that its figures are to be multiplied, and in what words."""
    for pattern, times in _SCALES:
        if match := pattern.search(fold(name)):
            return times, match[0]
    return None


def _scale(asking: Asking, task: Task, cell: str, times: int, word: str) -> tuple[int, str]:
    what, said = task.scale_said or ("heading", "")
    own = task.use.key if what == "heading" else f"{what}: {label_key(said)}"
    answer = asking.ask(
        f"scale|{sheet_key(task.sheet)}|{own}", About.SCALE, (task.sheet, [cell]),
        f"The {what} “{said}” says “{word}”. Are its figures to be multiplied by {times:,}?",
        (
            Choice(str(times), f"Multiply by {times:,}", f"12 is read as {12 * times:,}."),
            Choice("1", "Take them as they are", "12 is read as 12."),
        ),
        evidence=f"The {what} says “{word}”.",
        settled=str(times),
    )  # fmt: skip
    return int(answer or times), f"{what} says “{word}”"


def percent_key(task: Task) -> str:
    """The question whether a column's percentages are of one or of a hundred."""
    return f"percent|{sheet_key(task.sheet)}|{task.use.key}"


def percent_choice(asking: Asking, task: Task) -> str | None:
    """What is in force for a column; of a hundred where it never had to be asked."""
    question = asking.find(percent_key(task))
    return question.answered if question else OF_A_HUNDRED


def decide_percent(asking: Asking, task: Task, numbers: Sequence[Decimal], cells: Sequence[str]) -> None:
    """Decide once for a column how its bare numbers are percentages."""
    small = [each for each in numbers if 0 < each <= 1]
    if not small:
        return
    large = [each for each in numbers if each > 1]
    if len(large) >= len(small) * _CLEARLY:
        _ask_percents(asking, task, cells)
        return
    asking.ask(
        percent_key(task), About.PERCENT, (task.sheet, cells),
        f"Are the figures under “{task.use.name or 'this column'}” of one or of a hundred?",
        (
            Choice(OF_ONE, "Of one: 0.85 is 85%", _as_percent(small[0], 100)),
            Choice(OF_A_HUNDRED, "Of a hundred: 85 is 85%", _as_percent(small[0], 1)),
        ),
        evidence=(
            f"{len(small)} of {len(numbers)} figures are from 0 to 1"
            + (f" and {len(large)} are above 1." if large else ", none is above 1.")
        ),
        suggested=OF_A_HUNDRED if large else OF_ONE,
    )  # fmt: skip


def _ask_percents(asking: Asking, task: Task, cells: Sequence[str]) -> None:
    """One question for all columns of a sheet in which most figures are plainly of a hundred and a few might not be."""
    key = f"percent||{sheet_key(task.sheet)}"
    asking.ask_within(percent_key(task), key)
    asking.ask(
        key, About.PERCENT, (task.sheet, cells),
        f"Are the percentages on “{task.sheet}” of one or of a hundred?",
        (
            Choice(OF_ONE, "Of one: 0.85 is 85%"),
            Choice(OF_A_HUNDRED, "Of a hundred: 85 is 85%", "A figure such as 0.9 is read as less than 1%."),
        ),
        evidence="A few figures are from 0 to 1 and most are above 1.",
        suggested=OF_A_HUNDRED,
    )  # fmt: skip


def _as_percent(number: Decimal, times: int) -> str:
    return f"{number.normalize():f} is read as {(number * times).normalize():f}%."


def date_order(asking: Asking, place: tuple[str, Sequence[str]], key: str, seen: OrderEvidence) -> DateOrder | None:
    """Which comes first in a column's dates: by evidence, or asked."""
    if not (seen.order or seen.must_ask):
        return None
    answer = asking.ask(
        f"dates|{sheet_key(place[0])}|{key}", About.DATE_ORDER, place,
        "Which comes first in the dates of this column, the day or the month?",
        (
            Choice(DateOrder.DAY_FIRST, "The day: 4/7/2025 is 4 July 2025"),
            Choice(DateOrder.MONTH_FIRST, "The month: 4/7/2025 is 7 April 2025"),
        ),
        evidence=seen.evidence,
        suggested=DateOrder.DAY_FIRST,
        settled=None if seen.swapped else seen.order,
    )  # fmt: skip
    return DateOrder(answer) if answer else None


def days_in(values: Iterable[CellValue | None]) -> list[CellValue]:
    """The values of a column that are there."""
    return [value for value in values if value is not None]
