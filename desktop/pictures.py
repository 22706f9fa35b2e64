"""Pictures of every screen and every dialog, drawn without a screen: `contract-desk pictures FOLDER`."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtWidgets import QDialog, QMenu, QScrollArea, QWidget

from db.changes import Author
from db.register import Register
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.messages import FADE_MS
from desktop.picture_bringing_in import coming_in
from desktop.picture_grid import grids
from desktop.picture_importing import importing
from desktop.picture_passing import passing
from desktop.picture_records import records
from desktop.picture_registers import heavy, moment, morning
from desktop.picture_scorecards import scorecards
from desktop.quiet import quieten
from desktop.screens.contract import ContractScreen
from desktop.screens.contract_runway import RunwayPart
from desktop.screens.screen import Place
from desktop.screens.settings_diary import StepsSettings
from desktop.session import Session

USUAL, LARGE = QSize(1280, 800), QSize(1920, 1080)
NOW = moment("2025-12-15 09:02")
"""When the pictures are taken: contracts are past their end, notices are decided and unserved, returns are late."""
EARLIER = date(2023, 12, 15)
"""Looked back to: the second options of Community Navigation are still to be decided on."""
ROUNDS = 5
"""How often layouts may make others lay out anew before a picture."""
_LISTS = ("attention", "register", "decisions", "returns", "providers")
_PAGES = ("SAMPLE-CN-A", "SAMPLE-CN-B", "SAMPLE-WB55-INVOLVE", "SAMPLE-LWK-PORCHLIGHT")


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is taken: colours, text size, window size."""

    scheme: Scheme
    text: float = 1.0
    size: QSize = USUAL

    @property
    def name(self) -> str:
        """What its pictures' names end in."""
        return f"{self.scheme.name.lower()}-{self.size.width()}-{self.text:.0%}".replace("%", "")


SCHEMES = (Scheme.LIGHT, Scheme.DARK)
LOOKS = tuple(Look(scheme, *rest) for scheme in SCHEMES for rest in ((1.0, USUAL), (2.0, USUAL), (1.0, LARGE)))


EVERYDAY = tuple(Look(scheme) for scheme in SCHEMES)
"""The usual type and window, light and dark."""


def take(folder: Path, looks: Sequence[Look] = LOOKS) -> list[Path]:
    """Take a picture of every screen in each look, and of every dialog in light and dark, and name them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import application

    app = application()
    quieten()
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder)
    theme().apply(Scheme.LIGHT)
    try:
        with _window(morning) as window:
            for look in looks:
                _screens(camera, window, look)
            for scheme in SCHEMES:
                _passing(camera, window, Look(scheme))
                _dialogs(camera, window, Look(scheme))
        _others(camera, looks)
    finally:
        theme().apply(Scheme.SYSTEM)
        app.sendPostedEvents()
    return camera.taken


class Camera:
    """Takes pictures of windows as they are drawn, and keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.taken: list[Path] = []

    def take(self, widget: QWidget, name: str) -> None:
        """One picture, once everything is laid out."""
        settle()
        path = self._folder / f"{name}.png"
        widget.grab().save(str(path))
        self.taken.append(path)


def settle(milliseconds: int = 0) -> None:
    """Let what waits to be laid out and drawn be done."""
    for _ in range(ROUNDS):
        loop = QEventLoop()
        QTimer.singleShot(milliseconds // ROUNDS, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _screens(camera: Camera, window: MainWindow, look: Look) -> None:
    _dress(window, look)
    for name in (*_LISTS, "timeline", "settings"):
        window.go(Place(name))
        camera.take(window, f"{name}-{look.name}")
    for reference in _PAGES:
        window.go(_page_of(window, reference))
        camera.take(window, f"contract-{reference}-{look.name}")
    for name in records(window, settle):
        camera.take(window, f"{name}-{look.name}")
    for name in importing(window, settle):
        camera.take(window, f"{name}-{look.name}")
    _history(camera, window, look)
    for name, seen in coming_in(window, settle):
        camera.take(seen, f"{name}-{look.name}")
    for name, seen in scorecards(window):
        camera.take(seen, f"{name}-{look.name}")
    _further_down(camera, window, look)
    _look_back(camera, window, look)


def _history(camera: Camera, window: MainWindow, look: Look) -> None:
    window.go(_page_of(window, "SAMPLE-CN-B"))
    page = window.findChild(ContractScreen)
    if page:
        page.show_history(history=True)
        camera.take(window, f"contract-history-{look.name}")
        page.show_history(history=False)


def _further_down(camera: Camera, window: MainWindow, look: Look) -> None:
    """What stands below the first sight of a page: the steps before a contract's end, the steps in the settings."""
    for place, name in ((_page_of(window, "SAMPLE-CN-B"), "runway"), (Place("settings"), "settings-steps")):
        window.go(place)
        settle()
        _scroll_to(window, RunwayPart if name == "runway" else StepsSettings)
        camera.take(window, f"{name}-{look.name}")


def _scroll_to(window: MainWindow, kind: type[QWidget]) -> None:
    page = window.place.pages.currentWidget() if window.place else None
    part = page.findChild(kind) if page else None
    for area in page.findChildren(QScrollArea) if page else ():
        inside = area.widget()
        if part and inside and inside.isAncestorOf(part):
            area.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, -32)).y())


