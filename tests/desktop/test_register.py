"""The register's page: searching, narrowing, counting, choosing."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction

from db.register import Register
from desktop.grid.filters import Filter
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.register import RegisterScreen
from desktop.screens.screen import Place
from tests.desktop.windows import register_page, window, workplace

__all__ = ["window"]


def references(page: RegisterScreen) -> list[str]:
    """The references shown, in their order."""
    return [page.table.rows.texts_at(row)[0] for row in range(page.table.rows.rowCount())]


def choose(page: RegisterScreen, *wanted: str) -> None:
    """Select the rows of these references."""
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row, reference in enumerate(references(page)):
        if reference in wanted:
            page.table.selectionModel().select(page.table.rows.index(row, 0), flags)


def test_every_contract_stands_in_the_register(window: MainWindow) -> None:
    page = register_page(window)
    assert len(references(page)) == 7
    assert page.listing.count.text() == "7 contracts"


def test_typing_narrows_the_rows_and_the_count_says_how_many_are_left(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.search.setText("navigation 55 over")
    assert references(page) == ["SAMPLE-CN-A"]
    assert window.status.counts.text() == "1 of 7"


def test_a_contract_is_found_by_another_name_of_its_provider(window: MainWindow) -> None:
    page = register_page(window)
    page.listing.search.setText("south east kent")
    assert references(page) == ["SAMPLE-WB55-SEK"]


@pytest.mark.parametrize(
    ("title", "chosen", "kept"),
    [
        ("Providers", "Porchlight", ["SAMPLE-LWK-PORCHLIGHT"]),
        ("Providers", "Involve", ["SAMPLE-CN-A", "SAMPLE-CN-B", "SAMPLE-WB55-INVOLVE"]),
        ("Status", "Running", ["SAMPLE-CN-A", "SAMPLE-CN-B"]),
        ("Service", "Live Well Kent", ["SAMPLE-LWK-PORCHLIGHT", "SAMPLE-LWK-SHAW-TRUST"]),
    ],
)
def test_a_filter_keeps_the_contracts_that_hold_its_value(
    window: MainWindow, title: str, chosen: str, kept: list[str]
) -> None:
    page = register_page(window)
    page.listing.set_filter(Filter(title, ticked=(chosen,)))
    assert references(page) == kept


def test_the_button_names_how_many_contracts_it_would_extend(window: MainWindow) -> None:
    page = register_page(window)
    page.table.clearSelection()
    assert not page.extend.isEnabled()
    choose(page, "SAMPLE-CN-A", "SAMPLE-CN-B")
    assert page.extend.accessibleName() == "Extend 2 contracts…"


def test_the_status_bar_adds_up_the_chosen_amounts(window: MainWindow) -> None:
    page = register_page(window)
    column = next(at for at, each in enumerate(page.table.rows.columns) if each.title == "Annual value")
    page.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select
    for row in range(page.table.rows.rowCount()):
        page.table.selectionModel().select(page.table.rows.index(row, column), flags)
    assert "Sum £3,870,000" in window.status.counts.text()


def test_an_act_on_one_contract_is_off_while_several_are_chosen(window: MainWindow) -> None:
    page = register_page(window)
    ids = tuple(workplace(window).desk.register.contracts.get(each).id for each in ("SAMPLE-CN-A", "SAMPLE-CN-B"))
    enabled = {
        each.objectName(): each.isEnabled() for each in page.menu_for(ids).actions() if isinstance(each, QAction)
    }
    assert (enabled["extendAction"], enabled["giveNoticeAction"]) == (True, False)


def test_a_contract_that_cannot_be_read_keeps_its_line(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from db.rules.contract import Unreadable
    from db.rules.decision import ContractId
    from db.store.contracts import Contracts

    broken = Unreadable(ContractId("x"), "SAMPLE-X", "SAMPLE-X cannot be read: its start is not a day.")
    monkeypatch.setattr(Contracts, "ids", lambda _self, _most=-1: (broken.id,))
    monkeypatch.setattr(Contracts, "some", lambda _self, _ids: (broken,))
    page = register_page(window)
    assert references(page) == ["SAMPLE-X"]
    assert page.table.rows.row_at(0).chip.word == "Cannot be read"


def test_an_empty_register_says_what_belongs_there_and_offers_the_first_step(window: MainWindow) -> None:
    workplace(window).desk.replace_register(Register.in_memory())
    page = register_page(window)
    assert page.listing.empty.isVisible()
    assert page.listing.empty.next_step.text() == "Add contract…"


def test_the_first_contracts_are_on_the_screen_before_the_others_are_asked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.screens.register._FIRST", 3)
    window.go(Place("register"))
    page = window.findChild(RegisterScreen)
    assert page is not None
    assert page.table.rows.total == 3
    assert page.listing.count.text() == "Reading all contracts…"
    settle()
    assert page.table.rows.total == 7
    assert page.listing.count.text() == "7 contracts"


def test_a_contract_asked_for_at_once_is_shown_although_it_is_not_among_the_first(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.screens.register._FIRST", 3)
    last = workplace(window).desk.register.contracts.ids()[-1]
    window.go(Place("register"))
    page = window.findChild(RegisterScreen)
    assert page is not None
    page.show_row(last)
    assert page.chosen() == (last,)
    settle()
    assert (page.chosen(), page.table.rows.total) == ((last,), 7)


def test_what_cannot_be_pressed_yet_says_what_to_choose_first(window: MainWindow) -> None:
    page = register_page(window)
    page.table.clearSelection()
    assert (page.extend.isEnabled(), page.extend.toolTip()) == (False, "Choose the contracts to extend first.")
    assert (page.change.isEnabled(), page.change.toolTip()) == (False, "Choose several contracts first.")
    page.table.selectAll()
    assert (page.change.isEnabled(), page.change.toolTip()) == (True, "")
