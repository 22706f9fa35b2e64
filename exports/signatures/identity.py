"""A self-issued certificate: it shows whether a record was changed, and vouches for nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.rules.refusal import Refusal
from exports.signatures.passphrase import Passphrase
from exports.signatures.usage import DOCUMENT_SIGNING

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

KEY_BITS = 3072
FEWEST_CHARACTERS = 12
LONGEST_YEARS = 10
_LONGEST_NAME = 64
"""X.520's upper bound of a name in a certificate."""

WORTH = (
    "You issued this certificate yourself. A record signed with it shows any later change to whoever checks it. "
    "It does not prove who you are: a reader is as sure of that as of the way your certificate reached them. "
    "It is not a qualified signature."
)


def new_identity(
    name: str, post: str, organisation: str, passphrase: Passphrase, moment: datetime, years: int = 3
) -> bytes:
    """A PKCS#12 file with a new key and a certificate that its holder issues, valid for years from a moment (UTC).

    Raises:
        Refusal: the name is missing or too long, the passphrase is too short, or the years are not 1 to 10.
    """
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

    check_words(name, post, organisation, passphrase, years)
    key = rsa.generate_private_key(65537, KEY_BITS)
    certificate = _certificate(key, _name(name, post, organisation), moment, years)
    return serialize_key_and_certificates(
        name.strip().encode(), key, certificate, None, BestAvailableEncryption(passphrase.reveal())
    )


def check_words(name: str, post: str, organisation: str, passphrase: Passphrase, years: int) -> None:
    """Hold what a new certificate is to say against what one can.

    Raises:
        Refusal: as new_identity.
    """
    if not name.strip():
        raise Refusal("A certificate needs the name of whoever signs with it. Give the name.")
    for what, text in (("name", name), ("post", post), ("organisation", organisation)):
        if len(text.strip()) > _LONGEST_NAME:
            raise Refusal(f"The {what} is longer than the {_LONGEST_NAME} characters a certificate holds. Shorten it.")
    if len(passphrase.reveal().decode()) < FEWEST_CHARACTERS:
        raise Refusal(f"The passphrase is too short. Choose one of at least {FEWEST_CHARACTERS} characters.")
    if not 1 <= years <= LONGEST_YEARS:
        raise Refusal(f"A certificate is valid for 1 to {LONGEST_YEARS} years. Choose a number of years between them.")


def _name(name: str, post: str, organisation: str) -> x509.Name:
    from cryptography.x509 import Name, NameAttribute, NameOID

    said = ((NameOID.COMMON_NAME, name), (NameOID.TITLE, post), (NameOID.ORGANIZATION_NAME, organisation))
    return Name([NameAttribute(what, text.strip()) for what, text in said if text.strip()])


def _certificate(key: RSAPrivateKey, name: x509.Name, moment: datetime, years: int) -> x509.Certificate:
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

    public = key.public_key()
    return (
        x509.CertificateBuilder(name, name, public, x509.random_serial_number())
        .not_valid_before(moment.replace(microsecond=0))
        .not_valid_after(moment.replace(microsecond=0) + timedelta(days=round(365.25 * years)))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signatures_only(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([x509.ObjectIdentifier(DOCUMENT_SIGNING)]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, SHA256())
    )


def _signatures_only() -> x509.KeyUsage:
    from cryptography.x509 import KeyUsage

    return KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
