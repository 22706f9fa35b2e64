"""What a certificate says of the one who signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography import x509


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """A certificate in plain values; moments in UTC."""

    name: str
    post: str
    organisation: str
    issuer: str
    serial: str
    """The number its issuer gave it, in hexadecimal."""
    valid_from: datetime
    valid_until: datetime
    sha256: str
    """The fingerprint of the whole certificate, in hexadecimal."""
    is_self_issued: bool
    """Whether its holder made it, so that nobody else vouches for the name."""


def facts_of(certificate: x509.Certificate) -> CertificateFacts:
    """The facts of a certificate."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509 import NameOID

    subject = certificate.subject
    return CertificateFacts(
        name=_said(subject, NameOID.COMMON_NAME) or subject.rfc4514_string(),
        post=_said(subject, NameOID.TITLE),
        organisation=_said(subject, NameOID.ORGANIZATION_NAME),
        issuer=_said(certificate.issuer, NameOID.COMMON_NAME) or certificate.issuer.rfc4514_string(),
        serial=f"{certificate.serial_number:x}",
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        sha256=certificate.fingerprint(SHA256()).hex(),
        is_self_issued=is_self_issued(certificate),
    )


def is_self_issued(certificate: x509.Certificate) -> bool:
    """Whether a certificate is signed with its own key."""
    return certificate.issuer == certificate.subject and is_issued_by(certificate, certificate)


def is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether an issuer's key signed a certificate, word for word."""
    from cryptography.exceptions import InvalidSignature

    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def is_one_chain(certificates: Iterable[x509.Certificate], known: Iterable[x509.Certificate] = ()) -> bool:
    """Whether each certificate is as its issuer signed it, where the issuer's is among them or known."""
    carried = tuple(certificates)
    issuers = (*carried, *known)
    names = {each.subject for each in issuers}
    return all(each.issuer not in names or any(is_issued_by(each, issuer) for issuer in issuers) for each in carried)


def _said(name: x509.Name, what: x509.ObjectIdentifier) -> str:
    return ", ".join(str(each.value) for each in name.get_attributes_for_oid(what))
