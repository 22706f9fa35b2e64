"""What a decision does to contracts, and the powers it delegates, on the page where its record is written."""

from dataclasses import replace
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.operations.file_record import file_signed
from db.operations.record_decision import NewDecision, NewEffect, record_decision
from db.operations.vary import NewVariation, vary
from db.operations.write_record import write_record
from db.rules.decision import Decision, DecisionKind, Effect, EffectKind
from db.rules.decision_facts import SignedFile
from desktop.dialogs.delegations_dialog import DelegationsDialog
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.writing.effects_field import EffectsField
from tests.desktop.acting import answering, press
from tests.desktop.acting import worker as worker
from tests.desktop.walks import cut
from tests.desktop.windows import workplace
from tests.desktop.writing_page import AT, CONTROL, NUMBER, entries, field, manuscript, page, show
from tests.desktop.writing_page import window as window

NEW = "OD.24.00050"
REFERENCE = "SAMPLE-CN-A"


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    """A decision that varies one contract, which was not done yet."""
    desk = workplace(window).desk
    varies = NewEffect(desk.register.contracts.get(REFERENCE).id, EffectKind.VARIES, "Fewer hours")
    desk.act(record_decision, NewDecision(NEW, DecisionKind.OFFICER, "Fewer hours", AT.date(), effects=(varies,)))
    show(window, NEW)
    return window


def stored(window: MainWindow, number: str = NEW) -> Decision:
    return workplace(window).desk.register.decisions.get(number)


def kinds(window: MainWindow, number: str = NEW) -> list[tuple[str, EffectKind, str]]:
    return [(each.contract_reference, each.kind, each.detail) for each in stored(window, number).effects]


def effects(window: MainWindow) -> EffectsField:
    page(window).go_to("effects")
    found = page(window).findChild(EffectsField, "effectsField")
    assert found is not None
    return found


def add_line(window: MainWindow, reference: str, kind: str, detail: str = "") -> None:
    rows = effects(window)
    rows.add.click()
    rows.lines[-1].contract.setCurrentText(reference)
    rows.lines[-1].kind.setCurrentText(kind)
    QTest.keyClicks(rows.lines[-1].detail, detail)


def remove_line(window: MainWindow) -> None:
    effects(window).lines[0].remove.click()


def vary_by_it(window: MainWindow) -> None:
    desk = workplace(window).desk
    decision = stored(window)
    summary = NewVariation("Fewer hours", decision_id=decision.id, effective_on=AT.date())
    desk.act(vary, desk.register.contracts.get(REFERENCE).id, summary)


def test_an_effect_is_added_with_the_rest_of_the_record_in_one_entry(drafted: MainWindow) -> None:
    before = entries(drafted)
    add_line(drafted, "SAMPLE-CN-B", "ends", "On the last day")
    QTest.keyClick(page(drafted), Qt.Key.Key_S, CONTROL)
    assert kinds(drafted) == [
        (REFERENCE, EffectKind.VARIES, "Fewer hours"),
        ("SAMPLE-CN-B", EffectKind.ENDS, "On the last day"),
    ]
    assert entries(drafted) == before + 1
    assert not manuscript(drafted).changed()


def test_an_effect_that_did_not_happen_is_taken_away(drafted: MainWindow) -> None:
    remove_line(drafted)
    QTest.keyClick(page(drafted), Qt.Key.Key_S, CONTROL)
    assert kinds(drafted) == []


def test_an_effect_that_happened_is_told_and_is_no_line_to_change(window: MainWindow) -> None:
    rows = effects(window)
    assert stored(window, NUMBER).effects
    assert rows.read() == ()
    words = page(window).findChild(QLabel, "effectsDoneWords")
    assert words is not None
    for each in stored(window, NUMBER).effects:
        assert each.contract_reference in words.text()


def test_an_effect_becomes_history_on_the_page_once_it_happens(drafted: MainWindow) -> None:
    assert len(effects(drafted).read()) == 1
    vary_by_it(drafted)
    assert effects(drafted).read() == ()
    words = page(drafted).findChild(QLabel, "effectsDoneWords")
    assert words is not None
    assert REFERENCE in words.text()
    assert words.isVisible()


def test_taking_away_what_happened_meanwhile_is_refused_beside_the_field(drafted: MainWindow) -> None:
    remove_line(drafted)
    vary_by_it(drafted)
    QTest.keyClick(page(drafted), Qt.Key.Key_S, CONTROL)
    assert f"{REFERENCE} was varied by {NEW} already" in effects(drafted).shown_problem
    assert page(drafted).draft_bar.isVisible()
    assert kinds(drafted) == [(REFERENCE, EffectKind.VARIES, "Fewer hours")]


