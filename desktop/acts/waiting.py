"""Waiting for heavy work that a worker process does: the window stays alive, and it can be cancelled."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from db.rules.refusal import Refusal
from desktop.acts.carrying_out import tell
from desktop.dialogs.wait_dialog import WaitDialog
from desktop.jobs import Job, Jobs
from desktop.messages import FaultDialog
from desktop.worker import Failure

T = TypeVar("T")

UNTOLD_MS = 300
"""Work shorter than this is not told of: a dialog that flashes is worse than none."""


def the_jobs() -> Jobs:
    """The program's one worker, made on first asking."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("the application comes before its worker")
    found = app.findChild(Jobs)
    return found if found is not None else Jobs(app)


def done_away(
    parent: QWidget | None, words: str, work: Callable[..., T], *args: Any, reports: bool = False
) -> T | None:
    """What a module's function gives, done in the worker. None when cancelled or refused; a refusal has been told.

    Work that `reports` is given `progress`, and tells it the part that is done, from 0 to 1.
    """
    end = _waited_for(parent, words, work, *args, reports=reports)
    if end.failure:
        _tell_failure(parent, end.failure)
    given: T | None = end.given
    return given


def done_or_refused(parent: QWidget | None, words: str, work: Callable[..., T], *args: Any) -> T | None:
    """What a module's function gives, done in the worker; None when cancelled or when it broke, which has been told.

    Raises:
        Refusal: the work was refused, for the caller to tell.
    """
    end = _waited_for(parent, words, work, *args)
    if end.failure and end.failure.is_fault:
        _tell_failure(parent, end.failure)
    elif end.failure:
        raise Refusal(end.failure.sentence)
    given: T | None = end.given
    return given


def _waited_for(
    parent: QWidget | None, words: str, work: Callable[..., Any], *args: Any, reports: bool = False
) -> "_End":
    job = the_jobs().run(work, *args, reports=reports)
    end = _End(job)
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    job.failed.connect(loop.quit)
    QTimer.singleShot(UNTOLD_MS, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not end.came:
        _wait(parent, words, job)
    return end


class _End:
    """How a job ended."""

    def __init__(self, job: Job) -> None:
        self.came = False
        self.given: Any = None
        self.failure: Failure | None = None
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)

    def _finished(self, given: object) -> None:
        self.came, self.given = True, given

    def _failed(self, failure: Failure) -> None:
        self.came, self.failure = True, failure


def _wait(parent: QWidget | None, words: str, job: Job) -> None:
    dialog = WaitDialog(words, parent)
    dialog.rejected.connect(job.cancel)
    job.finished.connect(dialog.accept)
    job.failed.connect(dialog.accept)
    job.progressed.connect(dialog.show_part)
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()


def _tell_failure(parent: QWidget | None, failure: Failure) -> None:
    if not failure.is_fault:
        tell(parent, "That could not be done", failure.sentence)
        return
    dialog = FaultDialog(failure.sentence, failure.details, parent)
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()
