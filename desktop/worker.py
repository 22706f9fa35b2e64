"""The other end of a job: a process that does plain work and knows neither Qt nor the register."""

import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing.connection import Connection
from pickle import PicklingError
from typing import Any

from db.rules.refusal import Refusal

ENDED = "worker ended"
"""The details of a failure where the process went down under its work."""
TOO_LONG = "took too long"
"""The details of a failure where the work took longer than it may."""
TOO_MUCH = "took too much memory"
"""The details of a failure where the work took more memory than it may."""


class Word(Enum):
    """What the worker says."""

    READY = "ready"
    PROGRESS = "progress"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why work was not done: a sentence for the officer and, where it is a fault, details to copy."""

    sentence: str
    details: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether it is the program's doing rather than the officer's to mend."""
        return bool(self.details)


@dataclass(frozen=True, slots=True)
class Task:
    """Work to do: a function of some module, plain values for it, and whether it takes `progress`."""

    work: Callable[..., Any]
    args: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict)
    reports: bool = False
    most_memory: int = 0
    """The address space it may take in bytes, where the system can see to it; 0 is as much as there is."""


def serve(line: Connection) -> None:
    """Do task after task until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        line.send((Word.READY, None))
        while True:
            task = line.recv()
            _send(line, _answer(task, line))
    except (EOFError, OSError):
        return


def _send(line: Connection, answer: tuple[Word, Any]) -> None:
    try:
        line.send(answer)
    except (PicklingError, TypeError, AttributeError):
        line.send((Word.FAILED, _fault()))


def _answer(task: Task, line: Connection) -> tuple[Word, Any]:
    named = dict(task.named)
    if task.reports:
        named["progress"] = lambda value: line.send((Word.PROGRESS, value))
    try:
        with _memory_of(task.most_memory):
            return Word.DONE, task.work(*task.args, **named)
    except Refusal as refusal:
        return Word.FAILED, Failure(str(refusal))
    except MemoryError:
        return Word.FAILED, Failure("The work took more memory than it may. Nothing was changed.", TOO_MUCH)
    except Exception:
        return Word.FAILED, _fault()


@contextmanager
def _memory_of(most: int) -> Iterator[None]:
    """Within so much address space, and afterwards within as much as before."""
    if not most or sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _fault() -> Failure:
    return Failure("The work stopped on a fault. Nothing was changed.", traceback.format_exc())
