"""What a single cell and a single row look like, before anything is known of their table."""

import itertools
import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from db.returns.cells import CellValue
from db.returns.tables.days import looks_like_day
from db.returns.tables.marks import is_error, missing_mark
from db.returns.tables.numbers import glued_mark, read_number
from db.returns.tables.periods import period_words
from db.returns.tables.words import fold, word_set

Row = tuple[tuple[int, CellValue], ...]
"""The cells of a row that are not blank, by column, from the left."""

_HEADING_WORDS = frozenset(
    [
        "measure", "measures", "indicator", "indicators", "kpi", "metric", "activity", "description", "outcome",
        "question", "item", "ref", "reference", "id", "no", "target", "targets", "actual", "actuals", "baseline",
        "forecast", "outturn", "floor", "tolerance", "numerator", "denominator", "value", "values", "figure",
        "figures", "number", "unit", "units", "quarter", "period", "month", "year", "date", "dates", "start", "end",
        "title", "name", "supplier", "provider", "contract", "organisation", "service", "comment", "comments",
        "narrative", "notes", "commentary", "remarks", "explanation", "rag", "status", "rating", "trend", "direction",
        "variance", "total", "ytd", "cumulative", "spend", "budget", "cost", "amount", "area", "district", "group",
        "category", "type", "profile", "performance", "result", "achieved", "response", "answer", "%", "£", "plan",
        "planned", "annual", "department", "responsible", "officer", "email"
    ]
)  # fmt: skip
_TOTAL = re.compile(
    r"(?:grand |sub-? ?|overall |annual |year )?totals?\b(?!\s+(?:number|no|amount|people|referrals|of)\b).*|"
    r"sum|all (?:areas|districts|measures|services)|overall"
)
_EXAMPLE = re.compile(r"(?:example|e\.?g\.?\b|sample row|for example|illustration|dummy).*")
_NOTE = re.compile(
    r"(?:notes?\b[:.\s\d]*|source\b|sources\b|footnotes?\b|\*+|†|‡|[¹²³⁴⁵]|\[(?:note )?\w{1,2}\]\s|\(\d\)\s|key:|"
    r"caveats?\b|guidance\b|n\.b\.?|nb\b|definitions?:|pl\w{4} (?:complete|note|fill|enter|do not|see)\b|<end>|"
    r"end\b$|end of (?:sheet|return|form)|this (?:sheet|return|table)\b).*"
)
_DIGIT = re.compile(r"\d")
_COUNTED = 3
_MARKED = 8
"""Of so many cells one may be a mark and the row be headings all the same: an area is called NA."""
_CODE = re.compile(r"(?=.*[A-Z])[A-Z0-9]{4,5}")
LONG = 90
"""Characters past which a text is told, not named."""


class Look(StrEnum):
    """What a cell by itself seems to be."""

    WORDS = "words"
    LONG = "long words"
    PERIOD = "period"
    DAY = "day"
    NUMBER = "number"
    MARK = "missing mark"


class RowLook(StrEnum):
    """What a row by itself seems to be."""

    SINGLE = "single text"
    LABELS = "labels"
    FIGURES = "figures"


