"""Going back along the journal: what was done, what can be undone, and the register as it was."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from db.store.entries import changes, changes_to, entries, entry, newest
from db.store.failures import as_stored
from db.store.journal import EntryKind, JournalEntry, Ledger, write


class Journal:
    """The register's memory: who did what, what can be undone, what a contract went through."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @as_stored("The journal")
    def entries(self, limit: int = 1000) -> tuple[JournalEntry, ...]:
        """The newest entries, newest first, without their changes."""
        return newest(self._connection, limit)

    @as_stored("The journal")
    def entry(self, seq: int) -> JournalEntry:
        """One entry with its changes."""
        return replace(entry(self._connection, seq), changes=changes(self._connection, seq))

    @as_stored("The journal")
    def touching(self, row_ids: frozenset[str]) -> tuple[JournalEntry, ...]:
        """The entries that touched any of these rows, newest first, each with its changes to them."""
        return touching(self._connection, row_ids)

    @as_stored("The journal")
    def at(self, moment: datetime) -> int:
        """The number of the newest entry made by a moment; 0 where there is none."""
        return entry_at(self._connection, moment)

    @as_stored("The journal")
    def after(self, seq: int) -> tuple[JournalEntry, ...]:
        """The entries numbered above one, oldest first, each with its changes."""
        made = entries(self._connection, after=seq)
        return tuple(replace(each, changes=changes(self._connection, each.seq)) for each in made)

    @as_stored("The journal")
    def next_undo(self) -> JournalEntry | None:
        """What undo would take back, without its changes."""
        undo, _ = undoable(self._connection)
        return entry(self._connection, undo[-1]) if undo else None

    @as_stored("The journal")
    def next_redo(self) -> JournalEntry | None:
        """What redo would do again, without its changes."""
        _, redo = undoable(self._connection)
        return entry(self._connection, redo[-1]) if redo else None


def undoable(connection: sqlite3.Connection) -> tuple[list[int], list[int]]:
    """The entries that can be undone and those that can be redone, the next one last in each."""
    undo: list[int] = []
    redo: list[int] = []
    for seq, kind, of_seq in connection.execute("SELECT seq, kind, of_seq FROM journal_entry ORDER BY seq"):
        if kind == EntryKind.DONE.value:
            undo.append(seq)
            redo.clear()
        elif kind == EntryKind.UNDONE.value:
            undo.remove(of_seq)
            redo.append(of_seq)
        else:
            redo.remove(of_seq)
            undo.append(of_seq)
    return undo, redo


def take_back(ledger: Ledger, seq: int) -> None:
    """Apply the inverse of an entry, last change first."""
    for change in reversed(changes(ledger.connection, seq)):
        ledger.apply(change.inverse())


def do_again(ledger: Ledger, seq: int) -> None:
    """Apply an entry's changes once more."""
    for change in changes(ledger.connection, seq):
        ledger.apply(change)


@as_stored("The journal")
def entry_at(connection: sqlite3.Connection, moment: datetime) -> int:
    """The number of the newest entry made by a moment; 0 where there is none."""
    return max((each.seq for each in entries(connection) if each.at <= moment), default=0)


def wind_back(connection: sqlite3.Connection, seq: int) -> None:
    """Bring a copy of a register to how an entry left it. Never for the register itself."""
    later = list(entries(connection, after=seq))
    connection.execute("PRAGMA foreign_keys = OFF")
    for each in reversed(later):
        for change in reversed(changes(connection, each.seq)):
            write(connection, change.inverse())
    _forget(connection, seq)
    connection.commit()


def _forget(copy: sqlite3.Connection, seq: int) -> None:
    """What was done after an entry had not been done when it was made; a copy's journal ends with it."""
    for table, column in (("journal_change", "entry_seq"), ("journal_entry", "seq")):
        name = f"{table}_is_kept_on_delete"
        [guard] = copy.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", (name,)).fetchone()
        copy.execute(f"DROP TRIGGER {name}")
        copy.execute(f"DELETE FROM {table} WHERE {column} > ?", (seq,))  # noqa: S608 - own names
        copy.execute(guard)


def touching(connection: sqlite3.Connection, row_ids: frozenset[str]) -> tuple[JournalEntry, ...]:
    """The entries that touched any of these rows, newest first, with only those changes."""
    made = changes_to(connection, row_ids)
    return tuple(replace(entry(connection, seq), changes=tuple(made[seq])) for seq in sorted(made, reverse=True))
