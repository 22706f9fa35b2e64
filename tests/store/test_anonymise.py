"""A copy without names: none is left in its bytes, and it is a register like any other."""

from pathlib import Path

import pytest

from db.operations.anonymise import anonymise
from db.operations.edit_details import edit_details
from db.operations.publisher import set_publisher
from db.register import Register
from db.rules.anonymous import LEFT_OUT, first_left, stand_ins, without_names
from db.rules.contract import Contract
from db.rules.publisher import Publisher
from db.rules.refusal import Refusal
from db.sample import fill
from db.store.schema import CONTENT_TABLES
from tests.operations.beginnings import begun, officer
from tests.own_workbook.books import AT
from tests.store.conftest import go_on


def readable(register: Register) -> list[Contract]:
    return [each for each in register.contracts.all() if isinstance(each, Contract)]


def kept(contract: Contract) -> tuple[object, ...]:
    return contract.starts_on, contract.extensions, [line.pence for line in contract.funding]


@pytest.mark.parametrize("kind", ["sample", "everything"])
def test_no_name_is_left_in_the_bytes_of_the_copy(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "copy.register"
    with Register.in_memory() if kind == "sample" else go_on(begun()) as register:
        if kind == "sample":
            fill(register, AT)
        contract = readable(register)[0]
        set_publisher(register, officer(1), Publisher(contact_name="Team of Zebedee Quill", department="Adults"))
        said = {"manager": "Zebedee Quill", "contact": "+44 1622 999999", "notes": "Ask Zebedee Quill"}
        edit_details(register, officer(1), contract.id, contract.version, said)
        names = {name for each in register.providers.all() for name in each.names if len(name) > 3}
        names |= {each.maker_name for each in register.decisions.all() if each.maker_name}
        anonymise(register, target, AT)
        before = readable(register)
    content = target.read_bytes().lower()
    assert [name for name in {*names, "Zebedee Quill", "Ask ", "999999"} if name.lower().encode() in content] == []
    with Register.open(target, writable=False) as copy:
        assert copy.check() == ()
        after = readable(copy)
        assert {each.id: kept(each) for each in after} == {each.id: kept(each) for each in before}
        assert {each.notes for each in after} == {""}
        assert (copy.decisions.publisher().contact_name, copy.decisions.publisher().department) == ("", "Adults")
        assert len(copy.journal.entries()) == 1


def test_one_name_has_one_stand_in_wherever_it_stands() -> None:
    rows = {
        "provider": ({"id": "p", "name": "Harbour Trust Ltd"},),
        "provider_alias": ({"id": "a", "provider_id": "p", "name": "HT"},),
        "contract": ({"id": "c", "manager": "Ann Other"}, {"id": "d", "manager": "Ann Other"}),
    }
    names = stand_ins(rows)
    assert names.of("Ann Other") == "Person 1"
    assert names.within("ANN OTHER asks harbour trust ltd, Harbour Trust") == "Person 1 asks Provider 1, Provider 1"
    assert names.of("HT") == "Provider 1 (2)"
    assert names.within("HTML, Harbourside") == "HTML, Harbourside"


def test_a_name_is_found_in_capitals_whose_letters_become_two() -> None:
    names = stand_ins({"provider": ({"id": "p", "name": "Weiß Ltd"},)})
    assert names.within("WEISS LTD, Weiß Ltd and Weiß") == "Provider 1, Provider 1 and Provider 1"


@pytest.mark.parametrize(
    ("text", "left"),
    [("the HARBOUR Trust\x00", "harbour trust"), ("Harboured-Trust", ""), ("Harbours Trust", ""), ("xHTx HTxy", "")],
)
def test_a_name_that_is_left_is_found_as_words_of_its_own(text: str, left: str) -> None:
    rows = {
        "provider": ({"id": "p", "name": "Harbour Trust"},),
        "provider_alias": ({"id": "a", "provider_id": "p", "name": "HTx"},),
    }
    assert first_left(text, stand_ins(rows)) == left


def test_a_copy_that_a_name_is_left_in_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.operations.anonymise.first_left", lambda _text, _names: "harbour")
    with begun() as register, pytest.raises(Refusal, match="“harbour” could not be taken out"):
        anonymise(register, tmp_path / "copy.register", AT)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_beside_a_copy(tmp_path: Path) -> None:
    told: list[float] = []
    with begun() as register:
        anonymise(register, tmp_path / "copy.register", AT, None, told.append)
    assert [each.name for each in tmp_path.iterdir()] == ["copy.register"]
    assert told == sorted(told)


def test_what_was_brought_in_and_why_a_contract_was_withdrawn_stay_behind() -> None:
    row = {"id": "r", "content": "Harbour Trust"}
    rows = {
        "provider": ({"id": "p", "name": "Harbour Trust"},),
        "brought_row": (row,),
        "bring_in": ({"id": "b", "file_name": "Harbour Trust.xlsx"},),
        "contract": ({"id": "c", "manager": "", "withdrawn_because": "A word about somebody"},),
    }
    kept = without_names(rows, stand_ins(rows), "")
    assert set(kept) == {"provider", "contract"}
    assert kept["contract"][0]["withdrawn_because"] == ""


def test_every_table_is_thought_of() -> None:
    assert set(CONTENT_TABLES) >= LEFT_OUT
    assert len(CONTENT_TABLES) == 39, "a new table: say in db.rules.anonymous what of it goes into a nameless copy"


def test_a_copy_is_never_made_over_a_file(tmp_path: Path) -> None:
    target = tmp_path / "copy.register"
    target.write_bytes(b"mine")
    with begun() as register, pytest.raises(Exception, match="is there already"):
        anonymise(register, target, AT)
    assert target.read_bytes() == b"mine"
