"""The history says what changed in an officer's words, whatever was changed."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.register import Register
from db.rules.history_lines import changed
from db.rules.history_words import THINGS, UNSAID, name_of
from db.store.schema import CONTENT_TABLES

Row = dict[str, str | int | None]


def _columns(file: Path) -> Iterator[tuple[str, str, str]]:
    with sqlite3.connect(file) as connection:
        for table in CONTENT_TABLES:
            for _, column, kind, *_ in connection.execute(f"PRAGMA table_info({table})"):
                yield table, column, kind


@pytest.fixture
def columns(tmp_path: Path) -> list[tuple[str, str, str]]:
    """Every column of a register: its table, its name, its kind."""
    file = tmp_path / "some.register"
    Register.create(file).close()
    return list(_columns(file))


def _filled(columns: list[tuple[str, str, str]], table: str, text: str, number: int) -> Row:
    return {name: number if kind == "INTEGER" else text for of, name, kind in columns if of == table}


def test_every_thing_and_every_fact_of_a_register_has_words(columns: list[tuple[str, str, str]]) -> None:
    assert set(THINGS) == set(CONTENT_TABLES)
    for table, column, _ in columns:
        called = name_of(table, column)
        unsaid = column in UNSAID or column.endswith("_id") or (table, column) == ("return_event", "kind")
        assert bool(called) is not unsaid, (table, column)
        assert "_" not in called


@pytest.mark.parametrize("table", CONTENT_TABLES)
def test_what_was_added_changed_or_taken_back_names_no_column(columns: list[tuple[str, str, str]], table: str) -> None:
    before, after = _filled(columns, table, "a word", 1), _filled(columns, table, "2025-07-01", 2)
    told = [words for rows in ((None, after), (before, after), (after, None)) for _, words in changed(table, *rows)]
    assert told
    for words in told:
        assert not re.search(r"[a-z]_[a-z]|\b(pence|id|sha256)\b", words), words


def test_nothing_that_officers_did_is_told_with_the_words_of_the_program(full: Register) -> None:
    entries = full.journal.after(0)
    told = [line for entry in entries for row in entry.changes for _, line in changed(row.table, row.before, row.after)]
    assert {row.table for entry in entries for row in entry.changes} == set(CONTENT_TABLES)
    assert not [line for line in told if re.search(r"[a-zA-Z]_[a-zA-Z]|[{}]|\d{4}-\d{2}-\d{2}", line)]
    assert not [each.sentence for each in entries if re.search(r"[a-zA-Z]_[a-zA-Z]", each.sentence)]


def test_a_reminder_is_told_as_one() -> None:
    row: Row = {"id": "x", "contract_id": "y", "happened_on": "2026-01-05", "kind": "reminded", "note": "",
                "starts_on": "2025-07-01", "version": 1, "withdrawn": 0}  # fmt: skip
    assert [words for _, words in changed("return_event", None, row)] == [
        "Reminder of a return added: quarter from 1 July 2025, on 5 January 2026"
    ]


def test_a_row_added_is_told_by_what_it_holds_and_ids_are_left_out() -> None:
    row: Row = {"id": "x", "version": 1, "contract_id": "y", "number": 2, "months": 12}
    assert list(changed("extension_option", None, row)) == [("", "Option added: number 2, months 12")]
    assert list(changed("extension_option", row, None)) == [("", "Option taken back: number 2, months 12")]


def test_days_pounds_years_and_answers_read_as_elsewhere() -> None:
    before: Row = {"ends_on": "2025-03-31", "pence": 100}
    after: Row = {"ends_on": "2026-03-31", "pence": 250_000_50}
    assert list(changed("variation", before, after)) == [
        ("ends_on", "Variation, ends: 31 March 2025 → 31 March 2026"),
        ("pence", "Variation, amount: £1 → £250,000.50"),
    ]
    assert list(changed("funding", {"year": 2024}, {"year": 2025})) == [("year", "Funding, year: 2024-25 → 2025-26")]
    assert list(changed("measure", {"withdrawn": 0}, {"withdrawn": 1})) == [
        ("withdrawn", "Measure, withdrawn: no → yes")
    ]


def test_words_of_lists_are_told_without_what_holds_them_together() -> None:
    assert list(changed("service_clause", {"counting": "days"}, {"counting": "clear_working_days"})) == [
        ("counting", "How notice is served, counted in: days → clear working days")
    ]
    assert list(changed("attention_lead", {"matter": "ENDING"}, {"matter": "SERVE_BY"})) == [
        ("matter", "Lead time, matter: “Contract ends” → “Last day to serve notice”")
    ]


def test_what_the_program_keeps_for_itself_is_not_recited() -> None:
    assert list(changed("layout_profile", {"content": '{"a": 1}'}, {"content": '{"a": 2}'})) == [
        ("content", "Layout of a provider’s returns, how it is read: changed")
    ]
    assert list(changed("layout_profile", None, {"content": '{"a": 1}', "provider": "Imago"})) == [
        ("", "Layout of a provider’s returns added: provider Imago")
    ]
