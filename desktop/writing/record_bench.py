"""A record on the workbench: the section that is open, what is missing, and the page as it will print."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.rules.decision import RecordOfDecision
from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.writing.checking import missing_in
from desktop.writing.gap_notes import Missing
from desktop.writing.gathering import gather
from desktop.writing.manuscript import Manuscript
from desktop.writing.standing import progress
from desktop.writing.workbench import Workbench

PAUSE_MS = 200
"""How long the keyboard rests before what is typed is checked and printed anew."""


class RecordBench(Workbench):
    """Leads through the sections of one manuscript, and checks and prints it as it is typed."""

    typed = Signal()
    passed = Signal(object)
    """The officer wants to pass over a warning: the Missing."""
    refused = Signal(str)
    """It cannot be printed, and why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.manuscript: Manuscript | None = None
        self.missing: tuple[Missing, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.follow)
        self.sections.currentRowChanged.connect(self._turn)
        self.gaps.followed.connect(lambda missing: self.go_to(missing.field))

    def open(self, manuscript: Manuscript) -> None:
        """Put a manuscript there; `start` shows its first section."""
        self.manuscript = manuscript
        manuscript.typed.connect(self._on_typed)
        manuscript.passed.connect(self.passed)
        self.sections.offer([chapter.title for chapter in manuscript.chapters])

    def start(self) -> None:
        """Show the first section."""
        self.sections.setCurrentRow(0)
        self._turn(0)
        self.follow()

    def clear(self) -> None:
        """Nothing is on the bench any more."""
        self.put(QWidget())
        for page in self.manuscript.pages if self.manuscript else ():
            page.deleteLater()
        self.manuscript, self.missing = None, ()
        self.sections.offer(())
        self.live.forget()

    def as_typed(self) -> dict[str, Any]:
        """What is typed and not in the register, by the names of the fields."""
        return self.manuscript.as_typed() if self.manuscript else {}

    def go_to(self, path: str) -> None:
        """Take the keyboard to the field of something in the decision, such as text.reasons."""
        if self.manuscript:
            number = self.manuscript.place_of(path)
            self.sections.setCurrentRow(number)
            self.manuscript.page(number).focus_on(path)

    def step(self, by: int) -> None:
        """Go to the next thing that is missing, or the one before."""
        self.follow()
        self.gaps.step(by)

    def follow(self) -> None:
        """Check what is typed, and print it anew."""
        if self.manuscript is None:
            return
        decision, _ = self.manuscript.written()
        try:
            record = gather(self._desk.register, decision)
        except Refusal as refusal:
            self.refused.emit(str(refusal))
            return
        self.live.offer(record, at_once=True)
        self.missing = () if decision.is_locked else self._missing(record)
        self.gaps.tell(self.missing)
        for page in self.manuscript.pages:
            page.tell(self.missing, is_locked=self.manuscript.is_locked)
        self.sections.judge([progress(chapter, decision, self.missing) for chapter in self.manuscript.chapters])

    def _missing(self, record: RecordOfDecision) -> tuple[Missing, ...]:
        desk = self._desk
        return missing_in(desk.register, record.decision, record, desk.session.today(), desk.holidays)

    def _turn(self, row: int) -> None:
        if self.manuscript and 0 <= row < len(self.manuscript.chapters):
            page = self.manuscript.page(row)
            page.tell(self.missing, is_locked=self.manuscript.is_locked)
            self.put(page)

    def _on_typed(self) -> None:
        self._pause.start()
        self.typed.emit()
