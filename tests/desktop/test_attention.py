"""The page of what needs attention: what it lists, why, and what settles it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from db.operations.diary import mark_line, set_leads
from db.rules.attention import AttentionLine, Matter
from db.rules.marks import MarkKind
from db.rules.refusal import Refusal
from db.rules.working_days import BankHolidays
from desktop import acts
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.screens.attention import AttentionScreen
from desktop.screens.attention_rows import SETTLED_BY, AttentionRow, how_far
from desktop.screens.chips import FilterChip
from tests.desktop.windows import attention, window, workplace

__all__ = ["window"]


def said(window: MainWindow) -> str:
    """Everything the pane beside the table says."""
    return " ".join(each.text() for each in attention(window).why.findChildren(QLabel))


def offered(window: MainWindow) -> list[str]:
    """What the pane beside the table offers to do."""
    return [each.accessibleName() for each in attention(window).why.findChildren(QPushButton)]


def go_to(window: MainWindow, matter: Matter) -> AttentionLine:
    """Put the keyboard on the first line of a matter."""
    page = attention(window)
    rows = [page.table.rows.row_at(row) for row in range(page.table.rows.rowCount())]
    found = next(row for row in rows if row.line.matter is matter)
    assert isinstance(found, AttentionRow)
    page.table.choose(found.id)
    return found.line


def press(page: AttentionScreen, name: str) -> None:
    """Press a button of the pane beside the table."""
    found = page.why.findChild(QPushButton, name)
    assert found is not None
    found.click()


def stand_in(monkeypatch: pytest.MonkeyPatch, act: str, kind: MarkKind, until: date | None = None) -> None:
    """In place of an act that would ask: do it at once."""

    def do(desk: Desk, _parent: object, line: AttentionLine) -> None:
        desk.act(mark_line, line, kind, desk.day, until)

    monkeypatch.setattr(acts, act, do, raising=False)


def test_the_facts_line_says_from_which_day_when_checked_and_how_much_is_pressing(window: MainWindow) -> None:
    words = attention(window).facts.text()
    assert words == "As at 15 December 2023 · checked 09:02 · 2 overdue, 4 in the next 90 days"


def test_the_soonest_matter_is_first_and_its_working_is_beside_it(window: MainWindow) -> None:
    page = attention(window)
    first = page.table.rows.row_at(0)
    assert isinstance(first, AttentionRow)
    assert (first.line.matter, first.line.act_by) == (Matter.DECIDE_BY, date(2023, 12, 14))
    assert "start by 15 Nov 2023" in first.line.what
    assert "3 months counted back from it is 31 December 2023" in said(window)
    assert "Take the decision: by Thursday 14 December 2023" in said(window)


def test_a_chip_keeps_only_its_rows_and_clearing_brings_all_back(window: MainWindow) -> None:
    page = attention(window)
    page.chips.pick("later")
    assert {page.table.rows.row_at(row).urgency for row in range(page.table.rows.rowCount())} == {"later"}
    page.listing.clear_all()
    assert page.table.rows.rowCount() == page.table.rows.total


def test_a_filter_offers_the_matters_there_are(window: MainWindow) -> None:
    box = attention(window).listing.filter_named("Matter")
    assert [box.itemText(at) for at in range(box.count())] == [
        "Every matter",
        "Contract ends",
        "Decide on an extension option",
        "Last day to serve notice",
        "Take the decision",
    ]


def test_enter_on_a_line_opens_its_contract(window: MainWindow) -> None:
    page = attention(window)
    row = page.table.rows.row_at(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert workplace(window).pages.place.row_id == row.line.contract_id


def test_looking_from_a_typed_day_works_everything_out_for_that_day(window: MainWindow) -> None:
    page = attention(window)
    page.day_picker.control.setText("1/4/2025")  # type: ignore[attr-defined]
    assert workplace(window).desk.day == date(2025, 4, 1)
    assert "As at 1 April 2025" in page.facts.text()
    past = [page.table.rows.row_at(row).line for row in range(page.table.rows.rowCount())]
    assert [line.contract_reference for line in past if "Running past its end" in line.what] == ["SAMPLE-CN-A"]


def test_the_act_that_settles_an_option_is_to_extend(window: MainWindow) -> None:
    go_to(window, Matter.OPTION)
    assert offered(window)[0] == "Extend…"


def test_the_decision_to_take_is_settled_by_recording_it(window: MainWindow) -> None:
    go_to(window, Matter.DECIDE_BY)
    assert offered(window)[0] == "Record decision…"


def test_an_acknowledged_line_rests_and_the_keyboard_stays_in_the_table(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "acknowledge", MarkKind.SEEN)
    page = attention(window)
    before = page.table.rows.total
    line = go_to(window, Matter.SERVE_BY)
    press(page, "acknowledgeButton")
    assert page.table.rows.total == before - 1
    assert line.key not in page.table.rows.shown_ids()
    assert page.table.hasFocus()


def test_what_rests_is_behind_its_chip_with_what_was_done_by_whom(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "put_off", MarkKind.PUT_OFF, date(2023, 12, 20))
    page = attention(window)
    line = go_to(window, Matter.ENDING)
    press(page, "put_offButton")
    assert [chip.text() for chip in page.chips.findChildren(FilterChip) if "rest" in chip.text()] == ["At rest 1"]
    page.chips.pick("resting")
    assert page.table.rows.shown_ids() == (line.key,)
    assert "Put off until 20 December 2023 by A. Officer on 15 December 2023." in said(window)
    page.listing.clear_all()
    assert page.table.rows.total > 1


def test_a_line_put_off_is_open_again_on_its_day(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "put_off", MarkKind.PUT_OFF, date(2023, 12, 20))
    page = attention(window)
    line = go_to(window, Matter.ENDING)
    press(page, "put_offButton")
    workplace(window).desk.look_from(date(2023, 12, 20))
    assert line.key in page.table.rows.shown_ids()


def test_undo_brings_a_done_line_back(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "done", MarkKind.DONE)
    page = attention(window)
    line = go_to(window, Matter.ENDING)
    QTest.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert line.key not in page.table.rows.shown_ids()
    workplace(window).undoing.undo()
    assert line.key in page.table.rows.shown_ids()


def test_the_table_offers_the_marks_in_its_own_menu(window: MainWindow) -> None:
    page = attention(window)
    assert page.table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [each.text().replace("&", "") for each in page.table.actions()] == [
        "Acknowledge",
        "Put off…",
        "Mark as done",
    ]


def test_a_lead_time_set_brings_a_matter_into_sight_at_once(window: MainWindow) -> None:
    page = attention(window)
    desk = workplace(window).desk
    desk.act(set_leads, Matter.ENDING, (30,))
    shown = {page.table.rows.row_at(row).line.matter for row in range(page.table.rows.rowCount())}
    assert Matter.ENDING not in shown


def test_without_the_file_of_bank_holidays_the_days_that_need_it_say_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> BankHolidays:
        raise Refusal("The bank holidays cannot be read. Put the file back.")

    monkeypatch.setattr("desktop.desk.bank_holidays", missing)
    desk = Desk(window.session, workplace(window).desk.register)
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    _, counted = desk.diary().runway_to(contract.id, date(2024, 3, 31))
    assert counted is not None
    assert counted.decide_by is None
    assert "The bank holidays of 2024 are not recorded" in counted.warnings[0]


def test_every_matter_has_what_settles_it() -> None:
    assert set(SETTLED_BY) == set(Matter)


def test_how_far_a_day_is_reads_as_people_say_it() -> None:
    day = date(2024, 1, 15)
    assert [how_far(by, day) for by in (None, day, date(2024, 1, 16), date(2023, 12, 31))] == [
        "",
        "today",
        "in 1 day",
        "15 days ago",
    ]
