"""Pictures of a register that comes in, an edited workbook that comes back, and the register as it was."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from db.own_workbook.against import stamp_for
from db.rules.contract import Contract
from desktop import acts
from desktop.acts.waiting import the_jobs
from desktop.bringing_in.file_screen import FileScreen
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.screens.quality import TABS, QualityScreen
from desktop.screens.screen import Place
from desktop.window.past_window import show_past
from exports.register_workbook import render

Settle = Callable[[int], None]
_OLD = ("Ref", "Contract title", "Supplier", "Start date", "End date", "Extension options", "Annual value", "Comments")
_MAKERS = ("Example Care Ltd", "Example Care Limited", "Example Advice", "Porchlight")
_PATIENCE = 400


def coming_in(window: MainWindow, settle: Settle) -> Iterator[tuple[str, QWidget]]:
    """Each state by a name for its picture, in view when it is given."""
    if window.desk is None or window.place is None:
        return
    desk = window.desk
    for name in ("thenAndNow", "takenOut", "toDo"):
        window.go(Place(name))
        yield f"register-{name}", window
    for name in ("oldRegister", "editedWorkbook"):
        window.go(Place(name))
        yield f"coming-in-{name}-empty", window
    yield from _quality(window)
    with TemporaryDirectory() as folder:
        acts.bring_in_register(desk, window, _old(Path(folder) / "Register kept so far.csv"))
        yield from _read(window, settle, "coming-in-old-register")
        acts.take_in_workbook(desk, window, _edited(desk, Path(folder) / "Register.xlsx"))
        yield from _read(window, settle, "coming-in-edited-workbook")
    past = show_past(window, desk, desk.session.today())
    if past:
        yield "register-as-it-was", past
        past.close()


def _quality(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.go(Place("quality"))
    page = window.findChild(QualityScreen)
    for at, words in enumerate(TABS if page else ()):
        if page:
            page.tabs.setCurrentIndex(at)
            yield f"quality-{words.lower().replace(' ', '-')}", window


def _read(window: MainWindow, settle: Settle, name: str) -> Iterator[tuple[str, QWidget]]:
    """A file's screen once it is read; then the file is put away."""
    page = window.place.pages.currentWidget() if window.place else None
    if not isinstance(page, FileScreen):
        return
    for _ in range(_PATIENCE):
        if page.pages.currentWidget() is not page.reading and not page.is_busy:
            break
        settle(50)
    yield name, window
    page.given.clear()
    the_jobs().close()


def _old(path: Path) -> Path:
    """A register with a doubtful name, a day that is none, an amount that is a range, and a total."""
    rows = [
        (f"EX-{n:03}", f"Example service, area {n}", _MAKERS[n % 4], f"{n % 27 + 1:02}/04/2022",
         f"31/03/{2025 + n % 4}", "2 x 12 months" if n % 3 else "", f"£{n * 1250:,}", "")
        for n in range(1, 41)
    ]  # fmt: skip
    rows[4] = (*rows[4][:4], "31/02/2026", *rows[4][5:])
    rows[7] = (*rows[7][:6], "£20k - £30k", "to be agreed")
    rows[9] = ("", *rows[9][1:])
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows((_OLD, *rows, ("Total", "", "", "", "", "", "£1,025,000", "")))
    return path


def _edited(desk: Desk, path: Path) -> Path:
    """The register's own workbook as if its second contract had been renamed in it and its last row deleted."""
    register, day = desk.register, desk.day
    contracts = list(register.contracts.all()[:-1])
    first = contracts[1]
    if isinstance(first, Contract):
        contracts[1] = replace(first, title="A title that was changed in the workbook", ended_on=day)
    held = register.decisions.all(), register.providers.all()
    at, stamp = desk.session.now(), stamp_for(register, day)
    path.write_bytes(render(contracts, day, "", at, "All contracts", *held, stamp))
    return path
