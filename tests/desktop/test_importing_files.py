"""Whatever file comes, the window goes on; several files and several quarters are taken in their turn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from db.operations.undo import undo
from desktop import acts
from desktop.dialogs.take_in_dialog import TakeInDialog
from desktop.jobs import Limits
from desktop.worker import ENDED, TOO_LONG, TOO_MUCH, Failure
from tests.desktop import works
from tests.desktop.acting import answering, press
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.importing import Bench
from tests.desktop.importing import bench as bench
from tests.desktop.importing_files import Q2, Q3, separated, two_quarters, workbook

pytestmark = pytest.mark.usefixtures("worker")


def test_a_file_that_is_cancelled_leaves_nothing(bench: Bench, tmp_path: Path) -> None:
    before = bench.desk.register.content_hash()
    acts.import_return(bench.desk, bench.screen, workbook(tmp_path / "Involve Q3.xlsx"))
    bench.screen.refresh()
    assert bench.screen.pages.currentWidget() is bench.screen.reading
    bench.screen.reading.stop.click()
    assert bench.screen.hand is None
    assert bench.screen.line.waiting == ()
    assert bench.screen.pages.currentWidget() is bench.screen.empty
    assert bench.desk.register.content_hash() == before


def test_the_window_answers_while_a_file_is_read(bench: Bench, tmp_path: Path) -> None:
    turns: list[int] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start()
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    timer.stop()
    assert len(turns) > 3


def test_several_files_are_taken_one_after_the_other(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "letter.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    bench.read(separated(tmp_path / "Q3.csv"), tmp_path / "letter.xlsx", workbook(tmp_path / "Involve Q2.xlsx", 2))
    assert "file 1 of 3" in bench.facts
    bench.screen.accept.click()
    bench.wait()
    assert bench.screen.pages.currentWidget() is bench.screen.refused
    assert "letter.xlsx" in bench.screen.refused.words
    bench.screen.refused.go_on.click()
    bench.wait()
    assert "file 3 of 3" in bench.facts
    bench.screen.leave_it.click()
    assert bench.screen.pages.currentWidget() is bench.screen.empty
    assert [each.file_name for each in bench.kept] == ["Q3.csv"]


@pytest.mark.parametrize(
    ("happened", "told"),
    [(ENDED, "brought down the program"), (TOO_LONG, "longer than 60 seconds"), (TOO_MUCH, "more memory than")],
)
def test_a_file_that_brings_its_reader_down_or_takes_too_much_is_told_as_one_that_is_not_safe(
    bench: Bench, tmp_path: Path, happened: str, told: str
) -> None:
    acts.import_return(bench.desk, bench.screen, workbook(tmp_path / "Involve Q3.xlsx"))
    bench.screen.refresh()
    hand = bench.screen.hand
    assert hand is not None
    hand._on_failed(Failure("The work stopped unexpectedly.", happened))
    assert "could not be read safely" in bench.screen.refused.words
    assert told in bench.screen.refused.words


@pytest.mark.parametrize("stub", [works.hang_on_file, works.fill_memory_by_file])
def test_a_file_that_hangs_or_fills_the_memory_is_given_up_and_the_window_goes_on(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stub: Callable[..., object]
) -> None:
    monkeypatch.setattr("desktop.importing.work.open_file", stub)
    monkeypatch.setattr("desktop.importing.in_hand.LIMITS", Limits(seconds=2, memory=600_000_000))
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    assert bench.screen.pages.currentWidget() is bench.screen.refused
    assert "could not be read safely" in bench.screen.refused.words
    monkeypatch.undo()
    bench.screen.refused.go_on.click()
    bench.read(workbook(tmp_path / "Involve Q2.xlsx", 2))
    assert bench.screen.pages.currentWidget() is bench.screen.whole


def test_a_file_of_several_quarters_is_accepted_whole_in_one_act_that_one_undo_takes_out(
    bench: Bench, tmp_path: Path
) -> None:
    before = bench.desk.register.content_hash()
    bench.read(two_quarters(tmp_path / "Involve.csv"))
    bench.settle()
    assert bench.screen.accept_each.text() == "Accept all 2 q&uarters"
    bench.screen.accept_each.click()
    assert [(each.period, each.number) for each in bench.kept] == [(Q3, 1), (Q2, 1)]
    assert [[figure.cell for figure in each.readings] for each in bench.kept] == [["C4", "C5"], ["C2", "C3"]]
    assert bench.screen.pages.currentWidget() is bench.screen.empty
    bench.desk.act(undo)
    assert bench.desk.register.content_hash() == before


def test_of_several_quarters_only_those_that_say_something_else_become_a_new_version(
    bench: Bench, tmp_path: Path
) -> None:
    bench.read(two_quarters(tmp_path / "Involve.csv"))
    bench.settle()
    bench.screen.accept_each.click()
    bench.read(two_quarters(tmp_path / "Involve again.csv", third=431))
    told: list[str] = []

    def answer(dialog: TakeInDialog) -> None:
        told.append(dialog.follows.words())
        press(dialog)

    answering(TakeInDialog, answer)
    bench.screen.accept_each.click()
    assert "Quarter 2 2023-24: as the register has it" in told[0]
    assert "Quarter 3 2023-24: version 2, 1 figure changed" in told[0]
    assert [(each.period, each.number) for each in bench.kept] == [(Q3, 2), (Q3, 1), (Q2, 1)]


def test_a_file_of_one_quarter_offers_no_more_than_that_one(bench: Bench, tmp_path: Path) -> None:
    bench.read(separated(tmp_path / "Q3.csv"))
    assert bench.screen.accept_each.isHidden()
