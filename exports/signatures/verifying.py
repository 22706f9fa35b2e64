"""Checking a file: whether it is as it was signed, by whom and when, and what was added afterwards."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from exports.signatures.reading import read_certificates, read_revocations
from exports.signatures.revisions import bears_marks, places, revision_sha256s
from exports.signatures.sentences import DAMAGED, NOT_SIGNED, SPOILT, of_file
from exports.signatures.verification import SignatureSeen, Verdict, Verification

MOST_BYTES = 100_000_000
_BEGINS = b"%PDF-"
_BEGINS_WITHIN = 1024


def verify(pdf: bytes, moment: datetime, trusted: Sequence[bytes] = (), crls: Sequence[bytes] = ()) -> Verification:
    """What a file is worth at a moment (UTC), whatever its bytes are. Nothing is fetched.

    A signature's certificate is judged as at the moment its timestamp says, else as at the one it claims. With
    `trusted` certificates (PEM or DER), a signer for whom none of them vouches does not pass; `crls` are revocation
    lists in PEM or DER.

    Raises:
        Refusal: a file of certificates to trust, or a revocation list, cannot be read.
    """
    read_certificates(trusted)
    read_revocations(crls)
    if problem := _cannot_begin(pdf):
        return _found(pdf, Verdict.CANNOT_READ, (problem,))
    return _read(pdf, moment, trusted, crls)


def _cannot_begin(pdf: bytes) -> str:
    if not pdf:
        return "The file is empty."
    if len(pdf) > MOST_BYTES:
        return "The file is larger than 100 MB, which no record is. It was not read."
    if _BEGINS not in pdf[:_BEGINS_WITHIN]:
        return "The file is not a PDF."
    return ""


def _read(pdf: bytes, moment: datetime, trusted: Sequence[bytes], crls: Sequence[bytes]) -> Verification:
    from exports.signatures.embedded import Locked, Spoilt, read_signatures
    from exports.signatures.quiet import quiet

    try:
        with quiet():
            signatures, filled = read_signatures(pdf, moment, trusted, crls, strict=bears_marks(pdf))
    except Locked:
        return _found(pdf, Verdict.CANNOT_READ, ("The file is locked with a password, so it cannot be checked.",))
    except Spoilt:
        return _found(pdf, Verdict.DAMAGED, (SPOILT,))
    except Exception:
        return _unreadable(pdf)
    return _judged(pdf, signatures, filled)


def _judged(pdf: bytes, signatures: tuple[SignatureSeen, ...], filled: int) -> Verification:
    from exports.signatures.embedded import worst

    if places(pdf) > filled or (not signatures and bears_marks(pdf)):
        return _found(pdf, Verdict.DAMAGED, (DAMAGED,), signatures)
    if not signatures:
        return _found(pdf, Verdict.UNSIGNED, (NOT_SIGNED,))
    verdict = worst(signatures)
    return _found(pdf, verdict, of_file(verdict, signatures), signatures)


def _unreadable(pdf: bytes) -> Verification:
    if bears_marks(pdf):
        return _found(pdf, Verdict.DAMAGED, (DAMAGED,))
    return _found(pdf, Verdict.CANNOT_READ, ("The file is a PDF that cannot be read: it is cut short or damaged.",))


def _found(
    pdf: bytes, verdict: Verdict, sentences: tuple[str, ...], signatures: tuple[SignatureSeen, ...] = ()
) -> Verification:
    return Verification(verdict, sentences, sha256(pdf).hexdigest(), signatures, revision_sha256s(pdf))
