"""SQLite's words turned into sentences an officer can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import DamagedRegister, StorageFailed

_BUSY = "Another program is using the register file. The change was not made. Try again in a moment."
_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full, so the change was not made. Free some space and do it again.",
    sqlite3.SQLITE_READONLY: "The register cannot be written: the file or its folder is read-only. "
    "The change was not made. Move the register to a folder you may write to.",
    sqlite3.SQLITE_IOERR: "The disk reported a fault, so the change may not be kept. "
    "Check that the drive is connected, then reopen the register and look before doing it again.",
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: "The register file is damaged. Nothing was changed. Close it and open the newest backup.",
    sqlite3.SQLITE_NOTADB: "The file is no longer a register. Nothing was changed. Open the newest backup.",
    sqlite3.SQLITE_CANTOPEN: "The register file cannot be opened. Check that the drive is connected and try again.",
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the machine refuses into a StorageFailed; our own faults pass through unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if sentence is None:
            raise
        raise StorageFailed(sentence) from error


@contextmanager
def as_stored(what: str) -> Iterator[None]:
    """Turn what is stored and cannot be understood into a DamagedRegister that names what."""
    try:
        yield
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:
        raise DamagedRegister(
            f"{what} cannot be read ({error}): the disk failed, or another program changed the file. "
            "Check the register, then open the newest backup."
        ) from error
