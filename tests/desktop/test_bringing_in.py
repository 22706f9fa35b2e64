"""Facts about bringing in a register that was kept in a spreadsheet: looked at, corrected, taken in, taken back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QRadioButton, QScrollBar
from pytestqt.qtbot import QtBot

from db.incoming.fields import Field
from db.operations.undo import undo
from db.returns.cells import address
from desktop import acts
from desktop.bringing_in.old_look import ASIDE, FIXED, HEADING, STOPS, WAITS
from desktop.bringing_in.old_screen import OldRegisterScreen
from desktop.bringing_in.to_do import ToDoScreen
from desktop.desk import Desk
from desktop.dialogs.what_file_dialog import Kept, WhatFileDialog
from desktop.screens.screen import Place
from tests.desktop.acting import a_session, answering, press
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.old_registers import ROWS, old_register, read

pytestmark = pytest.mark.usefixtures("worker")


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[OldRegisterScreen]:
    made = OldRegisterScreen(desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    acts.bring_in_register(desk, made, old_register(tmp_path / "Old register.csv"))
    read(made, qtbot)
    yield made
    made.put_away()


def correct(screen: OldRegisterScreen, cell: str, text: str) -> None:
    """Type over a cell as in a spreadsheet: F2, the words, Enter."""
    screen.sheets.go(screen.sheets.sheet, cell)
    screen.sheets.grid.setFocus()
    QTest.keyClick(screen.sheets.grid, Qt.Key.Key_F2)
    assert screen.sheets.line.hasFocus()
    QTest.keyClicks(screen.sheets.line, text)
    QTest.keyClick(screen.sheets.line, Qt.Key.Key_Return)


def look(screen: OldRegisterScreen, row: int, column: int) -> object:
    """How a cell is painted."""
    return screen.sheets.grid.look(row, column)


def test_it_is_said_how_many_rows_are_taken_in_and_how_many_wait(screen: OldRegisterScreen) -> None:
    assert screen.facts.text() == "Old register.csv · 4 rows: 2 taken in, 2 to do"
    assert screen.accept.text() == "&Bring in 2 rows"


def test_each_column_says_at_its_head_what_it_was_taken_for(screen: OldRegisterScreen) -> None:
    heads = [screen.sheets.grid.mean(2, column) for column in range(1, 8)]
    assert heads == [
        "Reference", "Title", "Provider", "Start", "End", "Extension, months", "Value a year",
    ]  # fmt: skip


def test_a_cell_that_stops_its_row_is_marked_and_its_row_with_it(screen: OldRegisterScreen) -> None:
    assert look(screen, 1, 1) is HEADING
    assert look(screen, 4, 5) is STOPS
    assert look(screen, 4, 2) is WAITS
    assert "31/02/2025" in screen.lists.problems.rows.texts_at(0)


def test_a_cell_is_corrected_in_place_and_its_row_is_then_taken_in(screen: OldRegisterScreen) -> None:
    correct(screen, "E4", "28/02/2025")
    assert look(screen, 4, 5) is FIXED
    assert screen.sheets.grid.seen.text_at(4, 5) == "28/02/2025"
    assert screen.facts.text().endswith("3 taken in, 1 to do")


def test_esc_leaves_a_cell_as_it_came(screen: OldRegisterScreen) -> None:
    screen.sheets.go(screen.sheets.sheet, "E4")
    QTest.keyClick(screen.sheets.grid, Qt.Key.Key_Return)
    QTest.keyClicks(screen.sheets.line, "28/02/2025")
    QTest.keyClick(screen.sheets.line, Qt.Key.Key_Escape)
    assert screen.sheets.grid.hasFocus()
    assert screen.facts.text().endswith("2 taken in, 2 to do")


def test_a_column_is_given_another_meaning_from_the_menu_at_its_head(screen: OldRegisterScreen) -> None:
    screen.sheets.go(screen.sheets.sheet, "H2")
    QTest.keyClick(screen.sheets.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = screen.findChild(QMenu, "columnMenu")
    assert menu is not None
    ticked = [each.text() for each in menu.actions() if each.isChecked()]
    next(each for each in menu.actions() if each.text() == "Not taken in").trigger()
    menu.close()
    assert ticked == ["Contract manager"]
    assert screen.sheets.grid.mean(2, 8) == "not taken in"
    assert look(screen, 2, 8) is ASIDE


def test_a_click_on_a_columns_head_opens_its_menu(screen: OldRegisterScreen) -> None:
    area = screen.sheets.grid.area(2, 3, 2, 3)
    at = QPoint(area.center().x(), 8)
    QTest.mouseClick(screen.sheets.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = screen.findChild(QMenu, "columnMenu")
    assert menu is not None
    assert [each.text() for each in menu.actions() if each.isChecked()] == [Field.PROVIDER.value]
    menu.close()


def test_a_row_that_is_left_out_waits_and_is_taken_back_in(screen: OldRegisterScreen) -> None:
    for expected in ("1 taken in, 3 to do", "2 taken in, 2 to do"):
        screen.sheets.asked.emit(screen.sheets.sheet, 2, 1, QPoint())
        menu = screen.findChildren(QMenu, "rowMenu")[-1]
        menu.actions()[0].trigger()
        menu.close()
        menu.deleteLater()
        assert screen.facts.text().endswith(expected)


def test_a_problem_in_the_list_leads_to_its_cell(screen: OldRegisterScreen) -> None:
    screen.lists.setCurrentWidget(screen.lists.problems)
    screen.lists.problems.setFocus()
    screen.lists.problems.choose(screen.lists.problems.rows.id_at(0))
    assert screen.sheets.where.text() == "E4"


def test_f8_goes_from_one_cell_to_look_at_to_the_next(screen: OldRegisterScreen) -> None:
    seen = []
    for _ in screen.plan.problems if screen.plan else ():
        screen.next_problem()
        seen.append(screen.sheets.where.text())
    assert seen == [each.cell for each in (screen.plan.problems if screen.plan else ())]
    assert len(seen) >= 2


def test_the_rows_are_brought_in_as_one_act_that_is_undone_as_one(screen: OldRegisterScreen) -> None:
    register = screen.desk.register
    before = register.content_hash()
    went: list[Place] = []
    screen.went.connect(went.append)
    QTest.mouseClick(screen.accept, Qt.MouseButton.LeftButton)
    assert {"OLD-1", "OLD-2"} <= set(register.contracts.references())
    assert register.contracts.get("OLD-2").provider_names == "Example Care Ltd"
    assert went == [Place("toDo")]
    undo(register, screen.desk.session.author())
    assert register.content_hash() == before


def test_rows_that_wait_stand_on_a_list_with_what_they_say_and_leave_as_a_workbook(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.accept.click()
    to_do = ToDoScreen(screen.desk)
    qtbot.addWidget(to_do)
    to_do.show()
    assert to_do.listing.count.text() == "2 rows"
    target = tmp_path / "To do.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    to_do.save()
    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert rows[2][2] == 5
    assert "lost its name" in rows[2]
    to_do.settle()
    assert to_do.listing.count.text() == "1 row"


def test_all_rows_that_wait_for_one_reason_are_settled_in_one_act_that_is_undone_as_one(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    nameless = tuple((f"N-{number}", "", *ROWS[3][2:]) for number in range(5))
    screen.given.give(old_register(tmp_path / "Nameless.csv", (*ROWS, *nameless)))
    read(screen, qtbot)
    screen.accept.click()
    register = screen.desk.register
    to_do = ToDoScreen(screen.desk)
    qtbot.addWidget(to_do)
    to_do.show()
    lost = next(row for row in register.brought_in.to_do() if "title" in row.reason)
    to_do.show_row(lost.id)
    to_do.alike.click()
    assert [row.said["Ref"] for row in register.brought_in.to_do()] == ["OLD-3"]
    assert undo(register, screen.desk.session.author()).sentence == "Undid: Settled 6 rows of a register brought in"
    assert len(register.brought_in.to_do()) == 7


def test_a_newer_copy_of_the_register_is_shown_as_its_changes_and_each_can_be_left(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.accept.click()
    newer = ((*ROWS[0][:7], "C. Manager", ROWS[0][8]), *ROWS[2:])
    screen.given.give(old_register(tmp_path / "Newer.csv", newer))
    read(screen, qtbot)
    changes, missing = screen.lists.changes.rows, screen.lists.missing.rows
    assert changes.texts_at(0)[:5] == ("Taken in", "OLD-1", "Contract manager", "A", "C. Manager")
    assert missing.texts_at(0)[0] == "OLD-2"
    screen.lists.changes.opened.emit(changes.id_at(0))
    assert screen.lists.changes.rows.texts_at(0)[0] == "Left as it is"
    screen.lists.changes.opened.emit(changes.id_at(0))
    screen.accept.click()
    assert screen.desk.register.contracts.get("OLD-1").manager == "C. Manager"


def test_a_question_is_answered_beside_the_sheet_and_its_rows_come_in(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (("N-1", "One", "Example Care Ltd", "03/04/2021", "05/06/2026", "", "£1,000", "A", ""),)
    screen.given.give(old_register(tmp_path / "Asks.csv", rows))
    read(screen, qtbot)
    assert not screen.accept.isEnabled()
    for _ in range(4):
        if screen.pane.cards:
            found = screen.pane.cards[0].findChild(QRadioButton)
            assert found is not None
            found.click()
    assert screen.facts.text().endswith("1 taken in, 0 to do")
    assert str(screen.plan.drafts[0].starts_on) == "2021-04-03" if screen.plan else False


def test_a_file_dropped_on_an_empty_register_is_asked_what_it_is(qtbot: QtBot, tmp_path: Path, qapp: object) -> None:
    from db.register import Register

    with Register.in_memory() as register:
        desk = Desk(a_session(tmp_path), register)
        wanted: list[Place] = []
        desk.wanted.connect(wanted.append)
        answering(WhatFileDialog, press)
        acts.take_in_dropped(desk, None, old_register(tmp_path / "Old.csv"))
        assert wanted == [Place("oldRegister")]

        def it_is_a_return(dialog: WhatFileDialog) -> None:
            dialog.kept.write(Kept.RETURN)
            press(dialog)

        answering(WhatFileDialog, it_is_a_return)
        acts.take_in_dropped(desk, None, old_register(tmp_path / "Old.csv"))
        assert wanted[-1] == Place("importing")


def test_what_is_no_spreadsheet_is_refused_in_words_and_nothing_is_kept(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "Bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 this is no workbook")
    screen.given.give(bad)
    read(screen, qtbot)
    assert screen.pages.currentWidget() is screen.refused
    assert screen.refused.words


def _is_still(bar: QScrollBar) -> bool:
    return bar.maximum() == 0


def test_no_list_below_the_sheet_scrolls_sideways_in_a_narrow_window(screen: OldRegisterScreen, qtbot: QtBot) -> None:
    screen.resize(1140, 760)
    lists = screen.lists
    for table in (lists.problems, lists.to_do, lists.changes, lists.new, lists.missing):
        lists.setCurrentWidget(table)
        bar = table.horizontalScrollBar()
        qtbot.waitUntil(partial(_is_still, bar))


def test_a_correction_lies_over_the_sheet_and_the_rest_of_it_is_as_it_came(screen: OldRegisterScreen) -> None:
    before = dict(screen.sheets.grid.seen.held)
    spot = next(iter(before))
    correct(screen, address(*spot), "As corrected")
    held = screen.sheets.grid.seen.held
    assert dict(held) == {**before, spot: "As corrected"}
    assert len(held) == len(before)
