"""Facts about the returns of every contract by quarter."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.operations.returns import NewReturn, expect_returns, import_return
from db.register import Register
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
from desktop.desk import Desk
from desktop.screens.returns_grid import ReturnsGridScreen
from desktop.screens.screen import Place
from desktop.tables.table_view import TableView
from tests.desktop.acting import contract
from tests.desktop.acting import desk as desk


def shown(desk: Desk, qtbot: QtBot) -> tuple[ReturnsGridScreen, TableView]:
    made = ReturnsGridScreen(desk)
    qtbot.addWidget(made)
    made.resize(1400, 700)
    made.show()
    assert made.listing is not None
    return made, made.listing.table


def expected(desk: Desk) -> None:
    cn_a = contract(desk.register, "CN-A").id
    desk.act(expect_returns, cn_a, date(2023, 4, 1), 15)
    reading = Reading("Calls", MeasureUnit.COUNT, Decimal(1), "Return", "C10")
    quarter = quarter_of(date(2023, 4, 1))
    desk.act(import_return, NewReturn(cn_a, "Involve", quarter, date(2023, 7, 20), "q.xlsx", b"1", (reading,)))


def test_a_contract_stands_with_each_quarter_and_how_often_it_was_late(desk: Desk, qtbot: QtBot) -> None:
    expected(desk)
    screen, table = shown(desk, qtbot)
    assert [column.title for column in table.rows.columns][:3] == ["Contract", "Late", "Q4 2023-24"]
    assert list(table.rows.texts_at(0))[:7] == ["CN-A", "2", "Expected", "Due", "Late", "Came late", ""]
    assert screen.facts.text() == "As at 10 January 2024 · the last eight quarters · 2 times late"


def test_enter_on_a_quarter_shows_its_return_in_the_ledger(desk: Desk, qtbot: QtBot) -> None:
    expected(desk)
    screen, table = shown(desk, qtbot)
    table.setCurrentIndex(table.rows.index(0, 4))
    with qtbot.waitSignal(screen.went) as heard:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [Place("returns", f"{contract(desk.register, 'CN-A').id} 2023-07-01")]


def test_the_quarters_move_with_the_day_looked_from(desk: Desk, qtbot: QtBot) -> None:
    expected(desk)
    screen, _ = shown(desk, qtbot)
    desk.look_from(date(2023, 8, 1))
    assert screen.periods[0].label == "Quarter 2 2023-24"


def test_nothing_expected_says_what_belongs_here(desk: Desk, qtbot: QtBot) -> None:
    desk.replace_register(Register.in_memory())
    screen, _ = shown(desk, qtbot)
    assert screen.listing is not None
    assert screen.listing.empty.isVisible()
