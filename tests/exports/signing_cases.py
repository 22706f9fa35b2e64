"""Certificates of every kind, a timestamp service on this machine, and records signed with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_elliptic_key
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import NameOID, ObjectIdentifier

from exports.pdf.document import Document
from exports.signatures.identity import new_identity
from exports.signatures.order import SigningOrder
from exports.signatures.passphrase import Passphrase
from exports.signatures.signing import sign

AT = datetime(2025, 10, 2, 16, 45, tzinfo=UTC)
"""When the first signature is made; the second is made a day later."""

LATER = AT + timedelta(days=1)
NOW = AT + timedelta(days=30)
WORDS = "only-the-officer-knows-this"
SECRET = Passphrase(WORDS)

SIGNING = ("digital_signature", "content_commitment")
_USES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
         "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip


@cache
def key(whose: str) -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def named(name: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "A Council")]
    )


def certificate(
    name: str,
    issuer: str = "The Root",
    *,
    since: datetime = AT - timedelta(days=100),
    until: datetime = AT + timedelta(days=1000),
    uses: tuple[str, ...] = SIGNING,
    purposes: tuple[str, ...] = (),
    is_issuer: bool = False,
    serial: int = 0x5EA1,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder(named(issuer), named(name), key(name).public_key(), serial)
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(is_issuer, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key(name).public_key()), critical=False)
    )
    if uses:
        builder = builder.add_extension(x509.KeyUsage(*(each in uses for each in _USES)), critical=True)
    if purposes:
        oids = [ObjectIdentifier(each) for each in purposes]
        builder = builder.add_extension(x509.ExtendedKeyUsage(oids), critical="1.3.6.1.5.5.7.3.8" in purposes)
    return builder.sign(key(issuer), SHA256())


@cache
def root() -> x509.Certificate:
    return certificate("The Root", uses=("key_cert_sign", "crl_sign"), is_issuer=True, serial=1)


@cache
def officer() -> x509.Certificate:
    return certificate("A. Officer", serial=2)


@cache
def stamper() -> x509.Certificate:
    return certificate("The Clock", purposes=("1.3.6.1.5.5.7.3.8",), serial=3)


def pem(each: x509.Certificate) -> bytes:
    return each.public_bytes(Encoding.PEM)


def key_file(
    holds: x509.Certificate | None, whose: RSAPrivateKey | None = None, words: str = WORDS, *, with_key: bool = True
) -> bytes:
    """A PKCS#12 file with a certificate, its issuer's, and its key."""
    owner = whose or key(str(_name(holds)))
    lock = BestAvailableEncryption(words.encode())
    return pkcs12.serialize_key_and_certificates(b"x", owner if with_key else None, holds, [root()], lock)


def elliptic_key_file() -> bytes:
    """A self-issued certificate with a key on the curve P-256."""
    own = generate_elliptic_key(SECP256R1())
    builder = x509.CertificateBuilder(named("E. Curve"), named("E. Curve"), own.public_key(), 6)
    holds = builder.not_valid_before(AT).not_valid_after(NOW).sign(own, SHA256())
    return pkcs12.serialize_key_and_certificates(b"x", own, holds, None, BestAvailableEncryption(WORDS.encode()))


def revocations(
    *serials: int, on: datetime = AT - timedelta(days=5), issuer: str = "The Root", signed_by: str = ""
) -> bytes:
    """A list of certificates the root took back, which is current when the first signature is made."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(named(issuer))
        .last_update(AT - timedelta(days=1))
        .next_update(AT + timedelta(days=60))
    )
    for serial in serials:
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(on).build()
        builder = builder.add_revoked_certificate(entry)
    return builder.sign(key(signed_by or issuer), SHA256()).public_bytes(Encoding.PEM)


@cache
def record() -> bytes:
    """A record with two fields to sign in."""
    document = Document(
        title="Record of officer decision",
        author="A Council",
        subject="Carers’ support: 25/00042",
        made_on=date(2025, 10, 2),
    )
    document.heading(1, "Record of officer decision")
    document.paragraph("I extend the contract from 1 April 2026 to 31 March 2027 for £848,829.")
    for title, field in (("Signature", "Signature"), ("Counter-signature", "CounterSignature")):
        document.heading(2, title)
        document.signature_field(field, f"{title} on the record")
    return document.to_bytes()


@cache
def own_identity(name: str = "A. Officer", post: str = "Corporate Director") -> bytes:
    """A self-issued certificate."""
    return new_identity(name, post, "A Council", SECRET, AT - timedelta(days=10))


@cache
def picture(kind: str = "PNG") -> bytes:
    """A signature by hand."""
    from PIL import Image, ImageDraw

    drawn = Image.new("RGBA" if kind == "PNG" else "RGB", (600, 200), (255, 255, 255, 0)[: 4 if kind == "PNG" else 3])
    ImageDraw.Draw(drawn).line([(20, 150), (100, 40), (160, 160), (580, 90)], fill=(10, 20, 120), width=8)
    file = BytesIO()
    drawn.save(file, kind)
    return file.getvalue()


def order(**values: Any) -> SigningOrder:
    """An order for the first signature with an issued certificate."""
    stated = SigningOrder(
        "Signature",
        key_file(officer()),
        SECRET,
        AT,
        "A. Officer",
        "Corporate Director",
        "Officer decision",
        "Maidstone",
    )
    return replace(stated, **values)


@cache
def signed() -> bytes:
    """The record with one signature by a self-issued certificate and a picture."""
    return sign(record(), order(pkcs12=own_identity(), picture=picture())).pdf


@cache
def counter_signed() -> bytes:
    """The same with a second signature by another."""
    return sign(signed(), second(pkcs12=own_identity("B. Clerk", "Proper Officer"))).pdf


def second(**values: Any) -> SigningOrder:
    """An order for the counter-signature."""
    stated = {"field": "CounterSignature", "moment": LATER, "name": "B. Clerk", "post": "Proper Officer", **values}
    return order(**stated)


def updated(pdf: bytes, change: Callable[[Any], None]) -> bytes:
    """The file with a change added at its end, every byte before it as it was."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    from exports.signatures.quiet import untouched_metadata

    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    file = BytesIO()
    with untouched_metadata():
        writer.write(file)  # type: ignore[no-untyped-call]
    assert file.getvalue().startswith(pdf)
    return file.getvalue()


def lasting() -> bytes:
    """The record with a signature that carries all that checking it years later takes."""
    with timestamp_service() as address:
        given = order(timestamp_address=address, crls=(revocations(),), trusted=(pem(root()),))
        return sign(record(), given).pdf


@contextmanager
def timestamp_service(answer: bytes | None = None, when: datetime = AT) -> Iterator[str]:
    """A service on this machine that stamps as at a moment, or gives one answer to everything; its address."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(_stamp(asked, when) if answer is None else answer)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            serving.join()


def _stamp(asked: bytes, when: datetime) -> bytes:
    from asn1crypto import keys, tsp
    from asn1crypto import x509 as asn1
    from pyhanko.sign.timestamps import DummyTimeStamper

    stamping = DummyTimeStamper(
        asn1.Certificate.load(stamper().public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(key("The Clock").private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        fixed_dt=when,
    )
    answered: bytes = stamping.request_tsa_response(tsp.TimeStampReq.load(asked)).dump()
    return answered


def _name(holds: x509.Certificate | None) -> str | bytes:
    if holds is None:
        return "nobody"
    return holds.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
