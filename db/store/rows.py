"""Reading rows by name, and days out of them."""

import sqlite3
from collections.abc import Iterable
from datetime import date

Named = sqlite3.Row
"""A row whose columns go by name."""


def read(connection: sqlite3.Connection, statement: str, values: Iterable[object] = ()) -> list[Named]:
    """Rows of a query by column name, in the query's order."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(statement, tuple(values)).fetchall()


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
