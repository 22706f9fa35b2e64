"""Whole, proved copies of a register."""

import hashlib
import os
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from db.errors import StorageFailed
from db.rules.keeping_backups import to_keep

AUTOMATIC = "automatic"
"""Ends the names of backups that nobody asked for."""
_MOMENT = "%Y-%m-%d %H.%M.%S"


def backup_folder(register: Path) -> Path:
    """Where a register's backups are kept: a folder beside it."""
    return register.with_name(register.stem + " backups")


def back_up(connection: sqlite3.Connection, register: Path, at: datetime, why: str) -> Path:
    """Copy a register as it stands, prove the copy, and list it with its SHA-256 in the manifest.

    Raises:
        StorageFailed: the copy could not be made or proved; nothing half-made is left.
    """
    folder = backup_folder(register)
    target = _free_name(folder, f"{register.stem} {at:{_MOMENT}} {why}".strip())
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


def automatic_backups(register: Path) -> dict[datetime, Path]:
    """The automatic backups there are of a register by their moment, as the manifest lists them."""
    folder = backup_folder(register)
    try:
        lines = (folder / "manifest.txt").read_text("utf-8").splitlines()
    except OSError:
        return {}
    names = (line.partition("  ")[2] for line in lines)
    found = {moment: folder / name for name in names if (moment := _moment_of(name, register.stem))}
    return {moment: path for moment, path in found.items() if path.exists()}


def thin_out(register: Path) -> None:
    """Delete the automatic backups that are no longer kept; only what the manifest lists is ever deleted."""
    made = automatic_backups(register)
    for moment in made.keys() - to_keep(made):
        with suppress(OSError):
            made[moment].unlink()


def _moment_of(name: str, stem: str) -> datetime | None:
    """When an automatic backup was made, by its name; None for any other file."""
    written = name.removeprefix(f"{stem} ").removesuffix(f" {AUTOMATIC}.register")
    if name != f"{stem} {written} {AUTOMATIC}.register":
        return None
    try:
        return datetime.strptime(written, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


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
