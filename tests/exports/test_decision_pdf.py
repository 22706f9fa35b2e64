"""The record of decision on paper."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from db.rules.decision import DecisionKind, Publication
from db.rules.funding import FundingLine, PartId, PartnerId, funding_table
from db.rules.money import Pence
from db.rules.refusal import Refusal
from exports import decision_pdf
from tests.exports.pdf_reading import Tagged, broken_rules, elems, pages, tags, text
from tests.exports.records import COUNCIL, bare_record, member_record, officer_record, with_decision, with_text

IN_ORDER = (
    COUNCIL,
    "Record of officer decision",
    "Decision taken by Richard Smith Corporate Director of Adult Social Care and Health",
    "Decision number OD.24.00002",
    "For publication Not answered",
    "Subject Community Navigation Services Contract Extension",
    "Cabinet Member or Council/Cabinet decision to which this action relates",
    "a) EXTEND the Community Navigation Services contracts by 12 months, from 1 April 2023 to 31 March 2024;",
    "Decision EXTEND",
    "Reasons for decision",
    "Financial implications",
    "Funding for 1 April 2024 to 31 March 2025",
    "Legal implications",
    "Equality implications",
    "Comments received from members or officers consulted",
    "Alternatives considered and rejected",
    "None",
    "Signature",
    "Name Richard Smith",
    "Date of decision 15 January 2024",
    "Signed 15 January 2024",
)


@pytest.fixture(scope="module")
def officer_pdf() -> bytes:
    return decision_pdf.render(officer_record())


def test_the_sections_stand_in_the_order_of_the_form(officer_pdf: bytes) -> None:
    words = text(officer_pdf)
    at = [words.index(part) for part in IN_ORDER]
    assert at == sorted(at)


def test_the_funding_table_shows_each_amount_in_its_row(officer_pdf: bytes) -> None:
    words = text(officer_pdf)
    assert "KCC Adult Social Care £848,829 £2,507,501 £3,356,330" in words
    assert "Kent & Medway Integrated Care Board £692,531 £1,252,704 £1,945,235" in words
    assert "Total £1,541,360 £3,760,205 £5,301,565" in words


def test_the_funding_table_says_what_heads_its_rows_and_columns(officer_pdf: bytes) -> None:
    heads = [elem.attributes["Scope"] for elem in elems(officer_pdf) if elem.tag == "TH"]
    assert heads == ["Column"] * 4 + ["Row"] * 3
    found = tags(officer_pdf)
    assert found.count("TD") == 9
    assert found[found.index("Table") + 1] == "Caption"


def test_more_parts_than_a_page_is_wide_stand_below_one_another() -> None:
    lines = [
        FundingLine(PartId(str(part)), f"Area {part}", PartnerId(partner), partner, 2024, Pence(pounds * part * 100))
        for part in range(1, 10)
        for partner, pounds in (("KCC", 1_000_000), ("ICB", 200_000))
    ]
    words = text(decision_pdf.render(replace(officer_record(), funding=funding_table(lines))))
    assert "Funding for 1 April 2024 to 31 March 2025: 1 year (12 months) contract extension cost" in words
    assert "Part KCC ICB Total Area 1 £1,000,000 £200,000 £1,200,000 Area 2 £2,000,000" in words
    assert "Area 9 £9,000,000 £1,800,000 £10,800,000 Total £45,000,000 £9,000,000 £54,000,000" in words


def test_there_is_one_title_and_a_heading_for_every_section(officer_pdf: bytes) -> None:
    found = tags(officer_pdf)
    assert found[0] == "Document"
    assert (found.count("H1"), found.count("H2"), found.count("H3")) == (1, 15, 0)


def test_lists_are_lists(officer_pdf: bytes) -> None:
    numbering = [elem.attributes["ListNumbering"] for elem in elems(officer_pdf) if elem.tag == "L"]
    assert numbering == ["LowerAlpha", "Disc", "Disc", "Disc"]
    found = tags(officer_pdf)
    assert found.count("LI") == found.count("Lbl") == found.count("LBody") == 9


def test_every_page_says_which_of_how_many_it_is(officer_pdf: bytes) -> None:
    found = pages(officer_pdf)
    assert all(f"OD.24.00002 Page {number} of {len(found)}" in page for number, page in enumerate(found, 1))
    assert all(f"{COUNCIL} Record of officer decision" in page for page in found[1:])


def test_the_signature_field_is_empty_and_says_whose_signature_belongs_there(
    officer_pdf: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(officer_pdf)
    with pikepdf.open(file) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert field.FT == "/Sig"
        assert "/V" not in field
        assert str(field.TU) == (
            "Signature of Richard Smith, Corporate Director of Adult Social Care and Health, "
            "for the decision of 15 January 2024"
        )
    assert Tagged("Form", {}) in elems(officer_pdf)


def test_the_document_is_described(officer_pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(officer_pdf)
    with pikepdf.open(file) as pdf:
        title = "Record of officer decision OD.24.00002 – Community Navigation Services Contract Extension"
        assert str(pdf.docinfo["/Title"]) == title
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240115000000")
        assert str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert metadata["xmp:CreateDate"].startswith("2024-01-15")
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"


def test_the_same_record_is_the_same_file(officer_pdf: bytes, monkeypatch: pytest.MonkeyPatch, time_zone: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert decision_pdf.render(officer_record()) == officer_pdf, time_zone


def test_another_word_is_another_file(officer_pdf: bytes) -> None:
    assert decision_pdf.render(with_text(legal="None.")) != officer_pdf


def test_what_is_not_recorded_is_said_to_be_so() -> None:
    words = text(decision_pdf.render(bare_record()))
    assert words.count("Not recorded.") == 14
    assert "For publication Not answered" in words
    assert "Not signed." in words
    assert "Date of decision 2 June 2025" in words


@pytest.mark.parametrize("answer", Publication)
def test_whether_it_is_for_publication_is_said_plainly(answer: Publication) -> None:
    assert f"For publication {answer.value}" in text(decision_pdf.render(with_decision(for_publication=answer)))


@pytest.mark.parametrize("kind", [kind for kind in DecisionKind if kind is not DecisionKind.OFFICER])
def test_a_decision_by_others_is_called_by_its_kind(kind: DecisionKind) -> None:
    assert f"Record of decision: {kind.value}" in text(decision_pdf.render(with_decision(kind=kind)))


def test_savings_are_totalled_by_group_and_over_all() -> None:
    words = text(decision_pdf.render(member_record()))
    assert "Community Navigation Part A £850,000 Wellbeing 55+" in words
    assert "East Kent £1,200,500 West Kent £1,039,500 Total: Wellbeing 55+ £2,240,000" in words
    assert "Live Well Kent £360,000 Total savings £3,450,000" in words


def test_a_key_decision_and_call_in_are_said_where_they_are_recorded() -> None:
    words = text(decision_pdf.render(member_record()))
    assert "Key decision Yes Subject to call-in Yes" in words
    assert "Key decision" not in text(decision_pdf.render(officer_record()))


def test_the_number_of_the_decision_it_rests_on_is_printed_once() -> None:
    assert text(decision_pdf.render(with_text(related_decision=""))).count("Decision number 22/00092") == 1
    assert "Decision number 22/00092" not in text(decision_pdf.render(officer_record()))


HOSTILE = (
    'Smith & Sons < 5% > 4% AT&T &amp; <b>bold</b> </b> <para> <img src="/etc/passwd"/> '
    '<a href="javascript:alert(1)">x</a> <!-- no --> %s {0} \\ ( ) Tj ET EMC BT'
)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_words_that_look_like_markup_are_printed_as_they_are(profile: str) -> None:
    record = with_text(reasons=HOSTILE, decision=f"- {HOSTILE}", financial=f"a) {HOSTILE}")
    record = replace(record, funding_caption=HOSTILE, decision=replace(record.decision, subject=HOSTILE))
    pdf = decision_pdf.render(record)
    assert text(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) == 5
    assert broken_rules(pdf, profile) == set()


def test_names_with_welsh_and_polish_letters_are_printed() -> None:
    pdf = decision_pdf.render(with_decision(maker_name="Siân Llŷr Ŵyn Łukasz", subject="Gwasanaethau yng Ngŵyr"))
    assert text(pdf).count("Siân Llŷr Ŵyn Łukasz") == 2
    assert broken_rules(pdf, "ua1") == broken_rules(pdf, "2a") == set()


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        ("reasons", "Reasons for decision"),
        ("financial", "Financial implications"),
        ("conflicts", "Conflicts of interest"),
        ("comments", "Comments received"),
    ],
)
@pytest.mark.parametrize("character", ["☐", "😀", "م"])
def test_a_character_that_cannot_be_printed_is_refused_with_its_section(
    section: str, heading: str, character: str
) -> None:
    with pytest.raises(Refusal, match=rf"“{heading}.*U\+{ord(character):04X}"):
        decision_pdf.render(with_text(**{section: f"Agreed {character}"}))


@pytest.mark.parametrize(
    ("field", "place"), [("subject", "Subject"), ("maker_name", "Decision taken by"), ("number", "Decision number")]
)
def test_a_fact_that_cannot_be_printed_is_refused_by_its_name(field: str, place: str) -> None:
    with pytest.raises(Refusal, match=f"“{place}” cannot be printed"):
        decision_pdf.render(with_decision(**{field: "☐"}))


def test_a_line_break_is_kept() -> None:
    pdf = decision_pdf.render(with_text(comments="First line\nSecond line"))
    assert any("First line \nSecond line" in page for page in pages(pdf))


def test_a_subject_of_a_page_is_printed_whole() -> None:
    words = " ".join(f"word{number}" for number in range(800))
    pdf = decision_pdf.render(with_decision(subject=words, maker_post=words))
    assert text(pdf).count("word799") == 3
    assert broken_rules(pdf, "ua1") == set()


def test_the_signature_is_never_on_a_page_of_its_own() -> None:
    for lines in range(0, 40, 3):
        comments = "\n".join(f"Line {number}" for number in range(lines))
        last = pages(decision_pdf.render(with_text(comments=comments)))[-1]
        assert "Proper Officer" in last or "Signature" not in last, lines


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler's pdfinfo is not installed")
def test_a_screen_reader_hears_spaces_between_lines(officer_pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(officer_pdf)
    heard = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
    assert (
        "EXTEND the Community Navigation Services contracts by 12 months, from 1 April 2023 to 31 March 2024;" in heard
    )
    assert "Page 1 of" not in heard
    assert heard.index("Table") < heard.index("/Scope /Column") < heard.index("/Scope /Row")


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler's pdffonts is not installed")
def test_poppler_finds_no_font_that_is_not_embedded(officer_pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(officer_pdf)
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert len(listed) == 2
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in listed)


def test_a_record_of_any_day_can_be_made() -> None:
    for day in (date(1900, 1, 1), date(2024, 2, 29), date(2199, 12, 31)):
        assert broken_rules(decision_pdf.render(with_decision(decided_on=day)), "2a") == set()
