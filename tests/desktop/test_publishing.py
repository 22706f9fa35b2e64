"""Facts about publishing a decision: nothing public leaves with a hole in it, and each field is copied in turn."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.operations.file_record import file_signed
from db.operations.write_record import write_record
from db.rules.decision import Decision, Publication
from db.rules.decision_facts import DecisionStatus, Exemption, Published, SignedFile
from db.rules.rich_text import WITHHELD, WITHHELD_ENDS
from desktop.desk import Desk
from desktop.dialogs.published_dialog import PublishedDialog
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.pictures import settle
from desktop.publishing.stops import what_stops
from desktop.publishing.versions import Version, file_of, record_in
from desktop.records_in_hand import in_hand
from desktop.screens.decisions import DecisionsScreen
from desktop.screens.publishing import PublishingScreen
from desktop.screens.screen import Place
from exports.decision_pdf import render
from exports.signatures.signing import sign
from tests.desktop.acting import BY, answering, decision, press, said, write
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import worker as worker
from tests.desktop.walks import clashes, cut, unnamed
from tests.exports import signing_cases as cases

NUMBER = "OD.24.00002"
EXEMPT = "Orchard Kestrel"


@pytest.fixture(autouse=True)
def _no_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


def settled(desk: Desk, **changes: Any) -> Decision:
    """The sample's decision with its publication answered."""
    whole = decision(desk.register, NUMBER)
    write_record(desk.register, BY, replace(whole, **{"for_publication": Publication.YES, **changes}))
    return decision(desk.register, NUMBER)


def in_part(desk: Desk) -> Decision:
    """The same with a few words of its reasons withheld."""
    whole = decision(desk.register, NUMBER)
    text = replace(whole.text, reasons=f"{whole.text.reasons}\n\nBecause {WITHHELD}{EXEMPT}{WITHHELD_ENDS} said so.")
    exempt = Exemption((3,), "The price is still being negotiated.", "A name")
    return settled(desk, for_publication=Publication.PART, text=text, exemption=exempt)


def filed(desk: Desk, whole: Decision) -> bytes:
    """The decision's record signed and filed; the file."""
    made = sign(render(record_in(desk.register, whole).full), cases.order(pkcs12=cases.own_identity()))
    file = SignedFile(made.sha256, "A. Officer", "", made.moment, made.level.value, made.certificate.sha256)
    file_signed(desk.register, BY, whole.id, made.pdf, file, made.moment.date())
    return made.pdf


def opened(desk: Desk, qtbot: QtBot) -> PublishingScreen:
    if desk.is_today:
        desk.look_from(date(2024, 1, 20))
    screen = PublishingScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1100, 740)
    screen.show()
    screen.show_row(decision(desk.register, NUMBER).id)
    settle()
    return screen


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def names(screen: PublishingScreen) -> list[str]:
    return [screen.fields.names.item(row).text() for row in range(screen.fields.names.count())]


