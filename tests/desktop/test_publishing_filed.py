"""Facts about publishing a record that was signed and filed: what leaves is the file as it was filed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.publishing.versions import Version, file_of, record_in
from desktop.screens.decisions import DecisionsScreen
from desktop.screens.verify import VerifyDialog
from tests.desktop.acting import answering, decision
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import worker as worker
from tests.desktop.test_publishing import NUMBER, filed, in_part, opened, settled, words


def test_the_pdf_of_a_signed_record_is_the_file_as_it_was_filed(
    sample_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = filed(sample_desk, settled(sample_desk))
    screen = opened(sample_desk, qtbot)
    assert screen.seen.text() == "The PDF is the signed record as it was filed."
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(screen.files[".pdf"], Qt.MouseButton.LeftButton)
    assert target.read_bytes() == signed


def test_the_public_version_of_a_signed_record_that_withholds_something_is_another_unsigned_file(
    sample_desk: Desk,
) -> None:
    signed = filed(sample_desk, in_part(sample_desk))
    record = record_in(sample_desk.register, decision(sample_desk.register, NUMBER))
    assert file_of(sample_desk.register, record, Version.FULL, ".pdf") == signed
    public = file_of(sample_desk.register, record, Version.PUBLIC, ".pdf")
    assert b"/ByteRange" not in public
    assert record.name(Version.PUBLIC) == f"{NUMBER} public"


def test_the_signed_file_is_what_is_seen_and_saved_beside_the_decisions_with_what_it_is_worth(
    sample_desk: Desk, qtbot: QtBot, worker: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = filed(sample_desk, settled(sample_desk))
    sample_desk.look_from(date(2026, 1, 5))
    screen = DecisionsScreen(sample_desk)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    screen.show()
    screen.show_row(decision(sample_desk.register, NUMBER).id)
    screen.tabs.setCurrentIndex(1)
    page = screen.record_page
    with qtbot.waitSignal(page.preview.turned, timeout=20_000):
        pass
    assert page.signed.isVisible()
    assert page.signed.words.text() == "Signed by A. Officer, Corporate Director, on 2 October 2025"
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(screen.save, Qt.MouseButton.LeftButton)
    assert target.read_bytes() == signed
    seen: list[str] = []

    def look(dialog: VerifyDialog) -> None:
        seen.append(words(dialog.found))
        dialog.reject()

    answering(VerifyDialog, look)
    QTest.mouseClick(page.signed.more, Qt.MouseButton.LeftButton)
    assert f"This is the record of {NUMBER} as it is filed in this register" in seen[0]
    screen.show_row(decision(sample_desk.register, "22/00092").id)
    with qtbot.waitSignal(page.preview.turned, timeout=20_000):
        pass
    assert not page.signed.isVisible()
