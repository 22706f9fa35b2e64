"""Facts about chasing, accepting, querying and sending on returns from the window."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from db.operations.following import accept_return
from db.operations.returns import NewReturn, expect_returns, import_return
from db.rules.chasing import ChaseText
from db.rules.ledger import ReturnState
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
from db.rules.owed import Owed
from desktop.acts import following
from desktop.desk import Desk
from desktop.dialogs.chase_dialog import LONGEST_LINK, ChaseDialog, mail_link
from desktop.dialogs.query_dialogs import AcceptDialog, QueriesDialog
from desktop.dialogs.told_dialog import ToldDialog
from desktop.following import owed_in
from tests.desktop.acting import answering, contract, press, said, write
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker

Saves = Callable[[Path], None]
Q1 = quarter_of(date(2023, 5, 1))


@pytest.fixture
def owed(desk: Desk) -> tuple[Owed, ...]:
    """The ledger of CN-A: Quarter 1 received, 2 late, 3 due, 4 expected."""
    cn_a = contract(desk.register, "CN-A").id
    desk.act(expect_returns, cn_a, date(2023, 4, 1), 15)
    reading = Reading("Complaints", MeasureUnit.COUNT, Decimal(12), "Return", "C14")
    desk.act(import_return, NewReturn(cn_a, "Involve", Q1, date(2023, 7, 12), "q1.xlsx", b"1", (reading,)))
    return ledger(desk)


def ledger(desk: Desk) -> tuple[Owed, ...]:
    return owed_in(desk.register, desk.day, desk.holidays)


def states(desk: Desk) -> dict[str, ReturnState]:
    return {each.line.period.label: each.line.state for each in ledger(desk)}


def test_a_reminder_is_copied_whole_and_recorded_for_what_is_owed_only(desk: Desk, owed: tuple[Owed, ...]) -> None:
    def answer(dialog: ChaseDialog) -> None:
        press(dialog, "copyChase")
        press(dialog)

    answering(ChaseDialog, answer)
    try:
        assert following.chase_returns(desk, None, owed) is not None
        copied = QGuiApplication.clipboard().text()
    finally:
        QGuiApplication.clipboard().clear()
    assert copied.startswith("Subject: CN-A: monitoring returns for Quarter 2 2023-24, Quarter 3 2023-24")
    assert "Quarter 2 2023-24 (1 July 2023 to 30 September 2023): was due by 15 October 2023, 87 days ago" in copied
    assert "A. Officer, Commissioning officer" in copied
    assert "Quarter 1 2023-24" not in copied
    reminded = {each.line.period.label for each in ledger(desk) if each.line.reminded_on == date(2024, 1, 10)}
    assert reminded == {"Quarter 2 2023-24", "Quarter 3 2023-24", "Quarter 4 2023-24"}
    assert states(desk)["Quarter 3 2023-24"] is ReturnState.REMINDED


def test_a_reminder_opens_in_the_mail_program_with_its_words(
    desk: Desk, owed: tuple[Owed, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    def answer(dialog: ChaseDialog) -> None:
        write(dialog, "chaseTo", "returns@example.org")
        press(dialog, "mailChase")
        dialog.reject()

    answering(ChaseDialog, answer)
    assert following.chase_returns(desk, None, owed) is None
    assert opened[0].startswith("mailto:returns@example.org?subject=CN-A%3A%20monitoring%20returns")
    assert "body=To%20Involve%0D%0A" in opened[0]


def test_a_message_too_long_for_a_link_is_left_to_be_pasted() -> None:
    link = mail_link(ChaseText("a@example.org; by hand; b@example.org", "Returns", "x" * (LONGEST_LINK + 1)))
    assert link.toString().startswith("mailto:a@example.org,b@example.org?subject=Returns&body=")
    assert "xxx" not in link.toString()


def test_returns_that_have_come_are_not_chased(desk: Desk, owed: tuple[Owed, ...]) -> None:
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    came = [each for each in owed if each.line.state is ReturnState.RECEIVED]
    assert following.chase_returns(desk, None, came) is None
    assert told == ["These returns have come. Choose returns that are due or late."]


def test_a_return_is_accepted_with_a_note(desk: Desk, owed: tuple[Owed, ...]) -> None:
    def answer(dialog: AcceptDialog) -> None:
        dialog.note.write("Agreed by telephone")
        press(dialog)

    answering(AcceptDialog, answer)
    came = next(each for each in owed if each.line.state is ReturnState.RECEIVED)
    assert following.accept_return(desk, None, came) is not None
    assert states(desk)["Quarter 1 2023-24"] is ReturnState.ACCEPTED


def test_a_return_accepted_meanwhile_says_so_and_the_dialog_stays(desk: Desk, owed: tuple[Owed, ...]) -> None:
    came = next(each for each in owed if each.line.state is ReturnState.RECEIVED)
    desk.act(accept_return, came.line.contract_id, came.line.period, desk.day)
    problems: list[str] = []

    def answer(dialog: AcceptDialog) -> None:
        press(dialog)
        problems.extend(said(dialog))
        dialog.reject()

    answering(AcceptDialog, answer)
    assert following.accept_return(desk, None, came) is None
    assert problems == ["The return of CN-A for Quarter 1 2023-24 is accepted already."]


@pytest.mark.usefixtures("worker")
def test_queries_are_recorded_with_what_the_cell_says_and_their_list_is_saved(
    desk: Desk, owed: tuple[Owed, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "queries.xlsx"), ""))

    def answer(dialog: QueriesDialog) -> None:
        dialog.queries.write([("Return", "c14", "Is this the whole quarter?"), ("Return", "", "Who filled it in?")])
        press(dialog)

    answering(QueriesDialog, answer)
    found = desk.register.returns.all()[0]
    assert following.ask_provider(desk, None, found) is not None
    kept = [each.query for each in desk.register.following.queries(found.id)]
    assert [(each.cell, each.says, each.asked) for each in kept] == [
        ("C14", "12", "Is this the whole quarter?"), ("", "", "Who filled it in?"),
    ]  # fmt: skip
    rows = list(load_workbook(tmp_path / "queries.xlsx")["Queries"].iter_rows(min_row=2, values_only=True))
    assert [row[4] for row in rows] == ["Is this the whole quarter?", "Who filled it in?"]
    assert states(desk)["Quarter 1 2023-24"] is ReturnState.QUERIED


def test_a_cell_without_a_question_is_not_recorded(desk: Desk, owed: tuple[Owed, ...]) -> None:
    problems: list[str] = []

    def answer(dialog: QueriesDialog) -> None:
        dialog.queries.write([("Return", "C14", "")])
        press(dialog)
        problems.extend(said(dialog))
        dialog.reject()

    answering(QueriesDialog, answer)
    assert following.ask_provider(desk, None, desk.register.returns.all()[0]) is None
    assert problems == ["Say for each cell what is asked, or remove its line"]


@pytest.mark.usefixtures("worker")
def test_the_late_list_is_saved_as_a_workbook(
    desk: Desk, owed: tuple[Owed, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "late.xlsx"), ""))
    late = [each for each in owed if each.line.state is ReturnState.LATE]
    assert following.export_ledger(desk, None, late, "Late returns") == tmp_path / "late.xlsx"
    sheet = load_workbook(tmp_path / "late.xlsx")["Late returns"]
    assert [row[3] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Quarter 2 2023-24"]
