"""Facts about a workbook of the register that comes back edited: its changes only, conflicts settled, one undo."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from db.operations.edit_details import edit_details
from db.operations.undo import undo
from desktop import acts
from desktop.acts.bringing_in import is_own_workbook
from desktop.bringing_in import edited_screen
from desktop.bringing_in.edited_rows import Fate
from desktop.bringing_in.edited_screen import EditedScreen
from desktop.desk import Desk
from desktop.screens.screen import Place
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.old_registers import old_register, read
from tests.desktop.windows import opened, workplace

pytestmark = pytest.mark.usefixtures("worker")


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Iterator[EditedScreen]:
    made = EditedScreen(desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.put_away()


@pytest.fixture
def book(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole register as the window exports it."""
    target = tmp_path / "Register out.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    assert acts.export_register(desk, None) == target
    return target


def edit(book: Path, change: Callable[[Any, dict[str, int]], None]) -> Path:
    """Change the first sheet of a workbook by hand and save it."""
    workbook = load_workbook(book)
    sheet = workbook.worksheets[0]
    change(sheet, {str(each.value): each.column for each in sheet[1] if each.column})
    workbook.save(book)
    return book


def take(screen: EditedScreen, book: Path, qtbot: QtBot) -> None:
    """Give the screen a workbook and wait until it is read."""
    acts.take_in_workbook(screen.desk, screen, book)
    read(screen, qtbot)


def set_title(sheet: Any, heads: dict[str, int]) -> None:
    sheet.cell(2, heads["Contract"]).value = "A title from Excel"


def choose(screen: EditedScreen, fate: Fate) -> None:
    """Press the radio button of what becomes of the row in hand."""
    found = screen.pane.findChild(QRadioButton, f"fate {fate.value}")
    assert found is not None
    found.click()


def test_an_untouched_workbook_changes_nothing(screen: EditedScreen, book: Path, qtbot: QtBot) -> None:
    take(screen, book, qtbot)
    assert screen.rows == ()
    assert "nothing is different" in screen.facts.text()
    assert not screen.accept.isEnabled()


def test_a_change_is_shown_before_and_after_and_taken_in_and_back_as_one_act(
    screen: EditedScreen, book: Path, qtbot: QtBot
) -> None:
    register = screen.desk.register
    before = register.content_hash()
    take(screen, edit(book, set_title), qtbot)
    assert screen.listing.table.rows.texts_at(0)[:6] == (
        "Taken in", "Change", "CN-A", "Contract", "Community Navigation Part A", "A title from Excel",
    )  # fmt: skip
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert register.contracts.get("CN-A").title == "A title from Excel"
    undo(register, screen.desk.session.author())
    assert register.content_hash() == before


def test_a_change_that_is_left_stays_out(screen: EditedScreen, book: Path, qtbot: QtBot) -> None:
    take(screen, edit(book, set_title), qtbot)
    choose(screen, Fate.LEFT)
    assert not screen.accept.isEnabled()
    assert screen.fate(screen.rows[0]) is Fate.LEFT


def test_a_workbook_given_again_starts_anew_and_nothing_waits_that_nobody_can_settle(
    screen: EditedScreen, book: Path, qtbot: QtBot
) -> None:
    take(screen, edit(book, set_title), qtbot)
    choose(screen, Fate.LEFT)
    screen.given.clear()
    screen.refresh()
    take(screen, book, qtbot)
    assert [screen.fate(row) for row in screen.rows] == [Fate.TAKEN]
    assert screen.accept.isEnabled()


def test_the_list_of_changes_does_not_scroll_sideways_in_the_usual_window(
    screen: EditedScreen, book: Path, qtbot: QtBot
) -> None:
    take(screen, edit(book, set_title), qtbot)
    screen.resize(1140, 760)
    qtbot.waitUntil(lambda: not screen.listing.table.horizontalScrollBar().maximum())


