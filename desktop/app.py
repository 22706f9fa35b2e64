"""The program with a window: made, shown, and ended."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.register import Register
from db.rules.refusal import Refusal
from desktop.look.theme import theme
from desktop.main_window import NAME, MainWindow
from desktop.session import Session

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(path: Path | None = None) -> int:
    """Open the window on a register, the one opened last, or the welcome; gives the exit status once it is closed."""
    app = application()
    session = Session()
    theme().apply(session.scheme, session.text_size)
    window, refused = opened(session, path)
    sys.excepthook = last_chance(window)
    window.show()
    if refused:
        QTimer.singleShot(0, window, lambda: tell_refusal(window, refused))
    return int(app.exec())


def application() -> QApplication:
    """The program's one QApplication, named as desktops know it."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("contract-desk")
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("contract-desk")
    return app


def opened(session: Session, path: Path | None) -> tuple[MainWindow, str]:
    """A window on the register asked for, or the one opened last; and the sentence why it was not opened."""
    wanted = path or next(iter(session.recents()), None)
    if wanted is None:
        return MainWindow(session), ""
    try:
        register = Register.open(wanted, at=session.moment())
    except Refusal as refusal:
        return MainWindow(session), str(refusal)
    session.remember(wanted)
    return MainWindow(session, register), ""


def tell_refusal(window: MainWindow, sentence: str) -> None:
    """Say why the register was not opened, over the welcome."""
    from desktop.window.telling import tell

    tell(window, "The register was not opened", sentence)


def last_chance(window: MainWindow) -> Hook:
    """What happens with a fault that nothing else caught: it is told with details to copy, and the window stays."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if isinstance(fault, Refusal):
            tell_refusal(window, str(fault))
            return
        from desktop.messages import FaultDialog

        details = "".join(traceback.format_exception(kind, fault, trace))
        words = (
            "The program met something it was not made for. What was saved is safe: every change is whole or not made "
            "at all. Copy the details, send them to whoever looks after the program, and carry on or start it again."
        )
        FaultDialog(words, details, window).open()

    return tell
