"""The key and certificate of the one who signs, from a PKCS#12 file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.rules.dates import show_day
from db.rules.refusal import Refusal
from exports.signatures.certificate import CertificateFacts, facts_of
from exports.signatures.passphrase import Passphrase
from exports.signatures.reading import read_certificates, read_revocations
from exports.signatures.revocation import revoked_at
from exports.signatures.usage import may_sign, may_sign_documents

if TYPE_CHECKING:
    from cryptography import x509

MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Credentials:
    """An opened key with its certificate. It stays where it was opened and is never kept."""

    key: Any = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]


def read_key_file(path: Path) -> bytes:
    """The content of a PKCS#12 file (.p12 or .pfx).

    Raises:
        Refusal: there is no such file, it cannot be read, or it is too large to be one.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path}”. Choose the .p12 or .pfx file that holds your certificate.") from None
    except OSError as trouble:
        reason = trouble.strerror or "it could not be opened"
        raise Refusal(f"“{path}” cannot be read ({reason}). Choose the .p12 or .pfx file again.") from None
    if len(content) > MOST_BYTES:
        raise _not_a_key_file()
    return content


def check_credentials(
    pkcs12: bytes,
    passphrase: Passphrase,
    moment: datetime,
    crls: Iterable[bytes] = (),
    trusted: Iterable[bytes] = (),
) -> CertificateFacts:
    """What the certificate in a PKCS#12 file says, once it is sure that it can sign at a moment (UTC).

    Raises:
        Refusal: as open_credentials and check_certificate.
    """
    opened = open_credentials(pkcs12, passphrase)
    check_certificate(opened, moment, crls, trusted)
    return facts_of(opened.certificate)


def open_credentials(pkcs12: bytes, passphrase: Passphrase) -> Credentials:
    """The key and certificate of a PKCS#12 file.

    Raises:
        Refusal: it is no such file, the passphrase does not open it, or the key or its certificate is not in it.
    """
    _check_form(pkcs12)
    key, certificate, others = _opened(pkcs12, passphrase)
    if key is None:
        raise Refusal(
            "The file holds no private key, so nothing can be signed with it. "
            "Export the certificate again, with its key."
        )
    if certificate is None:
        raise Refusal(
            "The file holds no certificate for its key, so nobody could tell who signed. "
            "Export the certificate again, together with its key."
        )
    return Credentials(key, certificate, tuple(others))


def check_certificate(
    credentials: Credentials, moment: datetime, crls: Iterable[bytes] = (), trusted: Iterable[bytes] = ()
) -> None:
    """Hold a certificate against the moment of signing (UTC), its usage, and the revocation lists at hand.

    Raises:
        Refusal: it has expired, is not valid yet, is not for signing documents, or was revoked.
    """
    certificate = credentials.certificate
    _check_days(certificate, moment)
    _check_usage(certificate)
    known = (*credentials.chain, *read_certificates(trusted))
    revoked = revoked_at(certificate, read_revocations(crls), known)
    if revoked is not None and revoked <= moment:
        raise Refusal(
            f"The certificate was revoked on {show_day(revoked.date())}. Nothing can be signed with it; "
            "ask whoever issues certificates for a new one."
        )


def _check_form(pkcs12: bytes) -> None:
    from asn1crypto.pkcs12 import Pfx

    try:
        is_one = Pfx.load(pkcs12, strict=True)["version"].native == "v3"
    except (ValueError, TypeError, KeyError):
        is_one = False
    if not is_one or len(pkcs12) > MOST_BYTES:
        raise _not_a_key_file()


def _opened(pkcs12: bytes, passphrase: Passphrase) -> tuple[Any, x509.Certificate | None, list[x509.Certificate]]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

    try:
        return load_key_and_certificates(pkcs12, passphrase.reveal() or None)
    except UnsupportedAlgorithm:
        raise Refusal(
            "The file is locked in an old way that is not read here. Export the certificate again with AES encryption."
        ) from None
    except (ValueError, TypeError):
        raise Refusal("The passphrase does not open the file. Type it again; nothing was signed.") from None


def _check_days(certificate: x509.Certificate, moment: datetime) -> None:
    if moment > certificate.not_valid_after_utc:
        raise Refusal(
            f"The certificate expired on {show_day(certificate.not_valid_after_utc.date())}. "
            "Sign with one that is valid today."
        )
    if moment < certificate.not_valid_before_utc:
        raise Refusal(
            f"The certificate is not valid until {show_day(certificate.not_valid_before_utc.date())}. "
            "Sign on or after that day, or check the computer's clock."
        )


def _check_usage(certificate: x509.Certificate) -> None:
    if not may_sign(certificate):
        raise Refusal(
            "The certificate is not issued for signatures: its key usage has neither digital signature nor "
            "non-repudiation. Choose one that is."
        )
    if not may_sign_documents(certificate):
        raise Refusal(
            "The certificate is issued for other purposes than documents, such as a website's. Choose one for signing "
            "documents or e-mail."
        )


def _not_a_key_file() -> Refusal:
    return Refusal("The file is not a PKCS#12 file. Choose the .p12 or .pfx file that holds your certificate.")
