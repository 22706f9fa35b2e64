"""Every document we make is PDF/UA-1 and PDF/A-2a, and the check that says so can say no."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from exports import decision_pdf
from exports.pdf.document import Document
from exports.pdf.table_content import Column, Row, RowKind
from tests.exports.pdf_reading import PROFILES, broken_rules, changed, fonts, outline, pages, tags, text
from tests.exports.records import (
    bare_record,
    full_record,
    member_record,
    officer_record,
    part_exempt_record,
    with_text,
)

RECORDS = {
    "officer": officer_record,
    "bare": bare_record,
    "member": member_record,
    "full": full_record,
    "part exempt": part_exempt_record,
}


def document(**values: object) -> Document:
    stated = {"title": "A letter", "author": "Kent County Council", "subject": "Notice", "made_on": date(2025, 4, 1)}
    return Document(**{**stated, **values})  # type: ignore[arg-type]


def long_table(rows: int = 400) -> bytes:
    written = document()
    written.heading(1, "Contracts")
    body = [Row((f"Provider {number}", f"£{number:,}", f"£{number * 7:,}")) for number in range(1, rows + 1)]
    columns = [Column("Provider"), Column("Part A", is_amount=True), Column("Part B", is_amount=True)]
    written.table("Funding", columns, [*body, Row(("Total", "£80,200", "£561,400"), RowKind.TOTAL)])
    return written.to_bytes()


def long_reasons() -> bytes:
    sentence = "The council meets its duties towards carers by this service from 1 April 2024 to 31 March 2025. "
    return decision_pdf.render(with_text(reasons=sentence * 111))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_of_decision_conforms(record: Callable[[], object], profile: str) -> None:
    assert broken_rules(decision_pdf.render(record()), profile) == set()  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_table_of_400_rows_conforms(profile: str) -> None:
    assert broken_rules(long_table(), profile) == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_two_thousand_words_of_reasons_conform(profile: str) -> None:
    pdf = long_reasons()
    assert broken_rules(pdf, profile) == set()
    assert text(pdf).count("31 March 2025.") >= 111


@pytest.mark.parametrize("profile", PROFILES)
def test_a_letter_without_a_heading_conforms(profile: str) -> None:
    letter = document()
    letter.paragraph("We give you notice.")
    letter.bullets(["one", "two"])
    assert broken_rules(letter.to_bytes(), profile) == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_a_plain_reportlab_page_does_not_conform(profile: str) -> None:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 72, "Not tagged")
    canvas.save()
    assert broken_rules(file.getvalue(), profile)


def without_scope(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TH":
            del item["/A"]


def without_alternative(pdf: pikepdf.Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields:
        del field["/TU"]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def without_way_back(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree = pikepdf.Dictionary(Nums=pikepdf.Array())


def without_tab_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page["/Tabs"]


def with_untagged_text(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font))
    pdf.pages[0].contents_add(f"BT {font} 12 Tf (x) Tj ET".encode())


def without_link_words(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.get("/Annots", pikepdf.Array()):
            if annotation.Subtype == "/Link":
                del annotation["/Contents"]


def with_a_heading_skipped(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H2":
            item.S = pikepdf.Name.H4


def without_title_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def without_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        del metadata["dc:title"]


def with_a_cell_called_an_item(pdf: pikepdf.Pdf) -> None:
    cells = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TD")
    next(cells).S = pikepdf.Name.LI


@pytest.mark.parametrize(
    "change",
    [
        without_scope,
        without_alternative,
        without_link_words,
        without_language,
        with_a_heading_skipped,
        with_untagged_text,
        without_title_shown,
        without_title,
        without_tab_order,
        without_way_back,
        with_a_cell_called_an_item,
    ],
)
def test_what_a_screen_reader_needs_is_missed_when_it_is_gone(change: Callable[[pikepdf.Pdf], None]) -> None:
    pdf = decision_pdf.render(full_record())
    assert broken_rules(changed(pdf, lambda _: None), "ua1") == set()
    assert broken_rules(changed(pdf, change), "ua1")


def without_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def with_a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize("change", [without_colours, with_a_script])
def test_what_an_archive_needs_is_missed_when_it_is_gone(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert broken_rules(changed(decision_pdf.render(officer_record()), change), "2a")


def test_every_font_is_embedded_and_is_ours() -> None:
    found = fonts(decision_pdf.render(officer_record()))
    assert found == {"/AAAAAA+LiberationSans": True, "/AAAAAA+LiberationSans-Bold": True}


def test_the_header_of_a_table_stands_on_every_page_and_is_read_once() -> None:
    pdf = long_table()
    assert len(pages(pdf)) > 10
    assert all(page.count("Provider Part A Part B") == 1 for page in pages(pdf))
    assert tags(pdf).count("THead") == 1


def test_every_row_is_printed_once() -> None:
    words = text(long_table())
    assert all(words.count(f"Provider {number} £{number:,} £{number * 7:,} ") == 1 for number in range(1, 401))


def test_a_total_is_never_alone_on_a_page() -> None:
    for rows in range(20, 60):
        last = pages(long_table(rows))[-1]
        assert last.count("Provider ") >= 2, rows


def test_a_row_higher_than_a_page_goes_on_over_the_pages() -> None:
    written = document()
    written.heading(1, "Contracts")
    words = " ".join(f"word{number}" for number in range(2000))
    written.table("Notes", [Column("Note"), Column("Amount", is_amount=True)], [Row((words, "£848,829.10"))])
    pdf = written.to_bytes()
    assert broken_rules(pdf, "ua1") == set()
    assert {f"word{number}" for number in range(2000)} <= set(text(pdf).split())


def test_an_amount_is_never_broken_over_two_lines() -> None:
    written = document()
    written.heading(1, "Contracts")
    columns = [Column("Partner"), *(Column(f"Part {letter}", is_amount=True) for letter in "ABCDE")]
    written.table("Funding", columns, [Row(("x" * 200, *["£12,456,789.01"] * 5))])
    assert text(written.to_bytes()).count("£12,456,789.01") == 5


def test_no_heading_is_alone_at_the_foot_of_a_page() -> None:
    for lines in range(25, 50):
        written = document()
        written.heading(1, "Letter")
        written.prose("\n".join(f"Line {number}" for number in range(lines)))
        written.heading(2, "What follows")
        written.paragraph("Below the heading.")
        with_heading = next(page for page in pages(written.to_bytes()) if "What follows" in page)
        assert "Below the heading." in with_heading, lines


def test_the_sections_are_the_outline() -> None:
    entries = outline(decision_pdf.render(bare_record()))
    assert entries[:3] == [(0, "Record of officer decision"), (1, "Decision taken by"), (1, "Decision number")]
    assert entries[-1] == (1, "Signature")
