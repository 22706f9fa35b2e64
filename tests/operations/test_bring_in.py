"""A register brought in: one act, one undo, the file kept, and a newer copy as changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from db.changes import Author, Changed
from db.errors import Stale
from db.incoming.choices import Choices, NameAnswer, Past, Repeat
from db.incoming.fields import Field
from db.incoming.plan import Plan, plan
from db.operations.bring_in import bring_in, bringing_in, known_to, settle_rows
from db.operations.edit_details import edit_details
from db.operations.providers import add_provider
from db.operations.undo import redo, undo
from db.operations.withdraw import withdraw_contract
from db.register import Register
from db.returns.cells import CellValue
from db.returns.workbook import read_content
from db.rules.refusal import Refusal
from tests.incoming.makings import csv_bytes

TODAY = date(2026, 11, 22)
BY = Author("A tester", "Commissioning officer", datetime(2026, 11, 22, 9, tzinfo=UTC))
HEADINGS: list[object] = ["Reference", "Title", "Supplier", "Start date", "End date", "Contract value", "Manager",
                          "Estimated annual value", "Extension months", "Colour"]  # fmt: skip
MEALS: list[object] = ["007", "Meals at home", "Alder Homecare", "1 April 2026", "31 March 2028", "£240,000",
                       "Officer 1", "£120,000", "12 + 12", "red"]  # fmt: skip
LIFTS: list[object] = ["6756**", "Lifts", "Cedar Transport; Elm", "1 May 2026", "30 April 2027", "", "", "", "", ""]
BROKEN: list[object] = ["R-3", "Cleaning", "Cedar Transport", "1 May 2026", "cancelled", "£5", "", "", "", "blue"]


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as register:
        yield register


def looked_at(register: Register, *rows: list[object], choices: Choices | None = None) -> tuple[Plan, bytes]:
    content = csv_bytes([HEADINGS, *rows])
    return plan(read_content(content, "register.csv"), known_to(register), TODAY, choices), content


def brought(register: Register, *rows: list[object], choices: Choices | None = None) -> Changed:
    return bring_in(register, BY, *looked_at(register, *rows, choices=choices))


def changed(row: list[object], **values: object) -> list[object]:
    places = {"title": 1, "supplier": 2, "start": 3, "end": 4, "value": 5, "manager": 6, "colour": 9}
    return [next((new for name, new in values.items() if places[name] == at), old) for at, old in enumerate(row)]


def test_contracts_come_with_everything_their_rows_tell(register: Register) -> None:
    did = brought(register, MEALS, LIFTS, BROKEN)
    meals, lifts = register.contracts.get("007"), register.contracts.get("6756**")
    assert did.sentence == "Brought in “register.csv”: 2 new, 0 changed, 1 row to do"
    assert (meals.title, meals.manager, meals.provider_names) == ("Meals at home", "Officer 1", "Alder Homecare")
    assert (meals.starts_on, meals.initial_ends_on) == (date(2026, 4, 1), date(2028, 3, 31))
    assert [option.months for option in meals.options] == [12, 12]
    assert [rate.pence for rate in meals.annual_values] == [12_000_000]
    assert known_to(register).values[meals.id] == 24_000_000
    assert lifts.provider_names == "Cedar Transport, Elm"
    assert register.check() == ()


def test_rows_are_taken_off_the_list_in_one_act_all_or_none(register: Register) -> None:
    broken = [[f"R-{number}", *BROKEN[1:]] for number in range(1, 6)]
    brought(register, MEALS, *broken)
    before, waiting = register.content_hash(), register.brought_in.to_do()
    with pytest.raises(Stale):
        settle_rows(register, BY, {waiting[0].id: waiting[0].version, waiting[1].id: waiting[1].version + 1})
    assert register.brought_in.to_do() == waiting
    done = settle_rows(register, BY, {each.id: each.version for each in waiting[:3]})
    assert done.sentence == "Settled 3 rows of a register brought in"
    assert register.brought_in.to_do() == waiting[3:]
    undo(register, BY)
    assert register.content_hash() == before
    with pytest.raises(Refusal, match="No row is chosen"):
        settle_rows(register, BY, {})


def test_bringing_in_pauses_to_tell_how_much_is_done_and_closed_at_a_pause_leaves_nothing(register: Register) -> None:
    found, content = looked_at(register, *([f"R-{number}", *MEALS[1:]] for number in range(100)))
    before = register.content_hash()
    steps = bringing_in(register, BY, found, content)
    assert [next(steps) for _ in range(3)] == [0.25, 0.5, 0.75]
    steps.close()
    assert register.content_hash() == before
    bring_in(register, BY, found, content)
    assert len(register.contracts.all()) == 100
    assert register.check() == ()


def test_a_row_that_waits_is_kept_as_it_came_until_it_is_settled(register: Register) -> None:
    brought(register, MEALS, BROKEN)
    (waits,) = register.brought_in.to_do()
    assert (waits.file_name, waits.sheet, waits.row, waits.brought_on) == ("register.csv", "Sheet1", 3, TODAY)
    assert waits.said["Colour"] == "blue"
    assert "words, not a date" in waits.reason
    settle_rows(register, BY, {waits.id: waits.version})
    assert register.brought_in.to_do() == ()
    with pytest.raises(Stale):
        settle_rows(register, BY, {waits.id: waits.version})


def test_the_file_is_kept_byte_for_byte(register: Register) -> None:
    found, content = looked_at(register, MEALS)
    bring_in(register, BY, found, content)
    assert register.returns.file(sha256(content).hexdigest()) == content
    assert "brought in already, on 22 November 2026" in looked_at(register, MEALS)[0].remarks[0]


def test_one_undo_takes_everything_back_and_one_redo_brings_it_again(register: Register) -> None:
    add_provider(register, BY, "Elm")
    before = register.content_hash()
    brought(register, MEALS, LIFTS, BROKEN)
    after = register.content_hash()
    undo(register, BY)
    assert register.content_hash() == before
    redo(register, BY)
    assert register.content_hash() == after


def test_the_same_register_again_changes_nothing(register: Register) -> None:
    brought(register, MEALS, LIFTS, BROKEN)
    found, _ = looked_at(register, MEALS, LIFTS, BROKEN)
    assert not found.drafts
    assert not found.changed
    assert not found.providers
    assert not found.missing
    assert len(found.changes) == 2


@pytest.mark.parametrize(
    ("values", "field", "old", "new"),
    [
        ({"title": "Meals"}, Field.TITLE, "Meals at home", "Meals"),
        ({"manager": "Officer 2"}, Field.MANAGER, "Officer 1", "Officer 2"),
        ({"manager": ""}, Field.MANAGER, "Officer 1", ""),
        ({"end": "30 June 2028"}, Field.END, "31 March 2028", "30 June 2028"),
        ({"start": "1 May 2026"}, Field.START, "1 April 2026", "1 May 2026"),
        ({"value": "£250,000"}, Field.VALUE, "£240,000", "£250,000"),
        ({"supplier": "Willow"}, Field.PROVIDER, "Alder Homecare", "Willow"),
    ],
    ids=lambda each: str(each) if isinstance(each, dict) else "",
)
def test_a_newer_copy_becomes_changes(
    register: Register, values: dict[str, CellValue], field: Field, old: str, new: str
) -> None:
    brought(register, MEALS, LIFTS)
    same = Choices(references={"007": Repeat.SAME})
    found, content = looked_at(register, changed(MEALS, **values), LIFTS, choices=same)
    (change,) = found.changed
    assert [(each.field, each.old, each.new) for each in change.made] == [(field, old, new)]
    bring_in(register, BY, found, content)
    after, _ = looked_at(register, changed(MEALS, **values), LIFTS, choices=same)
    assert not after.changed
    assert register.check() == ()


def test_what_was_edited_here_is_not_changed_back_by_a_copy_that_did_not_change(register: Register) -> None:
    brought(register, MEALS)
    contract = register.contracts.get("007")
    edit_details(register, BY, contract.id, contract.version, {"title": "Meals delivered at home"})
    assert not looked_at(register, MEALS)[0].changed
    assert not looked_at(register, changed(MEALS, colour="green"))[0].changed


def test_a_newer_copy_that_would_end_a_contract_before_it_starts_leaves_its_term(register: Register) -> None:
    brought(register, MEALS)
    found, content = looked_at(register, changed(MEALS, start="1 April 2029", end="TBC", title="Meals anew"))
    (change,) = found.changes
    assert {each.field: each.why_not for each in change.fields} == {
        Field.TITLE: "",
        Field.START: "The end would be before the start. Correct the terms on the contract.",
    }
    bring_in(register, BY, found, content)
    assert register.contracts.get("007").starts_on == date(2026, 4, 1)


def test_a_change_can_be_left_unmade(register: Register) -> None:
    brought(register, MEALS)
    keep = Choices(keep=frozenset({("007", Field.TITLE)}))
    found, content = looked_at(register, changed(MEALS, title="Meals", manager="Officer 9"), choices=keep)
    assert [each.field for each in found.changed[0].made] == [Field.MANAGER]
    bring_in(register, BY, found, content)
    assert (register.contracts.get("007").title, register.contracts.get("007").manager) == (
        "Meals at home",
        "Officer 9",
    )


def test_added_and_missing_rows_are_told_and_nothing_is_taken_away(register: Register) -> None:
    brought(register, MEALS)
    found, content = looked_at(register, LIFTS)
    assert [each.reference for each in found.drafts] == ["6756**"]
    assert [each.reference for each in found.missing] == ["007"]
    bring_in(register, BY, found, content)
    assert register.contracts.get("007").title == "Meals at home"


def test_a_reference_held_with_another_provider_is_asked(register: Register) -> None:
    brought(register, MEALS)
    other = changed(MEALS, supplier="Willow", title="Something else")
    found, _ = looked_at(register, other)
    assert [question.kind for question in found.questions] == ["repeat"]
    assert len(found.listed) == 1
    apart, content = looked_at(register, other, choices=Choices(references={"007": Repeat.SEPARATE}))
    assert [each.reference for each in apart.drafts] == ["007/2"]
    bring_in(register, BY, apart, content)
    assert register.contracts.get("007/2").provider_names == "Willow"


def test_what_was_answered_of_one_copy_is_not_asked_of_the_next(register: Register) -> None:
    rows = (MEALS, changed(MEALS, supplier="Willow"), changed(LIFTS, supplier="Willow Ltd"))
    choices = Choices(references={"007": Repeat.SEPARATE}, names={"Willow Ltd": NameAnswer.same("Willow")})
    brought(register, *rows, choices=choices)
    found, _ = looked_at(register, *rows)
    assert not found.questions
    assert not found.drafts
    assert not found.changed
    assert [each.reference for each in found.changes] == ["007", "007/2", "6756**"]


def test_rows_that_waited_are_on_the_list_once_after_a_newer_copy(register: Register) -> None:
    brought(register, MEALS, BROKEN)
    brought(register, MEALS, changed(BROKEN, colour="green"))
    assert [each.said["Colour"] for each in register.brought_in.to_do()] == ["green"]


def test_contracts_of_the_past_are_brought_in_as_ended_where_that_was_chosen(register: Register) -> None:
    past = changed(MEALS, start="1 April 2020", end="31 March 2022")
    brought(register, past, choices=Choices(past=Past.AS_ENDED))
    assert register.contracts.get("007").ended_on == date(2022, 3, 31)


def test_a_withdrawn_contract_is_not_entered_again(register: Register) -> None:
    brought(register, MEALS)
    contract = register.contracts.get("007")
    withdraw_contract(register, BY, contract.id, TODAY, "Entered in error")
    found, content = looked_at(register, MEALS, LIFTS)
    assert "was withdrawn" in found.listed[0].reason
    bring_in(register, BY, found, content)


def test_a_file_that_changed_since_it_was_looked_at_is_refused(register: Register) -> None:
    found, content = looked_at(register, MEALS)
    with pytest.raises(Refusal, match="has changed since it was looked at"):
        bring_in(register, BY, found, content + b"\n")


def test_a_plan_that_the_register_has_overtaken_is_refused_and_nothing_is_written(register: Register) -> None:
    found, content = looked_at(register, MEALS)
    add_provider(register, BY, "Alder Homecare")
    before = register.content_hash()
    with pytest.raises(Refusal, match="Alder Homecare was entered meanwhile"):
        bring_in(register, BY, found, content)
    bare = replace(found, providers=())
    brought(register, MEALS)
    with pytest.raises(Refusal, match="007 was entered meanwhile"):
        bring_in(register, BY, bare, content)
    undo(register, BY)
    assert register.content_hash() == before


def test_a_contract_changed_meanwhile_stops_the_whole(register: Register) -> None:
    brought(register, MEALS)
    found, content = looked_at(register, changed(MEALS, title="Meals"), LIFTS)
    contract = register.contracts.get("007")
    edit_details(register, BY, contract.id, contract.version, {"notes": "Written meanwhile"})
    before = register.content_hash()
    with pytest.raises(Stale):
        bring_in(register, BY, found, content)
    assert register.content_hash() == before
