"""Keeps what is typed on the page as a draft, within a second of its being typed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.drafts import Draft, Drafts

WITHIN_MS = 600


class DraftKeeper(QObject):
    """Writes the draft of the decision on the page."""

    failed = Signal()
    """The draft could not be written: what is typed is only in this window."""

    def __init__(self, drafts: Drafts, now: Callable[[], datetime], typed: Callable[[], Mapping[str, Any]]) -> None:
        """`typed` gives what is on the page and not in the register."""
        super().__init__()
        self._drafts, self._now, self._typed = drafts, now, typed
        self._register: Path | None = None
        self._decision_id = ""
        self._timer = QTimer(self, singleShot=True, interval=WITHIN_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self, register: Path | None, decision_id: str) -> Draft | None:
        """Keep drafts of this decision from now on; the one that is there already."""
        self._timer.stop()
        self._register, self._decision_id = register, decision_id
        return self._drafts.find(register, decision_id)

    def touch(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Write the draft now; without words that are not in the register there is none."""
        self._timer.stop()
        typed = self._typed() if self._decision_id else {}
        if not typed:
            self.drop()
        elif not self._drafts.keep(self._register, self._decision_id, Draft(self._now(), typed)):
            self.failed.emit()

    def stop(self) -> None:
        """Keep no more drafts of this decision; what is kept stays."""
        self._timer.stop()
        self._decision_id = ""

    def drop(self) -> None:
        """All words are in the register, or are left out."""
        self._timer.stop()
        if self._decision_id:
            self._drafts.drop(self._register, self._decision_id)
