"""Reading what comes in, in the worker process: plain values in, plain values out. No Qt here."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.returns.cells import Cells
from desktop.importing.work import SMALL, count_of

if TYPE_CHECKING:
    from db.incoming.choices import Choices
    from db.incoming.known import Known
    from db.incoming.plan import Plan
    from db.own_workbook.changes import Incoming
    from db.rules.to_do import ToDo

__all__ = ["SMALL", "compared", "count_of", "planned", "planned_in", "read_workbook", "to_do_as_workbook"]

Progress = Callable[[float], None]


def read_workbook(path: Path, progress: Progress) -> tuple[bytes, Cells]:
    """A spreadsheet's bytes and its cells.

    Raises:
        Refusal: it cannot be read; says why.
    """
    from db.returns.container import load
    from db.returns.files.limits import OF_A_REGISTER
    from db.returns.workbook import read_content

    content = load(path)
    cells = read_content(content, path.name, OF_A_REGISTER, progress)
    _kept.clear()
    _kept[content] = cells
    return content, cells


def compared(path: Path, cells: Cells) -> "Incoming":
    """What a workbook changes of the register in a file, which is only read.

    Raises:
        Refusal: it is no workbook of that register.
    """
    from db.own_workbook.against import compare
    from db.register import Register

    with Register.open(path, writable=False) as register:
        return compare(register, cells)


def planned(content: bytes, name: str, known: "Known", today: date, choices: "Choices") -> "Plan":
    """What bringing a register in would do, by what was chosen so far.

    Raises:
        Refusal: it cannot be read; says why.
    """
    from db.incoming.plan import plan

    return plan(_cells(content, name), known, today, choices)


def planned_in(content: bytes, name: str, path: Path, today: date, choices: "Choices") -> "Plan":
    """As planned, with what the register in a file holds, which is only read.

    Raises:
        Refusal: as planned, or the register cannot be read.
    """
    from db.operations.bring_in import known_to
    from db.register import Register

    with Register.open(path, writable=False) as register:
        known = known_to(register)
    return planned(content, name, known, today, choices)


_kept: dict[bytes, Cells] = {}


def _cells(content: bytes, name: str) -> Cells:
    """One file at a time stays read."""
    if content not in _kept:
        from db.returns.files.limits import OF_A_REGISTER
        from db.returns.workbook import read_content

        _kept.clear()
        _kept[content] = read_content(content, name, OF_A_REGISTER)
    return _kept[content]


def to_do_as_workbook(rows: "Sequence[ToDo]") -> bytes:
    """The rows still to do as a workbook."""
    from exports.to_do_list import render

    return render(rows)
