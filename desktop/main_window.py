"""The main window: the workplace round an open register, or the welcome while there is none."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from db.register import Register
from desktop.desk import Desk
from desktop.messages import Toast
from desktop.screens.screen import Place
from desktop.session import Session
from desktop.window.commands import Menus
from desktop.window.files import SUFFIX, Files
from desktop.window.menu_items import menus, welcome_menus
from desktop.window.status import Status
from desktop.window.viewing import NewDay
from desktop.window.workplace import Workplace

NAME = "Contract Desk"
_STATE = "window"


class MainWindow(QMainWindow):
    """One window on one register."""

    def __init__(self, session: Session, register: Register | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.session = session
        self.place: Workplace | None = None
        self.files = Files(self, session, self.show_register)
        self.toast = Toast(self)
        self.status = Status()
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.new_day = NewDay(session, lambda: self.desk, self)
        self.setMinimumSize(QSize(720, 480))
        self._restore()
        if register:
            self.show_register(register)
        else:
            self.show_welcome()

    @property
    def desk(self) -> Desk | None:
        """The desk, once a register is open."""
        return self.place.desk if self.place else None

    @property
    def open_path(self) -> Path | None:
        """The file of the register that is open."""
        return self.desk.register.path if self.desk else None

    def show_register(self, register: Register) -> None:
        """Put a register on the desk."""
        if self.place:
            self.place.desk.replace_register(register)
        else:
            self._set_up(Desk(self.session, register, self))
        self._name()

    def show_welcome(self) -> None:
        """Offer a new register, one that is there, or the sample."""
        from desktop.window.welcome import Welcome

        welcome = Welcome(self.session.recents())
        do = {"new": self.files.make, "open": self.files.ask_and_open, "sample": self.files.make_sample}
        welcome.asked.connect(lambda asked: do[asked]())
        welcome.chosen.connect(self.files.open)
        self.setCentralWidget(welcome)
        self._menus = Menus(self.menuBar(), welcome_menus(self))
        self._name()

    def go(self, place: Place) -> None:
        """Show a place, where a register is open."""
        if self.place:
            self.place.pages.go(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in self._dropped(event)[:1]:
            event.acceptProposedAction()
            if path.suffix.lower() == SUFFIX:
                self.files.open(path)
            elif self.place:
                self.place.working.import_return(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.keep_choice(_STATE, bytes(self.saveGeometry().toHex().data()).decode())
        self.new_day.timer.stop()
        self.toast.dismiss()
        if self.desk:
            self.desk.register.close()
        super().closeEvent(event)

    def _set_up(self, desk: Desk) -> None:
        self.place = Workplace(desk, self.files, self.toast, self.status, self)
        self.setCentralWidget(self.place)
        self._menus = Menus(self.menuBar(), menus(self, self.place))
        self.place.commands = tuple(self._menus.commands)
        self.place.altered.connect(self._menus.refresh)
        self.place.pages.go(Place("attention"))
        self.place.tell_state()

    def _name(self) -> None:
        path = self.open_path
        self.setWindowTitle(f"{path.stem} – {NAME}" if path else NAME)

    def _restore(self) -> None:
        kept = self.session.choice(_STATE)
        if not (kept and self.restoreGeometry(QByteArray.fromHex(kept.encode()))):
            self.resize(1280, 800)

    def _dropped(self, event: QDragEnterEvent | QDropEvent) -> list[Path]:
        known = {SUFFIX, ".xlsx"} if self.place else {SUFFIX}
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.suffix.lower() in known]
