"""A file of cells turned into plain values: the one way in, whatever kind of file it is."""

from hashlib import sha256
from pathlib import Path

from db.returns.cells import Cells
from db.returns.container import kind_of_parts, load, open_container
from db.returns.files import open_document, open_xml, separated, with_calamine
from db.returns.files.gathering import Gathering
from db.returns.files.kinds import Kind, kind_of
from db.returns.files.limits import USUAL, Limits, Progress, unheard
from db.returns.files.refusals import UnreadableWorkbook, damaged_inside

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "Limits", "UnreadableWorkbook", "read", "read_content"]

MOST_ROWS = USUAL.rows
MOST_COLUMNS = USUAL.columns


def read(path: Path, limits: Limits = USUAL, progress: Progress = unheard) -> Cells:
    """Every cell of a file with its address; formulas by the result they were saved with.

    Reads .xlsx, .xlsm, .xlsb, .xls, .ods, .csv and .tsv, judged by content and not by name. What lies beyond the
    limits is told in the notes. Nothing in the file is run and no link in it is followed.

    Raises:
        UnreadableWorkbook: it holds no cells, is locked, damaged, too large, or made to harm.
    """
    return read_content(load(path), path.name, limits, progress)


def read_content(content: bytes, name: str, limits: Limits = USUAL, progress: Progress = unheard) -> Cells:
    """As read, from a file's bytes.

    Raises:
        UnreadableWorkbook: as read.
    """
    kind = kind_of(content, name)
    found = Gathering(name, sha256(content).hexdigest(), kind or "", limits, progress)
    try:
        if kind is None:
            _gather_packed(content, found)
        elif kind is Kind.OLD:
            with_calamine.gather(content, found)
            found.note(with_calamine.UNSEEN)
        else:
            separated.gather(content, found)
    except (RecursionError, MemoryError) as trouble:
        raise damaged_inside(name, type(trouble).__name__) from trouble
    return found.cells()


def _gather_packed(content: bytes, found: Gathering) -> None:
    with open_container(content, found.name) as archive:
        kind = kind_of_parts(archive, found.name)
        found.kind = kind
        if kind is Kind.OPEN_XML:
            open_xml.gather(archive, found)
            return
        with_calamine.gather(content, found)
        if kind is Kind.OPEN_DOCUMENT:
            open_document.look_again(archive, found)
        else:
            found.note(with_calamine.UNSEEN)
