"""The sheet is walked, a cell is left out and a column given another meaning, and it is seen at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from db.returns.taking.steps import LeftOut, Remapped
from db.returns.understanding.meaning import Meaning
from desktop import acts
from desktop.screens.screen import Place
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.importing import Bench
from tests.desktop.importing import bench as bench
from tests.desktop.importing_files import Q2, separated, workbook

pytestmark = pytest.mark.usefixtures("worker")


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


def test_accept_and_the_list_of_figures_say_the_same_number_and_what_was_not_returned_is_said_apart(
    bench: Bench, tmp_path: Path
) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx", people="n/a"))
    bench.settle()
    hand = bench.screen.hand
    assert hand is not None
    blank = [each for each in hand.readings if each.value is None]
    count = len(hand.readings) - len(blank)
    assert blank
    assert bench.screen.accept.accessibleName() == f"Accept {count} figures"
    tabs = [bench.screen.bench.lists.tabText(at) for at in range(3)]
    assert tabs[1] == f"Figures to keep {count}, not returned {len(blank)}"


def test_the_lists_below_the_sheet_are_as_tall_as_their_rows_need_and_no_more(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx", people="about 400"))
    lists, above = bench.screen.bench.lists, bench.screen.bench.above
    short = lists.height()
    assert lists.currentWidget() is lists.problems
    assert short < lists.minimumHeight() + 2 * lists.problems.verticalHeader().defaultSectionSize()
    lists.setCurrentWidget(lists.readings)
    assert short <= lists.height() <= max(above.height() // 3, lists.minimumHeight())
    lists.setCurrentWidget(lists.problems)
    tall = lists.height()
    above.moveSplitter(above.height() // 2, 1)
    bench.screen.bench.above.fit()
    assert lists.height() > tall


def test_no_list_below_the_sheet_scrolls_sideways_in_the_usual_window(bench: Bench, tmp_path: Path) -> None:
    bench.read(workbook(tmp_path / "Involve Q3.xlsx", people="about 400"))
    lists = bench.screen.bench.lists
    for table in (lists.problems, lists.readings, lists.changes):
        lists.setCurrentWidget(table)
        assert table.horizontalScrollBar().maximum() == 0