def test_an_effect_added_elsewhere_meanwhile_stays(drafted: MainWindow) -> None:
    add_line(drafted, "SAMPLE-CN-B", "ends")
    desk, decision = workplace(drafted).desk, stored(drafted)
    other = desk.register.contracts.get("SAMPLE-WB55-INVOLVE")
    ends = Effect(other.id, other.reference, other.title, EffectKind.ENDS)
    desk.act(write_record, replace(decision, effects=(*decision.effects, ends)))
    page(drafted).save()
    assert [reference for reference, _, _ in kinds(drafted)] == [REFERENCE, "SAMPLE-CN-B", "SAMPLE-WB55-INVOLVE"]


@pytest.mark.parametrize(
    ("reference", "kind", "said"),
    [
        ("Choose the contract", "ends", "lacks its contract"),
        (REFERENCE, "Choose the effect", "lacks its contract"),
        (REFERENCE, "varies", "Two lines"),
    ],
)
def test_a_line_that_is_not_finished_is_told_beside_it_and_the_other_words_are_kept(
    drafted: MainWindow, reference: str, kind: str, said: str
) -> None:
    add_line(drafted, reference, kind)
    QTest.keyClicks(field(drafted, "text.reasons"), "Because of demand")
    QTest.keyClick(page(drafted), Qt.Key.Key_S, CONTROL)
    assert said in effects(drafted).shown_problem
    assert stored(drafted).text.reasons == "Because of demand"
    assert kinds(drafted) == [(REFERENCE, EffectKind.VARIES, "Fewer hours")]


def test_powers_are_delegated_from_the_page_and_typed_words_stay(drafted: MainWindow) -> None:
    QTest.keyClicks(field(drafted, "text.reasons"), "Not saved yet")
    page(drafted).go_to("text.decision")
    change = page(drafted).findChild(QPushButton, "recordPowers")
    assert change is not None

    def answer(dialog: DelegationsDialog) -> None:
        dialog.limbs.open_limb(0).delegate.write("Corporate Director")
        press(dialog)

    answering(DelegationsDialog, answer)
    change.setFocus()
    change.click()
    assert [each.delegate for each in stored(drafted).delegations] == ["Corporate Director"]
    told = page(drafted).findChild(QLabel, "powersWords")
    assert told is not None
    assert "Corporate Director" in told.text()
    assert drafted.focusWidget() is change
    assert stored(drafted).text.reasons == ""
    page(drafted).save()
    assert stored(drafted).text.reasons == "Not saved yet"
    assert len(stored(drafted).delegations) == 1


@pytest.mark.parametrize(("name", "post", "wanted"), [("", "Director", "maker_name"), ("A. Officer", "", "maker_post")])
def test_a_blank_decision_maker_is_told_under_the_field_and_reached_with_f8(
    window: MainWindow, name: str, post: str, wanted: str
) -> None:
    desk = workplace(window).desk
    desk.act(write_record, replace(stored(window, NUMBER), maker_name=name, maker_post=post))
    screen = page(window)
    assert [each.field for each in screen.missing if each.check == "C02"] == [wanted]
    QTest.keyClick(screen, Qt.Key.Key_F8)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == {"maker_name": "makerName", "maker_post": "makerPost"}[wanted]
    QTest.keyClicks(focused, "Corporate Director")
    screen.follow()
    assert "C02" not in {each.check for each in screen.missing}


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_is_cut_with_lines_and_powers_at_any_size_of_type(
    drafted: MainWindow, size: float, qtbot: QtBot
) -> None:
    theme().apply(Scheme.LIGHT, size)
    drafted.resize(1280, 800)
    for number in (NEW, "22/00092"):
        show(drafted, number)
        add_line(drafted, "SAMPLE-CN-B", "gives notice", "Six months")
        settle()
        qtbot.waitUntil(lambda: cut(page(drafted)) == [], timeout=10_000)
        area = page(drafted).bench.area
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()


def test_unfinished_lines_outlive_a_crash(drafted: MainWindow) -> None:
    add_line(drafted, "SAMPLE-CN-B", "Choose the effect", "Half typed")
    rows, typed = effects(drafted).read(), manuscript(drafted).as_typed()
    manuscript(drafted).leave_out()
    assert effects(drafted).read() != rows
    manuscript(drafted).type_again(typed)
    assert effects(drafted).read() == rows


def test_a_signed_record_shows_its_effects_and_powers_and_lets_none_be_changed(drafted: MainWindow) -> None:
    desk = workplace(drafted).desk
    signed = SignedFile(sha256(b"%PDF").hexdigest(), "A. Officer", "Director", AT, "B-B", "00")
    desk.act(file_signed, stored(drafted).id, b"%PDF", signed, AT.date())
    assert len(effects(drafted).read()) == 1
    assert not effects(drafted).isEnabled()
    change = page(drafted).findChild(QPushButton, "recordPowers")
    assert change is not None
    assert not change.isEnabled()
