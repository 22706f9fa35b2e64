"""Whether a file is worth opening, judged by its bytes before anything parses it."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from db.returns.files.kinds import Kind
from db.returns.files.refusals import (
    COPY_FIGURES,
    MEGABYTE,
    SAVE_AS,
    UnreadableWorkbook,
    damaged,
    own_document_type,
    too_many_elements,
    too_much_unpacked,
    with_password,
)

__all__ = ["MEGABYTE", "UnreadableWorkbook", "check_elements", "kind_of_parts", "load", "open_container"]

LARGEST_FILE = 20 * MEGABYTE
LARGEST_CONTENT = 100 * MEGABYTE
MOST_ENTRIES = 2_000
HIGHEST_RATIO = 100
BIG_ENTRY = 5 * MEGABYTE
"""Below this unpacked size a high ratio is ordinary: empty cells pack well and cost little."""
MOST_ELEMENTS = 4
"""The most elements of XML for every cell that may be read: itself, its value and its formula are three."""
_SMALLEST_ELEMENT = 4
"""The bytes of one."""
_PIECE = 1 << 20

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_PROLOGUE = 65_536
_LOCKED_ENTRY = 0x1
_LONGEST_TYPE = 200


def load(path: Path) -> bytes:
    """The bytes of a file that may hold cells.

    Raises:
        UnreadableWorkbook: there is no such file, it cannot be read, or it is larger than LARGEST_FILE.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableWorkbook(f"There is no file “{path.name}”. Check where it was saved.") from None
    except IsADirectoryError:
        raise UnreadableWorkbook(f"“{path.name}” is a folder. Choose the files in it.") from None
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or type(trouble).__name__
        raise UnreadableWorkbook(
            f"“{path.name}” could not be read from the disk ({reason}). Check that it is a file you may open."
        ) from None
    if len(content) > LARGEST_FILE:
        raise UnreadableWorkbook(
            f"“{path.name}” is larger than {LARGEST_FILE // MEGABYTE} MB, too large for a return. "
            "Ask for the figures without pictures or attachments."
        )
    return content


def open_container(content: bytes, name: str) -> ZipFile:
    """The parts of a packed file, once its directory says that it is safe to unpack.

    Raises:
        UnreadableWorkbook: it is damaged, locked, too large once unpacked, or made to harm.
    """
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError, IndexError):
        raise damaged(name) from None
    _check_sums(archive.infolist(), name)
    for part in _in_xml(archive):
        _check_prologue(archive, part, name)
    return archive


def _in_xml(archive: ZipFile) -> list[str]:
    return [part for part in archive.namelist() if part.lower().endswith((".xml", ".rels", ".vml"))]


def check_elements(archive: ZipFile, name: str, most_cells: int) -> None:
    """Count what a file may have been filled with to keep a reader of its elements busy; what cannot be unpacked is
    left.

    Raises:
        UnreadableWorkbook: there are far too many for so many cells.
    """
    parts, most = _in_xml(archive), MOST_ELEMENTS * most_cells
    if sum(archive.getinfo(part).file_size for part in parts) < most * _SMALLEST_ELEMENT:
        return
    found = 0
    for part in parts:
        with suppress(Exception), archive.open(part) as file:
            while piece := file.read(_PIECE):
                found += piece.count(b"<") - piece.count(b"</")
    if found > most:
        raise too_many_elements(name)


def kind_of_parts(archive: ZipFile, name: str) -> Kind:
    """What a packed file is by the parts in it.

    Raises:
        UnreadableWorkbook: it is no workbook.
    """
    parts = {part.replace("\\", "/").lstrip("/").lower() for part in archive.namelist()}
    if _is_locked_document(archive):
        raise with_password(name)
    if "xl/workbook.bin" in parts:
        return Kind.BINARY
    if any(part.startswith("xl/") for part in parts):
        return Kind.OPEN_XML
    if "content.xml" in parts and _is_spreadsheet(archive):
        return Kind.OPEN_DOCUMENT
    if "[content_types].xml" in parts and not any(part.startswith(tuple(_OTHERS)) for part in parts):
        return Kind.OPEN_XML
    raise UnreadableWorkbook(f"“{name}” is {_what_else(parts)}")


_OTHERS = {
    "word/": f"a Word document. {SAVE_AS}",
    "ppt/": "a PowerPoint presentation. Ask for the figures as a workbook.",
    "visio/": "a Visio drawing. Ask for the figures as a workbook.",
    "content.xml": f"an OpenDocument file, but not a spreadsheet. {SAVE_AS}",
    "index/": "a Numbers spreadsheet from a Mac. Ask for it to be exported to Excel, and read that.",
    "index.zip": "a Numbers spreadsheet from a Mac. Ask for it to be exported to Excel, and read that.",
}
_INSIDE = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")


def _what_else(parts: set[str]) -> str:
    for begins, said in _OTHERS.items():
        if any(part.startswith(begins) or f".numbers/{begins}" in part for part in parts):
            return said
    if any(part.endswith(_INSIDE) for part in parts):
        return "a packed folder. Unpack it and read the files inside."
    return f"a packed file with no workbook in it. {SAVE_AS}"


def _is_spreadsheet(archive: ZipFile) -> bool:
    if "mimetype" not in archive.namelist():
        return True
    with archive.open("mimetype") as file:
        return b"spreadsheet" in file.read(_LONGEST_TYPE)


def _is_locked_document(archive: ZipFile) -> bool:
    """Whether it is an OpenDocument file whose parts are encrypted. OpenDocument 1.3, part 2, 4.8."""
    manifest = "META-INF/manifest.xml"
    if manifest not in archive.namelist():
        return False
    try:
        return b"encryption-data" in archive.read(manifest)
    except Exception:
        return False


def _check_sums(entries: list[ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableWorkbook(
            f"“{name}” is made of {len(entries):,} parts; a workbook has fewer than {MOST_ENTRIES:,}. "
            "It was not opened. Ask the provider how it was made."
        )
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST_CONTENT:
        raise too_much_unpacked(name, total, LARGEST_CONTENT)
    for entry in entries:
        if entry.flag_bits & _LOCKED_ENTRY:
            raise with_password(name)
        if entry.file_size > BIG_ENTRY and entry.file_size > HIGHEST_RATIO * entry.compress_size:
            raise UnreadableWorkbook(
                f"“{name}” holds a part that unpacks to more than {HIGHEST_RATIO} times its size, as files made to "
                f"exhaust a computer do. {COPY_FIGURES}"
            )


def _check_prologue(archive: ZipFile, part: str, name: str) -> None:
    """A part that cannot be unpacked is left to whoever needs it."""
    try:
        with archive.open(part) as file:
            prologue = file.read(_PROLOGUE)
    except Exception:
        return
    if any(doctype in prologue for doctype in _DOCTYPES):
        raise own_document_type(name)
