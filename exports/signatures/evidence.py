"""What a signature is held against: the certificates that are trusted, and the lists of those revoked.

Imported only when a file is checked: it brings pyHanko.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from exports.signatures.pades import to_asn1
from exports.signatures.reading import read_certificates, read_revocations


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is at hand to judge certificates by."""

    trusted: tuple[x509.Certificate, ...]
    others: tuple[x509.Certificate, ...]
    revocations: tuple[x509.CertificateRevocationList, ...]
    covered: frozenset[str]
    """The signatures the file carries long-term evidence for, by pyHanko's name of them."""

    def at(self, moment: datetime) -> ValidationContext:
        """The evidence as at a moment; nothing is fetched."""
        return ValidationContext(
            trust_roots=to_asn1(self.trusted),
            other_certs=to_asn1(self.others),
            crls=[each.public_bytes(Encoding.DER) for each in self.revocations],
            moment=moment,
            allow_fetching=False,
            revocation_mode="soft-fail",
            retroactive_revinfo=True,
        )

    def covers(self, embedded: EmbeddedPdfSignature) -> bool:
        """Whether the file carries what is needed to check a signature years later."""
        contents = embedded.sig_object.raw_get("/Contents")
        return DocumentSecurityStore.sig_content_identifier(contents) in self.covered


def gather(reader: PdfFileReader, trusted: Iterable[bytes], crls: Iterable[bytes]) -> Evidence:
    """What was given, together with what the file carries."""
    store = _store(reader)
    return Evidence(
        trusted=read_certificates(trusted),
        others=tuple(x509.load_der_x509_certificate(each.get_object().data) for each in store.certs.values())
        if store
        else (),
        revocations=(
            *read_revocations(crls),
            *read_revocations(each.get_object().data for each in (store.crls if store else ())),
        ),
        covered=frozenset(store.vri_entries) if store else frozenset(),
    )


def _store(reader: PdfFileReader) -> DocumentSecurityStore | None:
    try:
        return DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return None
