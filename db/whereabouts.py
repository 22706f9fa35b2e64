"""Where a register is found by another process, which opens it for itself and only reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.register import Register
from db.store.elsewhere import content_of, opened_from


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A register's file, or its content where it has none; as it is, or as an entry of its journal left it."""

    path: Path | None
    content: bytes = b""
    wound_back_to: int | None = None

    @classmethod
    def of(cls, register: Register) -> "Whereabouts":
        """Where a register that is open here is found."""
        if register.path is not None:
            return cls(register.path, wound_back_to=register.wound_back_to)
        return cls(None, content_of(register.contracts.connection), register.wound_back_to)

    @contextmanager
    def opened(self) -> Iterator[Register]:
        """The register, to look at.

        Raises:
            NotARegister: its file is not there any more, or is damaged.
            DamagedRegister: its journal cannot be followed back.
        """
        with self._found() as register:
            if self.wound_back_to is None or self.path is None:
                yield register
                return
            with register.as_after(self.wound_back_to) as past:
                yield past

    def _found(self) -> Register:
        if self.path is not None:
            return Register.open(self.path, writable=False)
        found = Register(opened_from(self.content), None, None, "This register was opened for reading only.")
        if self.wound_back_to is not None:
            found.end_journal_at(self.wound_back_to)
        return found
