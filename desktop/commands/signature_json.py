"""What was found about a file's signatures, as JSON."""

from datetime import datetime
from typing import Any

from desktop.filed_copies import Match
from exports.signatures.certificate import CertificateFacts
from exports.signatures.verification import SignatureSeen, Verification


def verification_values(found: Verification, kept: Match | None = None) -> dict[str, Any]:
    """What a file is worth, and what it is to a register, where one was named."""
    return {
        "verdict": found.verdict,
        "is_intact": found.is_intact,
        "sentences": found.sentences,
        "sha256": found.sha256,
        "revision_sha256s": found.revision_sha256s,
        "signatures": [_signature(each) for each in found.signatures],
        **({"in_register": _match(kept)} if kept else {}),
    }


def _match(kept: Match) -> dict[str, Any]:
    return {
        "kinship": kept.kinship,
        "decision": kept.decision.name if kept.decision else None,
        "sentence": kept.sentence,
    }


def _signature(seen: SignatureSeen) -> dict[str, Any]:
    return {
        "field": seen.field,
        "standing": seen.standing,
        "is_intact": seen.is_intact,
        "name": seen.name,
        "post": seen.post,
        "organisation": seen.organisation,
        "stated_name": seen.stated_name,
        "reason": seen.reason,
        "location": seen.location,
        "claimed_at": _moment(seen.claimed_at),
        "timestamped_at": _moment(seen.timestamped_at),
        "timestamped_by": seen.timestamped_by,
        "level": seen.level,
        "covers_whole_file": seen.covers_whole_file,
        "added_after": seen.added_after,
        "is_addition_permitted": seen.is_addition_permitted,
        "trust": seen.trust,
        "trusted_by": seen.trusted_by,
        "certificate": _certificate(seen.certificate),
    }


def _certificate(facts: CertificateFacts) -> dict[str, Any]:
    return {
        "name": facts.name,
        "issuer": facts.issuer,
        "serial": facts.serial,
        "valid_from": _moment(facts.valid_from),
        "valid_until": _moment(facts.valid_until),
        "sha256": facts.sha256,
        "is_self_issued": facts.is_self_issued,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
