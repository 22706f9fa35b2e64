"""A desk with a small register to act on, and a way to answer the dialogs that an act opens."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.extend import extend_contracts
from db.operations.providers import add_provider
from db.operations.record_decision import NewDecision, record_decision
from db.register import Register
from db.rules.contract import Contract, NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import Decision, DecisionKind
from db.sample import fill
from desktop.acts.waiting import the_jobs
from desktop.desk import Desk
from desktop.dialogs.grid import Grid
from desktop.session import Session

MOMENT = datetime(2024, 1, 10, 9, 0, tzinfo=UTC)
BY = Author("A. Officer", "Commissioning officer", MOMENT)
COUNCIL, BOARD = "The council", "The NHS board"

D = TypeVar("D", bound=QDialog)


def a_session(path: Path, *, is_known: bool = True) -> Session:
    """A sitting on 10 January 2024, its choices in a file of the test's own."""
    session = Session(path / "settings.ini", clock=lambda: MOMENT)
    if is_known:
        session.keep_officer(BY.name, BY.post)
    return session


def a_register() -> Register:
    """Two contracts of four years from 1 April 2019 with two options of a year, the first used."""
    register = Register.in_memory()
    add_provider(register, BY, "Involve", ("Involve Kent",))
    for reference, part in (("CN-A", "Part A"), ("CN-B", "Part B")):
        add_contract(register, BY, _navigation(reference, part))
    for number, day in (("22/00092", date(2022, 10, 21)), ("OD.24.00002", date(2024, 1, 5))):
        record_decision(register, BY, NewDecision(number, DecisionKind.OFFICER, "Extension", day))
    ids = tuple(contract(register, reference).id for reference in ("CN-A", "CN-B"))
    extend_contracts(register, BY, ids, register.decisions.get("22/00092").id)
    return register


def _navigation(reference: str, part: str) -> NewContract:
    return NewContract(
        reference=reference,
        title=f"Community Navigation {part}",
        service="Community Navigation",
        starts_on=date(2019, 4, 1),
        initial_ends_on=date(2023, 3, 31),
        providers=("Involve",),
        parts=(part,),
        options=(12, 12),
        notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with the small register on it and a known officer."""
    made = Desk(a_session(tmp_path), a_register())
    yield made
    made.register.close()


@pytest.fixture
def sample_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with the sample register on it."""
    register = Register.in_memory()
    fill(register, MOMENT)
    made = Desk(a_session(tmp_path), register)
    yield made
    register.close()


@pytest.fixture
def worker() -> Iterator[None]:
    """The program's worker, ended after the test."""
    yield
    the_jobs().close()


def contract(register: Register, reference: str) -> Contract:
    """The contract of a reference."""
    return register.contracts.get(reference)


def decision(register: Register, number: str) -> Decision:
    """The decision of a number."""
    return register.decisions.get(number)


def answering(kind: type[D], answer: Callable[[D], object]) -> None:
    """Once a dialog of a kind waits for an answer, give it one. A dialog whose answer fails is sent away."""
    timer = QTimer(QApplication.instance(), interval=5)

    def look() -> None:
        waiting = QApplication.activeModalWidget()
        if not isinstance(waiting, kind):
            return
        timer.stop()
        timer.deleteLater()
        try:
            answer(waiting)
            assert not waiting.isVisible(), f"the dialog still asks: {said(waiting)}"
        finally:
            if waiting.isVisible():
                waiting.reject()

    timer.timeout.connect(look)
    timer.start()


def write(dialog: QWidget, name: str, text: str) -> None:
    """Type into the control of a name, over what is there."""
    control = dialog.findChild(QWidget, name)
    assert control is not None, name
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, text)


def write_cell(grid: Grid, row: int, column: int, text: str) -> None:
    """Go to a cell of a grid and type over what is there, ended with Enter."""
    grid.setFocus()
    grid.setCurrentCell(row, column)
    QTest.keyClicks(grid, text[0])
    editor = grid.window().focusWidget()
    assert isinstance(editor, QLineEdit), "typing opens the cell"
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def press(dialog: QWidget, name: str = "act") -> None:
    """Click the button of a name."""
    found = dialog.findChild(QPushButton, name)
    assert found is not None, name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def said(dialog: QDialog) -> list[str]:
    """What the summary of problems says."""
    from desktop.fields.problems import ErrorSummary

    summary = dialog.findChild(ErrorSummary)
    assert summary is not None
    return [line.text() for line in summary.lines] if summary.isVisible() else []
