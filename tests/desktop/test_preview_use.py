"""Facts about using a PDF on screen: finding in it, copying from it, printing it, opening it elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QPageLayout, QPainter, QPdfWriter, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.paper import Paper
from desktop.pdf.printing import Printing, ask_and_print
from desktop.preview import PdfPreview
from tests.desktop.acting import answering
from tests.desktop.test_preview import preview as preview
from tests.desktop.test_preview import record as record


@pytest.fixture(autouse=True)
def _no_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


def find(preview: PdfPreview, words: str) -> None:
    QTest.keyClick(preview.area, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(preview.find_bar.line, words)


def marks(preview: PdfPreview) -> list[tuple[int, int, int]]:
    return [page.marks for page in preview.area.pages]


def test_words_are_counted_marked_and_gone_through_to_the_end_and_round(preview: PdfPreview) -> None:
    find(preview, "LONG reason")
    assert preview.paper is not None
    places = preview.paper.found("long reason")
    count = len(places)
    assert places[-1].page > 0
    assert preview.find_bar.told.text() == f"1 of {count}"
    assert sum(found + current for found, current, _ in marks(preview)) >= count
    QTest.keyClick(preview.find_bar.line, Qt.Key.Key_F3)
    assert preview.find_bar.told.text() == f"2 of {count}"
    QTest.keyClick(preview.find_bar.line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(preview.find_bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.find_bar.told.text() == f"{count} of {count}"
    assert preview.page == places[-1].page + 1
    QTest.keyClick(preview.find_bar.line, Qt.Key.Key_Return)
    assert (preview.find_bar.told.text(), preview.page) == (f"1 of {count}", 1)


def test_what_is_not_there_is_said_and_putting_the_bar_away_takes_the_marks_with_it(preview: PdfPreview) -> None:
    find(preview, "EXTEND")
    assert any(current for _, current, _ in marks(preview))
    QTest.keyClicks(preview.find_bar.line, " nothing")
    assert preview.find_bar.told.text() == "Not found"
    QTest.keyClick(preview.find_bar.line, Qt.Key.Key_Escape)
    assert not preview.find_bar.isVisible()
    assert set(marks(preview)) == {(0, 0, 0)}


def test_finding_goes_on_in_the_next_state_of_a_document(preview: PdfPreview, record: bytes) -> None:
    find(preview, "EXTEND")
    preview.renew(record)
    assert preview.find_bar.told.text() == "1 of 1"
    assert any(current for _, current, _ in marks(preview))


def test_its_keys_come_before_those_of_what_it_stands_in(qtbot: QtBot, record: bytes) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    inside = PdfPreview()
    QVBoxLayout(around).addWidget(inside)
    other: list[str] = []
    for keys in ("Ctrl+F", "Ctrl++"):
        QShortcut(QKeySequence(keys), around, lambda: other.append("other"))
    around.show()
    inside.show_pdf(record)
    inside.area.setFocus()
    QTest.keyClick(inside.area, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert inside.find_bar.isVisible()
    assert other == []


def test_chosen_text_is_copied_and_all_of_it_where_nothing_is_chosen(preview: PdfPreview) -> None:
    preview.grab()
    page = preview.area.pages[0]
    QTest.keyClick(preview.area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "EXTEND it." in QApplication.clipboard().text()
    assert preview.paper is not None
    [place] = preview.paper.found("EXTEND it.")
    bold, plain = preview.paper.boxes([place])
    scale = page.width() / preview.paper.sizes[0][0]
    at = round(plain.center().y() * scale)
    left, right = QPoint(round(bold.left() * scale) + 1, at), QPoint(round(plain.right() * scale) - 1, at)
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(page, right)
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=right)
    assert page.marks[2] == 2
    QTest.keyClick(preview.area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "EXTEND it."


def test_every_page_is_printed(qtbot: QtBot, record: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing = Printing(record, printer)
    with qtbot.waitSignal(printing.ended, timeout=20_000) as heard:
        printing.begin()
    assert heard.args == [True]
    printed, original = Paper((tmp_path / "printed.pdf").read_bytes()), Paper(record)
    assert printed.page_count == original.page_count
    dark = printed.picture(0, 1.0)
    assert any(dark.pixelColor(x, y).lightness() < 100 for x in range(60, 300) for y in range(40, 140))
    for each in (printed, original):
        each.close()


@pytest.mark.parametrize("way", list(QPageLayout.Orientation))
def test_a_wide_page_is_printed_on_paper_laid_wide(tmp_path: Path, way: QPageLayout.Orientation, qtbot: QtBot) -> None:
    target = tmp_path / "made.pdf"
    writer = QPdfWriter(str(target))
    writer.setPageOrientation(way)
    painter = QPainter(writer)
    painter.drawText(400, 400, "A wide table")
    painter.end()
    turned: list[QPageLayout.Orientation] = []

    def look(dialog: QPrintDialog) -> None:
        turned.append(dialog.printer().pageLayout().orientation())
        dialog.reject()

    answering(QPrintDialog, look)
    above = QWidget()
    qtbot.addWidget(above)
    assert ask_and_print(target.read_bytes(), "Register", above) is None
    assert turned == [way]


def test_going_back_from_the_choice_of_printer_prints_nothing(preview: PdfPreview) -> None:
    answering(QPrintDialog, lambda dialog: dialog.reject())
    QTest.keyClick(preview.area, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert preview.findChildren(Printing) == []


def test_another_program_is_given_a_copy_with_a_name_that_it_cannot_write_over(
    preview: PdfPreview, record: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    preview.show_pdf(record, "22/00092")
    preview.open_elsewhere()
    [copy] = opened
    assert (copy.name, copy.read_bytes()) == ("22-00092.pdf", record)
    assert copy.stat().st_mode & 0o277 == 0
