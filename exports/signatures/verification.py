"""What checking a signed file finds: plain values, and sentences for whoever asked."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from exports.signatures.certificate import CertificateFacts
from exports.signatures.order import Level


class Verdict(StrEnum):
    """What a file, or one signature in it, is worth; the worst first."""

    CANNOT_READ = "cannot be read"
    DAMAGED = "damaged"
    ALTERED = "altered"
    WEAK = "signed too weakly"
    REVOKED = "certificate revoked"
    EXPIRED = "certificate expired when signed"
    NOT_YET_VALID = "certificate not valid yet when signed"
    NOT_TRUSTED = "signer not vouched for"
    CHANGED_AFTER = "intact, and added to as permitted"
    INTACT = "intact"
    UNSIGNED = "not signed"


class Trust(StrEnum):
    """Who vouches for the name in a certificate."""

    TRUSTED = "trusted"
    """An issuer, or the certificate itself, is among those that are trusted here."""
    SELF_ISSUED = "self-issued"
    UNKNOWN = "unknown issuer"


@dataclass(frozen=True, slots=True)
class SignatureSeen:
    """One signature in a file. Moments in UTC."""

    field: str
    name: str
    """As the certificate says it."""
    post: str
    organisation: str
    stated_name: str
    """As the signature itself says it, which nobody checked."""
    reason: str
    location: str
    claimed_at: datetime | None
    """By the signer's own clock."""
    timestamped_at: datetime | None
    timestamped_by: str
    certificate: CertificateFacts
    is_intact: bool
    """Whether every byte that was signed is as it was, and what was added afterwards is permitted."""
    covers_whole_file: bool
    added_after: tuple[str, ...]
    """What was added to the file after it, in words."""
    is_addition_permitted: bool
    level: Level
    trust: Trust
    trusted_by: str
    """Whose certificate vouches for it."""
    standing: Verdict
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """What a file is worth: the verdict, in sentences, and every signature in the order they were made."""

    verdict: Verdict
    sentences: tuple[str, ...]
    sha256: str
    """Of the whole file, in hexadecimal."""
    signatures: tuple[SignatureSeen, ...] = ()
    revision_sha256s: tuple[str, ...] = field(default=(), repr=False)
    """Of each state that the file went through, the first made first and the whole file last: a copy that was kept
    after the first signature is found among them when the file was counter-signed since."""

    @property
    def is_intact(self) -> bool:
        """Whether it is signed, and nothing speaks against it."""
        return self.verdict is Verdict.INTACT
