"""Reading what comes in, in the worker process: plain values in, plain values out. No Qt here."""

from collections.abc import Callable
from pathlib import Path

from db.own_workbook.changes import Incoming
from db.returns.cells import Cells

Progress = Callable[[float], None]


def read_workbook(path: Path, progress: Progress) -> tuple[bytes, Cells]:
    """A spreadsheet's bytes and its cells.

    Raises:
        Refusal: it cannot be read; says why.
    """
    from db.returns.container import load
    from db.returns.files.limits import USUAL
    from db.returns.workbook import read_content

    content = load(path)
    return content, read_content(content, path.name, USUAL, progress)


def compared(path: Path, cells: Cells) -> Incoming:
    """What a workbook changes of the register in a file, which is only read.

    Raises:
        Refusal: it is no workbook of that register.
    """
    from db.own_workbook.against import compare
    from db.register import Register

    with Register.open(path, writable=False) as register:
        return compare(register, cells)
