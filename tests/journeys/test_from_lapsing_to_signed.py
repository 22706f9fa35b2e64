"""From an option about to lapse to a signed record that is verified: few keys, and no figure typed."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.changes import Author
from db.operations.money import YearAmount
from db.operations.numbers import note_number
from db.operations.plan_funding import plan_funding
from db.operations.undo import undo
from db.register import Register
from db.rules.attention import Matter
from db.rules.decision import Decision, DecisionText
from db.rules.funding import FundingLine
from db.sample import fill
from desktop.acts.waiting import the_jobs
from desktop.dialogs.extend_dialog import ExtendDialog
from desktop.dialogs.sign_dialog import SignDialog
from desktop.dialogs.signed_dialog import SignedDialog
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.writing import WritingScreen
from desktop.session import Session
from exports.signatures.identity import new_identity
from exports.signatures.passphrase import Passphrase
from exports.signatures.verification import Verdict
from exports.signatures.verifying import verify
from tests.desktop.acting import answering
from tests.desktop.windows import attention, workplace
from tests.exports.pdf_reading import text

NUMBER, USED_ELSEWHERE = "OD.24.00002", "OD.24.00001"
AT = datetime(2024, 1, 15, 9, 2, tzinfo=UTC)
WORDS = "correct horse battery"
MOST = 12
FACTS = ("OD.24.00002", "15 January 2024", "1 April 2024 to 31 March 2025", "£848,829", "£692,531", "£2,507,501",
         "£1,252,704", "£1,541,360", "£3,760,205", "£5,301,565", "22/00092")  # fmt: skip


class Hands:
    """Presses keys and the mouse, and counts. Prose and the passphrase are typed without being counted."""

    def __init__(self) -> None:
        self.chords: list[str] = []

    def press(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.chords.append(QKeySequence(key.value | held.value).toString())
        QTest.keyClick(widget, key, held)

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        self.chords.append("double click")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def say(self, words: str) -> None:
        """Type prose where the keyboard is; it may hold no figure of money."""
        assert "£" not in words
        keyboard = QApplication.focusWidget()
        assert keyboard is not None
        QTest.keyClicks(keyboard, words)


def wound_back(path: Path) -> tuple[Register, Decision]:
    """The sample as it was on the morning of the decision, and the decision as it was published."""
    register, by = Register.create(path), Author("A. Officer", "Commissioning officer", AT)
    fill(register, AT)
    published = register.decisions.get(NUMBER)
    lines = {each.contract_id: register.contracts.by_id(each.contract_id).funding for each in published.effects}
    while register.decisions.find(NUMBER):
        undo(register, by)
    for contract_id, funding in lines.items():
        planned = tuple(_planned(line) for line in funding if line.decision_number == NUMBER)
        plan_funding(register, by, contract_id, planned)
    note_number(register, by, USED_ELSEWHERE, "Used by another directorate")
    return register, published


def _planned(line: FundingLine) -> YearAmount:
    return YearAmount(line.part, line.partner, line.year, line.pence)


@pytest.fixture
def published(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[MainWindow, Decision]]:
    register, decision = wound_back(tmp_path / "January.register")
    session = Session(tmp_path / "settings.ini", lambda: AT)
    session.keep_officer(decision.maker_name, decision.maker_post)
    key = tmp_path / "mine.p12"
    key.write_bytes(
        new_identity(decision.maker_name, decision.maker_post, "", Passphrase(WORDS), AT - timedelta(days=10))
    )
    session.keep_choice("certificate", str(key))
    window = MainWindow(session, register)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    settle()
    yield window, decision
    window.close()
    window.deleteLater()
    settle()
    the_jobs().close()


def open_the_option(hands: Hands, window: MainWindow) -> None:
    """Attention says that the option is about to lapse: its line leads to the contract."""
    table = attention(window).table
    rows = [table.rows.row_at(row) for row in range(table.rows.rowCount())]
    at = next(number for number, each in enumerate(rows) if each.line.matter is Matter.OPTION)
    hands.double_click(table.viewport(), table.visualRect(table.model().index(at, 1)).center())
    assert workplace(window).pages.place.screen == "contract"


def extend(hands: Hands, window: MainWindow, qtbot: QtBot) -> WritingScreen:
    """Extend by a decision that is drafted with it: everything is filled in already."""

    def agree(dialog: ExtendDialog) -> None:
        assert dialog.drafted.number.read() == NUMBER
        hands.press(dialog, Qt.Key.Key_Return)

    answering(ExtendDialog, agree)
    hands.press(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    pages = workplace(window).pages
    qtbot.waitUntil(lambda: pages.place.screen == "writing", timeout=30_000)
    window.activateWindow()  # as any window manager does when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    screen = pages.currentWidget()
    assert isinstance(screen, WritingScreen)
    assert screen.manuscript is not None
    assert screen.manuscript.decision.number == NUMBER
    return screen


def write(hands: Hands, screen: WritingScreen, prose: DecisionText) -> None:
    """Go from gap to gap and write what only an officer can say."""
    said = {
        "reasons": prose.reasons.partition("\n")[0],
        "alternatives": "No alternatives were considered.",
        "conflicts": "None",
    }
    for _ in range(MOST):
        if not any(each.is_blocking for each in screen.missing):
            return
        hands.press(screen, Qt.Key.Key_F8)
        keyboard = QApplication.focusWidget()
        assert keyboard is not None
        if keyboard.objectName() == "forPublication":
            hands.press(keyboard, Qt.Key.Key_Y)
        else:
            hands.say(said[keyboard.objectName()])
        screen.follow()


def sign(hands: Hands, screen: WritingScreen) -> None:
    def passphrase(dialog: SignDialog) -> None:
        keyboard = dialog.focusWidget()
        assert keyboard is not None
        QTest.keyClicks(keyboard, WORDS)
        answering(SignedDialog, look)
        hands.press(dialog, Qt.Key.Key_Return)

    def look(dialog: QDialog) -> None:
        hands.press(dialog, Qt.Key.Key_Escape)

    answering(SignDialog, passphrase)
    hands.press(screen, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_an_option_about_to_lapse_becomes_a_signed_record_in_twelve_chords_and_no_figure_typed(
    published: tuple[MainWindow, Decision], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window, decision = published
    hands = Hands()
    open_the_option(hands, window)
    screen = extend(hands, window, qtbot)
    write(hands, screen, decision.text)
    assert [each for each in screen.missing if each.is_blocking] == []
    sign(hands, screen)
    kept = workplace(window).desk.register.decisions.get(NUMBER)
    content = workplace(window).desk.register.decisions.signed_record(kept.signed_files[0].sha256)
    assert verify(content, AT).verdict is Verdict.INTACT
    printed = re.sub(r"\s+", " ", text(content))
    assert [fact for fact in FACTS if fact not in printed] == []
    assert {each.contract_reference for each in kept.effects} == {"SAMPLE-CN-A", "SAMPLE-CN-B"}
    with capsys.disabled():
        sys.stdout.write(f"\n{len(hands.chords)} clicks and key chords: {', '.join(hands.chords)}")
    assert len(hands.chords) <= MOST