def _look_back(camera: Camera, window: MainWindow, look: Look) -> None:
    if window.desk:
        window.desk.look_from(EARLIER)
        for place in (Place("attention"), Place("timeline"), _page_of(window, "SAMPLE-CN-A")):
            window.go(place)
            camera.take(window, f"{place.screen}-{EARLIER}-{look.name}")
        window.desk.look_from(None)


def _passing(camera: Camera, window: MainWindow, look: Look) -> None:
    """What comes and goes: the search, the menus, the message after an act."""
    _dress(window, look)
    for name, seen in passing(window):
        camera.take(seen, f"{name}-{look.name}")
    window.go(Place("register"))
    if window.place:
        window.place.search()
        found = window.findChild(QDialog, "search")
        if found:
            camera.take(found, f"search-{look.name}")
            found.close()
    window.furniture.toast.tell("Extended SAMPLE-CN-A, SAMPLE-CN-B by OD.24.00002", lambda: None)
    settle(2 * FADE_MS)
    camera.take(window, f"message-{look.name}")
    window.furniture.toast.dismiss()
    for menu in window.menuBar().actions():
        shown = menu.menu()
        if isinstance(shown, QMenu):
            shown.aboutToShow.emit()
            shown.adjustSize()
            camera.take(shown, f"menu-{menu.text().replace('&', '').lower()}-{look.name}")


def _dialogs(camera: Camera, window: MainWindow, look: Look) -> None:
    from desktop.dialogs.gallery import every

    _dress(window, look)
    if window.desk:
        for name, dialog in every(window.desk):
            dialog.show()
            camera.take(dialog, f"dialog-{name}-{look.name}")
            dialog.close()
            dialog.deleteLater()


def _others(camera: Camera, looks: Sequence[Look]) -> None:
    for name, filled in (("empty", _nothing), ("heavy", heavy)):
        with _window(filled) as window:
            for scheme in SCHEMES:
                look = Look(scheme)
                _dress(window, look)
                for screen in (*_LISTS, "timeline"):
                    window.go(Place(screen))
                    camera.take(window, f"{name}-{screen}-{look.name}")
                if filled is heavy:
                    _grids(camera, window, scheme)
                    window.go(_page_of(window, "SAMPLE-HEAVY-0007"))
                    camera.take(window, f"{name}-contract-{look.name}")
    with _window(None) as window:
        for look in looks:
            _dress(window, look)
            camera.take(window, f"welcome-{look.name}")


def _grids(camera: Camera, window: MainWindow, scheme: Scheme) -> None:
    for look in (Look(scheme), Look(scheme, 1.5), Look(scheme, size=LARGE)):
        _dress(window, look)
        for name in grids(window, settle):
            camera.take(window, f"{name}-{look.name}")
    _dress(window, Look(scheme))


@contextmanager
def _window(filled: Callable[[Register, Author], None] | None) -> Iterator[MainWindow]:
    """A window on a register made for it, or on none."""
    with TemporaryDirectory() as folder:
        session = Session(Path(folder) / "settings.ini", _now)
        session.keep_officer("Sample officer", "Commissioning Officer")
        register = None
        if filled:
            register = Register.create(Path(folder) / "Sample.register")
            filled(register, session.author())
        window = MainWindow(session, register)
        if register is None:
            window.furniture.show_welcome()
        window.show()
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            settle()


def _now() -> datetime:
    return NOW


def _nothing(register: Register, by: Author) -> None:
    """An empty register stays as it is."""


def _dress(window: MainWindow, look: Look) -> None:
    theme().apply(look.scheme, look.text)
    window.resize(look.size)
    settle()


def _page_of(window: MainWindow, reference: str) -> Place:
    if window.desk is None:
        raise RuntimeError("a page needs a register")
    return Place("contract", window.desk.register.contracts.get(reference).id)
