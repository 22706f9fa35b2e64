"""All that stands in the window: files, menus, message, and the workplace or the welcome."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.register import Register
from desktop.desk import Desk
from desktop.messages import Toast
from desktop.screens.screen import Place
from desktop.window.commands import Menus
from desktop.window.files import SUFFIX, Files
from desktop.window.menu_items import menus, welcome_menus
from desktop.window.viewing import NewDay
from desktop.window.workplace import Workplace

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class Furniture(QObject):
    """Puts a register on a desk and everything round it, or the welcome while there is none."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self.session = window, window.session
        self.files = Files(window, self.session, self.show_register)
        self.toast = Toast(window)
        self.place: Workplace | None = None
        self.new_day = NewDay(self.session, lambda: self.place.desk if self.place else None, self)

    def show_register(self, register: Register) -> None:
        """Put a register on the desk."""
        if self.place:
            self.place.pages.put_away()
            self.place.desk.replace_register(register)
        else:
            self._set_up(Desk(self.session, register, self._window))
        self._window.name(register.path)

    def show_welcome(self) -> None:
        """Offer a new register, one that is there, or the sample."""
        from desktop.window.welcome import Welcome

        welcome = Welcome(self.session.recents())
        do = {"new": self.files.make, "open": self.files.ask_and_open, "sample": self.files.make_sample}
        welcome.asked.connect(lambda asked: do[asked]())
        welcome.chosen.connect(self.files.open)
        self._window.rail.hide()
        self._window.put_inside(welcome)
        self.menus = Menus(self._window, welcome_menus(self._window))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Open a register, verify a PDF, or read returns, that were dropped on the window."""
        first = paths[0]
        if first.suffix.lower() == SUFFIX:
            self.files.open(first)
        elif first.suffix.lower() == ".pdf":
            self.verify(first)
        elif self.place:
            returns = (each for each in paths if each.suffix.lower() not in (SUFFIX, ".pdf"))
            self.place.working.take_in(*returns)

    def verify(self, path: Path | None = None) -> None:
        """Check the signatures on a PDF, against the register where one is open."""
        from desktop.acts.verifying import verify_pdf

        verify_pdf(self.session, self.place.desk.register if self.place else None, self._window, path)

    def clear_away(self) -> None:
        """End what runs and close the register."""
        self.new_day.timer.stop()
        self.toast.dismiss()
        if self.place:
            self.place.pages.put_away()
            self.place.desk.register.close()

    def _set_up(self, desk: Desk) -> None:
        window = self._window
        self.place = Workplace(desk, self.files, self.toast, window)
        window.rail.show()
        window.put_inside(self.place)
        self.menus = Menus(window, menus(window, self.place))
        self.place.commands = tuple(self.menus.commands)
        self.place.altered.connect(self.menus.refresh)
        self.place.pages.go(Place("attention"))
        self.place.tell_state()
