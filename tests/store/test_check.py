"""Check finds any change made past the journal, and never cries wolf."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest

from db.register import Register
from db.store.schema import CONTENT_TABLES
from tests.operations.beginnings import copy_of

JOURNAL = ("journal_entry", "journal_change", "journal_file")
NUMBERED = {"journal_entry": "seq", "journal_change": "entry_seq * 1000 + position", "journal_file": "sha256"}


@pytest.fixture(scope="module")
def opened_up(full: Register) -> Iterator[Register]:
    """A register in whose file somebody has made room to change anything."""
    with copy_of(full) as register:
        connection = register._connection
        connection.isolation_level = None
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
            connection.execute(f"PRAGMA {pragma}")
        yield register


@contextmanager
def tampering(register: Register) -> Iterator[sqlite3.Connection]:
    """What is done here past the journal is taken back afterwards."""
    register._connection.execute("BEGIN")
    try:
        yield register._connection
    finally:
        register._connection.execute("ROLLBACK")


def columns(register: Register, table: str) -> list[str]:
    return [row[1] for row in register._connection.execute(f"PRAGMA table_info({table})")]


def keys(register: Register, table: str, key: str) -> list[object]:
    return [row[0] for row in register._connection.execute(f"SELECT {key} FROM {table} ORDER BY 1")]  # noqa: S608 - a name of ours


def flip(connection: sqlite3.Connection, table: str, column: str, where: str, key: object, chance: Random) -> None:
    """Change one bit of one cell, as a failing disk or a passing hand would; nothing becomes something."""
    [(cell,)] = connection.execute(f"SELECT {column} FROM {table} WHERE {where} = ?", (key,)).fetchall()  # noqa: S608 - a name of ours
    as_stored, value = _flipped(cell, chance)
    connection.execute(f"UPDATE {table} SET {column} = {as_stored} WHERE {where} = ?", (value, key))  # noqa: S608 - a name of ours


def _flipped(cell: object, chance: Random) -> tuple[str, object]:
    if cell is None:
        return "?", 1
    if isinstance(cell, int):
        return "?", cell ^ (1 << chance.randrange(10, 40))
    content = bytearray(cell.encode() if isinstance(cell, str) else cell if isinstance(cell, bytes) else b"")
    if not content:
        return "?", "x"
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return ("?", bytes(content)) if isinstance(cell, bytes) else ("CAST(? AS TEXT)", bytes(content))


def every_cell() -> list[tuple[str, str]]:
    with Register.in_memory() as register:
        return [(table, column) for table in JOURNAL for column in columns(register, table)]


@pytest.mark.parametrize(("table", "column"), every_cell())
def test_a_flipped_bit_in_any_cell_of_the_journal_is_found(opened_up: Register, table: str, column: str) -> None:
    where, chance = NUMBERED[table], Random(column)  # noqa: S311 - chance, not a secret
    for key in keys(opened_up, table, where):
        with tampering(opened_up) as connection:
            flip(connection, table, column, where, key, chance)
            assert opened_up.check(), f"{table}.{column} of {key}"
    assert opened_up.check() == ()


def test_the_first_entry_that_was_changed_is_named(opened_up: Register) -> None:
    with tampering(opened_up) as connection:
        connection.execute("UPDATE journal_entry SET officer = 'Somebody else' WHERE seq >= 4")
        assert "Journal entry 4 " in opened_up.check()[0]


@pytest.mark.parametrize("table", CONTENT_TABLES)
def test_a_row_changed_past_the_journal_is_found_in_any_column(opened_up: Register, table: str) -> None:
    chance, rows = Random(table), keys(opened_up, table, "id")  # noqa: S311 - chance, not a secret
    assert rows, f"this test needs a row in {table}"
    for column in columns(opened_up, table):
        with tampering(opened_up) as connection:
            flip(connection, table, column, "id", chance.choice(rows), chance)
            assert opened_up.check(), f"{table}.{column}"


@pytest.mark.parametrize("table", CONTENT_TABLES)
def test_a_row_deleted_past_the_journal_is_found(opened_up: Register, table: str) -> None:
    with tampering(opened_up) as connection:
        connection.execute(f"DELETE FROM {table} WHERE id = (SELECT MAX(id) FROM {table})")  # noqa: S608 - a name of ours
        assert any("missing from the register" in problem for problem in opened_up.check())


@pytest.mark.parametrize("table", CONTENT_TABLES)
def test_a_row_added_past_the_journal_is_found(opened_up: Register, table: str) -> None:
    with tampering(opened_up) as connection:
        others = ", ".join(column for column in columns(opened_up, table) if column != "id")
        connection.execute(f"INSERT INTO {table} (id, {others}) SELECT 'slipped in', {others} FROM {table} LIMIT 1")  # noqa: S608 - a name of ours
        assert any("changed from outside" in problem for problem in opened_up.check())


@pytest.mark.parametrize("left", range(13))
def test_a_journal_cut_short_anywhere_is_found(opened_up: Register, left: int) -> None:
    with tampering(opened_up) as connection:
        connection.execute("DELETE FROM journal_entry WHERE seq > ?", (left,))
        connection.execute("DELETE FROM journal_change WHERE entry_seq > ?", (left,))
        assert opened_up.check()


@pytest.mark.parametrize("seq", [1, 5, 14])
def test_an_entry_taken_out_of_the_middle_is_found(opened_up: Register, seq: int) -> None:
    with tampering(opened_up) as connection:
        connection.execute("DELETE FROM journal_entry WHERE seq = ?", (seq,))
        assert opened_up.check()


def test_changes_slipped_in_under_an_entry_that_is_not_there_are_found(opened_up: Register) -> None:
    with tampering(opened_up) as connection:
        connection.execute("INSERT INTO journal_change VALUES (99, 0, 'part', 'x', NULL, NULL)")
        assert opened_up.check()


def test_a_kept_file_that_is_missing_is_found_even_when_its_return_was_undone(opened_up: Register) -> None:
    with tampering(opened_up) as connection:
        connection.execute("DELETE FROM journal_file")
        assert any("is missing" in problem for problem in opened_up.check())


def test_a_file_slipped_in_is_found(opened_up: Register) -> None:
    with tampering(opened_up) as connection:
        connection.execute("INSERT INTO journal_file SELECT substr(sha256, 2) || 'f', content FROM journal_file")
        assert opened_up.check()


@pytest.mark.parametrize("table", JOURNAL)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {}", "REPLACE INTO {} SELECT * FROM {}"])
def test_the_journal_can_only_be_added_to(own_full: Register, table: str, statement: str) -> None:
    column = columns(own_full, table)[-1]
    act = statement.format(table, table if "REPLACE" in statement else f"{column} = {column}")
    before = own_full._connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name of ours
    with pytest.raises(sqlite3.IntegrityError):
        own_full._connection.execute(act)
    assert own_full._connection.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608 - a name of ours
