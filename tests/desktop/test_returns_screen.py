"""Facts about the returns ledger on screen."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.operations.following import accept_return, raise_queries
from db.operations.returns import NewReturn, expect_returns, import_return
from db.register import Register
from db.rules.monitoring import DaysCounted, MeasureUnit, Reading, quarter_of
from db.rules.queries import Query
from desktop.acts.opening_copies import open_copy
from desktop.desk import Desk
from desktop.dialogs.expect_dialog import ExpectDialog
from desktop.dialogs.query_dialogs import AnswerDialog
from desktop.screens.returns import ReturnsScreen
from desktop.screens.screen import Place
from tests.desktop.acting import answering, contract, press
from tests.desktop.acting import desk as desk
from tests.desktop.test_decisions import links, words

CONTENT = b"a workbook"
Q1 = quarter_of(date(2023, 5, 1))


def take_in(desk: Desk, figure: int, content: bytes, on: date = date(2023, 7, 12)) -> None:
    reading = Reading("People supported", MeasureUnit.COUNT, Decimal(figure), "Return", "C10")
    made = NewReturn(
        contract(desk.register, "CN-A").id, "Involve", Q1, on, "q1.xlsx", content, (reading,)
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


def seen(screen: ReturnsScreen) -> list[tuple[str, str]]:
    rows = screen.listing.table.rows
    return [(rows.texts_at(row)[0], rows.texts_at(row)[2]) for row in range(rows.rowCount())]


def quarter(screen: ReturnsScreen, begins: str) -> str:
    return f"{contract(screen.desk.register, 'CN-A').id} {begins}"


def test_what_asks_for_something_stands_first_and_each_quarter_says_how_it_stands(screen: ReturnsScreen) -> None:
    assert seen(screen) == [
        ("Quarter 2 2023-24", "Late by 87 days"),
        ("Quarter 3 2023-24", "Due"),
        ("Quarter 1 2023-24", "Received"),
        ("Quarter 4 2023-24", "Expected"),
    ]
    assert screen.facts.text() == "As at 10 January 2024 · 1 late · 1 due · 1 to accept"


def test_a_due_day_in_working_days_says_which_bank_holidays_were_not_counted(screen: ReturnsScreen) -> None:
    desk = screen.desk
    desk.act(expect_returns, contract(desk.register, "CN-A").id, date(2023, 4, 1), 5, DaysCounted.WORKING)
    screen.show_row(quarter(screen, "2023-10-01"))
    press(screen.detail, "returnDueWhy")
    said = words(screen.detail)
    assert "8 January 2024" in said
    assert "New Year’s Day (1 January 2024)" in said.replace("'", "’")


def test_no_quarter_is_expected_after_the_contract_has_ended_and_none_received_before_it_came(
    screen: ReturnsScreen,
) -> None:
    screen.desk.look_from(date(2025, 6, 1))
    assert ("Quarter 1 2024-25", "Late by 321 days") not in seen(screen)
    assert {label for label, _ in seen(screen)} == {f"Quarter {number} 2023-24" for number in (1, 2, 3, 4)}
    screen.desk.look_from(date(2023, 7, 11))
    assert ("Quarter 1 2023-24", "Due") in seen(screen)


def test_a_return_that_came_unasked_is_listed_without_a_due_day(desk: Desk, qtbot: QtBot) -> None:
    take_in(desk, 1, CONTENT)
    made = ReturnsScreen(desk)
    qtbot.addWidget(made)
    made.show()
    assert seen(made) == [("Quarter 1 2023-24", "Received")]
    assert made.listing.table.rows.texts_at(0)[3] == ""


def test_a_new_version_shows_each_changed_figure_with_its_cell(screen: ReturnsScreen) -> None:
    take_in(screen.desk, 1210, b"another workbook")
    screen.show_row(quarter(screen, "2023-04-01"))
    said = words(screen.detail)
    assert "People supported: 1,204 → 1,210 (Return!C10)" in said
    assert "1 figure changed since version 1:" in said
    assert said.index("Version 2, received 12 July 2023") < said.index("Version 1, received 12 July 2023")


def test_a_new_version_with_the_same_figures_says_so(screen: ReturnsScreen) -> None:
    take_in(screen.desk, 1204, b"saved again")
    screen.show_row(quarter(screen, "2023-04-01"))
    assert "Every figure is as in version 1." in words(screen.detail)


def test_the_original_workbook_is_saved_byte_for_byte(
    screen: ReturnsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "again.xlsx"), ""))
    screen.show_row(screen.desk.register.returns.all()[0].id)
    links(screen.detail)["Save the file…"].click()
    assert (tmp_path / "again.xlsx").read_bytes() == CONTENT


def test_the_original_workbook_is_opened_as_a_copy_that_cannot_be_written_over(
    screen: ReturnsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    screen.show_row(screen.desk.register.returns.all()[0].id)
    links(screen.detail)["Open the file"].click()
    assert opened[0].name == "q1.xlsx"
    assert opened[0].read_bytes() == CONTENT
    assert not opened[0].stat().st_mode & 0o222


def test_a_file_that_is_no_workbook_by_its_name_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))
    with pytest.raises(Exception, match="is no workbook by its name"):
        open_copy(b"MZ", "figures.exe")


def test_a_return_leads_to_its_contract_and_to_its_scorecard(screen: ReturnsScreen, qtbot: QtBot) -> None:
    screen.show_row(quarter(screen, "2023-04-01"))
    with qtbot.waitSignal(screen.went) as heard:
        links(screen.detail)["CN-A"].click()
    assert heard.args == [Place("contract", contract(screen.desk.register, "CN-A").id)]
    with qtbot.waitSignal(screen.went) as heard:
        screen.card.click()
    assert heard.args == [Place("scorecard", f"contract:{quarter(screen, '2023-04-01')}")]


@pytest.mark.parametrize(("title", "choice", "left"), [("State", "Late", 1), ("Quarter", "Quarter 4 2023-24", 1),
                                                       ("Service", "Community Navigation", 4)])  # fmt: skip
def test_the_ledger_is_narrowed_by_state_quarter_and_service(
    screen: ReturnsScreen, title: str, choice: str, left: int
) -> None:
    screen.listing.filter_named(title).setCurrentText(choice)
    assert screen.listing.table.rows.rowCount() == left


def test_only_what_can_be_done_about_a_return_is_offered(screen: ReturnsScreen) -> None:
    def offered(begins: str) -> tuple[bool, bool, bool]:
        screen.show_row(quarter(screen, begins))
        return screen.chase.isEnabled(), screen.accept.isEnabled(), screen.ask.isEnabled()

    assert offered("2023-07-01") == (True, False, False)
    assert offered("2023-04-01") == (False, True, True)
    screen.desk.act(accept_return, contract(screen.desk.register, "CN-A").id, Q1, screen.desk.day)
    assert offered("2023-04-01") == (False, False, True)


def test_an_open_query_is_shown_with_its_cell_and_its_answer_is_recorded(screen: ReturnsScreen) -> None:
    found = screen.desk.register.returns.all()[0]
    query = Query("Return", "C10", "1,204", "Is this the whole quarter?")
    screen.desk.act(raise_queries, found.id, (query,), screen.desk.day)
    screen.show_row(found.id)
    assert seen(screen)[2] == ("Quarter 1 2023-24", "Queried")
    assert "Sheet “Return”, cell C10: Is this the whole quarter?" in words(screen.detail)

    def answer(dialog: AnswerDialog) -> None:
        dialog.words_said.write("Yes, all of it")
        press(dialog)

    answering(AnswerDialog, answer)
    links(screen.detail)["Record the answer…"].click()
    assert "answered 10 January 2024: Yes, all of it" in words(screen.detail)
    assert screen.desk.register.following.facts()[found.contract_id, Q1].queries[0].answered_on == date(2024, 1, 10)


def test_an_act_offers_the_chosen_contract_first_and_is_seen_at_once(screen: ReturnsScreen) -> None:
    menu = screen.expect
    menu.aboutToShow.emit()
    entries = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert entries == ["CN-A", "CN-B"]
    answering(ExpectDialog, press)
    menu.actions()[-1].trigger()
    assert "CN-B" in {screen.listing.table.rows.texts_at(row)[1] for row in range(5)}


def test_nothing_expected_yet_says_what_belongs_here(desk: Desk, qtbot: QtBot) -> None:
    desk.replace_register(Register.in_memory())
    screen = ReturnsScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.listing.empty.isVisible()
    assert screen.listing.empty.next_step.text() == "Read a return…"
    assert not any(each.isEnabled() for each in (screen.chase, screen.accept, screen.ask, screen.card))


def test_words_that_match_nothing_are_told_apart_from_an_empty_list(screen: ReturnsScreen) -> None:
    QTest.keyClicks(screen.listing.search, "zzz")
    assert not screen.listing.empty.isVisible()
    assert screen.listing.count.text() == "0 of 4"
    assert screen.listing.clear.isVisible()
