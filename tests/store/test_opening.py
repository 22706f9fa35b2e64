"""What is opened, and what is refused with a sentence and left byte for byte as it was."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from db import migrations
from db.errors import NewerRegister, NotARegister, RegisterError
from db.register import Register
from db.store.opening import schema_fingerprint
from db.store.schema import APPLICATION_ID, CONTENT_TABLES
from tests.operations.beginnings import begin, officer
from tests.store.conftest import go_on

PAGE = 4096
Damage = Callable[[bytes, Random], bytes]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a register in order."""
    path = tmp_path_factory.mktemp("good") / "office.register"
    with Register.create(path) as register:
        go_on(begin(register))
    assert [each.name for each in path.parent.iterdir()] == ["office.register"]
    return path.read_bytes()


def state(folder: Path) -> dict[str, str]:
    """Every file of a folder and what is in it."""
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def refuse(path: Path, kind: type[RegisterError] = NotARegister) -> str:
    """Open a file, be refused, see it and its folder left as they were; return the sentence."""
    before = state(path.parent)
    for writable in (True, False):
        with pytest.raises(kind) as refused:
            Register.open(path, writable=writable, at=officer().at)
        assert state(path.parent) == before
    return str(refused.value)


def altered(path: Path, good: bytes, *statements: str) -> Path:
    """A register that another program has had open."""
    path.write_bytes(good)
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert "There is no file" in refuse(tmp_path / "missing.register")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_register(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotARegister, match="is a folder"):
        Register.open(tmp_path / "folder")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is an empty file"),
        (b"reference,title\nA1,Advocacy\n", "some other kind of file"),
        (b"PK\x03\x04" + bytes(400), "some other kind of file"),
        (b"SQLite format 3\x00" + bytes(20), "some other kind of file"),
        (b"SQLite format 3\x00" + bytes(400), "another program's database"),
    ],
    ids=["empty", "text", "workbook", "header alone", "nothing but a beginning"],
)
def test_what_is_not_a_register_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "office.register").write_bytes(content)
    assert told in refuse(tmp_path / "office.register")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = altered(tmp_path / "office.register", b"", "CREATE TABLE contract (id TEXT)")
    assert "another program's database" in refuse(path)


def test_a_foreign_application_id_is_refused(tmp_path: Path, good: bytes) -> None:
    path = altered(tmp_path / "office.register", good, f"PRAGMA application_id = {APPLICATION_ID + 1}")
    assert "another program's database" in refuse(path)


def test_a_newer_register_is_refused_with_both_versions(tmp_path: Path, good: bytes) -> None:
    newer = migrations.VERSION + 1
    path = altered(tmp_path / "office.register", good, f"PRAGMA user_version = {newer}")
    told = refuse(path, NewerRegister)
    assert f"register version {newer}; this program knows {migrations.VERSION}" in told


def test_a_version_there_never_was_is_refused(tmp_path: Path, good: bytes) -> None:
    refuse(altered(tmp_path / "office.register", good, "PRAGMA user_version = 0"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER quiet AFTER UPDATE ON contract BEGIN UPDATE contract SET title = 'HIJACK'; END",
        "CREATE VIEW seen AS SELECT * FROM contract",
        "CREATE TABLE extra (id TEXT)",
        "CREATE INDEX extra ON contract (title)",
        "DROP TRIGGER journal_entry_is_kept_on_delete",
        "ALTER TABLE contract ADD COLUMN extra TEXT",
    ],
)
def test_a_register_to_which_another_program_added_or_took_anything_is_refused(
    tmp_path: Path, good: bytes, statement: str
) -> None:
    assert "does not have a register's tables" in refuse(altered(tmp_path / "office.register", good, statement))


