"""The register as it was at the end of a past day, in a window of its own: to look at and to send out only."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.rules.dates import show_day
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import tell
from desktop.desk import Desk
from desktop.dialogs.past_day_dialog import PastDayDialog
from desktop.screens.screen import Place
from desktop.screens.then_and_now_rows import end_of

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def ask_and_show(window: "MainWindow", desk: Desk) -> "MainWindow | None":
    """Ask for a day and show the register as it was at its end."""
    dialog = PastDayDialog(desk.session.today(), window)
    day = dialog.answer()
    dialog.setParent(None)
    dialog.deleteLater()
    return show_past(window, desk, day) if day else None


def show_past(window: "MainWindow", desk: Desk, day: date) -> "MainWindow | None":
    """Open the window on the register as it was; a journal that cannot be followed back is told."""
    from desktop.main_window import MainWindow

    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        past = desk.register.as_at(end_of(day))
    except Refusal as refusal:
        refused = str(refusal)
    else:
        refused = ""
    finally:
        QApplication.restoreOverrideCursor()
    if refused:
        tell(window, "The register cannot be shown as it was", refused)
        return None
    made = MainWindow(desk.session, past)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setWindowTitle(f"As it was on {show_day(day)} – {made.windowTitle()}")
    _look_from(made, day)
    made.resize(window.size())
    made.show()
    return made


def _look_from(made: "MainWindow", day: date) -> None:
    if made.desk is None or made.place is None:
        return
    made.desk.as_it_was = day
    made.desk.look_from(day)
    made.place.bars.past.acted.connect(made.close)
    made.place.tell_state()
    made.go(Place("register"))
