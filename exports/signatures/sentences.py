"""What checking found, in words: what happened, by whom, when, and what it is worth."""

from collections.abc import Sequence
from datetime import UTC, datetime

from db.rules.dates import show_day
from exports.signatures.judging import Findings
from exports.signatures.moments import show_moment
from exports.signatures.verification import SignatureSeen, Trust, Verdict

NOT_SIGNED = "The file is a PDF that nobody signed, so nothing shows whether it was changed."
DAMAGED = (
    "The file bears a signature, but it is cut short, damaged or was changed, so that the signature no longer holds. "
    "Ask for the file again, or use the copy that was kept."
)
SPOILT = (
    "What was added to the file for checking its signatures in years to come is damaged or was changed. "
    "Ask for the file again, or use the copy that was kept."
)

_ALTERED = "The file was changed after {name} signed it, in a way that is not permitted: it is not what was signed."
_REVOKED = "The certificate of {name} was revoked{revoked}, and nothing shows that it was signed before that."
_STANDING = {
    Verdict.ALTERED: _ALTERED,
    Verdict.WEAK: "{name} signed it in a way so weak that a change might not show.",
    Verdict.REVOKED: _REVOKED,
    Verdict.EXPIRED: "The certificate of {name} had expired on {until}, before it was signed.",
    Verdict.NOT_YET_VALID: "The certificate of {name} was not valid until {start}, after it was signed.",
    Verdict.NOT_TRUSTED: "It is as {name} signed it, but nobody you trust vouches that the certificate is theirs.",
    Verdict.CHANGED_AFTER: "It is as {name} signed it; what was added since is of a kind the signature permits.",
    Verdict.INTACT: "It is as {name} signed it.",
}


def of_signature(seen: SignatureSeen, found: Findings, moment: datetime) -> tuple[str, ...]:
    """Sentences on one signature, seen at a moment (UTC)."""
    said = [_standing(seen, found), _when(seen), *_added(seen)]
    if seen.is_intact:
        said += [_trust(seen), *_since(seen, found, moment)]
    return tuple(said)


def of_file(verdict: Verdict, signatures: Sequence[SignatureSeen]) -> tuple[str, ...]:
    """Sentences on a signed file: the one that matters first."""
    if verdict is Verdict.INTACT:
        names = " and ".join(each.name for each in signatures)
        first = f"The file is as {names} signed it: nothing was changed afterwards."
    else:
        first = next(each.sentences[0] for each in signatures if each.standing is verdict)
    return (first, *(line for each in signatures for line in each.sentences[1:]))


def _standing(seen: SignatureSeen, found: Findings) -> str:
    return _STANDING[seen.standing].format(
        name=seen.name,
        until=show_day(seen.certificate.valid_until.date()),
        start=show_day(seen.certificate.valid_from.date()),
        revoked=f" on {show_day(found.revoked_at.date())}" if found.revoked_at else "",
    )


def _when(seen: SignatureSeen) -> str:
    if seen.timestamped_at is not None:
        return f"{seen.name} signed no later than {_utc(seen.timestamped_at)}, as stamped by {seen.timestamped_by}."
    if seen.claimed_at is None:
        return f"{seen.name} signed it without saying when."
    return f"{seen.name} signed on {_utc(seen.claimed_at)}, by the signer's own clock."


def _added(seen: SignatureSeen) -> list[str]:
    if not seen.added_after:
        return []
    permitted = "permitted" if seen.is_addition_permitted else "not permitted"
    return [f"Added after the signature of {seen.name} ({permitted}): {'; '.join(seen.added_after)}."]


def _trust(seen: SignatureSeen) -> str:
    if seen.trust is Trust.TRUSTED:
        return f"The certificate of {seen.name} is vouched for by {seen.trusted_by}, whom you trust."
    if seen.trust is Trust.SELF_ISSUED:
        return (
            f"{seen.name} issued the certificate themselves: who signed is only as sure as the way the certificate "
            "reached you. It is not a qualified signature."
        )
    return (
        f"The certificate of {seen.name} is issued by {seen.certificate.issuer}, whom nothing here vouches for: "
        "who signed is only as sure as that issuer."
    )


def _since(seen: SignatureSeen, found: Findings, moment: datetime) -> list[str]:
    said = []
    if found.signed_at > moment:
        said.append(f"That is later than now ({_utc(moment)}): a clock is wrong, there or here.")
    if found.signed_at <= seen.certificate.valid_until < moment:
        said.append(
            f"The certificate of {seen.name} has expired since, on {show_day(seen.certificate.valid_until.date())}."
        )
    if found.revoked_at and seen.standing is not Verdict.REVOKED:
        said.append(f"The certificate of {seen.name} was revoked since, on {show_day(found.revoked_at.date())}.")
    return said


def _utc(moment: datetime) -> str:
    return show_moment(moment.astimezone(UTC))
