"""What changed between two moments, who did it, and how a detail comes back."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from db.looking_back import Told, changed_between
from db.operations.edit_details import edit_details
from db.operations.providers import add_alias
from db.operations.restore import restore_field
from db.register import Register
from db.rules.differences import How
from db.rules.refusal import Refusal
from exports.differences_workbook import ChangeRow, render
from tests.operations.beginnings import RUNNING, begun, officer
from tests.store.conftest import go_on

DAY = date(2026, 1, 5)


@pytest.fixture
def register() -> Register:
    return begun()


def between(register: Register, first: datetime, last: datetime) -> dict[tuple[str, str], Told]:
    found = changed_between(register, first, last, DAY)
    return {(each.difference.sheet, each.difference.title): each for each in found}


def newest(register: Register) -> datetime:
    return register.journal.entries(limit=1)[0].at


def test_a_change_is_told_with_before_after_when_and_who(register: Register) -> None:
    before = newest(register)
    contract = register.contracts.get(RUNNING)
    by = officer(1)
    edit_details(register, by, contract.id, contract.version, {"manager": "B. Manager"})
    found = changed_between(register, before, by.at, DAY)
    [told] = [each for each in found if each.difference.title == "Contract manager"]
    assert (told.difference.name, told.difference.before, told.difference.after) == (
        RUNNING, contract.manager, "B. Manager",
    )  # fmt: skip
    assert (told.at, told.officer, told.post) == (by.at, by.name, by.post)
    assert len(found) == 1


def test_between_two_moments_without_an_act_nothing_changed(register: Register) -> None:
    at = newest(register)
    assert changed_between(register, at, at + timedelta(days=30), DAY) == ()


def test_what_was_taken_back_did_not_change(register: Register) -> None:
    before = newest(register)
    contract = register.contracts.get(RUNNING)
    edit_details(register, officer(1), contract.id, contract.version, {"manager": "B. Manager"})
    again = register.contracts.get(RUNNING)
    edit_details(register, officer(2), contract.id, again.version, {"manager": contract.manager})
    assert changed_between(register, before, officer(3).at, DAY) == ()


def test_every_kind_of_thing_that_was_added_is_told_with_its_act(register: Register) -> None:
    before = min(each.at for each in register.journal.entries()) - timedelta(days=1)
    go_on(register)
    found = changed_between(register, before, max(each.at for each in register.journal.entries()), DAY)
    assert {each.difference.sheet for each in found if each.difference.how is How.ADDED} >= {
        "Options and extensions", "Decisions",
    }  # fmt: skip
    assert all(each.officer and each.entry for each in found)


def test_what_hangs_on_a_row_is_told_with_its_act_too(register: Register) -> None:
    provider = register.providers.get("Northway")
    add_alias(register, officer(1), provider.id, "Northway CIC")
    [told] = changed_between(register, officer(0).at, officer(1).at, DAY)
    assert (told.difference.title, told.difference.after) == ("Also known as", "Northway CIC")
    assert told.at == officer(1).at


def test_the_changes_are_a_workbook(register: Register) -> None:
    before = newest(register)
    contract = register.contracts.get(RUNNING)
    edit_details(register, officer(1), contract.id, contract.version, {"notes": "=1+1"})
    rows = [ChangeRow(each.difference, DAY, "09:30", each.officer, each.post, each.sentence)
            for each in changed_between(register, before, officer(1).at, DAY)]  # fmt: skip
    sheet = load_workbook(BytesIO(render(rows, DAY, DAY))).worksheets[0]
    assert (sheet["B2"].value, sheet["D2"].value, sheet["F2"].value) == (RUNNING, "Notes", "=1+1")
    assert sheet["F2"].data_type == "s"


def test_a_long_text_takes_the_lines_it_needs_in_the_workbook(register: Register) -> None:
    before = newest(register)
    contract = register.contracts.get(RUNNING)
    edit_details(register, officer(1), contract.id, contract.version, {"notes": "word " * 100, "manager": "B"})
    rows = [ChangeRow(each.difference, DAY) for each in changed_between(register, before, officer(1).at, DAY)]
    sheet = load_workbook(BytesIO(render(rows, DAY, DAY))).worksheets[0]
    heights = {sheet.cell(row, 4).value: sheet.row_dimensions[row].height for row in (2, 3)}
    assert heights == {"Contract manager": 15, "Notes": 15 * 15}
    assert sheet["F2"].alignment.wrap_text


def test_a_detail_comes_back_as_it_was_by_an_act_of_its_own(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    seq = register.journal.entries(limit=1)[0].seq
    edit_details(register, officer(1), contract.id, contract.version, {"manager": "B", "title": "Kept"})
    done = restore_field(register, officer(2), contract.id, "manager", seq)
    now = register.contracts.get(RUNNING)
    assert (now.manager, now.title) == (contract.manager, "Kept")
    assert done.sentence == f"Restored contract manager of {RUNNING}"
    assert register.check() == ()
    assert restore_field(register, officer(3), contract.id, "manager", seq).entry is None


def test_a_term_is_not_restored_by_itself(register: Register) -> None:
    with pytest.raises(Refusal, match="only by an instrument"):
        restore_field(register, officer(1), register.contracts.get(RUNNING).id, "starts_on", 1)
