"""Signatures as PAdES asks for them. Imported only when something is signed: it brings pyHanko."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import constants
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp.static import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from db.rules.refusal import Refusal
from exports.signatures.credentials import Credentials
from exports.signatures.fields import EmptyField, empty_field, open_to_sign
from exports.signatures.order import Level, SigningOrder
from exports.signatures.quiet import quiet, untouched_metadata
from exports.signatures.reading import read_certificates, read_revocations
from exports.signatures.seen import appearance_of
from exports.signatures.timestamps import TimestampService


def add_signature(pdf: bytes, order: SigningOrder, credentials: Credentials) -> bytes:
    """The file with a signature added to it; every byte that was there stays.

    Raises:
        Refusal: the file cannot be signed there, the timestamp service or the long-term evidence fails.
    """
    with quiet(), untouched_metadata():
        writer = open_to_sign(pdf)
        field = empty_field(writer, order.field)
        signer = _Signer(
            _metadata(order, field, credentials),
            _simple_signer(credentials),
            timestamper=TimestampService(order.timestamp_address) if order.timestamp_address else None,
            stamp_style=_style(appearance_of(order, field)),
        )
        signer.moment = order.moment.astimezone(UTC)
        return _signed(signer, writer)


def to_asn1(certificates: Iterable[x509.Certificate]) -> list[asn1.Certificate]:
    """Certificates as pyHanko takes them."""
    return [asn1.Certificate.load(each.public_bytes(Encoding.DER)) for each in certificates]


class _Page(ImportedPdfPage):
    """A page that is at hand and in no file."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__("")  # type: ignore[no-untyped-call]
        self._pdf = pdf

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        self.resources.xobject["/Seen"] = form
        return b"/Seen Do"


class _Signer(PdfSigner):
    """A signer whose moment is given, and who leaves the file a PDF 1.7 whatever the key."""

    moment: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        """Say that the signature is a PAdES one; pyHanko would make the file a PDF 2.0 for an elliptic curve."""
        pdf_out.ensure_output_version((1, 7))  # type: ignore[no-untyped-call]
        pdf_out.register_extension(constants.ESIC_EXTENSION_1)


def _metadata(order: SigningOrder, field: EmptyField, credentials: Credentials) -> PdfSignatureMetadata:
    is_long_term = order.level is Level.LONG_TERM
    return PdfSignatureMetadata(
        field_name=field.name,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=field.is_first,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        name=order.name,
        reason=order.reason or None,
        location=order.location or None,
        embed_validation_info=is_long_term,
        validation_context=_evidence(order, credentials) if is_long_term else None,
        signer_key_usage=set(),
    )


def _evidence(order: SigningOrder, credentials: Credentials) -> ValidationContext:
    return ValidationContext(
        trust_roots=to_asn1(read_certificates(order.trusted)),
        other_certs=to_asn1(credentials.chain),
        crls=list(map(_der, order.crls)),
        moment=order.moment.astimezone(UTC),
        allow_fetching=False,
        revocation_mode="require",
    )


def _der(crl: bytes) -> bytes:
    (revocations,) = read_revocations([crl])
    return revocations.public_bytes(Encoding.DER)


def _simple_signer(credentials: Credentials) -> SimpleSigner:
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(to_asn1(credentials.chain))
    key = credentials.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    (certificate,) = to_asn1([credentials.certificate])
    return SimpleSigner(certificate, keys.PrivateKeyInfo.load(key), store)


def _style(page: bytes) -> StaticStampStyle:
    middle = AxisAlignment.ALIGN_MID
    whole = SimpleBoxLayoutRule(x_align=middle, y_align=middle, margins=Margins(0, 0, 0, 0))
    return StaticStampStyle(background=_Page(page), border_width=0, background_layout=whole, background_opacity=1.0)


def _signed(signer: PdfSigner, writer: IncrementalPdfFileWriter) -> bytes:
    try:
        written = signer.sign_pdf(writer, existing_fields_only=True)
    except (PathError, ValidationError):
        raise _without_evidence() from None
    except SigningError as trouble:
        raise _without_evidence() if "validated" in str(trouble) else _not_signed(str(trouble)) from None
    return bytes(written.getvalue())


def _without_evidence() -> Refusal:
    return Refusal(
        "The evidence for checking the signature years later is not complete: a certificate of its chain or a "
        "revocation list that is current is missing, or a certificate in it is not valid now. Nothing was signed. "
        "Fetch the lists again, or sign without them."
    )


def _not_signed(reason: str) -> Refusal:
    return Refusal(f"The PDF cannot be signed ({reason.rstrip('.')}). Nothing was signed. Make the record again.")
