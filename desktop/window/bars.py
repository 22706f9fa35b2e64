"""Bars over the page for states that last: read-only, as it was, and looking from another day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.dates import show_day
from desktop.desk import Desk
from desktop.look.palette import Tone
from desktop.messages import Bar


class Bars(QWidget):
    """Shows what lasts, and takes it away when it is over."""

    retried = Signal()
    """The officer asked for the register to be opened for writing again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bars")
        self.reading = Bar(self, "readOnlyBar")
        self.day = Bar(self, "otherDayBar")
        self.past = Bar(self, "pastBar")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reading)
        column.addWidget(self.past)
        column.addWidget(self.day)
        self.reading.acted.connect(self.retried)

    def tell(self, desk: Desk) -> None:
        """Show the states the desk is in."""
        if desk.as_it_was:
            self._tell_past(desk)
            return
        because = desk.register.read_only_because
        if because:
            self.reading.tell(f"{because} Nothing can be changed.", Tone.SOON, "&Try again")
        else:
            self.reading.clear()
        if desk.is_today:
            self.day.clear()
        else:
            words = f"Everything is shown as it stands on {show_day(desk.day)}, not today."
            self.day.tell(words, Tone.LATER, "Back to &today")

    def _tell_past(self, desk: Desk) -> None:
        """One bar says all: nothing here can be changed, and the way back."""
        self.reading.clear()
        self.day.clear()
        seen = "" if desk.day == desk.as_it_was else f" It is looked at from {show_day(desk.day)}."
        then = show_day(desk.as_it_was) if desk.as_it_was else ""
        words = f"The register as it was at the end of {then}. Nothing can be changed here.{seen}"
        self.past.tell(words, Tone.LATER, "&Back to now")
