"""Every row that officers entered, table by table, and a way to put them into a register that is empty."""

import sqlite3
from collections.abc import Mapping, Sequence

from db.store.journal import Ledger, Row
from db.store.rows import at_one_moment, read
from db.store.schema import CONTENT_TABLES


def everything(connection: sqlite3.Connection) -> dict[str, tuple[Row, ...]]:
    """Every row by table, in the order of their ids."""
    with at_one_moment(connection):
        return {
            table: tuple(dict(row) for row in read(connection, f"SELECT * FROM {table} ORDER BY id"))  # noqa: S608
            for table in CONTENT_TABLES
        }


def put_everything(ledger: Ledger, rows: Mapping[str, Sequence[Mapping[str, str | int | None]]]) -> None:
    """Write rows, each under its own id and as its first version; what they refer to may come after them."""
    ledger.connection.execute("PRAGMA defer_foreign_keys = ON")
    for table in CONTENT_TABLES:
        for row in rows.get(table, ()):
            ledger.insert(table, {**row, "version": 1})
