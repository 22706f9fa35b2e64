"""The states a file went through, and the marks that a signature leaves in its bytes."""

import re
from hashlib import sha256

_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?")
_PLACE = re.compile(rb"/ByteRange\s*\[")
_MARKS = (b"/ByteRange", b"/ETSI.CAdES.detached", b"/adbe.pkcs7.", b"/ETSI.RFC3161", b"/Contents <30")
_MOST = 64
"""More states than any record goes through."""


def revision_sha256s(pdf: bytes) -> tuple[str, ...]:
    """The SHA-256 of the file up to the end of each state it went through, and last of the whole file."""
    ends = [match.end() for match in _END.finditer(pdf)][-_MOST:]
    digest, done, found = sha256(), 0, []
    for end in dict.fromkeys((*ends, len(pdf))):
        digest.update(pdf[done:end])
        done = end
        found.append(digest.hexdigest())
    return tuple(found)


def has_tail(pdf: bytes) -> bool:
    """Whether bytes stand after the mark that ends the file."""
    return not pdf.endswith((b"%%EOF", b"%%EOF\n", b"%%EOF\r", b"%%EOF\r\n"))


def places(pdf: bytes) -> int:
    """How many signatures the bytes speak of."""
    return len(_PLACE.findall(pdf))


def bears_marks(pdf: bytes) -> bool:
    """Whether any trace of a signature is in the bytes."""
    return any(mark in pdf for mark in _MARKS)
