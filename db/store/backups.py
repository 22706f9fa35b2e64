"""Whole, proved copies of a register."""

import hashlib
import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from db.errors import StorageFailed


def backup_folder(register: Path) -> Path:
    """Where a register's backups are kept: a folder beside it."""
    return register.with_name(register.stem + " backups")


def back_up(connection: sqlite3.Connection, register: Path, at: datetime, why: str) -> Path:
    """Copy a register as it stands, prove the copy, and list it with its SHA-256 in the manifest.

    Raises:
        StorageFailed: the copy could not be made or proved; nothing half-made is left.
    """
    folder = backup_folder(register)
    target = _free_name(folder, f"{register.stem} {at:%Y-%m-%d %H.%M.%S} {why}".strip())
    making = target.with_name("." + target.name + ".making")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(connection, making)
        _flush(making)
        digest = hashlib.sha256(making.read_bytes()).hexdigest()
        making.replace(target)
        _list(folder, digest, target.name)
    except (OSError, sqlite3.Error) as error:
        raise StorageFailed(
            f"The backup could not be made in “{folder}” ({error}). Free some space and try again."
        ) from error
    finally:
        with suppress(OSError):
            making.unlink(missing_ok=True)
    return target


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy)
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(f"the copy did not prove whole: {found}")
    finally:
        copy.close()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _list(folder: Path, digest: str, name: str) -> None:
    with open(folder / "manifest.txt", "a", encoding="utf-8", opener=_private) as manifest:
        manifest.write(f"{digest}  {name}\n")
        manifest.flush()
        os.fsync(manifest.fileno())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _free_name(folder: Path, stem: str) -> Path:
    names = (f"{stem}{f' ({count})' if count else ''}.register" for count in range(1000))
    return next(folder / name for name in names if not (folder / name).exists())
