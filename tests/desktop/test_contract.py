"""A contract's page: the term drawn, the facts with their working, what happened, the history."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QWidget

from db.operations.correct_terms import correct_terms, terms_of
from db.operations.edit_details import edit_details
from db.rules.standing import standing
from desktop.drawing.marks import Moment, Stretch
from desktop.main_window import MainWindow
from desktop.messages import Toast
from desktop.screens.contract import ContractScreen
from desktop.screens.contract_facts import notice_facts, term_facts
from desktop.screens.contract_happened import UNNUMBERED, happenings
from desktop.screens.contract_history import MOST, HistoryLine, shortened
from desktop.screens.contract_history_part import ChangedLine, HistoryPart
from desktop.screens.contract_term import term_drawing
from desktop.screens.screen import Place
from tests.desktop.windows import Clock, contract_page, opened, window, workplace

__all__ = ["window"]


def words(page: QWidget) -> str:
    """All the words in sight."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_head_names_the_contract_and_how_it_stands(window: MainWindow) -> None:
    page = contract_page(window, "SAMPLE-CN-A")
    assert page.head.title.text() == "Community Navigation Part A: adults aged 55 and over"
    assert page.head.facts.text().startswith("SAMPLE-CN-A · Community Navigation · Involve, Imago")


def test_the_term_is_drawn_with_what_is_used_what_is_open_and_by_when_to_act(window: MainWindow) -> None:
    contract = workplace(window).desk.register.contracts.get("SAMPLE-CN-A")
    drawing = term_drawing(standing(contract, date(2023, 12, 15)))
    assert [(bar.kind, bar.label) for bar in drawing.bars] == [
        (Stretch.INITIAL, "First term"),
        (Stretch.USED, "Option 1"),
        (Stretch.UNUSED, "Option 2, open"),
        (Stretch.NOTICE, "Too late for notice"),
    ]
    days = {flag.kind: flag.on for flag in drawing.flags}
    assert days[Moment.SERVE_BY] == days[Moment.DECIDE_BY] == date(2023, 12, 31)
    assert days[Moment.END] == date(2024, 3, 31)


def test_a_term_known_only_by_its_variation_is_drawn_from_the_day_that_took_effect(window: MainWindow) -> None:
    contract = workplace(window).desk.register.contracts.get("SAMPLE-WB55-INVOLVE")
    drawing = term_drawing(standing(contract, date(2026, 2, 1)))
    assert next((bar.kind, bar.period.ends_on) for bar in drawing.bars) == (Stretch.EXTENSION, date(2027, 3, 31))


def test_why_opens_the_working_of_a_day_and_closes_it_again(window: MainWindow) -> None:
    page = contract_page(window, "SAMPLE-CN-A")
    why = next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Why: Ends"))
    step = "Option 1, used by 22/00092: 1 April 2023 to 31 March 2024."
    assert step not in words(page)
    why.click()
    assert step in words(page)
    why.click()
    assert step not in words(page)


def test_every_day_that_was_worked_out_says_how(window: MainWindow) -> None:
    at = standing(workplace(window).desk.register.contracts.get("SAMPLE-CN-A"), date(2023, 12, 15))
    worked = {fact.name for fact in (*term_facts(at), *notice_facts(at)) if fact.why}
    assert {"Ends", "Can go to", "Decide on option 2 by", "Serve by"} <= worked


def test_what_happened_is_told_newest_first_and_only_up_to_the_day_looked_from(window: MainWindow) -> None:
    workplace(window).desk.look_from(date(2024, 2, 1))
    told = words(contract_page(window, "SAMPLE-CN-A"))
    assert told.index("Extended by option 2") < told.index("Extended by option 1")
    workplace(window).desk.look_from(date(2023, 12, 15))
    assert "Extended by option 2" not in words(contract_page(window, "SAMPLE-CN-A"))


def test_a_variation_leads_to_its_decision_even_where_that_has_no_number(window: MainWindow) -> None:
    register = workplace(window).desk.register
    contract = register.contracts.get("SAMPLE-WB55-SEK")
    [varied] = happenings(standing(contract, date(2026, 1, 1)), register.decisions.all(), ())
    assert varied.link == UNNUMBERED
    assert varied.place == Place("decisions", contract.variations[0].decision_id or "")


def test_the_history_says_who_changed_what_before_and_after(window: MainWindow) -> None:
    desk = workplace(window).desk
    page = contract_page(window, "SAMPLE-CN-A")
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    desk.act(edit_details, contract.id, contract.version, {"manager": "B. Manager"})
    page.show_history(history=True)
    told = words(page)
    assert "A. Officer, Commissioning officer" in told
    assert "Contract, contract manager: blank → “B. Manager”" in told


