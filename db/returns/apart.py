"""Reading a file in a process of its own, with limits, so that no file can hang, exhaust or bring down its reader."""

import os
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from db.returns.cells import Cells
from db.returns.files.limits import USUAL, Limits, Progress, unheard
from db.returns.files.refusals import MEGABYTE, UnreadableWorkbook, damaged_inside, not_safe
from db.returns.workbook import read, read_content

SECONDS = 60.0
"""How long a file may take unless said otherwise."""
MOST_MEMORY = 1_000 * MEGABYTE
"""The most address space a reader may take, most of which it never touches."""


@dataclass(frozen=True, slots=True)
class _Refused:
    sentence: str


def read_apart(
    source: Path | bytes,
    name: str = "",
    *,
    seconds: float = SECONDS,
    limits: Limits = USUAL,
    progress: Progress = unheard,
) -> Cells:
    """As db.returns.workbook.read, from a path or from bytes with a name, in a process that ends with it.

    The process is killed when it takes too long, and when `progress` raises.

    Raises:
        UnreadableWorkbook: as read; or the file took more seconds or memory than it may, or brought the reader down.
    """
    shown = name or (source.name if isinstance(source, Path) else "the file")
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, source, shown, limits), daemon=True)
    process.start()
    theirs.close()
    try:
        return _heard(ours, shown, monotonic() + seconds, progress)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _heard(line: Connection, name: str, until: float, progress: Progress) -> Cells:
    """What the process says, once it has an answer."""
    while line.poll(max(until - monotonic(), 0)):
        try:
            said = line.recv()
        except (EOFError, OSError):
            raise not_safe(name, "it brought down the program that reads it") from None
        if isinstance(said, Cells):
            return said
        if isinstance(said, _Refused):
            raise UnreadableWorkbook(said.sentence)
        progress(said)
    raise not_safe(name, "it took too long")


def _serve(line: Connection, source: Path | bytes, name: str, limits: Limits) -> None:
    """Read the file and say what it holds or why it cannot be read."""
    silence()
    limit_memory(MOST_MEMORY)
    try:
        line.send(_answer(source, name, limits, line.send))
    except OSError:
        return


def _answer(source: Path | bytes, name: str, limits: Limits, progress: Progress) -> Cells | _Refused:
    try:
        if isinstance(source, Path):
            return read(source, limits, progress)
        return read_content(source, name, limits, progress)
    except UnreadableWorkbook as refused:
        return _Refused(str(refused))
    except OSError:
        raise
    except Exception as trouble:
        return _Refused(str(damaged_inside(name, type(trouble).__name__)))


def silence() -> None:
    """Have nothing more said on standard error: a reader that panics prints there by itself."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    os.close(nothing)


def limit_memory(most: int) -> None:
    """Let this process take no more address space than so many bytes, where the system can see to it."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
