"""Facts about returns and exports from the window: blank out, filled in, kept with their cells."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from db.rules.monitoring import DaysCounted, quarter_of
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.blank_return_dialog import BlankReturnDialog
from desktop.dialogs.expect_dialog import ExpectDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.told_dialog import ToldDialog
from tests.desktop.acting import answering, contract, press, said, write
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


def test_a_filled_return_is_shown_figure_by_figure_and_problem_by_problem_then_kept(desk: Desk, filled: Path) -> None:
    seen: list[str] = []

    def answer(dialog: ImportDialog) -> None:
        seen.append(dialog.act_button.text())
        dialog.readings.leave_out(1)
        seen.append(dialog.act_button.text())
        press(dialog)

    answering(ImportDialog, answer)
    assert acts.import_return(desk, None, filled) is not None
    assert seen == ["&Import 4 figures", "&Import 3 figures"]
    kept = desk.register.returns.of(contract(desk.register, "CN-A").id)[0]
    assert (kept.period.label, kept.received_on) == ("Quarter 3 2023-24", date(2024, 1, 10))
    assert [(each.cell, each.value) for each in kept.readings] == [
        ("C10", Decimal(1204)),
        ("C13", Decimal(18_250_50)),
        ("C14", "Fine"),
    ]
    assert desk.register.returns.file(kept.file_sha256) == filled.read_bytes()


def test_the_same_file_twice_says_that_nothing_changed(desk: Desk, filled: Path) -> None:
    answering(ImportDialog, press)
    acts.import_return(desk, None, filled)
    before = desk.register.content_hash()
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    assert acts.import_return(desk, None, filled) is None
    assert "was imported already, so nothing changed" in told[0]
    assert desk.register.content_hash() == before


def test_a_changed_return_becomes_the_next_number_and_shows_what_changed(desk: Desk, filled: Path) -> None:
    answering(ImportDialog, press)
    acts.import_return(desk, None, filled)
    _fill(filled, 1210, 318, 40, 18_250.5, "Fine")
    seen: list[list[str]] = []

    def answer(dialog: ImportDialog) -> None:
        grid = dialog.readings.grid
        seen.append([grid.text_at(row, 3) for row in range(grid.rowCount())])
        press(dialog)

    answering(ImportDialog, answer)
    acts.import_return(desk, None, filled)
    assert seen == [["was 1,204", "", "new", "", ""]]
    assert [each.number for each in desk.register.returns.all()] == [2, 1]


def test_a_return_with_every_figure_left_out_is_not_imported(desk: Desk, filled: Path) -> None:
    problems: list[str] = []

    def answer(dialog: ImportDialog) -> None:
        for row in range(4):
            dialog.readings.leave_out(row)
        press(dialog)
        problems.extend(said(dialog))
        dialog.reject()

    answering(ImportDialog, answer)
    assert acts.import_return(desk, None, filled) is None
    assert problems == ["Keep at least one figure, or go back"]


def test_a_file_that_is_no_workbook_is_told_and_nothing_is_asked(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "not.xlsx"
    path.write_text("hello", encoding="utf-8")
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    assert acts.import_return(desk, None, path) is None
    assert "not.xlsx" in told[0]


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
