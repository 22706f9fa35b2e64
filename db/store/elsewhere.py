"""A register's whole content as bytes and back, for one that has no file."""

import sqlite3

from db.store.opening import set_guards


def content_of(connection: sqlite3.Connection) -> bytes:
    """Everything in a register, as its file would hold it."""
    return connection.serialize()


def opened_from(content: bytes) -> sqlite3.Connection:
    """A connection to a register in memory."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    set_guards(connection, writable=False)
    return connection
