"""The foot of the window: which register, that it is saved, when it was backed up, and what is counted."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar, QWidget

from desktop.look.parts import label

if TYPE_CHECKING:
    from db.register import Register


class Status(QStatusBar):
    """Left what lasts, right what the page in view counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.file = label("", "quiet")
        self.file.setObjectName("fileState")
        self.counts = label("", "quiet")
        self.counts.setObjectName("rowCounts")
        for made in (self.file, self.counts):
            made.setContentsMargins(12, 4, 12, 4)
        self.addWidget(self.file, 1)
        self.addPermanentWidget(self.counts)

    def tell(self, words: str) -> None:
        """Say how the register stands."""
        self.file.setText(words)
        self.file.setAccessibleName(words)

    def count(self, words: str) -> None:
        """Say what the page counts."""
        self.counts.setText(words)
        self.counts.setAccessibleName(words)


def file_state(register: "Register", today: date) -> str:
    """A register's file in one line: name, saved or read-only, last backup."""
    if register.path is None:
        return "In memory only"
    state = "read-only" if register.read_only else "saved"
    return " · ".join((register.path.name, state, _backed_up(register.path, today)))


def _backed_up(path: Path, today: date) -> str:
    from db.rules.dates import show_short_day

    folder = backups_of(path)
    try:
        newest = max((each.stat().st_mtime for each in folder.glob("*.register")), default=0.0)
    except OSError:
        newest = 0.0
    if not newest:
        return "no backup yet"
    at = datetime.fromtimestamp(newest).astimezone()
    return f"backup {at:%H:%M}" if at.date() == today else f"backup {show_short_day(at.date())}"


def backups_of(path: Path) -> Path:
    """The folder beside a register in which its backups are kept."""
    return path.with_name(f"{path.stem} backups")
