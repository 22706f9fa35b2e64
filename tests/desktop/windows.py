"""A window on a register to look at and to work in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication

from db.register import Register
from db.sample import fill
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.attention import AttentionScreen
from desktop.screens.contract import ContractScreen
from desktop.screens.register import RegisterScreen
from desktop.screens.screen import Place
from desktop.session import Session
from desktop.window.workplace import Workplace

MORNING = datetime(2023, 12, 15, 9, 2, tzinfo=UTC)
"""Community Navigation's second options are undecided, and its last day to serve notice is near."""


class Clock:
    """A clock that a test can put on."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@cache
def sample(at: datetime) -> bytes:
    """The sample register's file, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Sample.register"
        with Register.create(path) as register:
            fill(register, at)
        return path.read_bytes()


@contextmanager
def opened(folder: Path, clock: Clock | None = None) -> Iterator[MainWindow]:
    """A window on the sample register, in a folder; closed, and gone, afterwards."""
    clock = clock or Clock()
    session = Session(folder / "settings.ini", clock)
    session.keep_officer("A. Officer", "Commissioning officer")
    path = folder / "Sample.register"
    path.write_bytes(sample(clock()))
    path.chmod(0o600)
    window = MainWindow(session, Register.open(path))
    window.show()
    settle()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        settle()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on the sample register, on 15 December 2023."""
    with opened(tmp_path) as made:
        yield made


def workplace(window: MainWindow) -> Workplace:
    """Where the officer works in a window."""
    assert window.place is not None
    return window.place


def attention(window: MainWindow) -> AttentionScreen:
    """The page of what needs attention, in view."""
    window.go(Place("attention"))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, AttentionScreen)
    return page


def register_page(window: MainWindow) -> RegisterScreen:
    """The register's page, in view."""
    window.go(Place("register"))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, RegisterScreen)
    return page


def contract_page(window: MainWindow, reference: str) -> ContractScreen:
    """A contract's page, in view."""
    window.go(Place("contract", workplace(window).desk.register.contracts.get(reference).id))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, ContractScreen)
    return page
