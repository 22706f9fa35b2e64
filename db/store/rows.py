"""Reading rows by name, and days out of them."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

Named = dict[str, Any]


def read(connection: sqlite3.Connection, statement: str, values: Iterable[object] = ()) -> list[Named]:
    """Rows of a query as dictionaries, in the query's order."""
    cursor = connection.execute(statement, tuple(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def by(rows: Iterable[Named], column: str) -> dict[str, list[Named]]:
    """Rows gathered by one column's value, order kept."""
    gathered: dict[str, list[Named]] = {}
    for row in rows:
        gathered.setdefault(row[column], []).append(row)
    return gathered


def day(text: str) -> date:
    """A stored day."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """A stored day, or None when not recorded."""
    return None if text is None else date.fromisoformat(text)
