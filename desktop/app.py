"""The program with a window: made, shown, and ended."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desktop import quick_start  # isort: skip - before Qt

from PySide6.QtWidgets import QApplication

from desktop.main_window import NAME, MainWindow
from desktop.session import Session

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(path: Path | None = None) -> int:
    """Open the window on a register, the one opened last, or the welcome; gives the exit status once it is closed."""
    quick_start.begin()
    app = application()
    start(Session(), path)
    return int(app.exec())


def application() -> QApplication:
    """The program's one QApplication, named as desktops know it."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("contract-desk")
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("contract-desk")
    return app


def start(session: Session, path: Path | None = None) -> MainWindow:
    """Show the window at once; what it holds is brought in as soon as it is on the screen."""
    window = MainWindow(session, is_bare=True)
    sys.excepthook = last_chance(window)
    window.painted.connect(lambda: furnish(window, path))
    window.show()
    return window


def furnish(window: MainWindow, path: Path | None) -> None:
    """Dress the window and open what is to be open first."""
    from desktop.look.theme import theme

    theme().apply(window.session.scheme, window.session.text_size)
    window.dress()
    open_first(window, path)
    quick_start.stand()


def open_first(window: MainWindow, path: Path | None) -> None:
    """Open the register asked for, or the one opened last; without either, or where it is refused, the welcome."""
    wanted = path or next(iter(window.session.recents()), None)
    if wanted is None or not window.furniture.files.open(wanted):
        window.furniture.show_welcome()


def last_chance(window: MainWindow) -> Hook:
    """What happens with a fault that nothing else caught: it is told with details to copy, and the window stays."""

    def tell_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        from desktop.window.faults import tell

        tell(window, fault)

    return tell_fault
