"""Reading the journal: entries, and what each changed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from db.store.journal import EntryKind, JournalEntry, Row, RowChange
from db.store.rows import Named, stored


def entries(connection: sqlite3.Connection, *, after: int = 0) -> Iterator[JournalEntry]:
    """Entries without their changes, oldest first, those numbered above `after`."""
    rows = stored(connection, "SELECT * FROM journal_entry WHERE seq > ? ORDER BY seq", (after,))
    return (_entry(row) for row in rows)


def newest(connection: sqlite3.Connection, limit: int, last: int) -> tuple[JournalEntry, ...]:
    """The newest entries up to one, without their changes, newest first."""
    rows = stored(connection, "SELECT * FROM journal_entry WHERE seq <= ? ORDER BY seq DESC LIMIT ?", (last, limit))
    return tuple(_entry(row) for row in rows)


def entry(connection: sqlite3.Connection, seq: int) -> JournalEntry:
    """One entry without its changes."""
    [row] = stored(connection, "SELECT * FROM journal_entry WHERE seq = ?", (seq,))
    return _entry(row)


def changes(connection: sqlite3.Connection, seq: int) -> tuple[RowChange, ...]:
    """What an entry changed, in the order it was done."""
    statement = "SELECT * FROM journal_change WHERE entry_seq = ? ORDER BY position"
    return tuple(_change(row) for row in stored(connection, statement, (seq,)))


def changes_to(connection: sqlite3.Connection, row_ids: frozenset[str]) -> dict[int, list[RowChange]]:
    """What was ever done to any of these rows, in order, by the number of the entry."""
    marks = ", ".join("?" * len(row_ids))
    statement = f"SELECT * FROM journal_change WHERE row_id IN ({marks}) ORDER BY entry_seq, position"  # noqa: S608
    made: dict[int, list[RowChange]] = {}
    for row in stored(connection, statement, tuple(row_ids)):
        made.setdefault(row["entry_seq"], []).append(_change(row))
    return made


def _change(row: Named) -> RowChange:
    return RowChange(row["table_name"], row["row_id"], _loaded(row["before"]), _loaded(row["after"]))


def _entry(row: Iterable[Any]) -> JournalEntry:
    seq, row_id, at, officer, post, device, verb, sentence, kind, of_seq, previous, own_hash = row
    return JournalEntry(
        seq, row_id, datetime.fromisoformat(at), officer, post, device, verb, sentence, EntryKind(kind), of_seq,
        previous, own_hash,
    )  # fmt: skip


def _loaded(text: str | None) -> Row | None:
    return None if text is None else dict(json.loads(text))
