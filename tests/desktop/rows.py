"""Rows for tables under test: one of every kind of column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.rules.money import Pence
from desktop.look.palette import Tone
from desktop.tables.columns import (
    Chip,
    Column,
    chip_column,
    day_column,
    money_column,
    number_column,
    text_column,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A made-up line of a register."""

    id: str
    reference: str
    title: str
    ends_on: date | None
    value: Pence | None
    parts: int | None
    tone: Tone


COLUMNS: tuple[Column[Line], ...] = (
    text_column("Reference", lambda line: line.reference, width=10),
    text_column("Title", lambda line: line.title, width=30, stretch=True),
    day_column("Ends", lambda line: line.ends_on),
    money_column("Value", lambda line: line.value),
    number_column("Parts", lambda line: line.parts),
    chip_column("Status", lambda line: Chip(line.tone, line.tone.value.capitalize())),
)


def line(number: int, title: str = "", ends_on: date | None = None, value: int | None = None) -> Line:
    """One line."""
    tone = tuple(Tone)[number % 5]
    amount = None if value is None else Pence(value)
    return Line(f"id{number}", f"CN-{number}", title or f"Contract {number}", ends_on, amount, number % 4 or None, tone)


def lines(count: int) -> list[Line]:
    """Many lines, some without an end or a value."""
    return [
        line(
            number,
            f"Navigation {number * 7 % 101}",
            date(2025, 3, 31) + timedelta(days=number * 97 % 3000) if number % 5 else None,
            number * 7919 % 10_000_019 if number % 3 else None,
        )
        for number in range(count)
    ]


def fetched(rows: Sequence[Line], log: list[int]) -> Callable[[Sequence[str]], list[Line]]:
    """A fetch that notes how many rows it was asked for."""
    by_id = {row.id: row for row in rows}

    def fetch(ids: Sequence[str]) -> list[Line]:
        log.append(len(ids))
        return [by_id[row_id] for row_id in ids]

    return fetch
