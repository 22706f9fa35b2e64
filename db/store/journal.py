"""The journal: every change to the register, who made it, before and after, in a chain that shows tampering."""

import hashlib
import json
import platform
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from typing import TypeVar, cast

from db.changes import Author, Changed
from db.errors import Stale
from db.store.ids import new_id
from db.store.rows import read
from db.store.schema import CONTENT_TABLES

Value = str | int | None
Row = dict[str, Value]
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
T = TypeVar("T")
_ChangeRow = tuple[int, int, str, str, str | None, str | None]
_PACE = 500
"""Changes written between two pauses."""
FIRST = "0" * 64
"""What the first entry gives as the hash before it."""


class EntryKind(StrEnum):
    """Whether an entry did something, took something back, or did it again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; before is None when it was added, after is None when that was taken back."""

    table: str
    row_id: str
    before: Row | None
    after: Row | None

    def inverse(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One act of one officer: when (UTC), which verb, a sentence for people."""

    seq: int
    id: str
    at: datetime
    officer: str
    post: str
    device: str
    verb: str
    sentence: str
    kind: EntryKind
    of_seq: int | None
    previous: str
    hash: str
    changes: tuple[RowChange, ...] = ()


@dataclass(slots=True)
class Ledger:
    """What a verb writes through. Every row it touches is noted, and the notes become one journal entry."""

    connection: sqlite3.Connection
    author: Author
    verb: str
    sentence: str = ""
    changes: list[RowChange] = field(default_factory=list)
    entered: bool = False

    def insert(self, table: str, values: Mapping[str, Value]) -> str:
        """Add a row and return its new id."""
        row: Row = {"id": new_id(self.author.at), "version": 1, **values}
        self.apply(RowChange(table, str(row["id"]), None, row))
        return str(row["id"])

    def update(self, table: str, row_id: str, values: Mapping[str, Value], version: int | None = None) -> bool:
        """Change columns of a row; False when it already holds those values.

        Raises:
            Stale: version is given and the row has moved on since it was read.
        """
        before = read_row(self.connection, table, row_id)
        if before is None or (version is not None and before["version"] != version):
            raise Stale(
                "This was changed meanwhile, so your change was not made. Look at it as it is now and try again."
            )
        after: Row = {**before, **values}
        if after == before:
            return False
        after["version"] = int(before["version"] or 0) + 1
        self.apply(RowChange(table, row_id, before, after))
        return True

    def keep_file(self, content: bytes) -> str:
        """Keep a file for good under its SHA-256, and return that."""
        sha256 = hashlib.sha256(content).hexdigest()
        self.connection.execute(
            "INSERT INTO journal_file (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING", (sha256, content)
        )
        return sha256

    def apply(self, change: RowChange) -> None:
        """Make a change to the row it names and note it."""
        write(self.connection, change)
        self.changes.append(change)

    def close(self, kind: EntryKind = EntryKind.DONE, of_seq: int | None = None) -> Changed:
        """Write the entry, if anything changed, and say what was done."""
        return finished(self.closing(kind, of_seq))

    def closing(self, kind: EntryKind = EntryKind.DONE, of_seq: int | None = None) -> Generator[None, None, Changed]:
        """As close, pausing now and then: the entry of a large act takes its time."""
        self.entered = True
        if not self.changes:
            return Changed(self.sentence, None)
        seq = yield from _append(self, kind, of_seq)
        return Changed(self.sentence, seq, frozenset(change.table for change in self.changes))

    def require_entry(self) -> None:
        """Nothing is kept of which the journal knows nothing.

        Raises:
            RuntimeError: the ledger was written through and never closed: a fault of the verb.
        """
        if self.changes and not self.entered:
            raise RuntimeError(f"{self.verb} wrote to the register and made no entry in its journal")


def write(connection: sqlite3.Connection, change: RowChange) -> None:
    """Bring one row from its before to its after.

    Raises:
        Stale: the row is not as the change found it.
    """
    table = _known(change.table)
    if change.after is None and change.before is not None:
        cursor = connection.execute(
            f"DELETE FROM {table} WHERE id = ? AND version = ?",  # noqa: S608 - a known table's name
            (change.row_id, change.before["version"]),
        )
    elif change.before is None and change.after is not None:
        names = ", ".join(change.after)
        marks = ", ".join("?" * len(change.after))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - own column names
        cursor = connection.execute(statement, tuple(change.after.values()))
    elif change.before is not None and change.after is not None:
        after = {name: value for name, value in change.after.items() if value != change.before.get(name)}
        names = ", ".join(f"{name} = ?" for name in after)
        cursor = connection.execute(
            f"UPDATE {table} SET {names} WHERE id = ? AND version = ?",  # noqa: S608 - own column names
            (*after.values(), change.row_id, change.before["version"]),
        )
    else:
        raise ValueError("a change has a row before it, after it, or both")
    if cursor.rowcount != 1:
        raise Stale("This was changed meanwhile, so nothing was done. Look at it as it is now and try again.")


def read_row(connection: sqlite3.Connection, table: str, row_id: str) -> Row | None:
    """One row by its id as the journal keeps it."""
    found = read(connection, f"SELECT * FROM {_known(table)} WHERE id = ?", (row_id,))  # noqa: S608 - a known table
    return dict(found[0]) if found else None


def finished(steps: Generator[object, None, T]) -> T:
    """What steps come to, done without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(T, end.value)


def entry_hash(fields: Sequence[object], made: Iterable[Sequence[object]]) -> str:
    """What an entry's hash must be: SHA-256 over its stored columns but the last, and its changes as stored."""
    return finished(_hashing(fields, list(made)))


def _hashing(fields: Sequence[object], made: Sequence[Sequence[object]]) -> Generator[None, None, str]:
    found = hashlib.sha256(f"[{_dumped(list(fields))},[".encode())
    for at in range(0, len(made), _PACE):
        several = _dumped([list(each) for each in made[at : at + _PACE]])
        found.update(f"{',' if at else ''}{several[1:-1]}".encode())
        yield
    found.update(b"]]")
    return found.hexdigest()


def _append(ledger: Ledger, kind: EntryKind, of_seq: int | None) -> Generator[None, None, int]:
    last = ledger.connection.execute("SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, FIRST)
    author = ledger.author
    fields = (seq, new_id(author.at), _moment(author.at), author.name, author.post, platform.node(), ledger.verb,
              ledger.sentence, kind.value, of_seq, previous)  # fmt: skip
    made: list[_ChangeRow] = []
    rows = _change_rows(seq, ledger.changes)
    while several := list(islice(rows, _PACE)):
        made += several
        yield
    own = yield from _hashing(fields, made)
    ledger.connection.execute("INSERT INTO journal_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*fields, own))
    for at in range(0, len(made), _PACE):
        insert = "INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?)"
        ledger.connection.executemany(insert, made[at : at + _PACE])
        yield
    return seq


def _change_rows(seq: int, made: Iterable[RowChange]) -> Iterator[_ChangeRow]:
    for position, change in enumerate(made):
        yield seq, position, change.table, change.row_id, _dumped_row(change.before), _dumped_row(change.after)


def _known(table: str) -> str:
    if table not in CONTENT_TABLES:
        raise ValueError(f"{table!r} is not a table that officers write to")
    return table


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def _dumped(value: object) -> str:
    return _JSON.encode(value)


def _dumped_row(row: Row | None) -> str | None:
    return None if row is None else _dumped(row)
