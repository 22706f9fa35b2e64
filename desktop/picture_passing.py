"""What comes and goes in the window, for its pictures: lines of attention at rest, the calculator for days."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from db.operations.diary import mark_line
from db.operations.undo import undo
from db.rules.marks import MarkKind
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.screens.attention import RESTING, AttentionScreen
from desktop.screens.screen import Place
from desktop.screens.work_out import WorkOutDialog


def passing(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each by name while it can be seen; it is gone when the next is asked for."""
    page = window.place.pages.page("attention") if window.place else None
    if window.desk and isinstance(page, AttentionScreen):
        window.go(Place("attention"))
        yield from _resting(window, window.desk, page)
        yield from _working_out(window, window.desk)


def _resting(window: MainWindow, desk: Desk, page: AttentionScreen) -> Iterator[tuple[str, QWidget]]:
    """Two lines of attention at rest; they are woken again afterwards."""
    lines = [page.table.rows.row_at(row).line for row in range(page.table.rows.rowCount())]
    desk.act(mark_line, lines[-1], MarkKind.SEEN, desk.day, note="Discussed with the manager")
    desk.act(mark_line, lines[-2], MarkKind.PUT_OFF, desk.day, desk.day + timedelta(days=14))
    window.furniture.toast.dismiss()
    page.chips.pick(RESTING)
    yield "attention-resting", window
    page.chips.pick("all")
    for _ in range(2):
        desk.act(undo)
    window.furniture.toast.dismiss()


def _working_out(window: MainWindow, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    made = WorkOutDialog(desk, window)
    made.show()
    yield "work-out", made
    made.close()
    made.deleteLater()
