"""The program on the page of a register, telling how it stands: `python -m tests.journeys.register_telling FOLDER`."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.register import Register
from desktop.app import application
from desktop.main_window import MainWindow
from desktop.session import Session
from tests.desktop.test_grid_keys import block
from tests.desktop.windows import register_page, workplace

AT = datetime(2024, 1, 15, 9, 2, tzinfo=UTC)
REGISTER, SETTINGS = "January.register", "settings.ini"


class Teller:
    """Prints a line of JSON whenever the window stands otherwise than before."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._table = window, register_page(window).table
        self._table.setFocus()
        self._copied = 0
        self._told: dict[str, object] = {}
        QGuiApplication.clipboard().dataChanged.connect(self._count)

    def tell(self) -> None:
        """Print how it stands, unless that was said."""
        now = self._stands()
        if now != self._told:
            self._told = now
            sys.stdout.write(f"{json.dumps(now)}\n")
            sys.stdout.flush()

    def _stands(self) -> dict[str, object]:
        at = QApplication.focusWidget()
        return {
            "keyboard": at.objectName() if at else "",
            "window": at.window().objectName() if at else "",
            "chosen": block(self._table) if self._table.selectedIndexes() else (),
            "shown": self._table.rows.rowCount(),
            "copied": self._copied,
            "acts": len(workplace(self._window).desk.register.journal.entries()),
        }

    def _count(self) -> None:
        self._copied += 1


def main() -> None:
    """Show the register of a folder until it is ended."""
    app, folder = application(), Path(sys.argv[1])
    window = MainWindow(Session(folder / SETTINGS, lambda: AT), Register.open(folder / REGISTER))
    window.resize(1240, 700)
    window.show()
    teller = Teller(window)
    watch = QTimer(interval=20)
    watch.timeout.connect(teller.tell)
    watch.start()
    app.exec()


if __name__ == "__main__":
    main()
