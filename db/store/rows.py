"""Reading rows by name, and days out of them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from db.store.failures import as_stored

Named = sqlite3.Row
"""A row whose columns go by name."""


def read(connection: sqlite3.Connection, statement: str, values: Iterable[object] = ()) -> list[Named]:
    """Rows of a query by column name, in the query's order.

    Raises:
        DamagedRegister: the file is damaged where they are stored.
    """
    with as_stored("Part of the register"):
        return stored(connection, statement, tuple(values))


def stored(connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> list[Named]:
    """As read, SQLite's errors as they are. Bytes that are no text come as �, so that one bad cell hides no other."""
    try:
        return _fetched(connection, statement, values)
    except sqlite3.OperationalError as error:
        if "UTF-8" not in str(error):
            raise
    connection.text_factory = _as_far_as_it_goes
    try:
        return _fetched(connection, statement, values)
    finally:
        connection.text_factory = str


def _fetched(connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> list[Named]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(statement, values).fetchall()


def _as_far_as_it_goes(text: bytes) -> str:
    return text.decode(errors="replace")


@contextmanager
def at_one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read inside is of one state of the file, whatever another program writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    with as_stored("Part of the register"):
        connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


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
