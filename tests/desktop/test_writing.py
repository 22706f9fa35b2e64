"""The page on which a decision's record is written."""

from dataclasses import replace
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.operations.file_record import file_signed
from db.operations.record_decision import NewDecision, record_decision
from db.operations.write_record import write_record
from db.rules.decision import DecisionKind, Publication
from db.rules.decision_facts import SignedFile
from db.rules.record_template import RecordField
from desktop.dialogs.leave_dialog import LeaveDialog
from desktop.dialogs.pass_over_dialog import PassOverDialog
from desktop.fields.field import Field
from desktop.fields.rich_text_field import RichTextField
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.screen import Place
from desktop.writing.asking import Known, asked_for
from desktop.writing.chapters import PATHS, chapters_of
from desktop.writing.standing import Progress
from exports import record_templates
from tests.desktop.acting import answering
from tests.desktop.acting import worker as worker
from tests.desktop.walks import cut, tab_ring, unnamed
from tests.desktop.windows import workplace
from tests.desktop.writing_page import AT, CONTROL, NUMBER, entries, field, kept, manuscript, page, show, with_keyboard
from tests.desktop.writing_page import window as window


def test_every_part_of_a_record_is_asked_where_it_stands_in_the_decision(window: MainWindow) -> None:
    screen = page(window)
    assert screen.manuscript is not None
    known = Known(manuscript(window).decision, ())
    for part in RecordField:
        assert tuple(asked.path for asked in asked_for(part, "Heading", known)) == PATHS[part], part


@pytest.mark.parametrize("form", record_templates.names())
def test_every_form_asks_for_the_day_and_for_all_its_own_parts(form: str) -> None:
    template = record_templates.load(form)
    held = {field for chapter in chapters_of(template) for field in chapter.fields}
    assert held >= template.fields | {RecordField.DECIDED, RecordField.STATUS}


def test_what_is_known_already_stands_on_the_page(window: MainWindow) -> None:
    reasons = field(window, "text.reasons")
    assert reasons.objectName() == "reasons"
    found = page(window).findChild(RichTextField, "reasonsField")
    assert found is not None
    assert found.read() == kept(window).reasons
    assert not manuscript(window).changed()


def test_saving_is_one_entry_in_the_journal_and_nothing_to_save_is_none(window: MainWindow) -> None:
    before = entries(window)
    QTest.keyClick(page(window), Qt.Key.Key_S, CONTROL)
    assert entries(window) == before
    QTest.keyClicks(field(window, "text.reasons"), "First of all: ")
    QTest.keyClick(page(window), Qt.Key.Key_S, CONTROL)
    assert kept(window).reasons.startswith("First of all: ")
    assert entries(window) == before + 1
    assert not manuscript(window).changed()


def test_leaving_the_page_puts_what_was_typed_into_the_register(window: MainWindow) -> None:
    QTest.keyClicks(field(window, "text.legal"), "A word. ")
    window.go(Place("register"))
    assert kept(window).legal.startswith("A word. ")


