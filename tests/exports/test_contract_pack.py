"""A contract's pack: its document says everything that is recorded, and its files unpack safely anywhere."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from db.rules.contract import Part
from db.rules.decision import Decision, DecisionId, DecisionKind
from db.rules.funding import FundingLine, PartId, PartnerId
from db.rules.money import Pence
from exports.pack.archive import archive
from exports.pack.document import render
from exports.pack.facts import HistoryLine, PackFacts, PackFile
from exports.pdf.marked import TOLD
from tests.exports.hostile import UNPRINTABLE
from tests.exports.pdf_reading import PROFILES, broken_rules, read_out
from tests.exports.test_register_workbook import CONTRACT, DAY

PACK = PackFacts(
    CONTRACT,
    DAY,
    (Decision(DecisionId("d1"), 1, "22/00092", DecisionKind.MEMBER, "Extension of support", date(2022, 12, 1)),),
    history=(HistoryLine(date(2024, 5, 1), "An officer", "Commissioner", "Changed title of SAMPLE-1"),),
    council="Sample Council",
)


def said(pack: PackFacts) -> str:
    return " ".join(read_out(render(pack)).split())


def test_the_document_says_facts_term_money_decisions_and_history() -> None:
    text = said(PACK)
    for words in (
        "SAMPLE-1, Help at home", "Sample Council: contract pack", "One Ltd, Two CIO", "1 April 2019", "31 March 2025",
        "3 months", "Extension", "22/00092", "More hours", "£848,839.50", "£123,456.78", "Extension of support",
        "Changed title of SAMPLE-1", "As it stands on 1 June 2024: running",
    ):  # fmt: skip
        assert words in text, words


def test_what_is_not_recorded_is_said_and_never_left_out() -> None:
    text = said(replace(PACK, contract=replace(CONTRACT, holders=(), starts_on=None, options=(), extensions=(),
                                               variations=()), decisions=(), history=()))  # fmt: skip
    assert "Not recorded" in text
    assert text.count("Nothing is recorded.") == 4


def test_officers_notes_stay_behind_unless_asked_for() -> None:
    noted = replace(PACK, contract=replace(CONTRACT, notes="A private word"))
    assert "A private word" not in said(noted)
    assert "A private word" in said(replace(noted, with_notes=True))


@pytest.mark.parametrize("text", UNPRINTABLE)
def test_a_character_that_the_typeface_lacks_is_marked_and_told_so_that_a_handover_is_always_possible(
    text: str,
) -> None:
    noted = replace(PACK, contract=replace(CONTRACT, title=f"Help {text} home", contact=text))
    pdf = render(noted)
    assert "Help □ home" in " ".join(read_out(pdf).split())
    assert TOLD in " ".join(read_out(pdf).split())
    assert not broken_rules(pdf, "ua1")


def test_the_same_facts_make_the_same_file_and_many_parts_still_fit() -> None:
    parts = tuple(Part(PartId(f"p{at}"), f"Area number {at}") for at in range(12))
    lines = tuple(FundingLine(each.id, each.name, PartnerId("f"), "Council", 2024, Pence(10_00)) for each in parts)
    many = replace(PACK, contract=replace(CONTRACT, parts=parts, funding=lines))
    assert "Area number 11" in said(many)
    assert render(PACK) == render(PACK)


def unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {each.filename: packed.read(each) for each in packed.infolist()}


def test_the_archive_holds_the_document_and_every_file() -> None:
    files = (PackFile("Signed records", "OD.24.00002.pdf", b"one"), PackFile("Returns", "q1.xlsx", b"two"))
    found = unpacked(archive("SAMPLE-1", b"pdf", files, DAY))
    assert found == {
        "SAMPLE-1/SAMPLE-1 contract pack.pdf": b"pdf",
        "SAMPLE-1/Signed records/OD.24.00002.pdf": b"one",
        "SAMPLE-1/Returns/q1.xlsx": b"two",
    }
    assert archive("SAMPLE-1", b"pdf", files, DAY) == archive("SAMPLE-1", b"pdf", files, DAY)


NAMES = ("../../etc/passwd", "C:\\temp\\a.txt", "/abs.pdf", "a\x00b.pdf", "n" * 300 + ".pdf", "\u202egnp.exe", "CON",
         "CON.pdf", "dot.",  "..", "same.pdf", "SAME.pdf", "same.pdf", "", ".hid", "a/b\\c.xlsx", "ŵ.pdf")  # fmt: skip


@pytest.mark.parametrize("reference", ["SAMPLE-1", "../up", "49933/4", "6756**", "CON"])
def test_no_name_leads_outside_the_packs_own_folder_and_no_file_is_lost(reference: str) -> None:
    files = [PackFile("Returns", name, str(at).encode()) for at, name in enumerate(NAMES)]
    found = unpacked(archive(reference, b"pdf", files, DAY))
    assert len({name.casefold() for name in found}) == len(NAMES) + 1
    assert sorted(found.values()) == sorted([b"pdf", *(str(at).encode() for at in range(len(NAMES)))])
    roots = {name.split("/")[0] for name in found}
    assert len(roots) == 1
    assert not roots & {"..", ".", "", "CON"}
    for name in found:
        places = name.split("/")
        assert len(places) in {2, 3}
        assert not {"..", ".", ""} & set(places)
        assert "\\" not in name
        assert ":" not in name
        assert len(name.encode()) < 400


@pytest.mark.parametrize("profile", PROFILES)
def test_the_document_is_accessible_and_archival(profile: str) -> None:
    assert broken_rules(render(PACK), profile) == set()
