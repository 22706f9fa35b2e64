"""What a signature is held against: the certificates that are trusted, and the lists of those revoked.

Imported only when a file is checked: it brings pyHanko.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from exports.signatures.certificate import is_one_chain
from exports.signatures.pades import to_asn1
from exports.signatures.reading import read_certificates, read_revocations
from exports.signatures.revocation import is_signed_by


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is at hand to judge certificates by."""

    trusted: tuple[x509.Certificate, ...]
    others: tuple[x509.Certificate, ...]
    revocations: tuple[x509.CertificateRevocationList, ...]
    covered: frozenset[str]
    """The signatures the file carries long-term evidence for, by pyHanko's name of them."""
    is_sound: bool
    """Whether what the file carries is as its issuers signed it, as far as they are known."""

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
    store, roots = _store(reader), read_certificates(trusted)
    others = tuple(map(_carried, store.certs.values())) if store else ()
    kept = read_revocations(each.get_object().data for each in (store.crls if store else ()))
    return Evidence(
        trusted=roots,
        others=others,
        revocations=(*read_revocations(crls), *kept),
        covered=frozenset(store.vri_entries) if store else frozenset(),
        is_sound=is_one_chain(others, roots) and all(_is_signed(each, (*others, *roots)) for each in kept),
    )


def _carried(reference: IndirectObject) -> x509.Certificate:
    return x509.load_der_x509_certificate(reference.get_object().data)  # type: ignore[no-untyped-call]


def _is_signed(revocations: x509.CertificateRevocationList, known: tuple[x509.Certificate, ...]) -> bool:
    issuers = [each for each in known if each.subject == revocations.issuer]
    return not issuers or any(is_signed_by(revocations, each) for each in issuers)


def _store(reader: PdfFileReader) -> DocumentSecurityStore | None:
    try:
        return DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return None
