"""Facts about the page on data quality."""

import pytest
from pytestqt.qtbot import QtBot

from db.operations.edit_details import edit_details
from desktop.desk import Desk
from desktop.screens.quality import QualityScreen
from desktop.screens.screen import Place
from tests.desktop.acting import sample_desk as sample_desk


@pytest.fixture
def screen(sample_desk: Desk, qtbot: QtBot) -> QualityScreen:
    made = QualityScreen(sample_desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def count(screen: QualityScreen, rule: str) -> str:
    rows = screen.rules.rows
    return next(rows.texts_at(at)[0] for at in range(rows.rowCount()) if rows.texts_at(at)[1] == rule)


def test_each_rule_has_its_count_and_leads_to_its_rows(screen: QualityScreen, qtbot: QtBot) -> None:
    screen.show_rule("No first day")
    assert count(screen, "No first day") == str(screen.rows.table.rows.total) == "5"
    with qtbot.waitSignal(screen.went) as heard:
        screen.rows.table.opened.emit(screen.rows.table.rows.id_at(0))
    contracts = screen.desk.register.contracts
    assert heard.args == [Place("contract", contracts.get("SAMPLE-LWK-PORCHLIGHT").id)]


def test_a_rule_on_providers_leads_to_the_provider(screen: QualityScreen, qtbot: QtBot) -> None:
    screen.show_rule("Provider without a number")
    with qtbot.waitSignal(screen.went) as heard:
        screen.rows.table.opened.emit(screen.rows.table.rows.id_at(0))
    assert heard.args[0].screen == "providers"


def test_a_rule_counts_less_once_a_row_is_put_right(screen: QualityScreen) -> None:
    before = int(count(screen, "No manager"))
    contract = screen.desk.register.contracts.get("SAMPLE-CN-A")
    screen.desk.act(edit_details, contract.id, contract.version, {"manager": "B. Manager"})
    assert int(count(screen, "No manager")) == before - 1


def test_completeness_stands_by_contract_manager(screen: QualityScreen) -> None:
    contract = screen.desk.register.contracts.get("SAMPLE-CN-A")
    screen.desk.act(edit_details, contract.id, contract.version, {"manager": "B. Manager"})
    rows = screen.officers.table.rows
    found = {rows.texts_at(at)[0]: rows.texts_at(at) for at in range(rows.rowCount())}
    assert set(found) == {"B. Manager", "No contract manager"}
    assert found["B. Manager"][2] == "1"
    assert "contract manager" not in found["B. Manager"][3]


def test_a_contract_says_what_lacks_before_it_is_published(screen: QualityScreen) -> None:
    screen.tabs.setCurrentIndex(2)
    rows = screen.ready.table.rows
    cells = next(rows.texts_at(at) for at in range(rows.rowCount()) if rows.texts_at(at)[0] == "SAMPLE-CN-A")
    assert cells[2] == "Not ready"
    assert cells[3].startswith("department, value to the last day, VAT not recovered")
