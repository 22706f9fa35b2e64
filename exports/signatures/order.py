"""What is to be signed how, and what comes of it: plain values that travel to the worker and back."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from exports.signatures.certificate import CertificateFacts
from exports.signatures.passphrase import Passphrase


class Level(StrEnum):
    """How much a signature carries to be checked by (ETSI EN 319 142-1)."""

    BASIC = "B-B"
    """The certificate, and a moment by the signer's own clock."""
    TIMED = "B-T"
    """And a timestamp by a service."""
    LONG_TERM = "B-LT"
    """And the certificates and revocation lists to check it years later."""
    OTHER = "not PAdES"


@dataclass(frozen=True, slots=True)
class SigningOrder:
    """One signature to put in a field that waits for it."""

    field: str
    pkcs12: bytes = dataclasses.field(repr=False)
    passphrase: Passphrase
    moment: datetime
    """With its time zone; the one who signs saw it on a clock there."""
    name: str
    post: str = ""
    reason: str = ""
    location: str = ""
    picture: bytes | None = dataclasses.field(default=None, repr=False)
    """A signature by hand, as PNG or JPEG."""
    timestamp_address: str = ""
    crls: tuple[bytes, ...] = dataclasses.field(default=(), repr=False)
    trusted: tuple[bytes, ...] = dataclasses.field(default=(), repr=False)
    """Certificates of the issuers at the top, as PEM or DER; with them, `crls` and a timestamp the level is B-LT."""

    @property
    def level(self) -> Level:
        """The level that is asked for."""
        if not self.timestamp_address:
            return Level.BASIC
        return Level.LONG_TERM if self.crls and self.trusted else Level.TIMED


@dataclass(frozen=True, slots=True)
class Signed:
    """A file with its signature."""

    pdf: bytes = dataclasses.field(repr=False)
    sha256: str
    level: Level
    certificate: CertificateFacts
    moment: datetime
    """In UTC: the timestamp's where there is one, else the moment of the order."""
