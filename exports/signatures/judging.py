"""What one signature is worth, from what was found in it."""

from dataclasses import dataclass
from datetime import datetime

from exports.signatures.certificate import CertificateFacts
from exports.signatures.verification import Trust, Verdict

_TOO_WEAK = {"md2", "md4", "md5", "sha1"}
"""Digests for which another document with the same one can be made."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a signature and around it."""

    is_intact: bool
    digest: str
    certificate: CertificateFacts
    signed_at: datetime
    """By timestamp where there is one, else as claimed."""
    is_timestamped: bool
    revoked_at: datetime | None
    is_issuer_revoked: bool
    trust: Trust
    must_be_trusted: bool
    """Whether it was asked for that somebody who is trusted vouches for the signer."""
    has_additions: bool
    """Whether something other than signatures and evidence was added afterwards."""


def standing(found: Findings) -> Verdict:
    """The worst that is true of a signature."""
    if not found.is_intact:
        return Verdict.ALTERED
    if found.digest.lower().replace("-", "") in _TOO_WEAK:
        return Verdict.WEAK
    return _of_certificate(found) or (Verdict.CHANGED_AFTER if found.has_additions else Verdict.INTACT)


def _of_certificate(found: Findings) -> Verdict | None:
    if _was_revoked(found):
        return Verdict.REVOKED
    if found.signed_at > found.certificate.valid_until:
        return Verdict.EXPIRED
    if found.signed_at < found.certificate.valid_from:
        return Verdict.NOT_YET_VALID
    return Verdict.NOT_TRUSTED if found.must_be_trusted and found.trust is not Trust.TRUSTED else None


def _was_revoked(found: Findings) -> bool:
    """Without a timestamp nothing shows that a signature is older than the revocation."""
    if found.is_issuer_revoked:
        return True
    if found.revoked_at is None:
        return False
    return found.revoked_at <= found.signed_at or not found.is_timestamped
