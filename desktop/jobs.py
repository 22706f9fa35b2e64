"""Work that takes time, done in a process of its own so that the window never waits for it.

The process is started when first needed, kept warm after that, and killed when its job is cancelled. What goes in and
comes out are plain values; a job never sees the register.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.worker import ENDED, TOO_LONG, Failure, Task, Word, serve

LISTEN_MS = 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take; 0 is as much as it needs."""

    seconds: float = 0
    memory: int = 0
    """Bytes of address space, where the system can see to it."""


UNLIMITED = Limits()


class Job(QObject):
    """One piece of work under way. Exactly one of finished, failed and cancelled comes, once."""

    progressed = Signal(object)
    """What the work reported on its way."""
    finished = Signal(object)
    """What the work gave back."""
    failed = Signal(object)
    """A Failure: a refusal's sentence, or a fault with details."""
    cancelled = Signal()
    """It was called off; nothing of it remains."""

    def __init__(self, jobs: "Jobs", task: Task, limits: Limits) -> None:
        super().__init__()
        self.task = task
        self.limits = limits
        self._jobs = jobs

    def cancel(self) -> None:
        """Call it off, at once, whatever it is doing; after its end this does nothing."""
        self._jobs.cancel(self)


class Jobs(QObject):
    """The worker process and the jobs waiting for it, one at a time, first come first done."""

    busy_changed = Signal(bool)
    """Work has begun, or there is none left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._current: Job | None = None
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._is_ready = False
        self._listening = QTimer(self, interval=LISTEN_MS)
        self._listening.timeout.connect(self._listen)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._too_long)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waits."""
        return self._current is not None or bool(self._waiting)

    def run(
        self, work: Callable[..., Any], *args: Any, reports: bool = False, limits: Limits = UNLIMITED, **named: Any
    ) -> Job:
        """Have a module's function called with plain values in the worker process. With `reports` it is also given
        `progress`, a function to call with a plain value now and then. Beyond its limits it fails."""
        job = Job(self, Task(work, args, named, reports, limits.memory), limits)
        was_busy = self.busy
        self._waiting.append(job)
        if not was_busy:
            self.busy_changed.emit(True)
        self.warm()
        self._next()
        return job

    def warm(self) -> None:
        """Have the worker process ready before it is needed."""
        if self._process is None:
            self._start()
        self._listening.start()

    def cancel(self, job: Job) -> None:
        """Call a job off: out of the line, or its process killed."""
        if job in self._waiting:
            self._waiting.remove(job)
        elif job is self._current:
            self._current = None
            self._end()
        else:
            return
        job.cancelled.emit()
        self._go_on()

    def close(self) -> None:
        """End the worker process; what it was doing is cancelled."""
        unfinished = [*([self._current] if self._current else []), *self._waiting]
        self._current = None
        self._waiting.clear()
        self._end()
        for job in unfinished:
            job.cancelled.emit()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="contract-desk worker", daemon=True)
        self._process.start()
        theirs.close()
        self._line, self._is_ready = ours, False

    def _end(self) -> None:
        self._listening.stop()
        self._deadline.stop()
        process, line = self._process, self._line
        self._process = self._line = None
        self._is_ready = False
        if line is not None:
            line.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _next(self) -> None:
        if self._current is None and self._waiting and self._is_ready and self._line is not None:
            self._current = self._waiting.popleft()
            try:
                self._line.send(self._current.task)
            except OSError:
                self._died()
                return
            if self._current.limits.seconds:
                self._deadline.start(round(self._current.limits.seconds * 1000))

    def _listen(self) -> None:
        try:
            while self._line is not None and self._line.poll():
                self._hear(*self._line.recv())
        except (EOFError, OSError):
            self._died()
        if not self.busy and self._is_ready:
            self._listening.stop()

    def _hear(self, word: Word, value: object) -> None:
        if word is Word.READY:
            self._is_ready = True
            self._next()
        elif self._current is not None and word is Word.PROGRESS:
            self._current.progressed.emit(value)
        elif self._current is not None:
            job, self._current = self._current, None
            self._deadline.stop()
            (job.finished if word is Word.DONE else job.failed).emit(value)
            self._go_on()

    def _died(self) -> None:
        """The process ended by itself, as when a file makes a reader abort. Before any job it would only die again."""
        job = self._current or (self._waiting.popleft() if self._waiting else None)
        self._current = None
        self._end()
        if job is not None:
            job.failed.emit(Failure("The work stopped unexpectedly. Nothing was changed. Try it again.", ENDED))
        self._go_on()

    def _too_long(self) -> None:
        """The process is killed, whatever it is doing; what it has said already still counts."""
        self._listen()
        job = self._current
        if job is None or self._deadline.isActive():
            return
        self._current = None
        self._end()
        told = f"The work took longer than {job.limits.seconds:g} seconds and was stopped. Nothing was changed."
        job.failed.emit(Failure(told, TOO_LONG))
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            self.warm()
            self._next()
        elif self._current is None:
            self.busy_changed.emit(False)
