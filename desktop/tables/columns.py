"""What a table shows of a row, column by column."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from db.rules.dates import show_short_day
from db.rules.money import Pence, show_pounds
from desktop.look.palette import Tone

Row = TypeVar("Row")
SortKey = int | str | None
_DIGITS = re.compile("[0-9]+")


class Align(Enum):
    """The side a column's text keeps to: words left, figures right."""

    LEFT = "left"
    RIGHT = "right"


class Kind(Enum):
    """What a column holds, by which it is filtered, grouped and sent away."""

    WORDS = "words"
    DAY = "day"
    AMOUNT = "amount"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Chip:
    """A state: shown as icon, word and colour together."""

    tone: Tone
    word: str


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. Its functions take a row and say what stands in the cell."""

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], SortKey]
    """Orders rows. Only int, str or None (last, either way): Qt and Python disagree about anything else."""
    align: Align = Align.LEFT
    width: int = 16
    """In characters of the body text, so that it grows with the type."""
    stretch: bool = False
    """Takes up what room the others leave."""
    chip: Callable[[Row], Chip | None] | None = None
    under: Callable[[Row], str] | None = None
    """A quiet second line, in tables of two lines a row."""
    tip: Callable[[Row], str] | None = None
    """What the tooltip says; without it, the text where it did not fit."""
    copied: Callable[[Row], str] | None = None
    """What goes to a spreadsheet; without it, the text."""
    sums: bool = False
    """The sort keys are pence, and selected ones are added up."""
    kind: Kind = Kind.WORDS
    by_words: bool = False
    """Sorted by what it says, as people sort it."""
    several: Callable[[Row], tuple[str, ...]] | None = None
    """The values of a cell that holds more than one: each can be filtered by."""
    edits: str = ""
    """The field that is typed into in place; without one the cell only shows."""
    many_lines: bool = False
    """Whether what is typed in may have several lines."""
    changed_by: tuple[str, ...] = ()
    """The names of the acts that change what it shows, where typing does not."""
    shown: bool = True
    """Whether it stands in the table before the officer chooses otherwise."""
    least: int = 0
    """Characters it may shrink to where room is short; 0 keeps its width."""
    gives_way: int = 0
    """Where room is short still, the column with the highest gives way first; 0 stays."""

    def value(self, row: Row) -> SortKey:
        """What is filtered, grouped and added up by: words as shown, days as ordinals, amounts as pence; None is blank.

        Several values in one cell are parted by new lines.
        """
        if self.several:
            return "\n".join(self.several(row)) or None
        return (self.text(row) or None) if self.kind is Kind.WORDS else self.sort(row)


def folded(text: str) -> str:
    """Text as it is searched: lower case, accents off."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def natural(text: str) -> str:
    """Text as it is sorted: folded, and the numbers in it by size, so that CN-2 comes before CN-10."""
    return _DIGITS.sub(lambda found: found[0].rjust(12, "0"), folded(text))


def yielding(column: Column[Row], least: int = 0, gives_way: int = 0) -> Column[Row]:
    """The column, shrinking to so many characters where room is short, and giving way in its turn after that."""
    return replace(column, least=least, gives_way=gives_way)


def text_column(
    title: str,
    text: Callable[[Row], str],
    *,
    width: int = 16,
    stretch: bool = False,
    sort: Callable[[Row], SortKey] | None = None,
    chip: Callable[[Row], Chip | None] | None = None,
    under: Callable[[Row], str] | None = None,
    tip: Callable[[Row], str] | None = None,
) -> Column[Row]:
    """Words, sorted as people sort them; empty ones last."""
    by_words: Callable[[Row], SortKey] = sort or (lambda row: natural(text(row)) or None)
    return Column(
        title, text, by_words, width=width, stretch=stretch, chip=chip, under=under, tip=tip, by_words=sort is None
    )


def chip_column(
    title: str,
    chip: Callable[[Row], Chip | None],
    *,
    width: int = 14,
    sort: Callable[[Row], SortKey] | None = None,
    under: Callable[[Row], str] | None = None,
) -> Column[Row]:
    """A state as a chip, sorted by its word unless told otherwise."""

    def word(row: Row) -> str:
        found = chip(row)
        return found.word if found else ""

    return text_column(title, word, width=width, chip=chip, sort=sort, under=under)


def day_column(
    title: str,
    day: Callable[[Row], date | None],
    *,
    width: int = 12,
    chip: Callable[[Row], Chip | None] | None = None,
    under: Callable[[Row], str] | None = None,
    tip: Callable[[Row], str] | None = None,
) -> Column[Row]:
    """A day as 31 Mar 2025, sorted by the calendar, copied as 31/03/2025; no day is blank and last."""

    def shown(row: Row) -> str:
        found = day(row)
        return show_short_day(found) if found else ""

    def ordinal(row: Row) -> SortKey:
        found = day(row)
        return found.toordinal() if found else None

    def copied(row: Row) -> str:
        found = day(row)
        return f"{found:%d/%m/%Y}" if found else ""

    return Column(title, shown, ordinal, width=width, chip=chip, under=under, tip=tip, copied=copied, kind=Kind.DAY)


def money_column(title: str, pence: Callable[[Row], Pence | None], *, width: int = 14) -> Column[Row]:
    """An amount as £848,829, right-aligned, summed when selected; no amount is blank and last."""

    def shown(row: Row) -> str:
        found = pence(row)
        return "" if found is None else show_pounds(found)

    return Column(title, shown, pence, align=Align.RIGHT, width=width, sums=True, kind=Kind.AMOUNT)


def number_column(title: str, number: Callable[[Row], int | None], *, width: int = 8) -> Column[Row]:
    """A whole number, right-aligned; none is blank and last."""

    def shown(row: Row) -> str:
        found = number(row)
        return "" if found is None else f"{found:,}"

    return Column(title, shown, number, align=Align.RIGHT, width=width, kind=Kind.NUMBER)