def test_what_the_register_refuses_is_asked_about_and_nothing_is_lost(window: MainWindow) -> None:
    screen = page(window)
    QTest.keyClicks(field(window, "number"), "22/00092")
    number = field(window, "number")
    QTest.keyClick(number, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(number, "22/00092")
    answering(LeaveDialog, lambda asked: asked.reject())
    window.go(Place("register"))
    assert page(window) is screen
    answering(LeaveDialog, lambda asked: asked.accept())
    window.go(Place("register"))
    assert workplace(window).pages.place.screen == "register"
    show(window, NUMBER)


def test_the_first_thing_missing_is_reached_with_f8_and_the_section_says_so(window: MainWindow) -> None:
    screen = page(window)
    titles = [screen.sections.item(row).text() for row in range(screen.sections.count())]
    assert screen.sections.progress(titles.index("Publication")) is Progress.GAP
    assert "gap" in screen.sections.item(titles.index("Publication")).toolTip()
    QTest.keyClick(screen, Qt.Key.Key_F8)
    assert with_keyboard() == "forPublication"
    QTest.keyClick(screen, Qt.Key.Key_F8)
    assert with_keyboard() != "forPublication"
    QTest.keyClick(screen, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert with_keyboard() == "forPublication"


def test_what_stops_signing_leads_to_its_field_and_no_passphrase_is_asked(window: MainWindow) -> None:
    QTest.keyClick(page(window), Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.activeModalWidget() is None
    assert with_keyboard() == "forPublication"
    assert page(window).draft_bar.isVisible()


def test_a_warning_is_passed_over_with_a_reason(window: MainWindow) -> None:
    screen = page(window)
    warning = next(each for each in screen.missing if not each.is_blocking)
    screen.go_to(warning.field)
    way = next(each for each in screen.findChildren(QPushButton) if each.objectName().endswith(f"Pass{warning.check}"))

    def reason(dialog: PassOverDialog) -> None:
        QTest.keyClicks(dialog.reason.control, "Agreed with the monitoring officer")
        dialog.act_button.click()

    answering(PassOverDialog, reason)
    way.click()
    passed = [each for each in screen.missing if each.check == warning.check]
    assert all(each.passed_over == "Agreed with the monitoring officer" for each in passed)


def test_the_page_as_it_prints_follows_what_is_typed_and_keeps_its_place(window: MainWindow, qtbot: QtBot) -> None:
    live = page(window).live
    qtbot.waitUntil(lambda: live.is_current and live.preview.paper is not None, timeout=15_000)
    bar = live.preview.area.verticalScrollBar()
    settle()
    bar.setValue(200)
    assert bar.value() == 200
    before = live.preview.paper
    QTest.keyClicks(field(window, "text.decision"), "ZEBRA ")
    qtbot.waitUntil(lambda: live.preview.paper is not before and live.is_current, timeout=15_000)
    assert live.preview.paper is not None
    assert "ZEBRA" in " ".join(live.preview.paper.words(at) for at in range(2))
    settle()
    assert bar.value() == 200


def test_a_signed_record_is_read_only_and_offers_a_correction(window: MainWindow) -> None:
    desk = workplace(window).desk
    decision = desk.register.decisions.get(NUMBER)
    signed = SignedFile(sha256(b"%PDF").hexdigest(), "A. Officer", "Director", AT, "B-B", "00")
    desk.act(file_signed, decision.id, b"%PDF", signed, AT.date())
    screen = page(window)
    reasons = screen.findChild(RichTextField, "reasonsField") or field(window, "text.reasons").parent()
    assert isinstance(reasons, RichTextField)
    assert reasons.editor.isReadOnly()
    assert screen.locked_bar.isVisible()
    assert not screen.keep_button.isEnabled()
    screen.locked_bar.acted.emit()
    assert manuscript(window).decision.corrects_number == NUMBER
    assert manuscript(window).decision.text.reasons == decision.text.reasons


def test_undoing_what_was_saved_shows_the_words_of_before(window: MainWindow) -> None:
    before = kept(window).equality
    screen = page(window)
    QTest.keyClicks(field(window, "text.equality"), "More. ")
    screen.save()
    workplace(window).undoing.undo()
    assert kept(window).equality == before
    assert not manuscript(window).changed()
    found = screen.findChild(RichTextField, "equalityField")
    assert found is not None
    assert found.read() == before


def test_an_empty_decision_opens_with_everything_to_do(window: MainWindow) -> None:
    desk = workplace(window).desk
    new = NewDecision("OD.24.00050", DecisionKind.OFFICER, "A small contract", AT.date())
    desk.act(record_decision, new)
    screen = show(window, "OD.24.00050")
    assert {"C02", "C04", "C06", "C10"} <= {each.check for each in screen.missing if each.is_blocking}
    decision = replace(desk.register.decisions.get("OD.24.00050"), for_publication=Publication.YES)
    desk.act(write_record, decision)
    assert "C10" not in {each.check for each in screen.missing}


def test_the_keyboard_reaches_everything_and_everything_has_a_name(window: MainWindow) -> None:
    screen = page(window)
    for row in range(screen.sections.count()):
        screen.sections.setCurrentRow(row)
        assert unnamed(window) == []
    screen.sections.setFocus()
    names = {each.objectName() for each in tab_ring(window)}
    assert {"recordSections", "recordGaps", "writingPreviewPages", "signRecord", "saveRecord"} <= names


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_is_cut_at_any_size_of_type(window: MainWindow, size: float, qtbot: QtBot) -> None:
    theme().apply(Scheme.LIGHT, size)
    window.resize(1280, 800)
    screen = page(window)
    for row in range(screen.sections.count()):
        screen.sections.setCurrentRow(row)
        settle()
        qtbot.waitUntil(lambda: cut(screen) == [], timeout=10_000)
        inside = screen.bench.area.widget()
        assert inside is not None
        wide = [each.objectName() for each in inside.findChildren(Field) if each.minimumSizeHint().width() > 570]
        assert inside.width() <= screen.bench.area.viewport().width(), wide