def test_a_register_cut_short_is_refused_as_damaged(tmp_path: Path, good: bytes) -> None:
    (tmp_path / "office.register").write_bytes(good[: len(good) // 2])
    assert "is damaged and was left as it is" in refuse(tmp_path / "office.register")


def flipped_bit(content: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def zeroed_page(content: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(content) // PAGE) * PAGE
    return content[:place] + bytes(PAGE) + content[place + PAGE :]


def cut_short(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def overwritten(content: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(content) - 64)
    return content[:place] + chance.randbytes(64) + content[place + 64 :]


@pytest.fixture(scope="module")
def content_hash(good: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What officers entered in the register in order."""
    path = tmp_path_factory.mktemp("whole") / "office.register"
    path.write_bytes(good)
    with Register.open(path) as register:
        return register.content_hash()


@pytest.mark.parametrize("seed", range(50))
@pytest.mark.parametrize("damage", [flipped_bit, zeroed_page, cut_short, overwritten])
def test_a_damaged_register_is_refused_unwritten_or_its_damage_is_found_by_check(
    tmp_path: Path, good: bytes, content_hash: str, damage: Damage, seed: int
) -> None:
    path = tmp_path / "office.register"
    path.write_bytes(damage(good, Random(seed)))  # noqa: S311 - chance, not a secret
    before = state(tmp_path)
    opened: list[Register] = []
    refusal = sentence(lambda: opened.append(Register.open(path, at=officer().at)))
    assert bool(opened) != ("left as it is" in refusal)
    for register in opened:
        with register:
            read_everything(register)
            assert register.check() or register.content_hash() == content_hash
    assert state(tmp_path) == before


def sentence(reading: Callable[[], object]) -> str:
    """The sentence in which something is refused; empty when it is not."""
    try:
        reading()
    except RegisterError as told:
        return str(told)
    return ""


def read_everything(register: Register) -> None:
    """Read what the screens read; whatever cannot be read is told in a sentence."""
    for reading in (
        register.contracts.all, register.decisions.all, register.providers.all, register.partners.all,
        register.returns.all, register.returns.schedules, register.journal.entries, register.journal.next_undo,
        lambda: register.as_at(officer(3).at).close(),
        lambda: [register.journal.touching(register.contracts.row_ids(each.id)) for each in register.contracts.all()],
    ):  # fmt: skip
        assert sentence(reading)[-1:] in {"", "."}


def test_words_with_a_damaged_letter_are_still_shown_and_the_damage_is_found(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "office.register"
    place = good.index(b"A contract of which little is known")
    path.write_bytes(good[:place] + b"\xff" + good[place + 1 :])
    with Register.open(path) as register:
        assert register.contracts.get("R-2").title == "� contract of which little is known"
        assert any("contract" in problem for problem in register.check())


@pytest.mark.parametrize("name", ["office.register", "a?b#c%20 d.register", "Ålesund – café.register"])
def test_a_register_is_opened_whatever_its_file_is_called(tmp_path: Path, good: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(good)
    with Register.open(tmp_path / name) as register:
        assert (len(register.contracts.all()), register.read_only_because) == (3, "")
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_opening_and_closing_changes_nothing(tmp_path: Path, good: bytes) -> None:
    (tmp_path / "office.register").write_bytes(good)
    before = state(tmp_path)
    Register.open(tmp_path / "office.register").close()
    assert state(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"a letter", None], ids=["empty", "letter", "link to nowhere"])
def test_create_never_overwrites(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "office.register"
    if content is None:
        path.symlink_to(tmp_path / "nowhere")
    else:
        path.write_bytes(content)
    with pytest.raises(NotARegister):
        Register.create(path)
    assert [each.name for each in tmp_path.iterdir()] == ["office.register"]
    assert content is None or path.read_bytes() == content


def test_create_in_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotARegister, match="Choose another folder"):
        Register.create(tmp_path / "nowhere" / "office.register")


@pytest.fixture
def created(tmp_path: Path) -> Iterator[Register]:
    with Register.create(tmp_path / "office.register") as register:
        yield register


def test_a_created_register_is_whole_in_order_and_alone_in_its_folder(created: Register) -> None:
    begin(created)
    assert created.check() == ()
    created.close()
    assert created.path is not None
    assert [each.name for each in created.path.parent.iterdir()] == ["office.register"]


def test_the_tables_of_this_version_are_those_the_program_expects(created: Register) -> None:
    assert schema_fingerprint(created._connection) == migrations.FINGERPRINTS[migrations.VERSION]
    assert set(migrations.FINGERPRINTS) == set(range(1, migrations.VERSION + 1))


def test_every_table_officers_write_to_is_strict_and_in_the_journals_care(created: Register) -> None:
    tables = {
        name: strict
        for _, name, kind, _, _, strict in created._connection.execute("PRAGMA table_list")
        if kind == "table" and not name.startswith(("sqlite_", "_sqlite_"))
    }
    assert set(tables) == {*CONTENT_TABLES, "journal_entry", "journal_change", "journal_file"}
    assert all(tables.values())


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1),
        ("trusted_schema", 0), ("cell_size_check", 1),
    ],
)  # fmt: skip
def test_a_register_is_kept_as_carefully_as_promised(created: Register, pragma: str, value: object) -> None:
    assert created._connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_the_register_its_lock_its_journal_and_its_backups_are_its_owners_alone(created: Register) -> None:
    begin(created)
    assert created.path is not None
    backup = created.backup(datetime(2026, 3, 1, tzinfo=UTC))
    beside = [*created.path.parent.iterdir(), *backup.parent.iterdir()]
    modes = {each.name: each.stat().st_mode & 0o777 for each in beside}
    assert modes == {
        "office.register": 0o600, "office.register.lock": 0o600, "office.register-journal": 0o600,
        "office backups": 0o700, backup.name: 0o600, "manifest.txt": 0o600,
    }  # fmt: skip


def test_a_damaged_register_does_not_stop_its_copy_from_opening(tmp_path: Path, good: bytes) -> None:
    (tmp_path / "office.register").write_bytes(good)
    shutil.copy(tmp_path / "office.register", tmp_path / "copy.register")
    (tmp_path / "office.register").write_bytes(good[:5000])
    refuse(tmp_path / "office.register")
    with Register.open(tmp_path / "copy.register") as register:
        assert register.check() == ()
