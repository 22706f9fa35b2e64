"""Reading and understanding a file in the worker process: plain values in, plain values out. No Qt here."""

import copyreg
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from db.returns.cells import Cells
from db.returns.container import load
from db.returns.files.limits import USUAL
from db.returns.taking.looking import Looked, first_look, look_as
from db.returns.taking.meant import Candidate
from db.returns.taking.steps import Step
from db.returns.understanding.understand import understand_as
from db.returns.understanding.understood import Chosen, Understood
from db.returns.workbook import read_content
from db.rules.monitoring import Measure

SMALL = 6_000
"""Up to so many cells a file is understood again while the officer looks: it takes less than 50 ms."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read: its bytes, and what the first look found."""

    content: bytes
    looked: Looked


@dataclass(frozen=True, slots=True)
class Held:
    """All that a file was understood from, without its cells: they are read again from the content if need be."""

    content: bytes
    name: str
    asked: tuple[Measure, ...]
    chosen: Chosen


def open_file(path: Path, candidates: Sequence[Candidate], progress: Callable[[float], None]) -> Opened:
    """Read a file and look at it for the first time.

    Raises:
        Refusal: it cannot be read, or is a blank return of ours whose stamp was changed.
    """
    content = load(path)
    cells = read_content(content, path.name, USUAL, progress)
    _keep(content, cells)
    return Opened(content, first_look(cells, candidates))


def open_kept(content: bytes, name: str, candidate: Candidate | None, provider: str) -> Opened:
    """A file that was kept, with its cells, as the return it was taken in as.

    Raises:
        Refusal: as open_file.
    """
    return Opened(b"", Looked(None, look_as(_cells(content, name), candidate, provider)))


def opened_as(content: bytes, name: str, candidate: Candidate | None, provider: str) -> Understood:
    """A file as the return of another contract or provider; what comes back has no cells.

    Raises:
        Refusal: as open_file.
    """
    return bare(look_as(_cells(content, name), candidate, provider))


def stepped(held: Held, step: Step) -> Understood:
    """A file after one step of the officer; what comes back has no cells.

    Raises:
        Refusal: the step is not possible.
    """
    from db.returns.tables.finding import find_tables

    cells = _cells(held.content, held.name)
    return bare(step.take(understand_as(cells, held.asked, held.chosen, find_tables(cells))))


def bare(understood: Understood) -> Understood:
    """What was understood without the cells, for whoever has them already."""
    cells = understood.cells
    return replace(understood, cells=Cells(cells.file_name, cells.file_sha256, {}))


def count_of(cells: Cells) -> int:
    """How many cells a file holds."""
    return sum(len(held) for held in cells.sheets.values())


_kept: dict[bytes, Cells] = {}


def _cells(content: bytes, name: str) -> Cells:
    if content not in _kept:
        _keep(content, read_content(content, name))
    return _kept[content]


def _keep(content: bytes, cells: Cells) -> None:
    """One file at a time."""
    _kept.clear()
    _kept[content] = cells


def _travelling(mapping: Mapping[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _locked, (dict(mapping),)


def _locked(mapping: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, _travelling)
