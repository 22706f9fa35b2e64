"""A contract's page as the officer's diary: the steps before its end, how it was bought, how notice is served."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from db.operations.add_contract import NewContract, add_contract
from db.operations.award import record_award, set_exercise, set_service_clause
from db.operations.diary import choose_runway
from db.rules.award_facts import AwardFacts
from db.rules.contract import NoticeTerm, Side
from db.rules.counting import Counting
from db.rules.dates import Unit
from db.rules.money import Pence
from db.rules.service_of_notice import ServiceRule
from desktop import acts
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.screens import doing
from desktop.screens.contract import ContractScreen
from desktop.screens.contract_runway import RunwayPart, step_chip
from tests.desktop.windows import contract_page, window, workplace

__all__ = ["window"]

PART_A = "SAMPLE-CN-A"


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def runway(page: ContractScreen) -> str:
    return words(page.findChild(RunwayPart))


def test_the_steps_before_the_last_day_stand_on_the_page_with_decide_by_and_start_by(window: MainWindow) -> None:
    said = runway(contract_page(window, PART_A))
    assert "Decide by Thursday 14 December 2023\nStart by Wednesday 15 November 2023" in said
    assert said.index("Publish the notice of the key decision") < said.index("Cabinet committee considers it")
    assert "SI 2012/2089 reg 9(2)" in said


def test_the_steps_move_when_another_kind_of_decision_is_chosen(window: MainWindow) -> None:
    page = contract_page(window, PART_A)
    desk = workplace(window).desk
    desk.act(choose_runway, "Officer decision", page.chosen()[0])
    assert "Officer decision" in runway(page)
    assert "Publish the notice of the key decision" not in runway(page)


def test_the_kind_of_decision_is_chosen_from_the_page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def ask(_desk: Desk, _parent: object, contract_id: object) -> None:
        asked.append(contract_id)

    monkeypatch.setattr(acts, "choose_runway", ask, raising=False)
    page = contract_page(window, PART_A)
    found = page.findChild(QPushButton, "chooseRunwayButton")
    assert found is not None
    found.click()
    assert asked == list(page.chosen())


def test_a_step_says_how_near_it_is_from_the_day_looked_from() -> None:
    on = date(2024, 1, 15)
    days = (date(2024, 1, 14), date(2024, 1, 15), date(2024, 6, 1), None)
    assert [step_chip(day, on).word for day in days] == ["Passed", "Soon", "Later", "No day"]


def test_a_year_without_bank_holidays_is_a_warning_on_the_page(window: MainWindow) -> None:
    desk = workplace(window).desk
    long = NewContract("CN-LONG", "Runs for long", starts_on=date(2023, 4, 1), initial_ends_on=date(2045, 3, 31))
    desk.act(add_contract, replace(long, notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),)))
    said = runway(contract_page(window, "CN-LONG"))
    assert "The bank holidays of 2044 are not recorded" in said
    assert "Decide by a day that cannot be counted" in said


def test_the_last_day_to_post_comes_before_the_last_day_to_serve(window: MainWindow) -> None:
    said = words(contract_page(window, PART_A).area)
    assert "Post notice by" in said
    assert "Thursday 28 December 2023" not in said
    assert "Wednesday 27 December 2023" in said or "Friday 22 December 2023" in said


def test_how_it_was_bought_and_its_own_clauses_are_on_the_page_once_recorded(window: MainWindow) -> None:
    page = contract_page(window, PART_A)
    desk, contract_id = workplace(window).desk, page.chosen()[0]
    desk.act(record_award, contract_id, AwardFacts(date(2018, 6, 1), False, True, Pence(770_000_000), 72))
    desk.act(set_service_clause, contract_id, ServiceRule("Recorded post", 5, Counting.WORKING_DAYS, "clause 44"))
    desk.act(set_exercise, contract_id, 2, 6, source="clause 3.2")
    said = words(page.area)
    for each in ("Public Contracts Regulations 2015", "£7,700,000", "72 months", "Recorded post", "clause 44"):
        assert each in said
    assert "Its own clause: used 6 months before the end. Source: clause 3.2." in said


def test_the_new_acts_are_in_the_more_menu_and_in_the_contract_menu(window: MainWindow) -> None:
    page = contract_page(window, PART_A)
    offered = {each.objectName() for each in page.head.more_menu().actions()}
    assert {f"{act.name}Action" for act in doing.DIARY} <= offered
    commands = {each.name for each in workplace(window).commands}
    assert {act.name for act in doing.DIARY} <= commands


@pytest.mark.parametrize("act", doing.DIARY, ids=lambda act: str(act.name))
def test_every_act_offered_exists(act: doing.ContractAct) -> None:
    names = {"whatIf": "what_if", "chooseRunway": "choose_runway", "setLeads": "set_leads",
             "setExercise": "set_exercise", "setServiceClause": "set_service_clause",
             "recordAward": "record_award", "noticeLetter": "notice_letter", "planFunding": "plan_funding"}  # fmt: skip
    assert callable(getattr(acts, names[act.name]))
