"""Going back along the journal: what was done, what can be undone, and the register as it was."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from db.store.entries import changes, changes_to, entries, entry, newest
from db.store.failures import as_stored
from db.store.journal import EntryKind, JournalEntry, Ledger, write

LATEST = 2**62
"""After every entry there can be."""


class Journal:
    """The register's memory: who did what, what can be undone, what a contract went through.

    That of a register as it stood in the past ends with the last entry it was wound back to.
    """

    def __init__(self, connection: sqlite3.Connection, last: int | None = None) -> None:
        self._connection = connection
        self._last = LATEST if last is None else last

    @as_stored("The journal")
    def entries(self, limit: int = 1000) -> tuple[JournalEntry, ...]:
        """The newest entries, newest first, without their changes."""
        return newest(self._connection, limit, self._last)

    @as_stored("The journal")
    def entry(self, seq: int) -> JournalEntry:
        """One entry with its changes."""
        return replace(entry(self._connection, seq), changes=changes(self._connection, seq))

    @as_stored("The journal")
    def touching(self, row_ids: frozenset[str]) -> tuple[JournalEntry, ...]:
        """The entries that touched any of these rows, newest first, each with its changes to them."""
        return tuple(each for each in touching(self._connection, row_ids) if each.seq <= self._last)

    @as_stored("The journal")
    def at(self, moment: datetime) -> int:
        """The number of the newest entry made by a moment; 0 where there is none."""
        return min(entry_at(self._connection, moment), self._last)

    @as_stored("The journal")
    def after(self, seq: int) -> tuple[JournalEntry, ...]:
        """The entries numbered above one, oldest first, each with its changes."""
        made = entries(self._connection, after=seq)
        return tuple(
            replace(each, changes=changes(self._connection, each.seq)) for each in made if each.seq <= self._last
        )

    @as_stored("The journal")
    def next_undo(self) -> JournalEntry | None:
        """What undo would take back, without its changes."""
        undo, _ = undoable(self._connection, self._last)
        return entry(self._connection, undo[-1]) if undo else None

    @as_stored("The journal")
    def next_redo(self) -> JournalEntry | None:
        """What redo would do again, without its changes."""
        _, redo = undoable(self._connection, self._last)
        return entry(self._connection, redo[-1]) if redo else None


def undoable(connection: sqlite3.Connection, last: int = LATEST) -> tuple[list[int], list[int]]:
    """The entries that can be undone and those that can be redone, the next one last in each."""
    undo: list[int] = []
    redo: list[int] = []
    statement = "SELECT seq, kind, of_seq FROM journal_entry WHERE seq <= ? ORDER BY seq"
    for seq, kind, of_seq in connection.execute(statement, (last,)):
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


def wind_back(connection: sqlite3.Connection, seq: int, begun_at: int | None = None) -> None:
    """Bring a copy of a register to how an entry left it, from how another left it. Never for the register itself."""
    last = LATEST if begun_at is None else begun_at
    later = [each for each in entries(connection, after=seq) if each.seq <= last]
    connection.execute("PRAGMA foreign_keys = OFF")
    for each in reversed(later):
        for change in reversed(changes(connection, each.seq)):
            write(connection, change.inverse())
    connection.commit()


def touching(connection: sqlite3.Connection, row_ids: frozenset[str]) -> tuple[JournalEntry, ...]:
    """The entries that touched any of these rows, newest first, with only those changes."""
    made = changes_to(connection, row_ids)
    return tuple(replace(entry(connection, seq), changes=tuple(made[seq])) for seq in sorted(made, reverse=True))
