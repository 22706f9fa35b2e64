"""The main window: the rail and, inside, the workplace of an open register or the welcome while there is none.

What the first paint does not need is imported after it: a window on a large register is on screen at once. Until it
is dressed it is only a frame with its name.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from db.register import Register
    from desktop.desk import Desk
    from desktop.screens.screen import Place
    from desktop.window.furniture import Furniture
    from desktop.window.rail import Rail
    from desktop.window.status import Status
    from desktop.window.workplace import Workplace

NAME = "Contract Desk"
SUFFIX = ".register"
RETURNS = (".xlsx", ".xlsm", ".csv", ".tsv", ".ods", ".xls", ".xlsb")
"""What providers' files are called; what they are is judged by their content."""
MENUS = ("&File", "&Edit", "&Register", "&Contract", "&View", "&Help")
_STATE = "window"
_NOTCH = 120
"""What Qt calls a notch of the wheel; a touch pad tells of parts of it."""


class MainWindow(QMainWindow):
    """One window on one register. Without one it waits: for a register, or to be told to show the welcome."""

    painted = Signal()
    """The window is on the screen for the first time."""

    rail: "Rail"
    inside: QStackedWidget
    status: "Status"

    def __init__(self, session: Session, register: "Register | None" = None, *, is_bare: bool = False) -> None:
        """A bare window is dressed later, with `dress`."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.session = session
        self._furniture: Furniture | None = None
        self._is_painted = self._is_dressed = False
        self._turned = 0
        self.setMinimumSize(QSize(720, 480))
        self._restore()
        self.name(None)
        if not is_bare:
            self.dress()
        if register:
            self.furniture.show_register(register)

    def dress(self) -> None:
        """Bring in the rail, the status bar and the page that stands while a register is opened."""
        from desktop.window.rail import Rail
        from desktop.window.status import Status

        self.rail = Rail(folded=self.session.choice("rail folded") == "yes")
        self.inside = QStackedWidget()
        self.status = Status()
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self._lay_out()
        self._is_dressed = True
        self._make_room()

    @property
    def furniture(self) -> "Furniture":
        """All that stands in the window, brought in when it is first asked for."""
        if self._furniture is None:
            from desktop.window.furniture import Furniture

            self._furniture = Furniture(self)
        return self._furniture

    @property
    def place(self) -> "Workplace | None":
        """Where the officer works, once a register is open."""
        return self._furniture.place if self._furniture else None

    @property
    def desk(self) -> "Desk | None":
        """The desk, once a register is open."""
        return self.place.desk if self.place else None

    @property
    def open_path(self) -> Path | None:
        """The file of the register that is open."""
        return self.desk.register.path if self.desk else None

    def go(self, place: "Place") -> None:
        """Show a place, where a register is open."""
        if self.place:
            self.place.pages.go(place)

    def put_inside(self, page: QWidget) -> None:
        """Show a page beside the rail, in place of what was there."""
        before = self.inside.currentWidget()
        self.inside.addWidget(page)
        self.inside.setCurrentWidget(page)
        if before:
            self.inside.removeWidget(before)
            before.deleteLater()

    def name(self, path: Path | None) -> None:
        """Name the window after the register that is open."""
        self.setWindowTitle(f"{path.stem} – {NAME}" if path else NAME)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        if paths := self._dropped(event):
            event.acceptProposedAction()
            self.furniture.take_in(paths)

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """With Ctrl held, a notch of the wheel makes the text larger or smaller, as in a spreadsheet."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._resize_text(event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._make_room()

    def closeEvent(self, event: "QCloseEvent") -> None:
        self.session.keep_choice(_STATE, bytes(self.saveGeometry().toHex().data()).decode())
        if self._furniture:
            self._furniture.clear_away()
        super().closeEvent(event)

    def _make_room(self) -> None:
        """Where the type leaves little room the rail gives its words away."""
        if self._is_dressed:
            self.rail.make_room(self.width())

    def _resize_text(self, turned: int) -> None:
        from desktop.window.viewing import step_size

        self._turned += turned
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            step_size(self.session, notches)

    def _lay_out(self) -> None:
        from desktop.window.waiting_page import WaitingPage

        for words in MENUS:
            self.menuBar().addMenu(words)
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self.inside, 1)
        self.inside.addWidget(WaitingPage())
        self.setCentralWidget(whole)

    def _restore(self) -> None:
        kept = self.session.choice(_STATE)
        if not (kept and self.restoreGeometry(QByteArray.fromHex(kept.encode()))):
            self.resize(1280, 800)

    def _dropped(self, event: "QDragEnterEvent | QDropEvent") -> list[Path]:
        known = {SUFFIX, ".pdf", *(RETURNS if self.place else ())}
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.suffix.lower() in known]
