"""A backup is whole, proved and listed; an older register is backed up before it is brought up to date."""

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db import migrations
from db.errors import NewerRegister, NotARegister, ReadOnlyRegister, StorageFailed
from db.operations.providers import add_provider
from db.register import Register
from db.store.backups import backup_folder
from db.store.opening import schema_fingerprint
from tests.operations.beginnings import begin, officer

BACKED_UP_AT = datetime(2026, 3, 1, 17, 45, 10, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Register.create(tmp_path / "office.register") as register:
        begin(register)
    return tmp_path / "office.register"


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    with Register.open(path) as register:
        yield register


def listed(path: Path) -> dict[str, str]:
    """What the manifest says: each backup's name and SHA-256."""
    lines = (backup_folder(path) / "manifest.txt").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def test_a_backup_holds_what_the_register_holds_and_opens_as_a_register(register: Register) -> None:
    backup = register.backup(BACKED_UP_AT)
    with Register.open(backup) as copy:
        assert copy.content_hash() == register.content_hash()
        assert copy.journal.entries() == register.journal.entries()
        assert copy.check() == ()


def test_a_backup_is_named_by_its_moment_and_listed_with_its_fingerprint(register: Register, path: Path) -> None:
    backup = register.backup(BACKED_UP_AT)
    assert backup.name == "office 2026-03-01 17.45.10.register"
    assert listed(path) == {backup.name: hashlib.sha256(backup.read_bytes()).hexdigest()}


def test_two_backups_of_one_moment_are_two_files(register: Register, path: Path) -> None:
    first, second = register.backup(BACKED_UP_AT), register.backup(BACKED_UP_AT)
    assert second.name == "office 2026-03-01 17.45.10 (1).register"
    assert set(listed(path)) == {first.name, second.name}


def test_a_backup_stays_as_it_was_when_the_register_goes_on(register: Register) -> None:
    backup = register.backup(BACKED_UP_AT)
    before = backup.read_bytes()
    add_provider(register, officer(), "Harbour")
    assert backup.read_bytes() == before


def test_a_register_opened_for_reading_can_be_backed_up(path: Path) -> None:
    with Register.open(path, writable=False) as register:
        assert register.backup(BACKED_UP_AT).exists()


def test_a_backup_that_cannot_be_made_says_so_and_leaves_nothing(register: Register, path: Path) -> None:
    backup_folder(path).write_text("a file where the folder should be")
    with pytest.raises(StorageFailed, match="could not be made"):
        register.backup(BACKED_UP_AT)
    assert backup_folder(path).is_file()


def test_a_copy_that_does_not_prove_whole_is_not_kept(
    register: Register, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(connection: sqlite3.Connection, to: Path) -> None:
        to.write_bytes(b"half of it")
        raise sqlite3.DatabaseError("the copy did not prove whole")

    monkeypatch.setattr("db.store.backups._copy", half)
    with pytest.raises(StorageFailed, match="did not prove whole"):
        register.backup(BACKED_UP_AT)
    assert list(backup_folder(path).iterdir()) == []


def test_a_register_in_memory_has_no_folder_to_be_backed_up_to() -> None:
    with Register.in_memory() as register, pytest.raises(ReadOnlyRegister, match="only in memory"):
        register.backup(BACKED_UP_AT)


def next_version(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Make this program the next version of itself, with one more step."""
    old, number = migrations.steps(), migrations.VERSION + 1

    def steps() -> Migrations:
        newer = Migrations("contract-desk")
        for each in old._migrations:
            newer._migrations.append(each)

        @newer()
        def next_step(db: Database) -> None:
            for statement in (*statements, f"PRAGMA user_version = {number}"):
                db.execute(statement)

        return newer

    monkeypatch.setattr(migrations, "VERSION", number)
    monkeypatch.setattr(migrations, "steps", steps)
    monkeypatch.setattr(migrations, "FINGERPRINTS", {**migrations.FINGERPRINTS, number: _fingerprint(steps())})


def _fingerprint(steps: Migrations) -> str:
    connection = sqlite3.connect(":memory:")
    try:
        steps.apply(Database(connection))
    except sqlite3.OperationalError:
        return "the step fails"
    finally:
        found = schema_fingerprint(connection)
        connection.close()
    return found


def test_an_older_register_is_backed_up_then_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    version = migrations.VERSION
    next_version(monkeypatch, "ALTER TABLE contract ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    with Register.open(path, at=BACKED_UP_AT) as register:
        assert register.contracts.get("R-1").title == "Day opportunities"
        assert register._connection.execute("PRAGMA user_version").fetchone() == (version + 1,)
    [name] = listed(path)
    assert name == "office 2026-03-01 17.45.10 before update.register"
    assert holds_as_much(backup_folder(path) / name, before)


def holds_as_much(backup: Path, before: bytes) -> bool:
    """Whether a backup holds the pages a register held; the counters in the header that each write moves aside."""
    after = backup.read_bytes()
    return len(after) == len(before) and after[100:] == before[100:] and after[56:72] == before[56:72]


def test_a_step_that_fails_leaves_the_register_as_it_was_and_usable(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as newer:
        next_version(newer, "CREATE TABLE half (id TEXT)", "ALTER TABLE nowhere ADD COLUMN colour TEXT")
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            Register.open(path, at=BACKED_UP_AT)
    assert path.read_bytes() == before
    with Register.open(path) as register:
        assert register.read_only_because == ""
        assert register.check() == ()


def test_an_older_register_that_another_program_changed_is_refused_before_anything_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER quiet AFTER UPDATE ON contract BEGIN DELETE FROM notice; END")
    connection.close()
    before = path.read_bytes()
    next_version(monkeypatch, "CREATE TABLE extra (id TEXT)")
    with pytest.raises(NotARegister, match="left as it is"):
        Register.open(path, at=BACKED_UP_AT)
    assert path.read_bytes() == before
    assert not backup_folder(path).exists()


def test_an_older_register_that_may_only_be_read_is_shown_and_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    next_version(monkeypatch, "CREATE TABLE extra (id TEXT)")
    with Register.open(path, writable=False, at=BACKED_UP_AT) as register:
        assert register.contracts.get("R-1").title == "Day opportunities"
    assert path.read_bytes() == before


def test_once_brought_up_to_date_the_older_program_refuses_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        next_version(newer, "CREATE TABLE extra (id TEXT)")
        Register.open(path, at=BACKED_UP_AT).close()
    with pytest.raises(NewerRegister):
        Register.open(path, at=BACKED_UP_AT)


def test_an_automatic_backup_is_made_of_changed_work_and_not_twice_in_half_an_hour(tmp_path: Path) -> None:
    at = officer().at
    with Register.create(tmp_path / "office.register") as register:
        assert register.back_up_if_due(at) is None
        begin(register)
        made = register.back_up_if_due(at + timedelta(minutes=1))
        assert made is not None
        assert made.name.endswith(" automatic.register")
        assert register.back_up_if_due(at + timedelta(hours=9)) is None
        add_provider(register, officer(60), "Harbour")
        assert register.back_up_if_due(at + timedelta(minutes=20)) is None
        again = register.back_up_if_due(at + timedelta(minutes=61))
        assert again is not None
        with Register.open(again, writable=False) as copy:
            assert copy.content_hash() == register.content_hash()


def test_only_automatic_backups_that_the_manifest_lists_are_ever_thinned(tmp_path: Path) -> None:
    path = tmp_path / "office.register"
    with Register.create(path) as register:
        begin(register)
        asked_for = register.backup(officer().at)
        stranger = backup_folder(path) / "office 2020-01-01 10.00.00 automatic.register"
        stranger.write_bytes(b"somebody's own")
        for day in range(40):
            add_provider(register, officer(60 * 24 * day + 1), f"Provider {day}")
            assert register.back_up_if_due(officer(60 * 24 * day + 2).at)
    left = [each.name for each in backup_folder(path).glob("*automatic.register")]
    assert len(left) == 1 + 2 + 12 + 4 + 0
    assert asked_for.exists()
    assert stranger.exists()
