"""Columns whose meaning is not sure: asked once for all that seem to say the same, not one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.returns.cells import address
from db.returns.tables.table import Table
from db.returns.understanding.asking import Asking
from db.returns.understanding.columns import ColumnUse
from db.returns.understanding.known import table_key
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.questions import About, Choice, ColumnPlace, Question
from db.rules.words import counted

_FOR_FIGURES = (
    Meaning.VALUE, Meaning.TARGET, Meaning.FLOOR, Meaning.NUMERATOR, Meaning.DENOMINATOR, Meaning.FORECAST,
    Meaning.SPEND, Meaning.TOTAL, Meaning.LEFT_OUT,
)  # fmt: skip
_FOR_WORDS = (
    Meaning.MEASURE, Meaning.GROUP, Meaning.PERIOD, Meaning.NARRATIVE, Meaning.COMMENT, Meaning.UNIT, Meaning.KIND,
    Meaning.PROVIDER, Meaning.CONTRACT, Meaning.PERSONAL, Meaning.LEFT_OUT,
)  # fmt: skip
_MOST = 4
"""Questions about columns past which those of all tables that seem to say the same are asked as one."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Unsure:
    """A column of a table that is to be asked about."""

    table: Table
    use: ColumnUse

    @property
    def place(self) -> ColumnPlace:
        """As a profile knows it."""
        return table_key(self.table), self.use.key

    @property
    def cell(self) -> str:
        """The first cell below its heading."""
        top = self.table.data_rows[:1] or (self.table.first_row,)
        return address(top[0], self.use.column.number)


def ask_columns(asking: Asking, unsure: Iterable[Unsure]) -> None:
    """One question for the columns of each table that seem to say the same; few questions for however many tables."""
    by_table: dict[tuple[str, Meaning], list[Unsure]] = {}
    for each in unsure:
        by_table.setdefault((each.place[0], each.use.meaning), []).append(each)
    if len(by_table) <= _MOST:
        for (place, meaning), same in by_table.items():
            _ask(asking, f"columns|{place}|{meaning}", same)
        return
    by_meaning: dict[Meaning, list[Unsure]] = {}
    for (_, meaning), same in by_table.items():
        by_meaning.setdefault(meaning, []).extend(same)
    for meaning, same in by_meaning.items():
        _ask(asking, f"columns||{meaning}", same)


def _ask(asking: Asking, key: str, same: Sequence[Unsure]) -> None:
    first = same[0]
    if len({each.place for each in same}) == 1:
        key = f"column|{first.place[0]}|{first.place[1]}"
    sheets = dict.fromkeys(each.table.sheet for each in same)
    fitting = _FOR_FIGURES if first.use.meaning in _FOR_FIGURES[:-1] else _FOR_WORDS
    effect = counted(sum(each.use.content.count for each in same), "cells")
    asking.put(Question(
        key, About.COLUMN, first.table.sheet,
        tuple(each.cell for each in same if each.table.sheet == first.table.sheet),
        _text(list(dict.fromkeys(each.use.name or each.use.key for each in same))),
        tuple(Choice(each.value, each.value.capitalize(), effect) for each in fitting),
        first.use.evidence + (f" They stand on {len(sheets)} sheets." if len(sheets) > 1 else ""),
        first.use.meaning.value,
        columns=tuple(dict.fromkeys(each.place for each in same)),
    ))  # fmt: skip


def _text(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"What does the column “{names[0]}” say?"
    shown = ", ".join(f"“{each}”" for each in names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"What do the columns {shown}{more} say?"
