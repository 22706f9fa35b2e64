"""Facts about reading a provider's return in the window: dropped, understood, settled, accepted, traced, undone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from db.operations.undo import undo
from db.returns.cells import place
from db.returns.taking.steps import LeftOut, Remapped
from db.returns.understanding.meaning import Meaning
from db.rules.monitoring import MonitoringReturn
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.take_in_dialog import TakeInDialog
from desktop.importing.screen import ImportingScreen
from desktop.jobs import Limits
from desktop.screens.screen import Place
from desktop.worker import ENDED, TOO_LONG, TOO_MUCH, Failure
from tests.desktop import works
from tests.desktop.acting import BY, answering, press
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.importing_files import Q2, Q3, asks, separated, two_quarters, workbook

pytestmark = pytest.mark.usefixtures("worker")


@dataclass
class Bench:
    """The screen on a desk, and what a test does with it."""

    desk: Desk
    screen: ImportingScreen
    qtbot: QtBot

    def read(self, *paths: Path) -> None:
        """Put files in line and wait until the first is on the screen."""
        acts.import_return(self.desk, self.screen, *paths)
        self.screen.refresh()
        self.wait()

    def wait(self) -> None:
        """Until the file is read."""
        self.qtbot.waitUntil(lambda: self.screen.pages.currentWidget() is not self.screen.reading, timeout=20_000)

    def settle(self) -> None:
        """Take what is suggested, question by question, as an officer does: by its radio button."""
        while self.screen.bench.pane.cards:
            card = self.screen.bench.pane.cards[0]
            suggested = card.findChild(QRadioButton, f"choice {card.question.suggested}")
            assert suggested is not None
            suggested.click()

    @property
    def kept(self) -> tuple[MonitoringReturn, ...]:
        """What the register has."""
        return self.desk.register.returns.all()

    @property
    def facts(self) -> str:
        """The line under the title."""
        return self.screen.facts.text()


@pytest.fixture
def bench(desk: Desk, qtbot: QtBot) -> Iterator[Bench]:
    asks(desk.register, BY)
    screen = ImportingScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    yield Bench(desk, screen, qtbot)
    screen.put_away()


def told(widget: QWidget) -> str:
    """All words of a widget."""
    return " ".join(each.text() for each in widget.findChildren(QLabel))


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


def test_a_cell_left_out_and_a_column_given_another_meaning_are_seen_at_once(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    bench.settle()
    hand = bench.screen.hand
    assert hand is not None
    sheet = "Q3 2023-24"
    bench.screen.take(LeftOut(sheet, "C5"))
    assert "C5" not in {each.cell for each in hand.readings}
    bench.screen.take(Remapped(sheet, 4, 1, Meaning.LEFT_OUT))
    assert not any(each.cell.startswith("D") for each in hand.readings)
    assert bench.screen.bench.sheets.grid.mean(5, 4) == "left out"


def test_the_menu_of_a_cell_offers_to_leave_it_out(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    grid = bench.screen.bench.sheets.grid
    grid.go(6, 3)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    menu = bench.screen.bench.findChild(QMenu, "cellMenu")
    assert menu is not None
    words = [each.text() for each in menu.actions()]
    assert words[:2] == ["Leave cell C6 out", "Leave row 6 out"]
    menu.actions()[0].trigger()
    menu.close()
    assert bench.screen.hand is not None
    assert "C6" not in {each.cell for each in bench.screen.hand.readings}


def test_the_arrows_move_on_the_sheet_and_each_cell_is_said(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    grid = bench.screen.bench.sheets.grid
    grid.go(5, 2)
    for key, spot in ((Qt.Key.Key_Right, (5, 3)), (Qt.Key.Key_Down, (6, 3)), (Qt.Key.Key_Home, (6, 1)),
                      (Qt.Key.Key_Up, (5, 1)), (Qt.Key.Key_End, (5, 4))):  # fmt: skip
        QTest.keyClick(grid, key)
        assert grid.current == spot
    QTest.keyClick(grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert grid.current == (1, 1)
    grid.go(5, 3)
    assert "412" in grid.accessibleDescription()
    assert "Read as People supported for Quarter 3 2023-24: 412" in grid.accessibleDescription()


def test_another_contract_or_quarter_can_be_chosen(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx"))
    other = bench.desk.register.contracts.get("CN-B").id
    bench.screen.bench.belonging.contract.write(other)
    hand = bench.screen.hand
    assert hand is not None
    assert hand.candidate is not None
    assert hand.candidate.reference == "CN-B"
    bench.screen.bench.belonging.quarter.write(Q2)
    assert hand.quarter == Q2
    assert not bench.screen.accept.isEnabled()


def test_files_are_asked_for_where_none_is_given(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = separated(tmp_path / "Q3.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    gone: list[Place] = []
    bench.desk.wanted.connect(gone.append)
    assert acts.import_return(bench.desk, bench.screen)
    assert gone == [Place("importing")]
    assert bench.screen.line.waiting == (file,)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert not acts.import_return(bench.desk, bench.screen)


def test_control_and_enter_accept(bench: Bench, tmp_path: Path) -> None:
    bench.read(separated(tmp_path / "Q3.csv"))
    bench.screen.activateWindow()
    QTest.keyClick(bench.screen.bench.sheets.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.file_name for each in bench.kept] == ["Q3.csv"]


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
    assert "Quarter 3 2023-24: version 2, 1 figure is different" in told[0]
    assert [(each.period, each.number) for each in bench.kept] == [(Q3, 2), (Q3, 1), (Q2, 1)]


def test_a_file_of_one_quarter_offers_no_more_than_that_one(bench: Bench, tmp_path: Path) -> None:
    bench.read(separated(tmp_path / "Q3.csv"))
    assert bench.screen.accept_each.isHidden()
