"""Facts about extending, giving notice and varying from the window."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.register import Register
from db.rules.contract import Side
from db.rules.money import Pence
from db.rules.standing import standing
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.decision_dialog import DecisionDialog
from desktop.dialogs.extend_dialog import ExtendDialog
from desktop.dialogs.notice_dialog import NoticeDialog
from desktop.dialogs.small_dialogs import WhoDialog
from desktop.dialogs.told_dialog import ToldDialog
from desktop.dialogs.vary_dialog import VaryDialog
from desktop.fields.problems import ErrorSummary
from tests.desktop.acting import (
    a_register,
    a_session,
    answering,
    contract,
    decision,
    press,
    said,
    write,
    write_cell,
)
from tests.desktop.acting import desk as desk

SECOND_YEAR = "option 2 adds 1 April 2024 to 31 March 2025"


def both(desk: Desk) -> tuple[object, object]:
    return contract(desk.register, "CN-A"), contract(desk.register, "CN-B")


def test_two_contracts_are_extended_by_one_decision_with_what_each_partner_pays(desk: Desk, qtbot: QtBot) -> None:
    ids = tuple(contract(desk.register, each).id for each in ("CN-A", "CN-B"))
    seen: list[str] = []

    def answer(dialog: ExtendDialog) -> None:
        dialog.decision.write(decision(desk.register, "OD.24.00002").id)
        seen.append(dialog.follows.words())
        seen.append(dialog.act_button.text())
        grid = dialog.funding[2024].grid
        for column, text in enumerate(("The council", "848829", "£2,507,501")):
            write_cell(grid, 0, column, text)
        write(dialog, "statedTotal", "£3,356,330")
        press(dialog)

    answering(ExtendDialog, answer)
    with qtbot.waitSignal(desk.changed):
        done = acts.extend(desk, None, ids)
    assert done is not None
    assert "Extended CN-A, CN-B by OD.24.00002" in done.sentence
    assert f"CN-A: {SECOND_YEAR}" in seen[0]
    assert "New end 31 March 2025. Maximum end 31 March 2025." in seen[0]
    assert seen[1] == "&Extend 2 contracts"
    funding = [line for each in ids for line in desk.register.contracts.by_id(each).funding]
    assert {(line.part, line.partner, line.year, line.pence) for line in funding} == {
        ("Part A", "The council", 2024, Pence(848_829_00)),
        ("Part B", "The council", 2024, Pence(2_507_501_00)),
    }


def test_a_stated_total_that_differs_keeps_the_form_and_names_both_amounts(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: ExtendDialog) -> None:
        dialog.decision.write(decision(desk.register, "OD.24.00002").id)
        write(dialog, "statedTotal", "£100")
        press(dialog)
        problems.extend(said(dialog))
        problems.append(dialog.stated.shown_problem)
        assert dialog.stated.read() == Pence(100_00)
        dialog.reject()

    answering(ExtendDialog, answer)
    assert acts.extend(desk, None, (contract(desk.register, "CN-A").id,)) is None
    assert problems[0] == problems[1]
    assert "come to £0, but £100 is stated" in problems[0]
    assert len(contract(desk.register, "CN-A").extensions) == 1


def test_a_decision_taken_too_late_shows_that_the_option_has_lapsed_and_extends_nothing(desk: Desk) -> None:
    acts_before = desk.register.content_hash()

    def answer(dialog: ExtendDialog) -> None:
        press(dialog, "decisionNew")
        assert "lapsed when the contract ended on 31 March 2024" in dialog.follows.words()
        press(dialog)
        assert any("lapsed" in each for each in said(dialog))
        dialog.reject()

    def record(dialog: DecisionDialog) -> None:
        write(dialog, "subject", "Too late")
        write(dialog, "decidedOn", "2 4 2024")
        press(dialog)

    answering(ExtendDialog, answer)
    answering(DecisionDialog, record)
    assert acts.extend(desk, None, (contract(desk.register, "CN-A").id,)) is None
    assert desk.register.content_hash() != acts_before, "the decision itself was recorded"
    assert len(contract(desk.register, "CN-A").extensions) == 1


def test_a_decision_recorded_on_the_way_is_then_the_one_chosen(desk: Desk) -> None:
    chosen: list[object] = []

    def answer(dialog: ExtendDialog) -> None:
        press(dialog, "decisionNew")
        chosen.append(dialog.decision.decision)
        dialog.contracts.write([contract(desk.register, "CN-B").id])
        press(dialog)

    def record(dialog: DecisionDialog) -> None:
        write(dialog, "number", "OD.24.00009")
        write(dialog, "subject", "The second year")
        write(dialog, "decidedOn", "8 January 2024")
        press(dialog)

    answering(ExtendDialog, answer)
    answering(DecisionDialog, record)
    done = acts.extend(desk, None, (contract(desk.register, "CN-B").id,))
    assert done is not None
    assert "by OD.24.00009" in done.sentence
    recorded = decision(desk.register, "OD.24.00009")
    assert [getattr(each, "id", None) for each in chosen] == [recorded.id]
    assert [effect.contract_reference for effect in recorded.effects] == ["CN-B"]


def test_without_contracts_named_all_that_have_an_option_left_are_offered(desk: Desk) -> None:
    offered: list[object] = []

    def answer(dialog: ExtendDialog) -> None:
        dialog.contracts.write([each.id for each in desk.register.contracts.all()])
        offered.extend(dialog.contracts.read())
        dialog.reject()

    answering(ExtendDialog, answer)
    assert acts.extend(desk, None) is None
    assert offered == [each.id for each in both(desk)]  # type: ignore[attr-defined]


def test_notice_shows_its_earliest_end_as_it_is_typed_and_then_ends_the_contract(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: NoticeDialog) -> None:
        seen.append(dialog.follows.words())
        write(dialog, "servedOn", "2/2/2024")
        seen.append(dialog.follows.words())
        write(dialog, "method", "e-mail")
        press(dialog)

    answering(NoticeDialog, answer)
    done = acts.give_notice(desk, None, contract(desk.register, "CN-A").id)
    assert done is not None
    assert "If served today it ends CN-A on 10 April 2024." in seen[0]
    assert "Ends CN-A on 2 May 2024." in seen[1]
    assert "Dodds v Walker" in seen[1]
    notice = contract(desk.register, "CN-A").notices[0]
    assert (notice.served_on, notice.ends_on, notice.method) == (date(2024, 2, 2), date(2024, 5, 2), "e-mail")


def test_a_refused_notice_is_told_on_top_and_at_its_field_and_loses_nothing_typed(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: NoticeDialog) -> None:
        dialog.side.write(Side.PROVIDER)
        write(dialog, "servedOn", "2 2 2024")
        write(dialog, "method", "by hand")
        press(dialog)
        problems.extend((*said(dialog), dialog.side.shown_problem))
        assert dialog.method.read() == "by hand"
        assert dialog.isVisible()
        summary = dialog.findChild(ErrorSummary)
        assert summary is not None
        QTest.keyClick(summary.lines[0], Qt.Key.Key_Return)
        assert dialog.focusWidget() is dialog.side.control
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is None
    assert problems[0] == problems[1]
    assert "no notice recorded for the provider" in problems[0]
    assert contract(desk.register, "CN-A").notices == ()


def test_an_unreadable_day_is_told_beside_its_field(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: NoticeDialog) -> None:
        write(dialog, "servedOn", "31/4/2024")
        press(dialog)
        problems.append(dialog.served_on.shown_problem)
        dialog.reject()

    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is None
    assert "must be a real date" in problems[0]


def test_a_variation_moves_the_last_day_and_is_numbered(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: VaryDialog) -> None:
        write(dialog, "summary", "Six months more")
        dialog.decision.write(decision(desk.register, "OD.24.00002").id)
        write(dialog, "effectiveOn", "1 4 2024")
        write(dialog, "endsOn", "30 9 2024")
        write(dialog, "ground", "regulation 72(1)(b)")
        seen.append(dialog.follows.words())
        press(dialog)

    answering(VaryDialog, answer)
    done = acts.vary(desk, None, contract(desk.register, "CN-B").id)
    assert done is not None
    assert "Its last day is 31 March 2024; it becomes 30 September 2024." in seen[0]
    varied = contract(desk.register, "CN-B")
    assert varied.variations[0].ground == "regulation 72(1)(b)"
    assert standing(varied, date(2024, 2, 1)).ends_on == date(2024, 9, 30)


def test_a_variation_without_decision_or_day_is_asked_for_one(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: VaryDialog) -> None:
        write(dialog, "summary", "Something")
        press(dialog)
        problems.extend(said(dialog))
        dialog.reject()

    answering(VaryDialog, answer)
    assert acts.vary(desk, None, contract(desk.register, "CN-B").id) is None
    assert problems == ["Choose the decision it rests on, or enter the day it was agreed"]


def test_an_officer_who_is_not_known_is_asked_first_and_then_stands_in_the_journal(tmp_path: Path) -> None:
    desk = Desk(a_session(tmp_path, is_known=False), a_register())

    def introduce(dialog: WhoDialog) -> None:
        write(dialog, "officerName", "B. Newcomer")
        write(dialog, "officerPost", "Contracts officer")
        press(dialog)

    def answer(dialog: NoticeDialog) -> None:
        write(dialog, "servedOn", "2 2 2024")
        press(dialog)

    answering(WhoDialog, introduce)
    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is not None
    assert desk.register.journal.entries()[0].officer == "B. Newcomer"
    desk.register.close()


def test_an_officer_who_does_not_say_who_they_are_changes_nothing(tmp_path: Path) -> None:
    desk = Desk(a_session(tmp_path, is_known=False), a_register())
    before = desk.register.content_hash()
    answering(WhoDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is None
    assert desk.register.content_hash() == before
    desk.register.close()


def test_a_register_open_for_reading_says_why_before_anything_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "one.register"
    Register.create(path).close()
    desk = Desk(a_session(tmp_path), Register.open(path, writable=False))
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    assert acts.add_provider(desk, None) is None
    assert "opened for reading" in told[0]
    desk.register.close()
