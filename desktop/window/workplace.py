"""A desk with everything round it: rail, bars, pages, and what the menus do there."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.messages import Toast
from desktop.screens.screen import Place
from desktop.window.backing_up import BackingUp
from desktop.window.bars import Bars
from desktop.window.commands import Command
from desktop.window.files import Files
from desktop.window.pages import Pages
from desktop.window.status import file_state
from desktop.window.undoing import Undoing
from desktop.window.working import Working

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_FOLDED = "rail folded"


class Workplace(QWidget):
    """What stands in the window while a register is open."""

    altered = Signal()
    """Something is different that menus and status tell of."""

    def __init__(self, desk: Desk, files: Files, toast: Toast, window: "MainWindow") -> None:
        super().__init__()
        self.setObjectName("workplace")
        self.desk, self._files, self._toast = desk, files, toast
        self.rail, self._status = window.rail, window.status
        self.bars = Bars()
        self.pages = Pages(desk)
        self.working = Working(desk, self.pages, window)
        self.undoing = Undoing(desk, toast, window)
        self.backing_up = BackingUp(desk, lambda _made: self.tell_state(), toast.tell)
        self._lay_out()
        self._wire()

    def tell_state(self) -> None:
        """Say in bars and status how the register stands."""
        self.bars.tell(self.desk)
        self._status.tell(file_state(self.desk.register, self.desk.session.today()))
        self.altered.emit()

    def search(self, commands: tuple[Command, ...] = ()) -> None:
        """Search everything there is to go to or to do."""
        from desktop.window.search import Finding, Search, findings

        todo = (
            Finding("Command", each.icon or "chevron", each.title, ", ".join(each.keys), each.do)
            for each in (commands or self.commands)
            if each.when()
        )
        Search(self.window(), (*findings(self.desk, self.pages.go), *todo)).open()

    commands: tuple[Command, ...] = ()
    """What the menus offer, for the search."""

    def choose_day(self) -> None:
        """Take the keyboard to where the day is chosen."""
        from desktop.screens.attention import AttentionScreen

        self.pages.go(Place("attention"))
        page = self.pages.currentWidget()
        if isinstance(page, AttentionScreen):
            page.day_picker.focus()

    def check_again(self) -> None:
        """Work everything out again from the register."""
        self.desk.look_from(None if self.desk.is_today else self.desk.day)

    def back_up(self) -> None:
        """Make a proved copy, and say where it is."""
        made = self._files.back_up(self.desk.register)
        if made:
            self._toast.tell(f"Backed up as “{made.name}” in {made.parent}")
            self.tell_state()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self.pages, 1)

    def _wire(self) -> None:
        desk = self.desk
        self.rail.went.connect(lambda screen: self.pages.go(Place(screen)))
        self.rail.searched.connect(lambda: self.search())
        self.rail.folded.connect(lambda folded: desk.session.keep_choice(_FOLDED, "yes" if folded else "no"))
        self.pages.moved.connect(lambda place: self.rail.show_place(place.screen))
        self.pages.moved.connect(lambda _place: self.altered.emit())
        self.pages.counted.connect(self._status.count)
        self.bars.retried.connect(self._retry)
        self.bars.day.acted.connect(lambda: desk.look_from(None))
        desk.changed.connect(lambda _done: self.tell_state())
        desk.register_changed.connect(self.tell_state)
        desk.day_changed.connect(self._look_from)

    def _look_from(self, _day: date) -> None:
        self.bars.tell(self.desk)
        self.altered.emit()

    def _retry(self) -> None:
        if self.desk.register.path:
            self._files.open(self.desk.register.path)