def changed_lines(page: ContractScreen) -> list[ChangedLine]:
    """The lines of the history that something can be done about, newest first."""
    part = page.findChild(HistoryPart)
    assert part is not None
    return part.lines


def edited(window: MainWindow) -> ContractScreen:
    """The history of a contract whose manager was written twice."""
    desk = workplace(window).desk
    page = contract_page(window, "SAMPLE-CN-A")
    for manager in ("B. Manager", "C. Manager"):
        contract = desk.register.contracts.get("SAMPLE-CN-A")
        desk.act(edit_details, contract.id, contract.version, {"manager": manager})
    page.show_history(history=True)
    return page


def test_a_detail_is_put_back_from_the_contracts_history_by_enter(window: MainWindow) -> None:
    page = edited(window)
    newest, oldest = changed_lines(page)
    assert newest.put_back.text() == "Put back contract manager: “B. Manager”"
    newest.setFocus()
    QTest.keyClick(newest, Qt.Key.Key_Down)
    assert oldest.hasFocus()
    QTest.keyClick(oldest, Qt.Key.Key_Return)
    register = workplace(window).desk.register
    assert register.contracts.get("SAMPLE-CN-A").manager == ""
    assert register.journal.entries(1)[0].sentence == "Restored contract manager of SAMPLE-CN-A"


def test_a_detail_is_put_back_from_the_contracts_history_by_its_menu(window: MainWindow) -> None:
    newest, _ = changed_lines(edited(window))
    assert newest.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    [put_back] = newest.actions()
    put_back.trigger()
    assert workplace(window).desk.register.contracts.get("SAMPLE-CN-A").manager == "B. Manager"


def test_the_history_is_one_stop_of_the_keyboard_and_comes_back_to_its_line(window: MainWindow) -> None:
    newest, oldest = changed_lines(edited(window))
    strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
    assert (newest.focusPolicy(), oldest.focusPolicy()) == (strong, click)
    oldest.setFocus()
    assert (newest.focusPolicy(), oldest.focusPolicy()) == (click, strong)


def test_what_only_an_instrument_changes_is_not_put_back_and_says_why(window: MainWindow) -> None:
    desk = workplace(window).desk
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    desk.act(correct_terms, contract.id, replace(terms_of(contract), starts_on=date(2019, 4, 2)), "Misread")
    page = contract_page(window, "SAMPLE-CN-A")
    page.show_history(history=True)
    line = changed_lines(page)[0]
    why = "Only a decision, a variation, a notice or a correction of the terms changes this."
    assert not line.put_back.isEnabled()
    assert [each.text() for each in line.actions()][1:] == [why]
    assert line.accessibleDescription() == why
    before = desk.register.journal.entries(1)[0].seq
    QTest.keyClick(line, Qt.Key.Key_Return)
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.said[-1] == why
    assert desk.register.journal.entries(1)[0].seq == before


def test_what_a_detail_says_now_is_not_put_back(window: MainWindow) -> None:
    page = edited(window)
    changed_lines(page)[1].put_back.trigger()
    assert changed_lines(page)[-1].line.why_not == "It says that now."


def test_a_change_is_on_the_page_at_once(window: MainWindow) -> None:
    desk = workplace(window).desk
    page = contract_page(window, "SAMPLE-CN-A")
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    desk.act(edit_details, contract.id, contract.version, {"title": "Navigation, renamed"})
    assert page.head.title.text() == "Navigation, renamed"


def test_extending_is_off_where_no_option_is_left(tmp_path: Path) -> None:
    with opened(tmp_path, clock=Clock(datetime(2024, 6, 1, 9, tzinfo=UTC))) as window:
        page = contract_page(window, "SAMPLE-CN-A")
        extend = page.head.findChild(QPushButton, "extendButton")
        assert extend is not None
        assert not extend.isEnabled()
        assert "No option" in extend.toolTip()


def test_the_tab_stays_when_the_page_is_loaded_again(window: MainWindow) -> None:
    page = contract_page(window, "SAMPLE-CN-A")
    page.show_history(history=True)
    page.load()
    tabs = page.findChild(QTabBar)
    assert tabs is not None
    assert tabs.tabText(tabs.currentIndex()) == "History"


def test_a_contract_that_is_gone_is_said_to_be_gone(window: MainWindow) -> None:
    page = contract_page(window, "SAMPLE-CN-A")
    page.show_row("no such id")
    assert page.head.title.text() == "This contract cannot be shown"


def test_a_long_entry_says_how_many_lines_it_leaves_out() -> None:
    lines = [HistoryLine(str(number)) for number in range(MOST + 2)]
    assert shortened(lines)[-1].words == "and 3 more"
    assert len(shortened(lines)) == MOST
