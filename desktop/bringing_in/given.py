"""The file an officer gave to a screen that takes files in."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk

EDITED, OLD = "editedWorkbook", "oldRegister"
"""An edited workbook of this register, and a register that was kept elsewhere."""


class Given(QObject):
    """One file at a time; another takes its place."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self.setObjectName(name)
        self.path: Path | None = None

    def give(self, path: Path) -> None:
        """Put a file into the screen's hands."""
        self.path = path
        self.changed.emit()

    def clear(self) -> None:
        """Nothing is given any more."""
        self.path = None
        self.changed.emit()


def given_to(desk: Desk, name: str) -> Given:
    """What is given to a screen of a desk, made when first asked for."""
    found = desk.findChild(Given, name)
    return found if found is not None else Given(desk, name)
