"""What checking a signed file found, in the words and colours of the screen."""

from collections.abc import Iterator

from db.rules.dates import show_day
from desktop.filed_copies import Kinship
from desktop.look.palette import Tone
from desktop.tables.columns import Chip
from exports.signatures.certificate import CertificateFacts
from exports.signatures.moments import show_moment
from exports.signatures.order import Level
from exports.signatures.verification import SignatureSeen, Verdict

VERDICTS = {
    Verdict.INTACT: Chip(Tone.DONE, "Intact"),
    Verdict.CHANGED_AFTER: Chip(Tone.LATER, "Intact, added to since"),
    Verdict.NOT_TRUSTED: Chip(Tone.SOON, "Signer not vouched for"),
    Verdict.UNSIGNED: Chip(Tone.NEUTRAL, "Not signed"),
    Verdict.ALTERED: Chip(Tone.OVERDUE, "Altered"),
    Verdict.DAMAGED: Chip(Tone.OVERDUE, "Damaged"),
    Verdict.WEAK: Chip(Tone.OVERDUE, "Signed too weakly"),
    Verdict.REVOKED: Chip(Tone.OVERDUE, "Certificate revoked"),
    Verdict.EXPIRED: Chip(Tone.OVERDUE, "Certificate had expired"),
    Verdict.NOT_YET_VALID: Chip(Tone.OVERDUE, "Certificate not valid yet"),
    Verdict.CANNOT_READ: Chip(Tone.NEUTRAL, "Cannot be checked"),
}

KINSHIPS = {
    Kinship.FILED: Chip(Tone.DONE, "The copy that is filed"),
    Kinship.EARLIER: Chip(Tone.SOON, "An earlier copy"),
    Kinship.ADDED_TO: Chip(Tone.SOON, "Added to since it was filed"),
    Kinship.NOT_THE_COPY: Chip(Tone.OVERDUE, "Not the copy that was filed"),
    Kinship.NOTHING_FILED: Chip(Tone.NEUTRAL, "Nothing filed"),
    Kinship.UNKNOWN: Chip(Tone.NEUTRAL, "Not known here"),
}

LEVELS = {
    Level.BASIC: "Basic (PAdES B-B): the time is by the signer’s own clock",
    Level.TIMED: "Time-stamped (PAdES B-T): a service vouches for the time",
    Level.LONG_TERM: "Long-term (PAdES B-LT): it carries what is needed to check it in years to come",
    Level.OTHER: "Not a signature of the European standard for PDF (PAdES)",
}


def facts_of(seen: SignatureSeen) -> Iterator[tuple[str, str]]:
    """One signature: who, when, why, and what it is worth."""
    yield "Post", ", ".join(filter(None, (seen.post, seen.organisation)))
    yield "Signed", _when(seen)
    yield "Reason", seen.reason
    yield "Place", seen.location
    yield "Level", LEVELS[seen.level]
    yield "Added since", _added(seen)


def worth_of(seen: SignatureSeen) -> tuple[str, ...]:
    """What is said of a signature beyond its facts: who vouches for it, and what happened to the certificate since."""
    return seen.sentences[2 + bool(seen.added_after) :]


def certificate_facts(facts: CertificateFacts) -> Iterator[tuple[str, str]]:
    """A certificate, in the words of the screen."""
    yield "Issued by", "Its holder" if facts.is_self_issued else facts.issuer
    yield "Valid", f"{show_day(facts.valid_from.date())} to {show_day(facts.valid_until.date())}"
    yield "Serial number", spaced(facts.serial)
    yield "Fingerprint", spaced(facts.sha256)


def spaced(digits: str) -> str:
    """Many digits in groups, so that they can be compared and go on in the next line."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _when(seen: SignatureSeen) -> str:
    if seen.timestamped_at is not None:
        return f"{show_moment(seen.timestamped_at)}, as stamped by {seen.timestamped_by}"
    return f"{show_moment(seen.claimed_at)}, by the signer’s own clock" if seen.claimed_at else "Not stated"


def _added(seen: SignatureSeen) -> str:
    if not seen.added_after:
        return "Nothing"
    permitted = "permitted" if seen.is_addition_permitted else "not permitted"
    return f"{'; '.join(seen.added_after)} ({permitted})"
