"""The changes between two days, found in the worker process, which reads the register itself. No Qt here."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from db.looking_back import changed_between
from db.register import Register
from db.whereabouts import Whereabouts
from desktop.screens.then_and_now_rows import ToldRow, change_row, end_of, told_rows

SLICE = 2_000
"""So many rows are handed over at a time: taking them takes the window less than 50 ms."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which register, the two days, and the day that contracts are seen on."""

    where: Whereabouts
    first: date
    last: date
    seen_on: date


@dataclass(frozen=True, slots=True)
class Found:
    """How many changes there are, and some of them."""

    count: int
    rows: tuple[ToldRow, ...]


def compared(asked: Asked, most: int, progress: Callable[[float], None]) -> Found:
    """What changed, with so many rows of it at most.

    Raises:
        Refusal: the register cannot be read or its journal not followed back.
    """
    _kept.clear()
    with asked.where.opened() as register:
        _kept[asked] = told_in(register, asked, progress)
    return more(asked, most, 0)


def told_in(
    register: Register, asked: Asked, progress: Callable[[float], None] = lambda _part: None
) -> tuple[ToldRow, ...]:
    """What changed in a register that is open here.

    Raises:
        Refusal: its journal cannot be followed back.
    """
    found = changed_between(register, end_of(asked.first), end_of(asked.last), asked.seen_on, progress)
    return told_rows(register, found)


def more(asked: Asked, most: int, begin: int) -> Found:
    """So many rows at most, from one on.

    Raises:
        Refusal: as compared.
    """
    rows = _rows(asked)
    return Found(len(rows), rows[begin : begin + most])


def changes_as_workbook(asked: Asked, ids: Collection[str]) -> bytes:
    """The rows of some ids as an .xlsx file, in the order of the ids.

    Raises:
        Refusal: as compared.
    """
    from exports.differences_workbook import render

    rows = {row.id: row for row in _rows(asked)}
    return render([change_row(rows[each]) for each in ids if each in rows], asked.first, asked.last)


_kept: dict[Asked, tuple[ToldRow, ...]] = {}


def _rows(asked: Asked) -> tuple[ToldRow, ...]:
    """One comparison at a time stays in mind."""
    if asked not in _kept:
        compared(asked, SLICE, lambda _part: None)
    return _kept[asked]
