"""Whether a file is a workbook worth opening, judged by its bytes before anything parses it."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from db.rules.refusal import Refusal

MEGABYTE = 1_000_000
LARGEST_FILE = 20 * MEGABYTE
LARGEST_CONTENT = 100 * MEGABYTE
MOST_ENTRIES = 2_000
HIGHEST_RATIO = 100
BIG_ENTRY = 5 * MEGABYTE
"""Below this unpacked size a high ratio is ordinary: empty cells pack well and cost little."""

_SAVE_AS = "Open it in Excel, choose Save As and “Excel Workbook (.xlsx)”, and read that file."
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|\?xml|meta)", re.IGNORECASE)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_PROLOGUE = 65_536
_STRICT = b"http://purl.oclc.org/ooxml/"


class UnreadableWorkbook(Refusal):
    """A file that cannot be read as a workbook: what it is, and what to do."""


def load(path: Path) -> bytes:
    """The bytes of a file that may be a workbook.

    Raises:
        UnreadableWorkbook: there is no such file, it cannot be read, or it is larger than LARGEST_FILE.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableWorkbook(f"There is no file “{path.name}”. Check where it was saved.") from None
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
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
    """The parts of a workbook, once its bytes say that it is one and that it is safe to unpack.

    Raises:
        UnreadableWorkbook: it is something else, damaged, too large once unpacked, or made to harm.
    """
    _check_kind(content, name)
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise _damaged(name) from None
    _check_sums(archive.infolist(), name)
    _check_parts(archive, name)
    return archive


def _check_kind(content: bytes, name: str) -> None:
    if not content:
        raise UnreadableWorkbook(f"“{name}” is empty: it holds no bytes at all. Ask for it to be sent again.")
    if content.startswith(_OLE):
        raise _ole(content, name)
    if not content.startswith(b"PK"):
        raise UnreadableWorkbook(f"“{name}” is {_what_else(content)}, whatever its name says. {_SAVE_AS}")


def _ole(content: bytes, name: str) -> UnreadableWorkbook:
    if _ENCRYPTED in content:
        return UnreadableWorkbook(
            f"“{name}” is locked with a password. Open it in Excel with the password, choose File, Info, "
            "Protect Workbook, Encrypt with Password, empty the box, save it, and read it again."
        )
    return UnreadableWorkbook(f"“{name}” is in the old Excel format (.xls) or another old Office format. {_SAVE_AS}")


def _what_else(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return "a PDF"
    if _MARKUP.match(content):
        return "a web page or other markup"
    if b"\0" in content[:4096]:
        return "not a workbook"
    return "plain text, such as CSV"


def _check_sums(entries: list[ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableWorkbook(
            f"“{name}” is made of {len(entries):,} parts; a workbook has fewer than {MOST_ENTRIES:,}. "
            "It was not opened. Ask the provider how it was made."
        )
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST_CONTENT:
        raise UnreadableWorkbook(
            f"“{name}” would unpack to {total // MEGABYTE:,} MB; the most that is opened is "
            f"{LARGEST_CONTENT // MEGABYTE} MB. Ask for the return without the sheets that are not needed."
        )
    for entry in entries:
        if entry.file_size > BIG_ENTRY and entry.file_size > HIGHEST_RATIO * entry.compress_size:
            raise UnreadableWorkbook(
                f"“{name}” holds a part that unpacks to more than {HIGHEST_RATIO} times its size, as files made to "
                "exhaust a computer do. It was not opened. Ask the provider to copy the figures into a new workbook."
            )


def _check_parts(archive: ZipFile, name: str) -> None:
    parts = set(archive.namelist())
    if "mimetype" in parts or "content.xml" in parts:
        raise UnreadableWorkbook(f"“{name}” is an OpenDocument file (.ods). {_SAVE_AS}")
    if "xl/workbook.bin" in parts:
        raise UnreadableWorkbook(f"“{name}” is a binary workbook (.xlsb). {_SAVE_AS}")
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/") for part in parts):
        raise UnreadableWorkbook(f"“{name}” is a packed file with no workbook in it. {_SAVE_AS}")
    for part in parts:
        if part.endswith((".xml", ".rels", ".vml")):
            _check_prologue(archive, part, name)


def _check_prologue(archive: ZipFile, part: str, name: str) -> None:
    try:
        with archive.open(part) as file:
            prologue = file.read(_PROLOGUE)
    except Exception:
        raise _damaged(name) from None
    if any(doctype in prologue for doctype in _DOCTYPES):
        raise UnreadableWorkbook(
            f"“{name}” declares its own document type, which no workbook does and harmful files do. "
            "It was not opened. Ask the provider to copy the figures into a new workbook."
        )
    if part == "xl/workbook.xml" and _STRICT in prologue:
        raise UnreadableWorkbook(f"“{name}” was saved as “Strict Open XML”. {_SAVE_AS}")


def _damaged(name: str) -> UnreadableWorkbook:
    return UnreadableWorkbook(
        f"“{name}” is damaged or was cut short on its way, so it cannot be opened. Ask for it to be sent again."
    )
