"""Facts about giving notice by when it was sent, its clause on service, and its letter."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from db.operations.award import set_service_clause
from db.rules.counting import Counting
from db.rules.refusal import Refusal
from db.rules.service_of_notice import ServiceRule
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.notice_dialog import NoticeDialog
from desktop.dialogs.told_dialog import ToldDialog
from desktop.fields.time_field import parse_time
from tests.desktop.acting import answering, contract, press, said, write
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker

CLAUSE = ServiceRule("First class post", 2, Counting.WORKING_DAYS, "clause 34.2")


def with_clause(desk: Desk) -> None:
    desk.act(set_service_clause, contract(desk.register, "CN-A").id, CLAUSE)


def way(dialog: NoticeDialog, method: str) -> None:
    """Choose the first way of sending of a name."""
    box = dialog.way
    box.write(next(each for each in box._choices if isinstance(each, ServiceRule) and each.method == method))


def test_the_contracts_own_clause_on_service_stands_first_and_is_counted(desk: Desk) -> None:
    with_clause(desk)
    seen: list[str] = []

    def answer(dialog: NoticeDialog) -> None:
        assert dialog.way.read() == CLAUSE
        write(dialog, "sentOn", "2 2 2024")
        seen.append(dialog.follows.words())
        press(dialog)

    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is not None
    assert "Counts as served on Tuesday 6 February 2024." in seen[0]
    assert "clause 34.2" in seen[0]
    assert "Ends CN-A on 6 May 2024." in seen[0]
    notice = contract(desk.register, "CN-A").notices[0]
    assert (notice.served_on, notice.ends_on, notice.sent_at) == (date(2024, 2, 6), date(2024, 5, 6), "2024-02-02")
    assert any("clause 34.2" in step for step in notice.working)


def test_an_email_turns_on_the_time_it_was_sent(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: NoticeDialog) -> None:
        way(dialog, "E-mail")
        write(dialog, "sentOn", "2 2 2024")
        assert "Enter the time it was sent" in dialog.follows.words()
        press(dialog)
        problems.extend(said(dialog))
        write(dialog, "sentTime", "5.30pm")
        assert "Counts as served on Monday 5 February 2024." in dialog.follows.words()
        write(dialog, "sentTime", "16:59")
        assert "Counts as served on Friday 2 February 2024." in dialog.follows.words()
        press(dialog)

    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-B").id) is not None
    assert problems == ["Enter the time it was sent"]
    assert contract(desk.register, "CN-B").notices[0].sent_at == "2024-02-02T16:59:00"


def test_the_last_day_to_send_by_the_way_chosen_stands_there_too(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: NoticeDialog) -> None:
        seen.append(dialog.follows.words())
        way(dialog, "Second class post")
        seen.append(dialog.follows.words())
        dialog.reject()

    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is None
    assert "To end on its last day, 31 March 2024: serve it by Sunday 31 December 2023." in seen[0]
    assert "send it by Thursday 21 December 2023" in seen[1]


def test_the_letter_is_offered_with_the_notice_and_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker: None
) -> None:
    target = tmp_path / "Notice.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def answer(dialog: NoticeDialog) -> None:
        write(dialog, "servedOn", "2 2 2024")
        dialog.letter.control.click()  # type: ignore[attr-defined]
        press(dialog)

    answering(NoticeDialog, answer)
    assert acts.give_notice(desk, None, contract(desk.register, "CN-A").id) is not None
    assert target.read_bytes().startswith(b"%PDF")


def test_there_is_no_letter_before_there_is_a_notice(desk: Desk) -> None:
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    assert acts.notice_letter(desk, None, contract(desk.register, "CN-A").id) is None
    assert told == ["No notice is recorded on CN-A. Give notice first."]


@pytest.mark.parametrize(
    ("text", "at"),
    [("16:30", time(16, 30)), ("4.30pm", time(16, 30)), ("10am", time(10)), ("12 pm", time(12)), ("12am", time(0))],
)
def test_a_time_is_read_as_officers_type_it(text: str, at: time) -> None:
    assert parse_time(text) == at


@pytest.mark.parametrize("text", ["4", "25:00", "10:75", "13pm", "noon"])
def test_what_is_no_time_of_day_is_told(text: str) -> None:
    with pytest.raises(Refusal, match="is not a time of day"):
        parse_time(text)
