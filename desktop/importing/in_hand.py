"""The file in hand: read in the worker, understood again at every step of the officer, and whose return it is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.returns.cells import Cells
from db.returns.taking.looking import look_as
from db.returns.taking.meant import Candidate, provider_in
from db.returns.taking.readings import kept_readings, newest_quarter
from db.returns.taking.steps import ForQuarter, Step
from db.returns.understanding.understood import Understood
from db.rules.decision import ContractId
from db.rules.monitoring import Reading, ReturnPeriod
from db.rules.refusal import Refusal
from desktop.acts.waiting import the_jobs
from desktop.importing import work
from desktop.jobs import Job, Limits
from desktop.worker import ENDED, TOO_LONG, TOO_MUCH, Failure

LIMITS = Limits(seconds=60, memory=2_000_000_000)
"""What a file may take, several times what the largest return takes: no file hangs the window or fills the computer."""
NOT_SAFE = (
    "“{}” could not be read safely: it {}. Nothing was kept of it. "
    "Ask the provider to save it anew from Excel and to send that."
)
_WHY = {
    ENDED: "brought down the program that reads it",
    TOO_LONG: f"took longer than {LIMITS.seconds:g} seconds",
    TOO_MUCH: "took more memory than a return may",
}


class InHand(QObject):
    """One file from its opening until it is accepted or put away.

    Signals:
        opened: it was read, and there is something to show.
        changed: it is understood otherwise now.
        progressed: how much of it has been read, from 0 to 1.
        refused: why it cannot be read, as a sentence.
        stopped: a step was refused, as a sentence; the file stands as before.
    """

    opened = Signal()
    changed = Signal()
    progressed = Signal(float)
    refused = Signal(str)
    stopped = Signal(str)

    def __init__(self, path: Path, candidates: tuple[Candidate, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.candidates = candidates
        self.candidate: Candidate | None = None
        self.provider = ""
        self.evidence = ""
        self.content = b""
        self.understood: Understood | None = None
        self.quarter: ReturnPeriod | None = None
        self._cells: Cells | None = None
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether the worker has it."""
        return self._job is not None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What would be kept of it for the quarter."""
        if self.understood is None or self.quarter is None:
            return ()
        return kept_readings(self.understood, self.quarter)

    def begin(self) -> None:
        """Have it read."""
        job = the_jobs().run(work.open_file, self.path, self.candidates, reports=True, limits=LIMITS)
        job.progressed.connect(self._on_progress)
        self._run(job, self.show_opened)

    def cancel(self) -> None:
        """Stop reading it, at once."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def take(self, step: Step) -> None:
        """Have it understood again after a step: at once, or in the worker where it is large."""
        if self.understood is None or self.is_busy:
            return
        if work.count_of(self.understood.cells) > work.SMALL:
            held = work.Held(self.content, self.path.name, self.understood.asked, self.understood.chosen)
            self._run(the_jobs().run(work.stepped, held, step, limits=LIMITS), self._on_stepped)
            return
        try:
            self._show(step.take(self.understood))
        except Refusal as refusal:
            self.stopped.emit(str(refusal))

    def belong(self, contract_id: ContractId, provider: str = "") -> None:
        """It is the return of this contract and provider."""
        found = next((each for each in self.candidates if each.contract_id == contract_id), None)
        if found is None or self.understood is None or self.is_busy:
            return
        self.candidate, self.evidence = found, "You said so."
        self.provider = provider or provider_in(self.understood.cells, found)
        if work.count_of(self.understood.cells) > work.SMALL:
            job = the_jobs().run(work.opened_as, self.content, self.path.name, found, self.provider, limits=LIMITS)
            self._run(job, self._on_stepped)
            return
        self._show(look_as(self.understood.cells, found, self.provider), is_new=True)

    def report(self, quarter: ReturnPeriod) -> None:
        """It is the return of this quarter."""
        self.quarter = quarter
        told = self.understood is not None and any(each.days == quarter.days for each in self.understood.readings)
        if told:
            self.changed.emit()
        else:
            self.take(ForQuarter(quarter))

    def _run(self, job: Job, done: object) -> None:
        self._job = job
        job.finished.connect(done)
        job.failed.connect(self._on_failed)

    def _on_progress(self, part: object) -> None:
        if isinstance(part, float | int):
            self.progressed.emit(float(part))

    def show_opened(self, opened: work.Opened) -> None:
        """It was read: this is what the first look found."""
        self._job = None
        self.content = opened.content
        self._cells = opened.looked.understood.cells
        self.understood = opened.looked.understood
        meant = opened.looked.meant
        if meant:
            self.candidate = next(each for each in self.candidates if each.contract_id == meant.contract_id)
            self.provider, self.evidence = meant.provider, meant.evidence
        self.quarter = newest_quarter(self.understood)
        self.opened.emit()

    def _on_stepped(self, understood: Understood) -> None:
        self._job = None
        if self._cells is not None:
            self._show(replace(understood, cells=self._cells))

    def _show(self, understood: Understood, *, is_new: bool = False) -> None:
        before, self.understood = self.understood, understood
        was = newest_quarter(before) if before else None
        if is_new or self.quarter in (None, was):
            self.quarter = newest_quarter(understood)
        self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self._job = None
        why = _WHY.get(failure.details)
        told = NOT_SAFE.format(self.path.name, why) if why else failure.sentence
        (self.stopped if self.understood else self.refused).emit(told)
