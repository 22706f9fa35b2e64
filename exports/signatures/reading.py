"""Files of certificates and of revocations, as PEM text or DER."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.rules.refusal import Refusal

if TYPE_CHECKING:
    from cryptography import x509

_PEM = b"-----BEGIN "


def read_certificates(files: Iterable[bytes]) -> tuple[x509.Certificate, ...]:
    """Every certificate in some files.

    Raises:
        Refusal: a file holds none.
    """
    return tuple(each for content in files for each in _certificates(content))


def read_revocations(files: Iterable[bytes]) -> tuple[x509.CertificateRevocationList, ...]:
    """The lists of revoked certificates, one a file.

    Raises:
        Refusal: a file is no such list.
    """
    return tuple(map(_revocations, files))


def _certificates(content: bytes) -> list[x509.Certificate]:
    from cryptography import x509

    try:
        if _PEM in content:
            return x509.load_pem_x509_certificates(content)
        return [x509.load_der_x509_certificate(content)]
    except ValueError:
        raise Refusal(
            "A file of certificates to trust holds no certificate that can be read. Choose a PEM or DER file."
        ) from None


def _revocations(content: bytes) -> x509.CertificateRevocationList:
    from cryptography import x509

    try:
        if _PEM in content:
            return x509.load_pem_x509_crl(content)
        return x509.load_der_x509_crl(content)
    except ValueError:
        raise Refusal(
            "A revocation list cannot be read: it is not one, or it is damaged. Fetch it again from whoever issues the "
            "certificates."
        ) from None
