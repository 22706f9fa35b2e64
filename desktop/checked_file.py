"""A file checked for its signatures, with what it says of itself. No Qt: the command line and the worker use it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.rules.refusal import Refusal
from exports.signatures.verification import Verdict, Verification
from exports.signatures.verifying import MOST_BYTES, verify


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file, what its signatures are worth, and what it says it is."""

    name: str
    content: bytes = field(repr=False)
    verification: Verification
    title: str = ""
    """As the file itself names it."""
    words: str = field(default="", repr=False)
    """What its first page says."""
    can_be_shown: bool = False


def read_file(path: Path) -> bytes:
    """A file's bytes, no more than are checked.

    Raises:
        Refusal: it cannot be read.
    """
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise Refusal(f"“{path.name}” cannot be read: {why}. Check that it is there and yours to read.") from trouble


def check_file(path: Path, moment: datetime, trusted: Sequence[bytes] = (), crls: Sequence[bytes] = ()) -> CheckedFile:
    """Read a file and check it as at a moment (UTC), as exports.signatures.verifying.verify.

    Raises:
        Refusal: the file, a certificate or a revocation list cannot be read.
    """
    return check_content(path.name, read_file(path), moment, trusted, crls)


def check_content(
    name: str, content: bytes, moment: datetime, trusted: Sequence[bytes] = (), crls: Sequence[bytes] = ()
) -> CheckedFile:
    """Check bytes that were read already.

    Raises:
        Refusal: a certificate or a revocation list cannot be read.
    """
    found = verify(content, moment, trusted, crls)
    if found.verdict is Verdict.CANNOT_READ:
        return CheckedFile(name, content, found)
    title, words, can_be_shown = _says(content)
    return CheckedFile(name, content, found, title, words, can_be_shown)


def _says(content: bytes) -> tuple[str, str, bool]:
    """The title a file gives itself, what its first page says, and whether its pages can be shown."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return "", "", False
    try:
        title = str(document.get_metadata_dict().get("Title", ""))
        return title, str(document[0].get_textpage().get_text_range()), True
    except (pypdfium2.PdfiumError, IndexError):
        return "", "", False
    finally:
        document.close()
