"""Writing a file for people: beside, then in place of the old one, and never over a register."""

from collections.abc import Callable
from pathlib import Path

from db.rules.refusal import Refusal
from exports.files import write_beside_then_replace

_DATABASE = b"SQLite format 3\x00"


def write_out(target: Path, register: Path, render: Callable[[], bytes]) -> None:
    """Render a file and put it at a path, whole or not at all.

    Raises:
        Refusal: the path is a folder, a register or its companion, or it cannot be written.
    """
    check_target(target, register)
    write_beside_then_replace(target, render())


def check_target(target: Path, register: Path) -> None:
    """Hold a path against what must not be written over.

    Raises:
        Refusal: it is a folder, a register, or a register's lock or journal.
    """
    if target.is_dir():
        raise Refusal(f"“{target}” is a folder. Name a file to write.")
    companions = {register.with_name(register.name + ending).resolve() for ending in ("", ".lock", "-journal")}
    if target.resolve() in companions or _is_database(target):
        raise Refusal(f"“{target}” is a register or belongs to one, and is not written over. Choose another name.")


def _is_database(target: Path) -> bool:
    try:
        with target.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except FileNotFoundError:
        return False
