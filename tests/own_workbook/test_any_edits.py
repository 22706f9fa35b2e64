"""Any edits of a workbook, by chance, on both sides, with awkward texts, and through LibreOffice."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from db.operations.apply_changes import apply_changes
from db.operations.edit_details import edit_details
from db.own_workbook.against import compare
from db.own_workbook.changes import Edit, Settled
from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.words import clean, clean_line
from db.sample import fill
from tests.own_workbook.books import AT, BY, edited, read, written

HEADINGS = {"Reference": 1, "Contract": 2, "Service": 3, "Start": 6, "Contract manager": 15, "Category": 16,
            "Contact": 17, "Notes": 18}  # fmt: skip

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t"), min_size=1, max_size=40
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 6), st.sampled_from(sorted(HEADINGS))), TEXTS, max_size=8))
def test_random_edits_come_back_as_exactly_those(texts: dict[tuple[int, str], str]) -> None:
    with Register.in_memory() as register:
        fill(register, AT)
        contracts = register.contracts.all()
        wanted = {}

        def edit(workbook: Any) -> None:
            for (row, title), text in texts.items():
                tidy = clean(text, title) if title == "Notes" else clean_line(text, title)
                if title == "Start" or (title in {"Reference", "Contract"} and not tidy):
                    continue
                cell = workbook["Register"].cell(row + 2, HEADINGS[title])
                cell.value = text
                cell.data_type = "s"
                was = {"Contract": "title", "Contract manager": "manager"}.get(title, title.lower())
                if tidy != getattr(contracts[row], was):
                    wanted[contracts[row].id, title] = tidy

        incoming = compare(register, edited(written(register), edit))
        assert {(each.spot.row_id, each.spot.title): each.theirs for each in incoming.changes} == wanted
        assert (incoming.conflicts, incoming.not_applied, incoming.added, incoming.removed) == ((), (), (), ())


SIDES = st.dictionaries(st.tuples(st.integers(0, 6), st.sampled_from(["manager", "category", "contact"])),
                        st.sampled_from(["A", "B", ""]), max_size=8)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(SIDES, SIDES)
def test_what_both_sides_changed_is_a_conflict_exactly_where_they_differ(
    ours: dict[tuple[int, str], str], theirs: dict[tuple[int, str], str]
) -> None:
    columns = {"manager": 15, "category": 16, "contact": 17}
    with Register.in_memory() as register:
        fill(register, AT)
        before = [each for each in register.contracts.all() if isinstance(each, Contract)]

        def edit(workbook: Any) -> None:
            for (row, name), text in theirs.items():
                workbook["Register"].cell(row + 2, columns[name]).value = text or None

        cells = edited(written(register), edit)
        for (row, name), text in ours.items():
            now = register.contracts.by_id(before[row].id)
            edit_details(register, BY, now.id, now.version, {name: text})
        incoming = compare(register, cells)
        was = {(row, name): getattr(each, name) for row, each in enumerate(before) for name in columns}
        both = {spot for spot in ours.keys() & theirs.keys() if ours[spot] != was[spot] != theirs[spot]}
        only = {spot for spot, text in theirs.items() if text != was[spot]} - both
        title = {"Contract manager": "manager", "Category": "category", "Contact": "contact"}
        place = {each.id: row for row, each in enumerate(before)}

        def spots(edits: tuple[Edit, ...]) -> set[tuple[int, str]]:
            return {(place[ContractId(each.spot.row_id)], title[each.spot.title]) for each in edits}

        assert spots(incoming.changes) == only
        assert spots(incoming.conflicts) == {spot for spot in both if ours[spot] != theirs[spot]}
        settled = {each.spot: Settled.THEIRS for each in incoming.conflicts}
        apply_changes(register, BY, incoming, "register.xlsx", settled)
        for row, each in enumerate(before):
            for name in columns:
                wanted = {**was, **ours, **theirs}
                if theirs.get((row, name), was[row, name]) == was[row, name]:
                    wanted[row, name] = ours.get((row, name), was[row, name])
                assert getattr(register.contracts.by_id(each.id), name) == wanted[row, name]


HOSTILE = ("=1+1", "+44 1622 000000", "-none", "@home", "0012", "1e5", "31/3/2025", "TRUE", "#N/A", "'quoted",
           "first\n\nsecond", "_x0041_", "😀 ŵ “x”", "1,200", "6756**", "=HYPERLINK(\"x\")", "50%", "a\tb",
           "one\r\ntwo", "x" * 32_767, "y" * 32_768, "😀" * 20_000, "שלום עולם", "\u202eturned",
           "1/4/1899", "29/02/1900", "12:30", "(1,200)", "#REF!", "_x000D_", "＝1+1", "\u2028", "=", "'", "{=1}",
           "1234567890123456789")  # fmt: skip


def keep_hostile_texts(register: Register) -> None:
    fields = ("manager", "category", "contact", "notes", "service", "title")
    for at, text in enumerate(HOSTILE):
        contract = register.contracts.all()[at % 7]
        edit_details(register, BY, contract.id, contract.version, {fields[at // 7]: text})  # type: ignore[union-attr]


def test_text_that_looks_like_something_else_comes_back_as_it_was(register: Register) -> None:
    keep_hostile_texts(register)
    assert compare(register, read(written(register))).is_empty


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_opened_and_saved_by_libreoffice_it_still_changes_nothing(register: Register, tmp_path: Path) -> None:
    keep_hostile_texts(register)
    source = tmp_path / "register.xlsx"
    source.write_bytes(written(register))
    again = tmp_path / "again"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", again, source],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    incoming = compare(register, read((again / "register.xlsx").read_bytes()))
    assert incoming.is_empty, incoming
    formulas = [cell for sheet in load_workbook(again / "register.xlsx").worksheets for row in sheet.iter_rows()
                for cell in row if cell.data_type == "f"]  # fmt: skip
    assert formulas == []
