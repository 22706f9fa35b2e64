"""A workbook of the register, edited and brought back: its changes, and nothing else."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from db.errors import Stale
from db.operations.apply_changes import apply_changes
from db.operations.edit_details import edit_details
from db.operations.undo import undo
from db.own_workbook.against import compare
from db.own_workbook.changes import Edit, Incoming, Settled
from db.register import Register
from db.returns.cells import Cells
from db.returns.files.limits import Limits
from db.returns.workbook import read_content
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.sheets.columns import facts_of
from db.rules.sheets.register import register_sheets
from db.rules.words import clean, clean_line
from db.sample import fill
from tests.own_workbook.books import AT, BY, DAY, edited, read, written

HEADINGS = {"Reference": 1, "Contract": 2, "Service": 3, "Start": 6, "Contract manager": 15, "Category": 16,
            "Contact": 17, "Notes": 18}  # fmt: skip


def told(incoming: Incoming) -> list[tuple[str, str, object]]:
    return [(each.name, each.spot.title, each.theirs) for each in incoming.changes]


def test_an_untouched_workbook_changes_nothing(register: Register, untouched: Cells) -> None:
    incoming = compare(register, untouched)
    assert incoming.is_empty
    assert incoming.notes == ()
    done = apply_changes(register, BY, incoming, "register.xlsx")
    assert done.entry is None


def test_an_untouched_workbook_of_a_register_that_moved_on_changes_nothing(
    register: Register, untouched: Cells
) -> None:
    contract = register.contracts.get("SAMPLE-CN-A")
    edit_details(register, BY, contract.id, contract.version, {"manager": "B. Manager", "reference": "SAMPLE-NEW"})
    assert compare(register, untouched).is_empty


def test_three_edited_cells_are_three_changes_in_one_act(register: Register) -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Register"]
        sheet["O2"] = "C. Manager"
        sheet["R3"] = "First line\nsecond line"
        workbook["Providers"]["D2"] = "01234567"

    reference = register.contracts.all()[0].reference
    incoming = compare(register, edited(written(register), edit))
    assert len(incoming.changes) == 3
    assert told(incoming)[0] == (reference, "Contract manager", "C. Manager")
    before = register.content_hash()
    done = apply_changes(register, BY, incoming, "register.xlsx")
    assert done.sentence == "Took in 3 changes from register.xlsx"
    assert register.contracts.get(reference).manager == "C. Manager"
    undo(register, BY)
    assert register.content_hash() == before


def test_what_only_an_instrument_changes_is_listed_with_its_command(register: Register) -> None:
    def edit(workbook: Any) -> None:
        workbook["Register"]["F2"] = date(2020, 1, 1)
        workbook["Register"]["E2"] = "Ended"
        workbook["Parts and funding"]["H2"] = 1

    incoming = compare(register, edited(written(register), edit))
    assert [(each.title, each.cell) for each in incoming.not_applied] == [
        ("Status", "E2"), ("Start", "F2"), ("Amount", "H2"),
    ]  # fmt: skip
    said = {each.title: each.sentence for each in incoming.not_applied}
    assert "correct-terms" in said["Start"]
    assert "vary" in said["Amount"]
    assert "worked out" in said["Status"]
    assert not incoming.edits


def test_pounds_are_never_taken_for_pence(register: Register) -> None:
    sheet = register_sheets(register.contracts.all(), DAY)[1]
    pence = facts_of([sheet])[sheet.name][sheet.row_id(sheet.rows[0])]["Amount"]
    book = edited(written(register), lambda book: book["Parts and funding"].__setitem__("H2", pence))
    assert [each.cell for each in compare(register, book).not_applied] == ["H2"]


def test_a_cell_that_cannot_be_understood_is_listed(register: Register) -> None:
    incoming = compare(register, edited(written(register), lambda book: book["Register"].__setitem__("F2", "soon")))
    assert [each.sentence for each in incoming.not_applied] == [
        "“soon” must be a real date, such as 27 3 2027 or 27 March 2027."
    ]


def test_a_value_that_both_sides_changed_waits_until_it_is_settled(register: Register) -> None:
    contract = register.contracts.all()[0]
    content = written(register)
    edit_details(register, BY, contract.id, 1, {"manager": "Ours", "category": "Both"})

    def edit(workbook: Any) -> None:
        workbook["Register"]["O2"] = "Theirs"
        workbook["Register"]["P2"] = "Both"

    incoming = compare(register, edited(content, edit))
    assert not incoming.changes
    [conflict] = incoming.conflicts
    assert (conflict.ours, conflict.theirs, conflict.spot.title) == ("Ours", "Theirs", "Contract manager")
    with pytest.raises(Refusal, match="Say which of the two stands"):
        apply_changes(register, BY, incoming, "register.xlsx")
    apply_changes(register, BY, incoming, "register.xlsx", {conflict.spot: Settled.OURS})
    assert register.contracts.get(contract.reference).manager == "Ours"
    apply_changes(register, BY, incoming, "register.xlsx", {conflict.spot: Settled.THEIRS})
    assert register.contracts.get(contract.reference).manager == "Theirs"


def test_what_changed_after_it_was_compared_is_not_overwritten(register: Register) -> None:
    content = edited(written(register), lambda book: book["Register"].__setitem__("O2", "Theirs"))
    incoming = compare(register, content)
    contract = register.contracts.all()[0]
    edit_details(register, BY, contract.id, 1, {"manager": "Meanwhile"})
    with pytest.raises(Stale):
        apply_changes(register, BY, incoming, "register.xlsx")
    assert register.contracts.get(contract.reference).manager == "Meanwhile"


def test_sorted_rows_and_moved_renamed_or_dropped_columns_change_nothing(register: Register) -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Register"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        heading, *body = rows
        order = [*reversed(range(len(heading)))]
        order.remove(2)
        renamed = {"Contract manager": "Officer", "Contract": "What we call it", "Notes": "Comments"}
        sheet.delete_rows(1, sheet.max_row)
        for row in ([renamed.get(each, each) for each in heading], *reversed(body)):
            sheet.append([row[at] for at in order])
        sheet.title = "My sheet"

    incoming = compare(register, edited(written(register), edit))
    assert incoming.is_empty, incoming
    assert "Sheet “My sheet” is read as “Register”." in incoming.notes
    assert any("“what we call it” is read as “Contract”" in note for note in incoming.notes)
    assert any("has no column “Service”" in note for note in incoming.notes)


def test_lines_above_the_header_and_blank_rows_are_passed_over(register: Register) -> None:
    def edit(workbook: Any) -> None:
        workbook["Register"].insert_rows(1, 2)
        workbook["Register"]["A1"] = "Our register"
        workbook["Register"].insert_rows(5)

    assert compare(register, edited(written(register), edit)).is_empty


def test_added_and_removed_rows_are_asked_about_and_nothing_is_done_unasked(register: Register) -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Register"]
        sheet.delete_rows(2)
        sheet.append(["NEW-1", "A new contract", "Service", None, None, date(2026, 4, 1), date(2027, 3, 31)])
        workbook["Providers"].append(["A new provider"])

    before = len(register.contracts.all())
    gone = register.contracts.all()[0].reference
    incoming = compare(register, edited(written(register), edit))
    assert [each.name for each in incoming.removed] == [gone]
    assert [(each.sheet, each.name) for each in incoming.added] == [
        ("Providers", "A new provider"), ("Register", "NEW-1"),
    ]  # fmt: skip
    assert apply_changes(register, BY, incoming, "register.xlsx").entry is None
    apply_changes(register, BY, incoming, "register.xlsx", added=incoming.added)
    assert len(register.contracts.all()) == before + 1
    assert register.contracts.get("NEW-1").initial_ends_on == date(2027, 3, 31)
    assert register.providers.find("A new provider")


def test_a_row_that_was_copied_is_an_added_row_and_its_original_stays(register: Register) -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Register"]
        values = [cell.value for cell in sheet[2]]
        sheet.insert_rows(2)
        for column, value in enumerate(values, 1):
            sheet.cell(2, column).value = value
        sheet["A2"] = "COPY-1"

    incoming = compare(register, edited(written(register), edit))
    assert not incoming.edits
    assert not incoming.removed
    assert [each.name for each in incoming.added] == ["COPY-1"]


def test_two_references_may_change_places_and_two_may_not_be_the_same(register: Register) -> None:
    def swap(workbook: Any) -> None:
        sheet = workbook["Register"]
        sheet["A2"], sheet["A3"] = sheet["A3"].value, sheet["A2"].value

    one, two = register.contracts.all()[:2]
    apply_changes(register, BY, compare(register, edited(written(register), swap)), "register.xlsx")
    assert (register.contracts.get(one.reference).id, register.contracts.get(two.reference).id) == (two.id, one.id)
    same = edited(written(register), lambda book: book["Register"].__setitem__("A2", book["Register"]["A3"].value))
    with pytest.raises(Refusal, match="Another contract has the reference"):
        apply_changes(register, BY, compare(register, same), "register.xlsx")


def test_a_workbook_of_another_register_or_of_none_is_refused(register: Register, untouched: Cells) -> None:
    with Register.in_memory() as other:
        fill(other, AT)
        with pytest.raises(Refusal, match="another register"):
            compare(other, untouched)
    without = replace(untouched, sheets={name: rows for name, rows in untouched.sheets.items() if name == "Register"})
    with pytest.raises(Refusal, match="was not written from a register"):
        compare(register, without)


def test_rows_beyond_what_was_read_are_not_taken_for_removed(register: Register) -> None:
    cells = read_content(written(register), "register.xlsx", Limits(rows=4))
    incoming = compare(register, cells)
    assert incoming.is_empty
    assert any("was not read" in note for note in incoming.notes)


def test_a_workbook_that_lost_its_ids_is_refused(register: Register) -> None:
    content = edited(written(register), lambda book: book["Register"].delete_cols(19))
    with pytest.raises(Refusal, match="has lost its hidden column"):
        compare(register, content)


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
           "first\n\nsecond", "_x0041_", "😀 ŵ “x”", "1,200", "6756**", "=HYPERLINK(\"x\")", "50%", "a\tb")  # fmt: skip


def keep_hostile_texts(register: Register) -> None:
    for at, text in enumerate(HOSTILE):
        contract = register.contracts.all()[at % 7]
        fields = ("manager", "category", "contact", "notes", "service")
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
