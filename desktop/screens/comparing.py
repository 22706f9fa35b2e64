"""Two days compared: at once where a register is small, else away from the window and handed over slice by slice."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from db.register import Register
from db.rules.refusal import Refusal
from db.whereabouts import Whereabouts
from desktop.acts.waiting import the_jobs
from desktop.jobs import Job
from desktop.screens import then_and_now_work as work
from desktop.screens.then_and_now_rows import ToldRow
from desktop.screens.then_and_now_work import Asked, Found
from desktop.worker import Failure

FEW = 300
"""Up to so many contracts and acts the days are compared while the officer looks: it takes less than 50 ms."""


class Comparing(QObject):
    """One comparison at a time.

    Signals:
        began: it is done away from the window now.
        progressed: the part that is done, from 0 to 1.
        found: its rows, all of them.
        refused: there is none, and why.
    """

    began = Signal()
    progressed = Signal(object)
    found = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: Asked | None = None
        """What was compared last, or is being compared; None where that was refused or called off."""
        self._coming: list[ToldRow] = []
        self._job: Job | None = None

    def compare(self, register: Register, first: date, last: date, seen_on: date) -> None:
        """Compare the ends of two days; what was being compared is called off."""
        self.call_off()
        self.asked = Asked(Whereabouts.of(register), first, last, seen_on)
        if len(register.contracts.ids()) > FEW or len(register.journal.entries(FEW + 1)) > FEW:
            self.began.emit()
            self._run(work.compared, self.asked, work.SLICE, reports=True)
            return
        try:
            rows = work.told_in(register, self.asked)
        except Refusal as refusal:
            self._refuse(str(refusal))
        else:
            self.found.emit(rows)

    def call_off(self) -> bool:
        """Stop; whether there was anything to stop."""
        job, self._job = self._job, None
        self.asked, self._coming = None, []
        if job is not None:
            job.cancel()
        return job is not None

    def _run(self, work_of: Callable[..., Found], *args: object, reports: bool = False) -> None:
        job = self._job = the_jobs().run(work_of, *args, reports=reports)
        job.progressed.connect(self.progressed)
        job.finished.connect(lambda found: self._take(found) if job is self._job else None)
        job.failed.connect(lambda failure: self._fail(failure) if job is self._job else None)

    def _take(self, found: Found) -> None:
        self._coming += found.rows
        if len(self._coming) < found.count:
            self.progressed.emit(len(self._coming) / found.count)
            self._run(work.more, self.asked, work.SLICE, len(self._coming))
            return
        self._job = None
        rows, self._coming = tuple(self._coming), []
        self.found.emit(rows)

    def _fail(self, failure: Failure) -> None:
        self._job = None
        self._refuse(failure.sentence)

    def _refuse(self, sentence: str) -> None:
        self.asked = None
        self.refused.emit(sentence)
