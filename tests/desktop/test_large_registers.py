"""Facts about large registers: they come in through the window, tell how far they are, and can be called off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.register import Register
from desktop import acts
from desktop.bringing_in import file_screen
from desktop.bringing_in.old_screen import OldRegisterScreen
from desktop.desk import Desk
from desktop.dialogs.wait_dialog import WaitDialog
from desktop.jobs import Limits
from desktop.screens.screen import Place
from tests.desktop.acting import a_session
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.old_registers import read
from tests.incoming.makings import csv_bytes
from tests.incoming.truth import HEADINGS, contracts, rows_of

pytestmark = pytest.mark.usefixtures("worker")


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Iterator[OldRegisterScreen]:
    made = OldRegisterScreen(desk)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.put_away()


def bring(screen: OldRegisterScreen, qtbot: QtBot, folder: Path, count: int) -> None:
    """Have a register of so many rows read, planned and looked at."""
    path = folder / "Large.csv"
    path.write_bytes(csv_bytes([list(HEADINGS), *rows_of(contracts(count))]))
    acts.bring_in_register(screen.desk, screen, path)
    read(screen, qtbot)


def test_a_register_beyond_the_rows_of_any_return_comes_in_whole(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(screen, qtbot, tmp_path, 21_000)
    assert screen.facts.text() == "Large.csv · 21,000 rows: 21,000 taken in, 0 to do"


def test_the_window_goes_on_while_rows_are_brought_in(screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path) -> None:
    bring(screen, qtbot, tmp_path, 2_000)
    turns: list[int] = []
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: turns.append(len(turns)))
    heart.start()
    went: list[Place] = []
    screen.went.connect(went.append)
    screen.accept.click()
    heart.stop()
    assert len(turns) > 3
    assert went == [Place("register")]
    assert len(screen.desk.register.contracts.references()) == 2_002
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, WaitDialog) and each.isVisible()]


def test_bringing_in_that_is_called_off_leaves_nothing_and_can_be_done_again(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(screen, qtbot, tmp_path, 2_000)
    before = screen.desk.register.content_hash()

    def call_off() -> None:
        found = next((each for each in screen.findChildren(WaitDialog) if each.isVisible()), None)
        if found:
            found.reject()
            calling.stop()

    calling = QTimer(interval=0)
    calling.timeout.connect(call_off)
    calling.start()
    screen.accept.click()
    assert screen.desk.register.content_hash() == before
    assert screen.facts.text().endswith("2,000 taken in, 0 to do")
    screen.accept.click()
    assert len(screen.desk.register.contracts.references()) == 2_002


def test_a_file_that_takes_too_long_is_refused_in_words(
    screen: OldRegisterScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_screen, "LIMITS", Limits(seconds=0.001))
    bring(screen, qtbot, tmp_path, 2_000)
    assert screen.pages.currentWidget() is screen.refused
    assert "took longer than" in screen.refused.words


def test_a_newer_copy_of_a_large_register_is_held_against_the_file_of_the_register(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with Register.create(tmp_path / "Ours.register") as register:
        screen = OldRegisterScreen(Desk(a_session(tmp_path), register))
        qtbot.addWidget(screen)
        screen.show()
        bring(screen, qtbot, tmp_path, 1_000)
        screen.accept.click()
        assert len(register.contracts.references()) == 1_000
        rows = rows_of(contracts(1_000))
        rows[0][1] = "Another title"
        (tmp_path / "Newer.csv").write_bytes(csv_bytes([list(HEADINGS), *rows]))
        acts.bring_in_register(screen.desk, screen, tmp_path / "Newer.csv")
        read(screen, qtbot)
        assert screen.plan is not None
        assert [each.reference for each in screen.plan.changed] == [rows[0][0]]
        screen.put_away()
