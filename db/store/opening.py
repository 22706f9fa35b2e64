"""What a file is, told before anything could change it; and how a register's connection is set."""

import errno
import hashlib
import os
import sqlite3
from pathlib import Path

from db.errors import NewerRegister, NotARegister
from db.store.schema import APPLICATION_ID

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


def look_at(path: Path, newest: int) -> int:
    """The schema version of a register file, read from its header without opening it as a database.

    Raises:
        NotARegister: missing, empty, or another program's file.
        NewerRegister: a higher version than this program knows.
    """
    header = _header(path)
    if not header:
        raise NotARegister(
            f"“{path.name}” is an empty file, not a register. It was left as it is. Choose another file."
        )
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise NotARegister(
            f"“{path.name}” is not a Contract Desk register: it is some other kind of file, or damaged at its start. "
            "It was left as it is. Choose another file, or a backup."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotARegister(f"“{path.name}” is another program's database. It was left as it is. Choose another file.")
    version = int.from_bytes(header[60:64], "big")
    if version > newest:
        raise NewerRegister(
            f"“{path.name}” was written by a newer Contract Desk (register version {version}; this program knows "
            f"{newest}). It was left as it is. Update Contract Desk, then open it again."
        )
    return version


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection to an existing file, trusting nothing written in it; foreign keys are off until `set_guards`."""
    mode = "rw" if writable else "ro"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=10)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def set_guards(connection: sqlite3.Connection, *, writable: bool) -> None:
    """Set how every register connection behaves (facts.md: TRUNCATE with FULL loses nothing on power loss)."""
    if writable:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE, too, meets the journal's triggers


def give_name(made: Path, name: Path) -> None:
    """Put a finished file under its name, never over another.

    Raises:
        FileExistsError: there is something of that name.
    """
    try:
        os.link(made, name)
    except FileExistsError:
        raise
    except OSError:  # a drive without links; Windows, where rename does not replace
        if os.path.lexists(name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name)) from None
        made.rename(name)


def check_whole(connection: sqlite3.Connection, path: Path, expected_schema: str) -> None:
    """Read the file through before trusting it.

    Raises:
        NotARegister: damaged, or its tables are not those of a register (an added trigger could change rows).
    """
    try:
        faults = [row[0] for row in connection.execute("PRAGMA quick_check(1)") if row[0] != "ok"]
        fingerprint = schema_fingerprint(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if _is_busy(error):
            raise
        faults, fingerprint = [str(error)], ""
    if faults:
        raise NotARegister(
            f"“{path.name}” is damaged and was left as it is. Open the newest backup from its backups folder. "
            f"(The check said: {faults[0]})"
        )
    if fingerprint != expected_schema:
        raise NotARegister(
            f"“{path.name}” does not have a register's tables: something was added or removed by another program. "
            "It was left as it is. Open a backup instead."
        )


def schema_fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over every table, index, view and trigger of a register, SQLite's and sqlite-utils' own aside."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        " AND tbl_name NOT IN ('_sqlite_migrations') AND tbl_name NOT LIKE 'sqlite_%' ORDER BY type, name"
    )
    return hashlib.sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise NotARegister(f"There is no file “{path}”. Check the name, or create a new register.") from None
    except IsADirectoryError:
        raise NotARegister(f"“{path}” is a folder, not a register. Choose a file.") from None
    except PermissionError:
        raise NotARegister(f"You may not read “{path}”. Ask whoever owns the file for access.") from None
    except OSError as error:
        raise NotARegister(f"“{path}” cannot be read: {error.strerror}. Check the name and the drive.") from error


def _is_busy(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
