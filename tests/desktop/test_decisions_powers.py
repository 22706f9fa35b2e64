"""Facts about powers and numbers on the screen of decisions."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.rules.dates import Period
from desktop.desk import Desk
from desktop.dialogs.delegations_dialog import DelegationsDialog
from desktop.dialogs.number_dialog import NumberDialog
from desktop.screens.decisions import DecisionsScreen
from tests.desktop.acting import answering, decision, press, said, write
from tests.desktop.acting import desk as desk
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import worker as worker


@pytest.fixture
def screen(sample_desk: Desk, qtbot: QtBot) -> DecisionsScreen:
    sample_desk.look_from(date(2026, 1, 5))
    return open_on(sample_desk, qtbot)


def open_on(desk: Desk, qtbot: QtBot) -> DecisionsScreen:
    made = DecisionsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_a_number_that_was_skipped_is_said_until_it_is_known_where_it_went(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = open_on(sample_desk, qtbot)
    assert screen.gaps.words.text() == "OD.24.00001 is not in the register."

    def answer(dialog: NumberDialog) -> None:
        assert dialog.number.read() == "OD.24.00001"
        write(dialog, "notedReason", "Another directorate")
        press(dialog)

    answering(NumberDialog, answer)
    QTest.mouseClick(screen.gaps.note, Qt.MouseButton.LeftButton)
    assert not screen.gaps.isVisible()
    assert sample_desk.register.decisions.noted_numbers() == {"OD.24.00001": "Another directorate"}


def test_a_power_is_added_to_what_a_decision_delegates_and_held_to_its_days(
    screen: DecisionsScreen, qtbot: QtBot
) -> None:
    register = screen.desk.register
    screen.show_row(decision(register, "24/00113").id)
    problems: list[str] = []

    def answer(dialog: DelegationsDialog) -> None:
        limb = dialog.limbs.open_limb(0)
        limb.delegate.write("Corporate Director")
        limb.first.write(date(2026, 4, 1))
        press(dialog)
        problems.extend(said(dialog))
        limb.last.write(date(2027, 3, 31))
        limb.consult.write("Cabinet Member; Leader")
        press(dialog)

    answering(DelegationsDialog, answer)
    screen.known.grant.click()
    assert "Enter both days" in problems[0]
    (limb,) = decision(register, "24/00113").delegations
    assert (limb.limb, limb.delegate, limb.in_consultation_with) == (
        "a)", "Corporate Director", ("Cabinet Member", "Leader"),
    )  # fmt: skip
    assert limb.within == Period(date(2026, 4, 1), date(2027, 3, 31))


def test_a_limb_that_was_used_keeps_its_place_when_another_is_changed(screen: DecisionsScreen) -> None:
    register = screen.desk.register
    before = decision(register, "22/00092")
    screen.show_row(before.id)

    def answer(dialog: DelegationsDialog) -> None:
        dialog.limbs.open_limb(1).words.write("as printed")
        press(dialog)

    answering(DelegationsDialog, answer)
    screen.known.grant.click()
    after = decision(register, "22/00092")
    assert [each.id for each in after.delegations] == [each.id for each in before.delegations]
    assert after.delegations[1].words == "as printed"
