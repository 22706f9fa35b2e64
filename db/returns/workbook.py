"""A file of cells turned into plain values: the one way in, whatever kind of file it is."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from struct import error as StructError  # noqa: N812
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from db.returns.cells import Cells
from db.returns.container import check_elements, kind_of_parts, load, open_container
from db.returns.files import (
    binary_errors,
    binary_records,
    open_document,
    open_xml,
    separated,
    web_page,
    with_calamine,
    xml_2003,
)
from db.returns.files.gathering import Gathering
from db.returns.files.kinds import Kind, kind_of
from db.returns.files.limits import USUAL, Limits, Progress, unheard
from db.returns.files.old_mending import mended
from db.returns.files.old_password import is_locked
from db.returns.files.old_records import add_to, sheets_of
from db.returns.files.old_stream import workbook_stream
from db.returns.files.open_document_area import is_too_far
from db.returns.files.open_document_tidy import tidied
from db.returns.files.refusals import UnreadableWorkbook, damaged_inside, too_scattered, with_password
from db.returns.undisturbed import undisturbed

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "Limits", "UnreadableWorkbook", "read", "read_content"]

_OF_THE_FILE = (
    BadZipFile, ZlibError, ExpatError, StructError, LookupError, ValueError, ArithmeticError, EOFError, OSError,
    NotImplementedError, RecursionError, MemoryError, TypeError, AttributeError,
)  # fmt: skip
"""What the readers raise of a file whose inside makes no sense."""
MOST_ROWS = USUAL.rows
MOST_COLUMNS = USUAL.columns
LARGEST_AREA = 2_500_000
"""The most cells, blank ones too, that an old or binary workbook may reach over: its reader makes room for each."""


def read(path: Path, limits: Limits = USUAL, progress: Progress = unheard) -> Cells:
    """Every cell of a file with its address; formulas by the result they were saved with.

    Reads .xlsx, .xlsm, .xlsb, .xls, .ods, .csv and .tsv, and the web pages and XML spreadsheets of 2003 that go by the
    name of .xls, judged by content and not by name. What lies beyond the limits is told in the notes. Nothing in the
    file is run and no link in it is followed.

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
        _gather(content, kind, found)
    except UnreadableWorkbook:
        raise
    except _OF_THE_FILE as trouble:
        raise damaged_inside(name, type(trouble).__name__) from trouble
    return found.cells()


def _gather(content: bytes, kind: Kind | None, found: Gathering) -> None:
    if kind is None:
        _gather_packed(content, found)
    elif kind is Kind.OLD:
        _gather_old(content, found)
    else:
        with undisturbed():
            _OF_TEXT[kind](content, found)


_OF_TEXT = {
    Kind.SEPARATED: separated.gather,
    Kind.WEB_PAGE: web_page.gather,
    Kind.XML_2003: xml_2003.gather,
}


def _gather_old(content: bytes, found: Gathering) -> None:
    stream = workbook_stream(content)
    if is_locked(stream):
        raise with_password(found.name)
    sheets = sheets_of(stream, LARGEST_AREA)
    if sum(sheet.area for sheet in sheets) > LARGEST_AREA:
        raise too_scattered(found.name)
    with_calamine.gather(mended(stream, content), found)
    add_to(found, sheets)
    found.note(with_calamine.UNSEEN_OLD)


def _gather_packed(content: bytes, found: Gathering) -> None:
    with open_container(content, found.name) as archive:
        kind = kind_of_parts(archive, found.name)
        found.kind = kind
        if kind is Kind.OPEN_XML:
            check_elements(archive, found.name, found.limits.cells)
            with undisturbed():
                open_xml.gather(archive, found)
        elif kind is Kind.OPEN_DOCUMENT:
            _gather_open_document(content, archive, found)
        else:
            _gather_binary(content, archive, found)


def _gather_binary(content: bytes, archive: ZipFile, found: Gathering) -> None:
    seen = binary_records.look(archive, LARGEST_AREA)
    if seen.area > LARGEST_AREA:
        raise too_scattered(found.name)
    with_calamine.gather(content, found)
    if seen.has_failed:
        binary_errors.add_to(found, archive)
    found.note(binary_errors.UNSEEN)


def _gather_open_document(content: bytes, archive: ZipFile, found: Gathering) -> None:
    if is_too_far(archive, LARGEST_AREA):
        raise too_scattered(found.name)
    with ThreadPoolExecutor(1) as beside:
        is_worth_a_look = beside.submit(open_document.is_worth_a_look, archive)
        try:
            with_calamine.gather(content, found)
        except UnreadableWorkbook:
            with_calamine.gather(tidied(archive), found)
    found.note(open_document.UNSEEN)
    if is_worth_a_look.result():
        check_elements(archive, found.name, found.limits.cells)
        open_document.look_again(archive, found)
