"""What a file is, by its first bytes: one of the kinds that are read, or something else with its own sentence."""

import re
from enum import StrEnum

from db.returns.files.refusals import ASK_AGAIN, SAVE_AS, UnreadableWorkbook, with_password


class Kind(StrEnum):
    """The kinds of file that are read."""

    OPEN_XML = "xlsx"
    BINARY = "xlsb"
    OPEN_DOCUMENT = "ods"
    OLD = "xls"
    SEPARATED = "csv"
    WEB_PAGE = "html"
    XML_2003 = "xml"


_FIGURES = "Ask for the figures as a workbook."
_UNPACK = "Unpack it and read the workbook inside."
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_BEFORE_1997 = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", _FIGURES),
    (b"\x89PNG", "a picture", _FIGURES),
    (b"\xff\xd8\xff", "a picture", _FIGURES),
    (b"GIF87a", "a picture", _FIGURES),
    (b"GIF89a", "a picture", _FIGURES),
    (b"II*\x00", "a picture", _FIGURES),
    (b"MM\x00*", "a picture", _FIGURES),
    (b"{\\rtf", "a document of formatted text (RTF)", _FIGURES),
    (b"\x1f\x8b", "a packed file (gzip)", _UNPACK),
    (b"7z\xbc\xaf", "a packed file (7-Zip)", _UNPACK),
    (b"Rar!", "a packed file (RAR)", _UNPACK),
    (b"SQLite format 3", "a database", "Ask for the figures as a workbook."),
    (b"MIME-Version:", "a web page saved as one file (MHTML)", SAVE_AS),
)
_BY_PATTERN: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb"BM.{4}\0{4}", re.DOTALL), "a picture", _FIGURES),
    (re.compile(rb"RIFF.{4}(?:WEBP|WAVE|AVI )", re.DOTALL), "a picture, a sound or a film", _FIGURES),
    (
        re.compile(rb"ID;P[^\r\n]*[\r\n]+(?:P;[PFE]|[BCF];[A-Z]|O;|NN;|NE;|NU;|W;|E\b)"),
        "in an exchange format of long ago (SYLK)", SAVE_AS,
    ),
    (re.compile(rb'TABLE\r?\n0,1\r?\n"'), "in an exchange format of long ago (DIF)", SAVE_AS),
)  # fmt: skip
"""Where the first letters alone might be those of a heading."""
_PACKED = re.compile(rb"PK(?:[^\t\r\n\x20-\xff]|.?\Z)", re.DOTALL)
_LARGEST_LOCK = 1_024
_BEGINNING = 4_096


def kind_of(content: bytes, name: str) -> Kind | None:
    """The kind of a file by its bytes; None for a packed file, whose kind its parts tell.

    Raises:
        UnreadableWorkbook: it is none of the kinds that are read.
    """
    if not content:
        raise UnreadableWorkbook(f"“{name}” is empty: it holds no bytes at all. {ASK_AGAIN}")
    if name.startswith("~$") and len(content) <= _LARGEST_LOCK:
        raise UnreadableWorkbook(
            f"“{name}” only marks that somebody has the workbook open. Read the workbook itself: its name is the same "
            "without “~$”."
        )
    if content.startswith(OLE):
        return _ole(content, name)
    if _PACKED.match(content):
        return None
    _check_others(content, name)
    return _markup(content, name) or Kind.SEPARATED


def _check_others(content: bytes, name: str) -> None:
    if content.startswith(_BEFORE_1997):
        raise UnreadableWorkbook(f"“{name}” is in a format of Excel from before 1997. {SAVE_AS}")
    for begins, what, advice in _OTHERS:
        if content.startswith(begins):
            raise UnreadableWorkbook(f"“{name}” is {what}, whatever its name says. {advice}")
    for pattern, what, advice in _BY_PATTERN:
        if pattern.match(content):
            raise UnreadableWorkbook(f"“{name}” is {what}, whatever its name says. {advice}")
    if b"%PDF-" in content[:1024]:
        raise UnreadableWorkbook(f"“{name}” is a PDF, whatever its name says. {_FIGURES}")


_HTML_BEGINS = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)


def _markup(content: bytes, name: str) -> Kind | None:
    """Which kind of markup a file is; None when it is none."""
    beginning = content[:_BEGINNING].replace(b"\0", b"").decode("latin-1")
    beginning = re.sub(r"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)", "", beginning).lstrip()
    if not beginning.startswith("<"):
        return None
    if _HTML_BEGINS.match(beginning):
        return Kind.WEB_PAGE
    if "schemas-microsoft-com:office:spreadsheet" in beginning or 'progid="Excel.Sheet"' in beginning:
        return Kind.XML_2003
    if "opendocument" not in beginning and _HTML.search(beginning):
        return Kind.WEB_PAGE
    if not re.match(r"<[?!a-zA-Z]", beginning):
        return None
    what = "an OpenDocument file kept as plain XML (.fods)" if "opendocument" in beginning else "XML and not a workbook"
    raise UnreadableWorkbook(f"“{name}” is {what}, whatever its name says. {SAVE_AS}")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


_ENCRYPTED = _utf16("EncryptedPackage")
_BOOKS = (_utf16("Workbook\0"), _utf16("Book\0"), _utf16("WORKBOOK\0"), _utf16("BOOK\0"))
_LOCKED_BOOK = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}\x2f\x00", re.DOTALL)
"""A workbook's first record followed by the one that says how it is encrypted. [MS-XLS] 2.4.117."""
_OTHER_OFFICE = (
    ("0609020000000000C000000000000046", _utf16("WordDocument"), "a Word document"),
    ("0009020000000000C000000000000046", _utf16("WordDocument"), "a Word document"),
    ("108D81649B4FCF1186EA00AA00B929E8", _utf16("PowerPoint Document"), "a PowerPoint presentation"),
    ("0B0D020000000000C000000000000046", _utf16("__substg1.0_"), "an Outlook message"),
)
"""The other old Office formats: the class of their root, the stream they keep their text in, and what they are."""


def _ole(content: bytes, name: str) -> Kind:
    if _ENCRYPTED in content or _LOCKED_BOOK.search(content):
        raise with_password(name)
    root = _root_class(content).hex().upper()
    is_book = any(book in content for book in _BOOKS)
    likely = [(stream, said) for number, stream, said in _OTHER_OFFICE if number == root or not is_book]
    said = next((said for stream, said in likely if stream in content), "")
    if said:
        raise UnreadableWorkbook(f"“{name}” is {said}, whatever its name says. {_FIGURES}")
    if is_book:
        return Kind.OLD
    raise UnreadableWorkbook(
        f"“{name}” is in an old Office format, but no workbook can be found in it: it is something else or was cut "
        f"short. {SAVE_AS}"
    )


def _root_class(content: bytes) -> bytes:
    """The class identifier of an OLE file's root entry. [MS-CFB] 2.2 and 2.6."""
    sector = 1 << min(int.from_bytes(content[30:32], "little"), 20)
    root = (int.from_bytes(content[48:52], "little") + 1) * sector
    return content[root + 80 : root + 96]
