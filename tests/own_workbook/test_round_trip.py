"""A workbook of the register, edited and brought back: its changes, and nothing else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.errors import Stale
from db.operations.apply_changes import apply_changes
from db.operations.edit_details import edit_details
from db.operations.undo import undo
from db.own_workbook.against import compare
from db.own_workbook.changes import Incoming, Settled
from db.register import Register
from db.returns.cells import Cells
from db.returns.files.limits import Limits
from db.returns.workbook import read_content
from db.rules.refusal import Refusal
from db.rules.sheets.columns import facts_of
from db.rules.sheets.register import register_sheets
from db.sample import fill
from tests.own_workbook.books import AT, BY, DAY, edited, written


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


@pytest.mark.parametrize(
    ("sheet", "cell", "said"),
    [
        ("Register", "A2", "Contract reference cannot be empty, so it stays as it is. Write it in to change it."),
        ("Register", "B2", "Title cannot be empty, so it stays as it is. Write it in to change it."),
        ("Providers", "A2", "Name cannot be empty, so it stays as it is. Write it in to change it."),
    ],
)
def test_what_is_never_empty_is_said_beside_its_cell_and_the_rest_is_taken_in(
    register: Register, sheet: str, cell: str, said: str
) -> None:
    def edit(workbook: Any) -> None:
        workbook[sheet][cell] = None
        workbook["Register"]["O2"] = "C. Manager"

    incoming = compare(register, edited(written(register), edit))
    assert [(each.cell, each.sentence) for each in incoming.not_applied] == [(cell, said)]
    apply_changes(register, BY, incoming, "register.xlsx")
    assert "C. Manager" in {getattr(each, "manager", "") for each in register.contracts.all()}


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