def test_the_public_version_waits_for_what_is_to_be_settled_and_leads_there(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = opened(sample_desk, qtbot)
    assert "Choose whether the record is for publication." in words(screen.known)
    assert not any(button.isEnabled() for button in screen.files.values())
    assert not screen.fields.isVisible()
    [link] = [each for each in screen.known.findChildren(QPushButton) if each.accessibleName() == "C10"]
    with qtbot.waitSignal(screen.went) as heard:
        link.click()
    assert heard.args == [Place("writing", decision(sample_desk.register, NUMBER).id)]
    screen.version.write(Version.FULL)
    assert all(button.isEnabled() for button in screen.files.values())
    assert "Reasons for decision" in names(screen)


def test_once_it_is_settled_the_page_says_so_at_once(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = opened(sample_desk, qtbot)
    sample_desk.act(write_record, replace(decision(sample_desk.register, NUMBER), for_publication=Publication.YES))
    assert "Nothing is left to settle." in words(screen.known)
    assert "All of it: nothing is withheld." in words(screen.known)
    assert screen.fields.isVisible()


def test_enter_copies_a_field_marks_it_and_goes_on(sample_desk: Desk, qtbot: QtBot) -> None:
    settled(sample_desk)
    screen = opened(sample_desk, qtbot)
    assert names(screen)[:3] == ["Title", "Reference", "Decision maker"]
    QTest.keyClick(screen.fields.names, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "Community Navigation Services contract extension"
    QTest.keyClick(screen.fields.names, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == NUMBER
    assert names(screen)[:3] == ["Title (copied)", "Reference (copied)", "Decision maker"]
    assert screen.fields.told.text() == f"2 of {len(names(screen))} copied"
    for _ in names(screen):
        QTest.mouseClick(screen.fields.copy_button, Qt.MouseButton.LeftButton)
    assert all(name.endswith("(copied)") for name in names(screen))
    assert screen.fields.names.currentRow() == len(names(screen)) - 1


def test_what_was_copied_of_one_decision_is_not_copied_of_another(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = opened(sample_desk, qtbot)
    screen.version.write(Version.FULL)
    screen.fields.copy_all()
    screen.show_row(decision(sample_desk.register, "22/00092").id)
    screen.version.write(Version.FULL)
    assert "Title" in names(screen)
    assert screen.fields.copied == frozenset()


def test_all_fields_are_copied_with_their_names(sample_desk: Desk, qtbot: QtBot) -> None:
    settled(sample_desk)
    screen = opened(sample_desk, qtbot)
    QTest.mouseClick(screen.fields.all_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.startswith("Title\nCommunity Navigation Services contract extension\n\nReference\nOD.24.00002\n\n")
    assert "Reasons for decision\n" in text
    assert "Not recorded." not in text


def test_what_is_withheld_is_in_no_file_and_no_field_of_the_public_version(sample_desk: Desk, qtbot: QtBot) -> None:
    record = record_in(sample_desk.register, in_part(sample_desk))
    screen = opened(sample_desk, qtbot)
    assert "All but what is exempt" in words(screen.known)
    screen.fields.copy_all()
    assert EXEMPT not in QApplication.clipboard().text()
    for suffix in screen.files:
        content = file_of(sample_desk.register, record, Version.PUBLIC, suffix)
        assert EXEMPT.encode() not in content, suffix
    assert EXEMPT.encode() in file_of(sample_desk.register, record, Version.FULL, ".txt")
    screen.version.write(Version.FULL)
    assert "not for publication" in screen.seen.text()
    screen.fields.copy_all()
    assert EXEMPT in QApplication.clipboard().text()


def test_a_web_page_is_made_in_the_worker_and_saved(
    sample_desk: Desk, qtbot: QtBot, tmp_path: Path, worker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(sample_desk)
    screen = opened(sample_desk, qtbot)
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kind: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(screen.files[".html"], Qt.MouseButton.LeftButton)
    assert asked == [f"{NUMBER}.html"]
    assert "<!DOCTYPE html>" in (tmp_path / f"{NUMBER}.html").read_text("utf-8")


def test_publication_is_recorded_of_a_filed_record_too_and_its_lag_is_told(sample_desk: Desk, qtbot: QtBot) -> None:
    filed(sample_desk, settled(sample_desk))
    sample_desk.look_from(date(2024, 2, 1))
    screen = opened(sample_desk, qtbot)
    assert "Late" in [each.accessibleName() for each in screen.known.findChildren(QWidget)]

    def answer(dialog: PublishedDialog) -> None:
        write(dialog, "publishedOn", "22 1 2024")
        press(dialog)

    answering(PublishedDialog, answer)
    QTest.mouseClick(screen.publish_button, Qt.MouseButton.LeftButton)
    assert decision(sample_desk.register, NUMBER).published == Published(date(2024, 1, 22))
    assert "5 working days after the decision" in words(screen.known)
    assert "Published" in [each.accessibleName() for each in screen.known.findChildren(QWidget)]
    assert "Late" not in [each.accessibleName() for each in screen.known.findChildren(QWidget)]
    assert "Publication date" in names(screen)


def test_a_day_before_the_decision_is_refused_beside_its_field(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = opened(sample_desk, qtbot)
    problems: list[list[str]] = []

    def answer(dialog: PublishedDialog) -> None:
        write(dialog, "publishedOn", "1 1 2024")
        press(dialog)
        problems.append(said(dialog))
        dialog.reject()

    answering(PublishedDialog, answer)
    QTest.mouseClick(screen.publish_button, Qt.MouseButton.LeftButton)
    assert "before the decision" in problems[0][0]


def test_a_decision_still_to_be_taken_cannot_be_published(sample_desk: Desk, qtbot: QtBot) -> None:
    settled(sample_desk, status=DecisionStatus.FOR_DETERMINATION)
    screen = opened(sample_desk, qtbot)
    assert "It has not been taken (For Determination)." in words(screen.known)
    assert not screen.publish_button.isEnabled()


def test_of_a_record_that_another_body_made_only_its_publication_is_asked(sample_desk: Desk) -> None:
    cabinet = decision(sample_desk.register, "22/00092")
    stops = what_stops(in_hand(sample_desk.register, cabinet, sample_desk.day, sample_desk.holidays))
    assert [stop.check for stop in stops] == ["C10"]


@pytest.mark.parametrize("is_settled", [True, False])
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_everything_on_the_page_is_named_and_nothing_is_cut(
    sample_desk: Desk, qtbot: QtBot, size: float, is_settled: bool
) -> None:
    theme().apply(Scheme.LIGHT, size)
    if is_settled:
        settled(sample_desk)
    screen = opened(sample_desk, qtbot)
    assert (unnamed(screen), clashes(screen), cut(screen)) == ([], {}, [])


def test_the_way_to_publishing_stands_beside_the_decision(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = DecisionsScreen(sample_desk)
    qtbot.addWidget(screen)
    sample_desk.look_from(date(2024, 1, 20))
    screen.show()
    chosen = decision(sample_desk.register, NUMBER)
    screen.show_row(chosen.id)
    with qtbot.waitSignal(screen.went) as heard:
        QTest.mouseClick(screen.known.publish, Qt.MouseButton.LeftButton)
    assert heard.args == [Place("publishing", chosen.id)]