@pytest.mark.parametrize(("fate", "stands"), [(Fate.TAKEN, "From Excel"), (Fate.LEFT, "Meanwhile here")])
def test_what_both_sides_changed_waits_until_it_is_said_which_stands(
    screen: EditedScreen, book: Path, qtbot: QtBot, fate: Fate, stands: str
) -> None:
    register = screen.desk.register

    def change(sheet: Any, heads: dict[str, int]) -> None:
        set_title(sheet, heads)
        sheet.cell(2, heads["Service"]).value = "From Excel"

    edit(book, change)
    contract = register.contracts.get("CN-A")
    screen.desk.act(edit_details, contract.id, contract.version, {"service": "Meanwhile here"})
    take(screen, book, qtbot)
    assert not screen.accept.isEnabled()
    shown = screen.pane.accessibleName(), screen.rows[0].was, screen.rows[0].ours, screen.rows[0].theirs
    assert shown[1:] == ("Community Navigation", "Meanwhile here", "From Excel")
    choose(screen, fate)
    screen.accept.click()
    assert register.contracts.get("CN-A").service == stands
    assert register.contracts.get("CN-A").title == "A title from Excel"


def test_a_new_row_and_a_row_that_is_gone_are_asked_and_undone_together(
    screen: EditedScreen, book: Path, qtbot: QtBot
) -> None:
    register = screen.desk.register
    before = register.content_hash()

    def change(sheet: Any, heads: dict[str, int]) -> None:
        sheet.delete_rows(3)
        sheet.cell(3, heads["Reference"]).value = "NEW-1"
        sheet.cell(3, heads["Contract"]).value = "A contract typed in Excel"

    take(screen, edit(book, change), qtbot)
    assert [row.what.value for row in screen.open_rows] == ["New row", "Row gone"]
    choose(screen, Fate.TAKEN)
    choose(screen, Fate.TAKEN)
    screen.accept.click()
    assert sorted(register.contracts.references()) == ["CN-A", "NEW-1"]
    assert [each.reference for each in register.contracts.withdrawn()] == ["CN-B"]
    undo(register, screen.desk.session.author())
    assert register.content_hash() == before


def test_what_only_an_instrument_may_change_is_told_with_the_act_that_does_it(
    screen: EditedScreen, book: Path, qtbot: QtBot
) -> None:
    def change(sheet: Any, heads: dict[str, int]) -> None:
        sheet.cell(2, heads["Current end"]).value = date(2030, 1, 1)

    take(screen, edit(book, change), qtbot)
    row = screen.rows[0]
    assert (row.what.value, row.can_take) == ("By its own act", False)
    assert "extend, vary or give notice" in row.sentence
    assert not screen.accept.isEnabled()


def test_a_large_register_is_compared_by_the_worker_from_its_file_and_finds_the_same(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edited_screen, "MANY", 0)
    with opened(tmp_path) as window:
        target = tmp_path / "Register out.xlsx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
        desk = workplace(window).desk
        acts.export_register(desk, window)
        acts.take_in_workbook(desk, window, edit(target, set_title))
        page = workplace(window).pages.currentWidget()
        assert isinstance(page, EditedScreen)
        qtbot.waitUntil(lambda: page.pages.currentWidget() is page.whole and not page.is_busy, timeout=20_000)
        assert [row.theirs for row in page.rows] == ["A title from Excel"]


def test_a_workbook_of_another_register_is_refused_and_says_so(
    screen: EditedScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    take(screen, old_register(tmp_path / "Old.csv"), qtbot)
    assert screen.pages.currentWidget() is screen.refused
    assert "was not written from a register" in screen.refused.words


def test_our_own_workbook_is_known_when_it_is_dropped(desk: Desk, book: Path, tmp_path: Path) -> None:
    wanted: list[Place] = []
    desk.wanted.connect(wanted.append)
    assert is_own_workbook(book)
    assert not is_own_workbook(old_register(tmp_path / "Old.csv"))
    acts.take_in_dropped(desk, None, book)
    acts.take_in_dropped(desk, None, old_register(tmp_path / "Old.csv"))
    assert wanted == [Place("editedWorkbook"), Place("importing")]
