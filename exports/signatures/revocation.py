"""Whether an issuer took a certificate back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from exports.signatures.certificate import is_issued_by

if TYPE_CHECKING:
    from cryptography import x509


def revoked_at(
    certificate: x509.Certificate,
    revocations: Iterable[x509.CertificateRevocationList],
    known: Iterable[x509.Certificate] = (),
) -> datetime | None:
    """The moment, in UTC, from which a certificate is revoked by any of the lists; None where none says so.

    A list counts when it is the issuer's: where the issuer's certificate is `known`, it must have signed the list.
    """
    moments = [_entry(certificate, each) for each in revocations if _speaks_for(each, certificate, known)]
    return min((moment for moment in moments if moment is not None), default=None)


def _entry(certificate: x509.Certificate, revocations: x509.CertificateRevocationList) -> datetime | None:
    entry = revocations.get_revoked_certificate_by_serial_number(certificate.serial_number)
    return entry.revocation_date_utc if entry is not None else None


def _speaks_for(
    revocations: x509.CertificateRevocationList, certificate: x509.Certificate, known: Iterable[x509.Certificate]
) -> bool:
    if revocations.issuer != certificate.issuer:
        return False
    issuers = [each for each in known if each.subject == certificate.issuer and is_issued_by(certificate, each)]
    return not issuers or any(is_signed_by(revocations, each) for each in issuers)


def is_signed_by(revocations: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    """Whether an issuer's key signed a list."""
    try:
        return revocations.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
