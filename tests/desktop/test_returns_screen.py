"""Facts about the returns ledger."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.operations.returns import NewReturn, expect_returns, import_return
from db.register import Register
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
from desktop.desk import Desk
from desktop.dialogs.small_dialogs import ExpectDialog
from desktop.screens.return_rows import State, ledger
from desktop.screens.returns import ReturnsScreen
from desktop.screens.screen import Place
from tests.desktop.acting import answering, contract, press
from tests.desktop.acting import desk as desk
from tests.desktop.test_decisions import links, words

CONTENT = b"a workbook"


def take_in(desk: Desk, figure: int, content: bytes) -> None:
    reading = Reading("People supported", MeasureUnit.COUNT, Decimal(figure), "Return", "C10")
    made = NewReturn(
        contract(desk.register, "CN-A").id, "Involve", quarter_of(date(2023, 5, 1)), date(2023, 7, 12), "q1.xlsx",
        content, (reading,),
    )  # fmt: skip
    desk.act(import_return, made)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> ReturnsScreen:
    desk.act(expect_returns, contract(desk.register, "CN-A").id, date(2023, 4, 1), 15)
    take_in(desk, 1204, CONTENT)
    made = ReturnsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_each_quarter_stands_as_received_late_due_or_expected(screen: ReturnsScreen) -> None:
    rows = screen.listing.table.rows
    seen = [(rows.texts_at(row)[0], rows.texts_at(row)[2]) for row in range(rows.rowCount())]
    assert seen == [
        ("Quarter 4 2023-24", "Expected"),
        ("Quarter 3 2023-24", "Due"),
        ("Quarter 2 2023-24", "Late"),
        ("Quarter 1 2023-24", "Received"),
    ]
    assert screen.facts.text() == "As at 10 January 2024 · 1 late · 1 due"


def test_no_quarter_is_expected_after_the_contract_has_ended_and_none_received_before_it_came(desk: Desk) -> None:
    desk.act(expect_returns, contract(desk.register, "CN-A").id, date(2023, 10, 1), 15)
    take_in(desk, 1, CONTENT)
    contracts = [contract(desk.register, "CN-A")]
    schedules, returns = desk.register.returns.schedules(), desk.register.returns.all()
    late = ledger(contracts, schedules, returns, date(2025, 6, 1))
    assert [(row.period.label, row.state) for row in late] == [
        ("Quarter 4 2023-24", State.LATE),
        ("Quarter 3 2023-24", State.LATE),
        ("Quarter 1 2023-24", State.RECEIVED),
    ]
    assert ledger(contracts, (), returns, date(2023, 7, 11)) == ()


def test_a_figure_stands_with_its_cell_and_what_it_was_in_the_number_before(screen: ReturnsScreen) -> None:
    take_in(screen.desk, 1210, b"another workbook")
    screen.show_row(contract(screen.desk.register, "CN-A").id + " 2023-04-01")
    said = words(screen.detail)
    assert "1,210 (was 1,204)" in said
    assert "Return!C10" in said
    assert said.index("Number 2, received 12 July 2023") < said.index("Number 1, received 12 July 2023")


def test_the_original_workbook_is_saved_byte_for_byte(
    screen: ReturnsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "again.xlsx"), ""))
    screen.show_row(screen.desk.register.returns.all()[0].id)
    links(screen.detail)["q1.xlsx"].click()
    assert (tmp_path / "again.xlsx").read_bytes() == CONTENT


def test_a_return_leads_to_its_contract(screen: ReturnsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.went) as heard:
        links(screen.detail)["CN-A"].click()
    assert heard.args == [Place("contract", contract(screen.desk.register, "CN-A").id)]


def test_the_state_filter_keeps_what_is_late(screen: ReturnsScreen) -> None:
    screen.listing.filter_named("State").setCurrentText("Late")
    assert screen.listing.count.text() == "1 of 4"


def test_an_act_offers_the_chosen_contract_first_and_is_seen_at_once(screen: ReturnsScreen) -> None:
    menu = screen.expect.menu()
    menu.aboutToShow.emit()
    entries = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert entries == ["CN-A", "CN-B"]

    def answer(dialog: ExpectDialog) -> None:
        press(dialog)

    answering(ExpectDialog, answer)
    menu.actions()[-1].trigger()
    assert "CN-B" in {screen.listing.table.rows.texts_at(row)[1] for row in range(5)}


def test_nothing_expected_yet_says_what_belongs_here(desk: Desk, qtbot: QtBot) -> None:
    desk.replace_register(Register.in_memory())
    screen = ReturnsScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.listing.empty.isVisible()
    assert screen.listing.empty.next_step.text() == "Import return…"


def test_words_that_match_nothing_are_told_apart_from_an_empty_list(screen: ReturnsScreen) -> None:
    QTest.keyClicks(screen.listing.search, "zzz")
    assert not screen.listing.empty.isVisible()
    assert screen.listing.count.text() == "0 of 4"
    assert screen.listing.clear.isVisible()
