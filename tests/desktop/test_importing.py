"""Facts about reading a provider's return in the window: dropped, understood, settled, accepted, traced, undone."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.operations.undo import undo
from db.returns.cells import place
from db.returns.references import go_to_address
from desktop.dialogs.take_in_dialog import TakeInDialog
from desktop.importing.original import OriginalScreen, original_place
from tests.desktop.acting import answering, press
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.importing import Bench, told
from tests.desktop.importing import bench as bench
from tests.desktop.importing_files import Q2, Q3, workbook

pytestmark = pytest.mark.usefixtures("worker")


def test_a_file_is_read_asked_about_and_accepted_and_the_next_quarters_asks_nothing(
    bench: Bench, tmp_path: Path
) -> None:
    bench.read(workbook(tmp_path / "Involve Q2.xlsx", 2))
    assert "2 to settle" in bench.facts
    assert bench.screen.bench.belonging.quarter.read() == Q2
    bench.settle()
    assert "nothing to settle" in bench.facts
    bench.screen.accept.click()
    (first,) = bench.kept
    assert (first.period, first.provider, first.received_on) == (Q2, "Involve", date(2024, 1, 10))
    bench.read(workbook(tmp_path / "Involve Q3.xlsx", 3, people=430))
    assert bench.screen.hand is not None
    assert bench.screen.hand.understood is not None
    assert bench.screen.hand.understood.questions
    assert bench.screen.hand.understood.open_questions == ()
    bench.screen.accept.click()
    assert [each.period for each in bench.kept] == [Q3, Q2]
    values = {each.cell: each.value for each in bench.kept[0].readings}
    assert values["C5"] == Decimal(430)
    assert values["C7"] == Decimal(82)
    assert bench.screen.pages.currentWidget() is bench.screen.empty


def test_every_stored_figure_leads_to_its_cell_in_the_kept_original(bench: Bench, tmp_path: Path) -> None:
    file = workbook(tmp_path / "Involve Q3.xlsx")
    bench.read(file)
    bench.settle()
    understood = bench.screen.hand.understood if bench.screen.hand else None
    assert understood is not None
    grid = bench.screen.bench.sheets.grid
    lists = bench.screen.bench.lists
    lists.setCurrentWidget(lists.readings)
    lists.readings.setFocus()
    for row, reading in enumerate(bench.screen.hand.readings if bench.screen.hand else ()):
        lists.readings.choose(f"{row:06}")
        assert bench.screen.bench.sheets.sheet == reading.sheet
        assert grid.current == place(reading.cell)
    bench.screen.accept.click()
    (kept,) = bench.kept
    assert bench.desk.register.returns.file(kept.file_sha256) == file.read_bytes()
    assert all(understood.cells.at(each.sheet, each.cell) is not None for each in kept.readings)


def test_the_kept_original_opens_in_another_program_with_the_address_of_the_cell_to_go_to(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[str] = []

    def stub(content: bytes, name: str) -> Path:
        opened.append(f"{name}, {len(content)} bytes")
        return tmp_path

    monkeypatch.setattr("desktop.acts.following.open_copy", stub)
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    bench.settle()
    bench.screen.accept.click()
    (kept,) = bench.kept
    original = OriginalScreen(bench.desk)
    qtbot.addWidget(original)
    sheet = kept.readings[0].sheet
    original.show_row(original_place(kept.id, sheet, "C5").row_id)
    qtbot.waitUntil(lambda: original.pages.currentWidget() is original.sheets)
    original.elsewhere.click()
    assert len(opened) == 1
    assert QGuiApplication.clipboard().text() == go_to_address(sheet, "C5")
    assert f"Go there to {go_to_address(sheet, 'C5')}" in original.told.text()
    QGuiApplication.clipboard().clear()


def test_undo_takes_a_return_its_queries_and_what_was_learned_out_again(bench: Bench, tmp_path: Path) -> None:
    before = bench.desk.register.content_hash()
    bench.read(workbook(tmp_path / "Involve Q3.xlsx", people="about 400"))
    bench.settle()
    answering(TakeInDialog, press)
    bench.screen.accept.click()
    assert bench.desk.register.following.profiles()
    assert bench.desk.register.content_hash() != before
    bench.desk.act(undo)
    assert bench.desk.register.content_hash() == before


def test_what_breaks_a_rule_is_shown_asked_of_the_provider_and_the_rest_is_kept(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx", people="about 400"))
    bench.settle()
    assert "1 problem" in bench.facts
    bench.screen.bench.next_place()
    assert bench.screen.bench.sheets.grid.current == (5, 3)
    assert "is not a number" in bench.screen.bench.sheets.means.text()
    wanted: list[str] = []

    def answer(dialog: TakeInDialog) -> None:
        assert dialog.queries is not None
        dialog.wants_text.write(True)
        wanted.append(dialog.act_button.text())
        press(dialog)

    answering(TakeInDialog, answer)
    bench.screen.accept.click()
    assert wanted[0].startswith("&Accept")
    (kept,) = bench.kept
    assert "C5" not in {each.cell for each in kept.readings}
    (query,) = bench.desk.register.following.queries(kept.id)
    assert (query.query.cell, query.query.says) == ("C5", "about 400")
    assert "C5" in QGuiApplication.clipboard().text()
    assert "Answer by: " in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


def test_the_same_file_again_says_that_it_is_there_and_cannot_be_accepted(bench: Bench, tmp_path: Path) -> None:
    file = workbook(tmp_path / "Involve Q3.xlsx")
    bench.read(file)
    bench.settle()
    bench.screen.accept.click()
    before = bench.desk.register.content_hash()
    bench.read(file)
    assert not bench.screen.accept.isEnabled()
    assert "in the register already" in told(bench.screen.bar)
    bench.screen.accept_file()
    assert bench.desk.register.content_hash() == before


def test_a_corrected_file_becomes_the_next_version_with_exactly_its_changed_figures(
    bench: Bench, tmp_path: Path
) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    bench.settle()
    bench.screen.accept.click()
    bench.read(workbook(tmp_path / "Involve Q3 again.xlsx", people=414))
    rows = bench.screen.bench.lists.changes.rows
    assert [list(rows.texts_at(row)) for row in range(rows.rowCount())] == [
        ["People supported", "412", "414", "Q3 2023-24", "C5"]
    ]
    told: list[str] = []

    def answer(dialog: TakeInDialog) -> None:
        told.append(dialog.follows.words())
        press(dialog)

    answering(TakeInDialog, answer)
    bench.screen.accept.click()
    assert "version 2" in told[0]
    assert "412 → 414" in told[0]
    assert [each.number for each in bench.kept] == [2, 1]


def test_columns_that_look_personal_are_pointed_out_and_nothing_of_them_is_kept(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    bench.settle()
    links = [each.text() for each in bench.screen.bench.pane.findChildren(QPushButton)]
    assert "A: personal data" in links
    bench.screen.accept.click()
    (kept,) = bench.kept
    assert not any("Example" in str(each.value) for each in kept.readings)
    assert "Example" not in "".join(text for _, _, text in bench.desk.register.following.profiles())
