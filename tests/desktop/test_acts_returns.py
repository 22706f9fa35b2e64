"""Facts about returns and exports from the window: blank out, filled in, kept with their cells."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.rules.monitoring import DaysCounted, quarter_of
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.blank_return_dialog import BlankReturnDialog
from desktop.dialogs.expect_dialog import ExpectDialog
from desktop.dialogs.take_in_dialog import TakeInDialog
from desktop.importing.screen import ImportingScreen
from tests.desktop.acting import answering, contract, press, write
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker

pytestmark = pytest.mark.usefixtures("worker")
Saves = Callable[[Path], None]


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Saves:
    """Has the next file saved where it is told."""
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


@pytest.fixture
def filled(desk: Desk, tmp_path: Path, saves: Saves) -> Path:
    """The blank return of CN-A for Quarter 3 of 2023-24, filled in with one bad figure."""
    path = tmp_path / "return.xlsx"
    saves(path)

    def answer(dialog: BlankReturnDialog) -> None:
        dialog.quarter.write(quarter_of(date(2023, 11, 1)))
        press(dialog)

    answering(BlankReturnDialog, answer)
    assert acts.blank_return(desk, None, contract(desk.register, "CN-A").id) == path
    _fill(path, 1204, 318, "about 120", 18_250.5, "Fine")
    return path


def _fill(path: Path, *figures: int | float | str) -> None:
    workbook = load_workbook(path)
    for row, figure in enumerate(figures, 10):
        workbook["Return"][f"C{row}"] = figure
    workbook.save(path)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Iterator[ImportingScreen]:
    made = ImportingScreen(desk)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.put_away()


def _read(screen: ImportingScreen, path: Path, qtbot: QtBot) -> None:
    acts.import_return(screen.desk, screen, path)
    screen.refresh()
    qtbot.waitUntil(lambda: screen.pages.currentWidget() is not screen.reading, timeout=20_000)


def test_our_own_blank_return_needs_no_mapping_and_is_kept_with_its_cells(
    desk: Desk, filled: Path, screen: ImportingScreen, qtbot: QtBot
) -> None:
    _read(screen, filled, qtbot)
    hand = screen.hand
    assert hand is not None
    assert hand.understood is not None
    assert hand.evidence == "Its stamp names the contract."
    assert hand.understood.questions == ()
    assert [each.cell for each in hand.understood.problems] == ["C12"]
    answering(TakeInDialog, press)
    screen.accept.click()
    kept = desk.register.returns.of(contract(desk.register, "CN-A").id)[0]
    assert (kept.period.label, kept.received_on) == ("Quarter 3 2023-24", date(2024, 1, 10))
    assert [(each.cell, each.value) for each in kept.readings] == [
        ("C10", Decimal(1204)),
        ("C11", Decimal(318)),
        ("C13", Decimal(18_250_50)),
        ("C14", "Fine"),
    ]
    assert desk.register.returns.file(kept.file_sha256) == filled.read_bytes()
    assert desk.register.following.profiles() == ()


def test_a_corrected_blank_return_becomes_the_next_version(
    desk: Desk, filled: Path, screen: ImportingScreen, qtbot: QtBot
) -> None:
    _read(screen, filled, qtbot)
    answering(TakeInDialog, press)
    screen.accept.click()
    _fill(filled, 1210, 318, 40, 18_250.5, "Fine")
    _read(screen, filled, qtbot)
    told: list[str] = []

    def answer(dialog: TakeInDialog) -> None:
        told.append(dialog.follows.words())
        press(dialog)

    answering(TakeInDialog, answer)
    screen.accept.click()
    assert "1,204 → 1,210" in told[0]
    assert "not there → 40" in told[0]
    assert [each.number for each in desk.register.returns.all()] == [2, 1]


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_asked(
    tmp_path: Path, screen: ImportingScreen, qtbot: QtBot
) -> None:
    path = tmp_path / "not.xlsx"
    path.write_bytes(b"PK\x03\x04 hello")
    _read(screen, path, qtbot)
    assert screen.pages.currentWidget() is screen.refused
    assert "not.xlsx" in screen.refused.words


def test_returns_are_expected_with_the_first_due_days_shown(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: ExpectDialog) -> None:
        write(dialog, "firstDay", "1 1 2024")
        write(dialog, "daysAllowed", "20")
        dialog.counted.write(DaysCounted.CALENDAR)
        seen.append(dialog.follows.words())
        press(dialog)

    answering(ExpectDialog, answer)
    assert acts.expect_returns(desk, None, contract(desk.register, "CN-A").id) is not None
    assert "Quarter 4 2023-24: due by 20 April 2024." in seen[0]
    assert [(each.first_day, each.days_allowed) for each in desk.register.returns.schedules()] == [
        (date(2024, 1, 1), 20)
    ]


def test_the_chosen_contracts_are_exported_and_the_notes_say_which_they_are(
    desk: Desk, tmp_path: Path, saves: Saves
) -> None:
    saves(tmp_path / "register.xlsx")
    path = acts.export_register(desk, None, (contract(desk.register, "CN-A").id,))
    assert path == tmp_path / "register.xlsx"
    workbook = load_workbook(path)
    assert [row[0] for row in workbook["Register"].iter_rows(min_row=2, values_only=True)] == ["CN-A"]
    notes = {row[0]: row[1] for row in workbook["Notes"].iter_rows(values_only=True) if row[1:]}
    assert notes["View"] == "1 of 2 contracts"
    assert notes["Made by"] == "A. Officer, Commissioning officer"
