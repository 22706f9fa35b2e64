"""What a command says when it is done: a sentence, aligned lines, or JSON."""

import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import click

from db.changes import Changed
from db.rules.dates import MONTHS

WIDTH = 96
"""Characters a line of prose may have."""

_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_HARD_SPACE = "\xa0"


def told(done: Changed) -> None:
    """Say what a verb did, or that it changed nothing."""
    click.echo(f"{done.sentence}." if done.entry is not None else f"{done.sentence.rstrip('.')}. Nothing was changed.")


def say_json(stated: Any) -> None:
    """Print values as JSON, letters as they are, keys in the order they are documented."""
    click.echo(json.dumps(stated, ensure_ascii=False, indent=2))


def wrapped(text: str, first: str = "", then: str | None = None) -> list[str]:
    """Text as lines that end between words and never inside a day; `first` begins the first, `then` the others."""
    whole_days = _DAY.sub(lambda day: day[0].replace(" ", _HARD_SPACE), text)
    lines = textwrap.wrap(whole_days, WIDTH, initial_indent=first, subsequent_indent=first if then is None else then)
    return [line.replace(_HARD_SPACE, " ") for line in lines]


def aligned(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset(), indent: str = "") -> list[str]:
    """Rows as lines whose columns stand under one another; the columns named in `right` end at the same place."""
    table = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [indent + _line(row, widths, right) for row in table]


def _line(row: list[str], widths: list[int], right: frozenset[int]) -> str:
    placed = (
        text.rjust(width) if index in right else text.ljust(width)
        for index, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(placed).rstrip()
