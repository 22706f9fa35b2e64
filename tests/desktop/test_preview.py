"""Facts about a PDF on screen: pages, zoom, keys, white paper, and the signature's box."""

from datetime import date
from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.rules.decision import Decision, DecisionId, DecisionKind, DecisionText, RecordOfDecision
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.paper import Paper
from desktop.preview import PdfPreview
from exports.decision_pdf import render


@pytest.fixture(scope="module")
def record() -> bytes:
    text = DecisionText(decision="EXTEND it.", reasons="\n\n".join(["A long reason for what was decided. " * 12] * 12))
    decision = Decision(
        DecisionId("d"), 1, "OD.24.00002", DecisionKind.OFFICER, "Extension", date(2024, 1, 15), text=text
    )
    return render(RecordOfDecision("A council", decision, None))


@pytest.fixture
def preview(qtbot: QtBot, record: bytes) -> PdfPreview:
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.show_pdf(record)
    return made


def test_it_says_which_page_of_how_many_is_in_view_as_the_keys_turn_them(preview: PdfPreview) -> None:
    assert preview.paper is not None
    last = len(preview.paper.sizes)
    assert last > 1
    assert preview.where.text() == f"Page 1 of {last}"
    QTest.keyClick(preview.area, Qt.Key.Key_PageDown)
    assert preview.where.text() == f"Page 2 of {last}"
    QTest.keyClick(preview.area, Qt.Key.Key_PageUp)
    assert preview.where.text() == f"Page 1 of {last}"


def test_it_fits_the_width_until_it_is_zoomed_and_again_when_asked(preview: PdfPreview) -> None:
    fitted = preview.zoom
    QTest.keyClick(preview.area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = preview.zoom
    QTest.keyClick(preview.area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert larger > fitted
    assert preview.zoom < larger
    QTest.keyClick(preview.area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == fitted


def test_paper_is_white_in_the_dark_scheme_too(preview: PdfPreview) -> None:
    theme().apply(Scheme.DARK)
    assert preview.paper is not None
    corner = preview.paper.picture(0, 1.0).pixelColor(3, 3)
    assert corner == QColor("#FFFFFF")


def test_what_a_form_field_holds_is_drawn_as_a_signature_will_be() -> None:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    content = BytesIO()
    canvas = Canvas(content, pagesize=(200, 200))
    canvas.acroForm.textfield(x=50, y=50, width=100, height=100, fillColor=Color(1, 0, 0), borderWidth=0)
    canvas.showPage()
    canvas.save()
    paper = Paper(content.getvalue())
    assert paper.picture(0, 1.0).pixelColor(100, 100) == QColor("#FF0000")
    paper.close()


def test_the_place_for_the_signature_is_seen_and_named(preview: PdfPreview) -> None:
    assert preview.paper is not None
    last = len(preview.paper.sizes) - 1
    words = preview.paper.words(last)
    assert "Signature" in words[: words.index("Not signed.")]


def test_a_page_that_was_painted_can_be_heard(preview: PdfPreview) -> None:
    preview.grab()
    said = [each.accessibleDescription() for each in preview.area.findChildren(QWidget)]
    assert any("EXTEND it." in each for each in said)


def test_another_document_takes_the_place_of_the_first_and_nothing_stays_when_cleared(
    preview: PdfPreview, record: bytes
) -> None:
    preview.go_to(2)
    preview.show_pdf(record)
    assert preview.page == 1
    preview.clear()
    assert preview.paper is None
    assert preview.page == 0
    assert preview.where.text() == ""
