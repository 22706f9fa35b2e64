"""One register: a SQLite file opened with care, read through its rooms and written only through the journal."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from db import migrations
from db.changes import Author
from db.errors import NotARegister, ReadOnlyRegister
from db.rules.keeping_backups import is_due
from db.store import checking, history
from db.store.backups import AUTOMATIC, automatic_backups, back_up, thin_out
from db.store.brought_in import BroughtIn
from db.store.contracts import Contracts
from db.store.decisions import Decisions
from db.store.diaries import Diaries
from db.store.failures import as_stored, told_plainly
from db.store.following import Following
from db.store.history import Journal
from db.store.holding import Hold, take_hold
from db.store.journal import Ledger
from db.store.opening import check_whole, connect, give_name, look_at, set_guards
from db.store.providers import Partners, Providers
from db.store.returns import Returns

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Author", "Journal", "Register"]


class Register:
    """An open register. `read_only_because` is empty when it can be written, else a sentence that says why not."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None = None,
        hold: Hold | None = None,
        read_only_because: str = "",
    ) -> None:
        self._connection = connection
        self._hold = hold
        self.path = path
        self.read_only_because = read_only_because
        self.wound_back_to: int | None = None
        """The last entry of the journal in a register as it stood in the past."""
        self.contracts = Contracts(connection)
        self.providers = Providers(connection)
        self.partners = Partners(connection)
        self.decisions = Decisions(connection)
        self.returns = Returns(connection)
        self.diaries = Diaries(connection)
        self.following = Following(connection)
        self.brought_in = BroughtIn(connection)
        self.journal = Journal(connection)

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new, empty register at a path where there is no file yet.

        Raises:
            NotARegister: something is there already, or the folder is not.
        """
        if path.exists():
            raise NotARegister(f"“{path}” is there already and was left as it is. Open it, or choose a new name.")
        making = path.with_name(f".{path.name}.{os.getpid()}.making")
        try:
            os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with closing(connect(making, writable=True)) as connection, told_plainly():
                _migrate(connection)
            give_name(making, path)
        except OSError as error:
            raise NotARegister(
                f"No register can be made in “{path.parent}”: {error.strerror}. Choose another folder or name."
            ) from error
        finally:
            with suppress(OSError):
                making.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def in_memory(cls) -> Self:
        """A new register that lives only as long as it is open."""
        connection = sqlite3.connect(":memory:")
        _migrate(connection)
        set_guards(connection, writable=False)
        return cls(connection)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True, at: datetime | None = None) -> Self:
        """Open a register's file; one that cannot be written opens read-only and says why.

        An older register is backed up, under the moment given, before it is brought up to date.

        Raises:
            NotARegister, NewerRegister: the file is not one to open. It was left byte for byte as it was.
        """
        version = look_at(path, migrations.VERSION)
        if not writable:
            _take_back_what_was_broken_off(path)
        hold, because = _hold(path) if writable else (None, "This register was opened for reading only.")
        try:
            return cls(_opened(path, version, hold, at), path, hold, because)
        except BaseException:
            if hold:
                hold.let_go()
            raise

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return bool(self.read_only_because)

    @cached_property
    def db(self) -> "Database":
        """The register through sqlite-utils, which is imported only when something is first written."""
        from sqlite_utils import Database

        return Database(self._connection)

    @contextmanager
    def acting(self, by: Author, verb: str, sentence: str = "") -> Iterator[Ledger]:
        """One verb: everything written through the ledger is kept together with its journal entry, or not at all.

        The verb ends by returning `ledger.close()`.

        Raises:
            ReadOnlyRegister: the register cannot be written.
            StorageFailed: the disk refused; nothing was changed.
        """
        if self.read_only:
            raise ReadOnlyRegister(f"{self.read_only_because} Nothing was changed.")
        with told_plainly(), self.db.atomic():
            ledger = Ledger(self._connection, by, verb, sentence)
            yield ledger
            ledger.require_entry()

    def as_at(self, moment: datetime) -> "Register":
        """The register as it stood at a moment, to look at but not to write.

        Raises:
            DamagedRegister: the journal cannot be followed back.
        """
        return self._past(self.journal.at(moment))

    def as_after(self, seq: int) -> "Register":
        """The register as an entry of its journal left it, to look at but not to write; 0 is before the first.

        Raises:
            DamagedRegister: the journal cannot be followed back.
        """
        return self._past(seq)

    def _past(self, seq: int) -> "Register":
        copy = sqlite3.connect(":memory:")
        with as_stored("The journal"):
            self._connection.backup(copy)
            history.wind_back(copy, seq, self.wound_back_to)
        past = Register(copy, self.path, None, "This is the register as it stood in the past.")
        past.end_journal_at(seq)
        return past

    def end_journal_at(self, seq: int) -> None:
        """What is open here is the register as an entry left it: its journal ends there."""
        self.wound_back_to, self.journal = seq, Journal(self._connection, seq)

    def check(self) -> tuple[str, ...]:
        """Everything that does not hold together, as sentences; empty when the register is in order."""
        try:
            faults = [row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        except sqlite3.DatabaseError as error:
            return (f"The file is damaged: {error}. Open the newest backup.",)
        return (
            *(f"The file is damaged: {fault}." for fault in faults),
            *checking.problems(self._connection, self.wound_back_to),
        )

    def backup(self, at: datetime) -> Path:
        """A proved copy in the backups folder beside the register.

        Raises:
            StorageFailed: it could not be made.
        """
        if self.path is None:
            raise ReadOnlyRegister("This register is only in memory, so there is no folder to back it up to.")
        return back_up(self._connection, self.path, at, "")

    def back_up_if_due(self, at: datetime) -> Path | None:
        """Make an automatic backup if something changed since the last one and that is half an hour old.

        Raises:
            StorageFailed: it could not be made.
        """
        if self.path is None or self.read_only:
            return None
        newest = self.journal.entries(1)
        made = automatic_backups(self.path)
        if not is_due(newest[0].at if newest else None, max(made, default=None), at):
            return None
        path = back_up(self._connection, self.path, at.astimezone(UTC), AUTOMATIC)
        thin_out(self.path)
        return path

    def content_hash(self) -> str:
        """A fingerprint of everything officers entered: equal exactly when two registers hold the same."""
        return checking.content_hash(self._connection)

    def close(self) -> None:
        """Close the file, leave nothing beside it, and let the next writer have it."""
        if self._hold:
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()
        if self._hold:
            self._hold.let_go()
            self._hold = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _opened(path: Path, version: int, hold: Hold | None, at: datetime | None) -> sqlite3.Connection:
    with told_plainly():
        connection = connect(path, writable=hold is not None)
        try:
            check_whole(connection, path, migrations.FINGERPRINTS.get(version, ""))
            if version != migrations.VERSION and hold is None:
                connection = _brought_up_to_date_in_memory(connection)
            elif version != migrations.VERSION:
                _bring_up_to_date(connection, path, at)
            set_guards(connection, writable=hold is not None)
        except BaseException:
            connection.close()
            raise
    return connection


def _brought_up_to_date_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """An older register that may not be written, as it is when brought up to date; its file stays as it is."""
    copy = sqlite3.connect(":memory:")
    with closing(connection):
        connection.backup(copy)
    _migrate(copy)
    return copy


def _take_back_what_was_broken_off(path: Path) -> None:
    """After a crash a reader would find the file in pieces until a writer has taken back the unfinished change."""
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        hold, _ = _hold(path)
        if hold:
            with closing(connect(path, writable=True)) as connection, told_plainly():
                connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
            hold.let_go()


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, at: datetime | None) -> None:
    if at is None:
        raise NotARegister(
            f"“{path.name}” was written by an older Contract Desk and must be backed up "
            "before it is brought up to date. Open it with the window, or with a command that writes."
        )
    back_up(connection, path, at, "before update")
    _migrate(connection)
    check_whole(connection, path, migrations.FINGERPRINTS[migrations.VERSION])


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    migrations.steps().apply(Database(connection))


def _hold(path: Path) -> tuple[Hold | None, str]:
    if not os.access(path, os.W_OK):
        return None, f"“{path.name}” is a read-only file, so it was opened for reading."
    if not os.access(path.resolve().parent, os.W_OK):
        return None, f"The folder of “{path.name}” is read-only, so the register was opened for reading."
    try:
        hold = take_hold(path.resolve())
    except OSError as error:
        return None, f"“{path.name}” cannot be locked ({error.strerror}), so it was opened for reading."
    if isinstance(hold, str):
        return None, f"“{path.name}” is open for writing by {hold}, so it was opened for reading."
    return hold, ""
