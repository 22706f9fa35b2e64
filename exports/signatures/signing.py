"""Signing a record: what was signed before stays valid, and what comes out was checked."""

from datetime import UTC, datetime
from hashlib import sha256

from db.rules.refusal import Refusal
from exports.signatures.certificate import facts_of
from exports.signatures.credentials import check_certificate, open_credentials
from exports.signatures.order import Signed, SigningOrder
from exports.signatures.verification import SignatureSeen, Verdict
from exports.signatures.verifying import verify

_SOUND = (Verdict.INTACT, Verdict.CHANGED_AFTER, Verdict.NOT_TRUSTED, Verdict.EXPIRED, Verdict.REVOKED)
"""Where every byte that was signed is as it was, so that another may sign below."""


def sign(pdf: bytes, order: SigningOrder) -> Signed:
    """Fill an empty field of a PDF with a signature (PAdES, SHA-256).

    The first signature permits only further signatures afterwards. Nothing is written anywhere.

    Raises:
        Refusal: the key, the certificate, the picture, the file or its field will not do; the timestamp service or the
            evidence for the long term fails. Says which, and what to do.
    """
    credentials = open_credentials(order.pkcs12, order.passphrase)
    check_certificate(credentials, order.moment, order.crls, order.trusted)
    _check_earlier(pdf, order)
    from exports.signatures.pades import add_signature

    written = add_signature(pdf, order, credentials)
    seen = _check_later(written, order)
    return Signed(
        pdf=written,
        sha256=sha256(written).hexdigest(),
        level=seen.level,
        certificate=facts_of(credentials.certificate),
        moment=_moment(seen, order),
    )


def _check_earlier(pdf: bytes, order: SigningOrder) -> None:
    earlier = verify(pdf, order.moment)
    if (earlier.signatures and earlier.verdict not in _SOUND) or earlier.verdict is Verdict.DAMAGED:
        raise Refusal(f"{earlier.sentences[0]} It cannot be signed again; start from the file that was kept.")


def _check_later(written: bytes, order: SigningOrder) -> SignatureSeen:
    verification = verify(written, order.moment, order.trusted, order.crls)
    last = next((each for each in reversed(verification.signatures) if each.field == order.field), None)
    if last is None or not last.is_intact or not all(each.is_intact for each in verification.signatures):
        raise Refusal(
            "The signature did not hold when it was checked, so it was not kept. Nothing was signed. Sign again; "
            "without a timestamp if it fails again."
        )
    return last


def _moment(seen: SignatureSeen, order: SigningOrder) -> datetime:
    return seen.timestamped_at or order.moment.astimezone(UTC)
