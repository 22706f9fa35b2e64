"""Nothing is written past the journal: its module is the only one that writes to an officer's tables."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.register import Register
from db.store.journal import Ledger
from tests.operations.beginnings import officer
from tests.sources import Source, beginning, sources

ROOT = Path(__file__).parents[2]
DOOR = "db/store/journal.py"
_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|DROP|ALTER)\b", re.IGNORECASE)
_OF_SQLITE_UTILS = {"insert", "insert_all", "upsert", "upsert_all", "update", "delete", "delete_where", "transform"}


def writes(source: Source) -> Iterator[str]:
    """The places where a module writes rows by SQL, or through a table of sqlite-utils."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and _WRITES.match(beginning(node)):
            text = beginning(node)
            if " " in text and text.split()[0].isupper():
                yield f"{source.path}:{node.lineno}: {text[:40]}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_table_write(node.func):
            yield f"{source.path}:{node.lineno}: {ast.unparse(node.func)}"


def _is_table_write(called: ast.Attribute) -> bool:
    """Whether this is db["table"].insert or db.table("table").insert."""
    owner = called.value
    named = isinstance(owner, ast.Call) and isinstance(owner.func, ast.Attribute) and owner.func.attr == "table"
    indexed = isinstance(owner, ast.Subscript) and ast.unparse(owner.value).endswith("db")
    return called.attr in _OF_SQLITE_UTILS and (named or indexed)


def test_only_the_journals_module_writes_rows() -> None:
    steps = "db/store/steps/"
    others = [each for each in sources(ROOT) if each.path != DOOR and not each.path.startswith(steps)]
    found = [place for source in others for place in writes(source)]
    assert found == []


def test_the_journals_module_is_seen_to_write_them() -> None:
    [door] = [source for source in sources(ROOT) if source.path == DOOR]
    kinds = {place.split(": ")[1].split()[0] for place in writes(door)}
    assert kinds == {"INSERT", "UPDATE", "DELETE"}


@pytest.mark.parametrize(
    "line",
    [
        'connection.execute("DELETE FROM contract")',
        'connection.execute(f"UPDATE {table} SET title = ?", ("x",))',
        'connection.executemany("REPLACE INTO contract VALUES (?)", rows)',
        'register.db["contract"].insert({"id": "1"})',
        'register.db.table("contract").delete_where()',
    ],
)
def test_a_line_that_wrote_past_it_would_be_seen(line: str) -> None:
    assert list(writes(Source("db/operations/sly.py", ast.parse(line))))


def test_a_ledger_writes_to_officers_tables_only(own_full: Register) -> None:
    ledger = Ledger(own_full._connection, officer(), "a test")
    for table in ("journal_entry", "journal_file", "sqlite_schema", "contract; DROP TABLE part"):
        with pytest.raises(ValueError, match="not a table that officers write to"):
            ledger.insert(table, {"name": "x"})


def test_a_verb_that_forgets_its_journal_entry_keeps_nothing(own_full: Register) -> None:
    before = own_full.content_hash()
    with pytest.raises(RuntimeError, match="no entry"), own_full.acting(officer(), "a test", "A test") as ledger:
        ledger.insert("funding_partner", {"name": "The board"})
    assert own_full.content_hash() == before


def test_a_verb_that_fails_half_way_keeps_nothing(own_full: Register) -> None:
    before, entries = own_full.content_hash(), own_full.journal.entries()
    with pytest.raises(sqlite3.IntegrityError):
        _fail_half_way(own_full)
    assert (own_full.content_hash(), own_full.journal.entries(), own_full.check()) == (before, entries, ())


def _fail_half_way(register: Register) -> None:
    with register.acting(officer(), "a test", "A test") as ledger:
        ledger.insert("funding_partner", {"name": "The board"})
        ledger.keep_file(b"a file")
        ledger.insert("funding_partner", {"name": ""})
