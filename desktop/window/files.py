"""Opening, making and backing up registers, and the few dialogs that go with it."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QFileDialog, QWidget

from db.register import Register
from db.rules.refusal import Refusal
from desktop.session import Session
from desktop.window.telling import tell

_KINDS = "Registers (*.register);;All files (*)"
SUFFIX = ".register"


class Files(QObject):
    """Everything about which register is open. `show` puts an opened one on the desk."""

    def __init__(self, window: QWidget, session: Session, show: Callable[[Register], None]) -> None:
        super().__init__(window)
        self._window, self._session, self._show = window, session, show

    def make(self) -> bool:
        """Ask where, and make a new, empty register there."""
        path = self._ask_new("New register", "Contracts.register")
        return path is not None and self._try(lambda: Register.create(path))

    def make_sample(self) -> bool:
        """Ask where, and make the sample register there."""
        path = self._ask_new("Sample register", "Sample.register")
        return path is not None and self._try(lambda: self._filled(path))

    def ask_and_open(self) -> bool:
        """Ask which register, and open it."""
        found, _ = QFileDialog.getOpenFileName(self._window, "Open register", self._folder(), _KINDS)
        return bool(found) and self.open(Path(found))

    def ask_and_open_beside(self) -> bool:
        """Ask which register, and open it in a window of its own, so that two stand side by side."""
        found, _ = QFileDialog.getOpenFileName(self._window, "Open in another window", self._folder(), _KINDS)
        return bool(found) and self.open_beside(Path(found))

    def open_beside(self, path: Path) -> bool:
        """Begin the program once more, on another register."""
        program = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
        return bool(QProcess.startDetached(sys.executable, [*program, str(path)])[0])

    def open(self, path: Path) -> bool:
        """Open a register; what cannot be opened is told, and what was open stays."""
        return self._try(lambda: Register.open(path, at=self._session.moment()))

    def back_up(self, register: Register) -> Path | None:
        """Make a proved copy now."""
        try:
            return register.backup(self._session.moment())
        except Refusal as refusal:
            tell(self._window, "No backup was made", str(refusal))
            return None

    def save_copy(self, register: Register) -> Path | None:
        """Ask where, and put a proved copy there; never over a file."""
        from desktop.acts.saving import ask_path, keep

        path = ask_path(self._window, "Save a copy", f"{register.path.stem if register.path else ''} copy", SUFFIX)
        if path and path.exists():
            tell(self._window, "No copy was saved", f"“{path.name}” is there already. Choose another name.")
            return None
        made = self.back_up(register) if path else None
        return keep(self._window, path, made.read_bytes()) if path and made else None

    def _filled(self, path: Path) -> Register:
        from db.sample import fill

        register = Register.create(path)
        fill(register, self._session.moment())
        return register

    def _try(self, opened: Callable[[], Register]) -> bool:
        try:
            register = opened()
        except Refusal as refusal:
            tell(self._window, "The register was not opened", str(refusal))
            return False
        if register.path:
            self._session.remember(register.path)
        self._show(register)
        return True

    def _ask_new(self, title: str, name: str) -> Path | None:
        found, _ = QFileDialog.getSaveFileName(self._window, title, str(Path(self._folder()) / name), _KINDS)
        if not found:
            return None
        return Path(found) if Path(found).suffix else Path(found + SUFFIX)

    def _folder(self) -> str:
        recent = self._session.recents()
        return str(recent[0].parent if recent else Path.home())
