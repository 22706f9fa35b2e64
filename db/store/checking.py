"""Whether the register and its journal hold together, and a fingerprint of what they hold."""

import hashlib
import sqlite3
from collections.abc import Iterator

from db.rules.words import counted
from db.store.entries import changes, entries
from db.store.journal import FIRST, Row, entry_hash
from db.store.rows import stored
from db.store.schema import CONTENT_TABLES


def problems(connection: sqlite3.Connection, last: int | None = None) -> Iterator[str]:
    """Every way in which the journal or the register does not hold together, the first bad entry named first.

    A register that was wound back is as `last`, an entry of its journal, left it.
    """
    try:
        yield from _broken_links(connection)
        yield from _unlike_journal(connection, last)
        yield from _changed_files(connection)
        for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield f"A row of {table} (number {row_id}) points to a {parent} that is not there."
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        yield f"The journal cannot be read through: {error}."


def _broken_links(connection: sqlite3.Connection) -> Iterator[str]:
    previous, expected = FIRST, 1
    for row in connection.execute("SELECT * FROM journal_entry ORDER BY seq").fetchall():
        made = connection.execute("SELECT * FROM journal_change WHERE entry_seq = ? ORDER BY position", (row[0],))
        if row[0] != expected or row[10] != previous or row[11] != entry_hash(row[:11], made):
            yield f"Journal entry {row[0]} ({row[2]}, {row[7]}) was changed after it was written."
            return
        previous, expected = row[11], expected + 1
    loose = connection.execute(
        "SELECT COUNT(*) FROM journal_change WHERE entry_seq NOT IN (SELECT seq FROM journal_entry)"
    ).fetchone()[0]
    if loose:
        yield f"{counted(loose, 'changes')} in the journal without an entry."


def _unlike_journal(connection: sqlite3.Connection, last: int | None) -> Iterator[str]:
    expected = _replayed(connection, last)
    for table in CONTENT_TABLES:
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - a table's own name
        names = [column[0] for column in cursor.description]
        later = _defaults(connection, table)
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            if later | expected.pop((table, row["id"]), {}) != row:
                yield f"A row of {table} ({row['id']}) is not as the journal says: it was changed from outside."
    for table, row_id in expected:
        yield f"A row of {table} ({row_id}) is in the journal but missing from the register."


def _defaults(connection: sqlite3.Connection, table: str) -> Row:
    """What columns that came with a later version hold in rows written before it."""
    found = connection.execute("SELECT name, type, dflt_value FROM pragma_table_info(?)", (table,))
    return {name: None if value is None else _default(kind, str(value)) for name, kind, value in found}


def _default(kind: str, written: str) -> str | int:
    return int(written) if kind == "INTEGER" else written.strip("'")


def _replayed(connection: sqlite3.Connection, last: int | None) -> dict[tuple[str, str], Row]:
    rows: dict[tuple[str, str], Row] = {}
    for each in entries(connection):
        if last is not None and each.seq > last:
            break
        for change in changes(connection, each.seq):
            if change.after is None:
                rows.pop((change.table, change.row_id), None)
            else:
                rows[change.table, change.row_id] = change.after
    return rows


def _changed_files(connection: sqlite3.Connection) -> Iterator[str]:
    filed = _files_filed(connection)
    for sha256, content in connection.execute("SELECT sha256, content FROM journal_file"):
        if hashlib.sha256(content).hexdigest() != sha256 or sha256 not in filed:
            yield f"A kept file ({sha256[:12]}…) is not what was filed: it was changed from outside."
        filed.discard(sha256)
    for sha256 in sorted(filed):
        yield f"A kept file ({sha256[:12]}…) is missing."


def _files_filed(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute(
        "SELECT DISTINCT json_extract(after, '$.file_sha256') FROM journal_change"
        " WHERE table_name IN ('monitoring_return', 'signed_file', 'bring_in') AND after IS NOT NULL"
    )
    return {str(row[0]) for row in rows}


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 over every row of every table but the journal's."""
    digest = hashlib.sha256()
    for table in CONTENT_TABLES:
        for row in stored(connection, f"SELECT * FROM {table} ORDER BY id"):  # noqa: S608 - a table's own name
            digest.update(repr((table, *row)).encode())
    return digest.hexdigest()
