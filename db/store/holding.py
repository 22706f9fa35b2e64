"""One writer at a time: a lock file beside the register that names who holds it and dies with its process."""

import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_LOCKED_BYTE = 1 << 20


@dataclass
class Hold:
    """The right to write to a register, until let go or the process ends, however it ends."""

    path: Path
    file: IO[str]

    def let_go(self) -> None:
        """Give the register up for the next writer."""
        if sys.platform == "win32":
            self.file.close()
            self.path.unlink(missing_ok=True)
        else:
            self.path.unlink(missing_ok=True)
            self.file.close()


def take_hold(register: Path) -> Hold | str:
    """Become a register's one writer, or learn who is: their user, machine and process in a phrase."""
    path = register.with_name(register.name + ".lock")
    while True:
        file = open(path, "a+", encoding="utf-8", opener=_private)  # noqa: SIM115 - held open for as long as the hold
        if not _lock(file):
            with file:
                return _holder(file)
        if _is_still_there(file, path):
            break
        file.close()
    file.truncate(0)
    json.dump({"user": _user(), "machine": socket.gethostname(), "process": os.getpid()}, file)
    file.flush()
    return Hold(path, file)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _holder(file: IO[str]) -> str:
    file.seek(0)
    try:
        told = json.load(file)
        return f"{told['user']} on {told['machine']} (process {told['process']})"
    except (ValueError, KeyError, OSError):
        return "another Contract Desk"


def _user() -> str:
    return os.environ.get("USERNAME") or os.environ.get("USER") or os.environ.get("LOGNAME") or "somebody"
