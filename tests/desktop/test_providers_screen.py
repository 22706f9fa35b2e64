"""Facts about the screen of providers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.dialogs.provider_dialogs import AliasDialog, ProviderDialog
from desktop.screens.providers import ProvidersScreen
from desktop.screens.screen import Place
from tests.desktop.acting import answering, press, write
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.test_decisions import links, words


@pytest.fixture
def screen(sample_desk: Desk, qtbot: QtBot) -> ProvidersScreen:
    sample_desk.look_from(date(2025, 12, 1))
    made = ProvidersScreen(sample_desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def row(screen: ProvidersScreen, name: str) -> tuple[str, ...]:
    rows = screen.listing.table.rows
    return next(rows.texts_at(at) for at in range(rows.rowCount()) if rows.texts_at(at)[0] == name)


def test_a_provider_stands_with_its_names_contracts_and_annual_value(screen: ProvidersScreen) -> None:
    assert row(screen, "Social Enterprise Kent") == (
        "Social Enterprise Kent", "SEK, South East Kent (SEK)", "1", "1", "£1,240,000",
    )  # fmt: skip
    assert row(screen, "Porchlight")[2:] == ("1", "0", "")


def test_a_provider_is_found_by_any_of_its_names_and_by_its_contracts(screen: ProvidersScreen) -> None:
    QTest.keyClicks(screen.listing.search, "south east")
    assert screen.listing.count.text() == "1 of 7"
    screen.listing.search.setText("SAMPLE-CN-B")
    assert screen.listing.count.text() == "3 of 7"


def test_its_contracts_lead_to_their_pages_and_say_how_they_stand(screen: ProvidersScreen, qtbot: QtBot) -> None:
    register = screen.desk.register
    screen.show_row(register.providers.get("SEK").id)
    assert "Running to 31 March 2027" in words(screen.detail)
    with qtbot.waitSignal(screen.went) as heard:
        links(screen.detail)["SAMPLE-WB55-SEK"].click()
    assert heard.args == [Place("contract", register.contracts.get("SAMPLE-WB55-SEK").id)]


def test_a_name_added_here_is_seen_at_once(screen: ProvidersScreen) -> None:
    def answer(dialog: AliasDialog) -> None:
        write(dialog, "name", "Porchlight Kent")
        write(dialog, "source", "a letter")
        press(dialog)

    screen.show_row(screen.desk.register.providers.get("Porchlight").id)
    answering(AliasDialog, answer)
    QTest.mouseClick(screen.name_button, Qt.MouseButton.LeftButton)
    assert "Porchlight Kent" in words(screen.detail)
    assert row(screen, "Porchlight")[1] == "Porchlight Kent"


def test_a_provider_added_here_is_listed(screen: ProvidersScreen) -> None:
    def answer(dialog: ProviderDialog) -> None:
        write(dialog, "name", "A new charity")
        press(dialog)

    answering(ProviderDialog, answer)
    links(screen)["Add provider…"].click()
    assert row(screen, "A new charity")[2:] == ("0", "0", "")


def test_only_those_with_a_running_contract_are_kept(screen: ProvidersScreen) -> None:
    screen.listing.filter_named("Contracts").setCurrentText("With a running contract")
    assert "Porchlight" not in {screen.listing.table.rows.texts_at(at)[0] for at in range(5)}
