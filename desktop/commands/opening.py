"""Opening a register for a command: to look at, as it stood on a past day, or to write in."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from db.errors import ReadOnlyRegister
from db.register import Register
from desktop.commands.moment import end_of, now


@contextmanager
def reading(file: Path, as_at: date | None = None) -> Iterator[Register]:
    """A register to look at; with a day, as it stood in the file at the end of that day."""
    with ExitStack() as open_now:
        register = open_now.enter_context(Register.open(file, writable=False))
        if as_at is not None:
            register = open_now.enter_context(register.as_at(end_of(as_at)))
        yield register


@contextmanager
def writing(file: Path) -> Iterator[Register]:
    """A register to write in.

    Raises:
        ReadOnlyRegister: somebody else has it open (they are named), or the file cannot be written.
    """
    with Register.open(file, at=now()) as register:
        if register.read_only:
            raise ReadOnlyRegister(f"{register.read_only_because} Nothing was changed.")
        yield register
