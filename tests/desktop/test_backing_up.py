"""Changed work is backed up while the window is open, and an officer is told when it could not be."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.operations.providers import add_provider
from db.register import Register
from db.store.backups import backup_folder
from desktop.desk import Desk
from desktop.session import Session
from desktop.window.backing_up import BackingUp
from tests.operations.beginnings import officer

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.register"


def look(path: Path, tmp_path: Path) -> tuple[list[Path], list[str]]:
    made: list[Path] = []
    failed: list[str] = []
    desk = Desk(Session(tmp_path / "settings.ini", lambda: NOW), Register.open(path))
    backing_up = BackingUp(desk, made.append, failed.append)
    backing_up.look()
    backing_up.look()
    backing_up.timer.stop()
    desk.register.close()
    return made, failed


def test_changed_work_is_backed_up_once(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with Register.create(path) as register:
        add_provider(register, officer(), "Northway")
    made, failed = look(path, tmp_path)
    assert ([each.name for each in made], failed) == (["office 2026-03-02 12.00.00 automatic.register"], [])


def test_a_register_nobody_wrote_to_is_not_backed_up(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    Register.create(path).close()
    assert look(path, tmp_path) == ([], [])
    assert not backup_folder(path).exists()


def test_a_backup_that_cannot_be_made_is_told(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with Register.create(path) as register:
        add_provider(register, officer(), "Northway")
    backup_folder(path).write_text("a file stands where the folder goes")
    made, failed = look(path, tmp_path)
    assert made == []
    assert all("The backup could not be made" in each for each in failed)
    assert len(failed) == 2
