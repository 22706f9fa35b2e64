"""Facts about the screen of decisions."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.operations.record_decision import NewDecision, record_decision
from db.register import Register
from db.rules.decision import DecisionKind
from db.rules.decision_facts import DecisionStatus, ForwardPlan
from desktop.desk import Desk
from desktop.dialogs.decision_dialog import DecisionDialog
from desktop.dialogs.small_dialogs import SignatureDialog
from desktop.drawing.chain_view import ChainView
from desktop.screens.decision_clocks import Clocks
from desktop.screens.decision_detail import savings_in_words
from desktop.screens.decisions import DecisionsScreen
from desktop.screens.screen import Place
from tests.desktop.acting import BY, a_register, answering, decision, press, write
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


def numbers(screen: DecisionsScreen) -> list[str]:
    rows = screen.listing.table.rows
    return [rows.texts_at(row)[0] for row in range(rows.rowCount())]


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def links(widget: QWidget) -> dict[str, QPushButton]:
    return {each.accessibleName(): each for each in widget.findChildren(QPushButton)}


def test_every_decision_is_listed_newest_first_and_searched_as_one_types(screen: DecisionsScreen) -> None:
    assert numbers(screen) == ["", "24/00113", "OD.24.00002", "22/00092"]
    QTest.keyClicks(screen.listing.search, "delegate second")
    assert numbers(screen) == ["22/00092"]
    assert screen.listing.count.text() == "1 of 4"
    QTest.keyClick(screen.listing.search, Qt.Key.Key_Escape)
    assert len(numbers(screen)) == 4


def test_filters_narrow_by_kind_and_signature_and_are_cleared_together(screen: DecisionsScreen) -> None:
    screen.listing.filter_named("Kind").setCurrentText("Officer decision")
    assert numbers(screen) == ["OD.24.00002"]
    screen.listing.filter_named("Signature").setCurrentText("Unsigned")
    assert numbers(screen) == []
    QTest.mouseClick(screen.listing.clear, Qt.MouseButton.LeftButton)
    assert len(numbers(screen)) == 4


def test_a_decision_not_yet_taken_on_the_day_looked_from_is_not_there(screen: DecisionsScreen) -> None:
    screen.desk.look_from(date(2024, 6, 1))
    assert numbers(screen) == ["OD.24.00002", "22/00092"]
    assert "As at 1 June 2024" in screen.facts.text()


def test_a_chain_leads_both_ways(screen: DecisionsScreen, qtbot: QtBot) -> None:
    register = screen.desk.register
    officer, member = decision(register, "OD.24.00002"), decision(register, "22/00092")
    screen.show_row(officer.id)
    with qtbot.waitSignal(screen.went) as heard:
        links(screen.detail)["22/00092"].click()
    assert heard.args == [Place("decisions", member.id)]
    screen.show_row(member.id)
    assert "OD.24.00002" in links(screen.detail)


def test_an_effect_leads_to_its_contract(screen: DecisionsScreen, qtbot: QtBot) -> None:
    register = screen.desk.register
    screen.show_row(decision(register, "OD.24.00002").id)
    with qtbot.waitSignal(screen.went) as heard:
        links(screen.detail)["SAMPLE-CN-A"].click()
    assert heard.args == [Place("contract", register.contracts.get("SAMPLE-CN-A").id)]


def test_savings_add_up_group_by_group(screen: DecisionsScreen) -> None:
    found = decision(screen.desk.register, "Changes to the Community Wellbeing Services")
    assert savings_in_words(found) == "£0.85m + £2.24m + £0.36m = £3.45m"
    screen.show_row(found.id)
    assert "£0.85m + £2.24m + £0.36m = £3.45m" in words(screen.detail)
    assert "£3,450,000" in words(screen.detail)


def test_the_funding_a_decision_approves_stands_with_its_totals(screen: DecisionsScreen) -> None:
    screen.show_row(decision(screen.desk.register, "OD.24.00002").id)
    said = words(screen.detail)
    assert all(amount in said for amount in ("£848,829", "£3,760,205", "£5,301,565"))


def test_the_record_is_shown_as_it_prints_once_it_is_looked_at(
    screen: DecisionsScreen, worker: None, qtbot: QtBot
) -> None:
    screen.show_row(decision(screen.desk.register, "OD.24.00002").id)
    screen.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(screen.record_page.preview.turned, timeout=20_000) as heard:
        pass
    assert heard.args[0] == 1
    assert screen.record_page.preview.paper is not None
    assert "OD.24.00002" in screen.record_page.preview.paper.words(0)


def test_a_signature_recorded_here_is_seen_at_once(desk: Desk, qtbot: QtBot) -> None:
    screen = open_on(desk, qtbot)
    screen.show_row(decision(desk.register, "OD.24.00002").id)
    assert screen.sign.isEnabled()

    def answer(dialog: SignatureDialog) -> None:
        write(dialog, "signedOn", "6 1 2024")
        press(dialog)

    answering(SignatureDialog, answer)
    QTest.mouseClick(screen.sign, Qt.MouseButton.LeftButton)
    assert not screen.sign.isEnabled()
    assert "1 to sign" in screen.facts.text()
    assert "6 January 2024" in words(screen.detail)


def test_an_empty_register_says_what_belongs_here_and_its_button_records_the_first(
    sample_desk: Desk, qtbot: QtBot
) -> None:
    sample_desk.replace_register(Register.in_memory())
    screen = open_on(sample_desk, qtbot)
    assert screen.listing.empty.isVisible()
    assert not screen.pane.isVisible()

    def answer(dialog: DecisionDialog) -> None:
        write(dialog, "subject", "The first")
        write(dialog, "decidedOn", "9 1 2024")
        press(dialog)

    answering(DecisionDialog, answer)
    QTest.mouseClick(screen.listing.empty.next_step, Qt.MouseButton.LeftButton)
    assert numbers(screen) == [""]
    assert screen.pane.isVisible()


def test_the_keyboard_goes_from_search_to_table_to_what_is_known(screen: DecisionsScreen) -> None:
    screen.listing.search.setFocus()
    QTest.keyClick(screen.listing.search, Qt.Key.Key_Down)
    assert screen.focusWidget() is screen.listing.table
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Return)
    assert screen.focusWidget() is screen.detail
    QTest.keyClick(screen.listing.table, Qt.Key.Key_O)
    assert screen.listing.search.text() == "o"


def test_a_row_hidden_by_the_search_is_shown_when_it_is_gone_to(screen: DecisionsScreen) -> None:
    screen.listing.search.setText("24/00113")
    wanted = decision(screen.desk.register, "22/00092").id
    screen.show_row(wanted)
    assert screen.shown_id == wanted
    assert screen.listing.search.text() == ""


def test_another_register_takes_the_place_of_the_first(screen: DecisionsScreen) -> None:
    screen.desk.replace_register(a_register())
    QApplication.processEvents()
    assert numbers(screen) == ["OD.24.00002", "22/00092"]


def test_what_rests_on_what_is_drawn_with_its_verdict_and_leads_on(screen: DecisionsScreen, qtbot: QtBot) -> None:
    register = screen.desk.register
    screen.show_row(decision(register, "OD.24.00002").id)
    screen.tabs.setCurrentIndex(2)
    view = screen.known.authority.findChild(ChainView)
    assert view is not None
    assert "Inside" in view.accessibleDescription()
    view.go_to(0)
    with qtbot.waitSignal(screen.went) as heard:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [Place("decisions", decision(register, "22/00092").id)]


def test_the_chain_is_a_list_too_for_whoever_asks(screen: DecisionsScreen) -> None:
    screen.show_row(decision(screen.desk.register, "OD.24.00002").id)
    screen.tabs.setCurrentIndex(2)
    pane = screen.known.authority
    shows = pane.findChild(QPushButton, "chainAsList")
    assert shows is not None
    assert "22/00092" not in links(pane)
    shows.click()
    assert links(pane)["22/00092"].isVisible()


def test_what_is_to_settle_leads_to_the_page_where_the_record_is_written(screen: DecisionsScreen, qtbot: QtBot) -> None:
    wanted = decision(screen.desk.register, "OD.24.00002").id
    screen.show_row(wanted)
    said = next(words for words in links(screen.detail) if "to settle" in words)
    assert said.startswith("1 to settle")
    with qtbot.waitSignal(screen.went) as heard:
        links(screen.detail)[said].click()
    assert heard.args == [Place("writing", wanted)]


def test_the_days_that_follow_say_why_when_asked(screen: DecisionsScreen) -> None:
    screen.show_row(decision(screen.desk.register, "OD.24.00002").id)
    page = screen.detail.widget()
    clocks = page.findChild(Clocks) if page else None
    assert clocks is not None
    assert "14 January 2030" in words(clocks)
    working = next(each for each in clocks.findChildren(QLabel) if "6 years, beginning with" in each.text())
    assert working.isHidden()
    links(clocks)["Why: The record is kept until"].click()
    assert not working.isHidden()


def test_the_forward_plan_lists_what_is_to_be_taken_by_the_month_it_is_due(sample_desk: Desk, qtbot: QtBot) -> None:
    for number, due in (("26/00002", date(2026, 3, 1)), ("26/00001", date(2026, 2, 9)), ("26/00003", None)):
        to_come = NewDecision(
            number, DecisionKind.CABINET, "To come", None, status=DecisionStatus.FOR_DETERMINATION,
            plan=ForwardPlan(due_on=due),
        )  # fmt: skip
        record_decision(sample_desk.register, BY, to_come)
    screen = open_on(sample_desk, qtbot)
    assert "3 to be taken" in screen.facts.text()
    screen.plan.click()
    assert numbers(screen) == ["26/00001", "26/00002", "26/00003"]
    months = screen.listing.filter_named("Month due")
    assert [months.itemText(at) for at in range(1, months.count())] == ["February 2026", "March 2026", "No month yet"]
    months.setCurrentText("March 2026")
    assert numbers(screen) == ["26/00002"]
    screen.listing.clear_all()
    assert not screen.plan.isChecked()
    assert len(numbers(screen)) == 7


def test_decisions_are_found_by_provider_and_narrowed_by_year(screen: DecisionsScreen) -> None:
    screen.listing.search.setText("carers support")
    assert numbers(screen) == ["24/00113", "OD.24.00002", "22/00092"]
    screen.listing.filter_named("Year").setCurrentText("2024")
    assert numbers(screen) == ["OD.24.00002"]