class SeenRow:
    """A row with what its cells look like, looked at only where somebody asks: most rows are plainly data."""

    __slots__ = ("_looks", "cells", "number")

    def __init__(self, number: int, cells: Row) -> None:
        self.number = number
        self.cells = cells
        self._looks: tuple[Look, ...] | None = None

    @property
    def looks(self) -> tuple[Look, ...]:
        """What each cell seems to be."""
        if self._looks is None:
            self._looks = _looks(self.cells)
        return self._looks

    @property
    def look(self) -> RowLook:
        """What the row seems to be."""
        return _row_look(self.looks)

    @property
    def is_lone_text(self) -> bool:
        """Whether it is one text and nothing else."""
        return len(self.cells) == 1 and self.look is RowLook.SINGLE

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold something."""
        return tuple(column for column, _ in self.cells)

    @property
    def first_text(self) -> str:
        """The first cell, folded; empty when it is no text."""
        value = self.cells[0][1]
        return fold(value) if isinstance(value, str) else ""


def _looks(cells: Row) -> tuple[Look, ...]:
    looks = tuple(look_of(value) for _, value in cells)
    if _are_years(cells, looks):
        return tuple(Look.PERIOD if look is Look.NUMBER else look for look in looks)
    return looks


def _row_look(looks: tuple[Look, ...]) -> RowLook:
    if Look.NUMBER in looks or looks.count(Look.MARK) * _MARKED >= len(looks):
        return RowLook.FIGURES
    return RowLook.SINGLE if len(looks) == 1 else RowLook.LABELS


def look_of(value: CellValue) -> Look:
    """What a cell seems to be."""
    if isinstance(value, str):
        return _text_look(value)
    return Look.DAY if isinstance(value, date) else Look.NUMBER


@lru_cache(maxsize=50_000)
def _text_look(text: str) -> Look:
    if _DIGIT.search(text):
        if looks_like_day(text):
            return Look.DAY
        if read_number(text) is not None or glued_mark(text):
            return Look.PERIOD if _is_year(text) else Look.NUMBER
    if missing_mark(text) or is_error(text):
        return Look.MARK
    if len(text) > LONG:
        return Look.LONG
    return Look.PERIOD if is_period(text) else Look.WORDS


@lru_cache(maxsize=20_000)
def is_period(text: str) -> bool:
    """Whether a text says a period and hardly anything else."""
    words = period_words(text)
    if not words.says_something:
        return False
    said = sum(end - start for start, end in words.spans)
    return said * 2 >= len(text.strip()) or len(text.split()) <= 3


def is_total(text: str) -> bool:
    """Whether a folded text begins a row that adds up others."""
    return _TOTAL.fullmatch(text) is not None


def is_example(text: str) -> bool:
    """Whether a folded text begins a row that shows how to fill in the others."""
    return _EXAMPLE.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Whether a folded text is a note on a table and no part of it."""
    return _NOTE.fullmatch(text) is not None or len(text) > 2 * LONG


def is_numbering(row: SeenRow) -> bool:
    """Whether a row does no more than count the columns: A, B, C or 1, 2, 3."""
    if len(row.cells) < _COUNTED:
        return False
    said = [str(int(value) if isinstance(value, float) else value).strip("() .").upper() for _, value in row.cells]
    if all(each.isascii() and each.isdigit() for each in said):
        return all(int(later) == int(earlier) + 1 for earlier, later in itertools.pairwise(said)) and int(said[0]) <= 1
    return said[:_COUNTED] == ["A", "B", "C"] and all(len(each) <= 2 for each in said)


def is_codes(row: SeenRow) -> bool:
    """Whether a row holds nothing but the codes of its columns, as published series have them."""
    texts = [value.strip() for _, value in row.cells if isinstance(value, str)]
    return len(texts) == len(row.cells) > 2 and all(map(_CODE.fullmatch, texts)) and len(set(texts)) == len(texts)


def heading_like(row: SeenRow) -> float:
    """The share of a row's cells that say what headings say."""
    said = sum(_is_heading_word(value, look) for (_, value), look in zip(row.cells, row.looks, strict=True))
    return said / len(row.cells)


def _is_heading_word(value: CellValue, look: Look) -> bool:
    if look in (Look.PERIOD, Look.DAY):
        return True
    return isinstance(value, str) and len(value) < 60 and bool(word_set(value) & _HEADING_WORDS)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1990 <= int(text) <= 2100


def _are_years(cells: Row, looks: tuple[Look, ...]) -> bool:
    """Whether every number of a row is a year, at least two of them: each another one, or nothing else in the row."""
    numbers = [value for (_, value), look in zip(cells, looks, strict=True) if look is Look.NUMBER]
    years = [value for value in numbers if isinstance(value, int | float) and 1990 <= value <= 2100]
    if len(years) != len(numbers) or len(years) < 2 or any(year != int(year) for year in years):
        return False
    return len(set(years)) == len(years) or (len(years) == len(cells) and years[0] in years[1:])
