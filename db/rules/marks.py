"""What officers did about attention lines: seen, put off, done. A mark falls when the line's day moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.attention_line import AttentionLine
from db.rules.dates import show_day
from db.rules.refusal import Refusal


class MarkKind(StrEnum):
    """What was done about a line."""

    SEEN = "acknowledged"
    PUT_OFF = "snoozed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Mark:
    """What an officer did about a line when its day was `act_by`; it rests until a day, or while that day stays."""

    line_key: str
    act_by: date | None
    kind: MarkKind
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sorted:
    """Attention on a day, parted by what officers did: what is open, and what rests with the mark it rests on."""

    open: tuple[AttentionLine, ...]
    resting: tuple[tuple[AttentionLine, Mark], ...]


def sort_out(lines: Sequence[AttentionLine], marks: Iterable[Mark], on: date) -> Sorted:
    """Part attention by marks. A line whose day moved since it was marked, or whose rest is over, is open again."""
    latest = {mark.line_key: mark for mark in marks}
    resting = tuple((line, latest[line.key]) for line in lines if _rests(line, latest.get(line.key), on))
    at_rest = {line.key for line, _ in resting}
    return Sorted(tuple(line for line in lines if line.key not in at_rest), resting)


def mark(line: AttentionLine, kind: MarkKind, on: date, until: date | None = None, note: str = "") -> Mark:
    """What an officer does about a line on a day.

    Raises:
        Refusal: it is put off without a day, or to a day that is not ahead.
    """
    if kind is MarkKind.PUT_OFF and until is None:
        raise Refusal("Enter the day to be reminded, such as 27 3 2027.")
    if until is not None and until <= on:
        raise Refusal(f"{show_day(until)} is not ahead of {show_day(on)}. Enter a later day to be reminded.")
    return Mark(line.key, line.act_by, kind, until, note)


def _rests(line: AttentionLine, made: Mark | None, on: date) -> bool:
    return made is not None and made.act_by == line.act_by and (made.until is None or on < made.until)
