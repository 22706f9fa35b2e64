"""How a record is signed: by whom, where in the file, and with how much to check it by. No Qt: commands sign too."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from db.register import Register
from db.rules.completeness import completeness
from db.rules.decision import Decision, RecordOfDecision, Signatory
from db.rules.decision_facts import SignedFile
from db.rules.record_template import RecordTemplate
from db.rules.refusal import Refusal
from db.rules.working_days import BankHolidays
from desktop.records_in_hand import in_hand
from desktop.writing.gathering import gather
from exports.record.signing import COUNTER_SIGNATURE, SIGNATURE
from exports.signatures.credentials import read_key_file
from exports.signatures.order import Level, Signed, SigningOrder
from exports.signatures.passphrase import Passphrase


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a signature can carry here beside the certificate."""

    timestamp_address: str = ""
    trusted: tuple[bytes, ...] = field(default=(), repr=False)
    crls: tuple[bytes, ...] = field(default=(), repr=False)
    trouble: str = ""
    """Why the trusted certificates or the lists cannot be used."""

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels a signature can have, the one that carries most first."""
        if not self.timestamp_address:
            return (Level.BASIC,)
        most = (Level.LONG_TERM,) if self.trusted and self.crls else ()
        return (*most, Level.TIMED, Level.BASIC)

    def why(self, level: Level) -> str:
        """In plain words: what a signature of a level carries, and why no more."""
        service = urlsplit(self.timestamp_address).hostname or ""
        if level is Level.LONG_TERM:
            return f"B-LT: with a timestamp by {service}, and what it takes to check the signature years later."
        if level is Level.TIMED:
            return f"B-T: with a timestamp by {service}. {self._why_not_long_term()}".rstrip()
        why = "without a timestamp, as chosen" if service else "because no timestamp service is set in the settings"
        return f"B-B: the certificate and the clock of this computer alone, {why}."

    def for_level(self, level: Level) -> "Evidence":
        """No more than a level asks for; the lists of revoked certificates are looked into at every level."""
        address = "" if level is Level.BASIC else self.timestamp_address
        return Evidence(address, self.trusted if level is Level.LONG_TERM else (), self.crls)

    def _why_not_long_term(self) -> str:
        if self.trouble:
            return f"It is not B-LT: {self.trouble}"
        lacks = [
            words
            for words, there in (("a trusted certificate", self.trusted), ("a revocation list", self.crls))
            if not there
        ]
        return f"It is not B-LT: {' and '.join(lacks)} would have to be in the settings." if lacks else ""


@dataclass(frozen=True, slots=True)
class Signing:
    """How a record is to be signed. The passphrase shows nothing of itself."""

    certificate: Path
    passphrase: Passphrase
    reason: str
    picture: Path | None = None
    is_counter_signed: bool = False
    """Whether a second place to sign is left."""
    level: Level = Level.BASIC


def signer_of(decision: Decision, template: RecordTemplate, officer: Signatory) -> Signatory:
    """Whose signature it is: the decision maker's, or for a second one the officer at work as Proper Officer."""
    if decision.is_locked:
        return Signatory(template.signature.counter_post, officer.name)
    return Signatory(decision.maker_post or officer.post, decision.maker_name or officer.name)


def order_for(
    decision: Decision, signer: Signatory, asked: Signing, moment: datetime, evidence: Evidence
) -> SigningOrder:
    """The order for the next signature on a decision's record.

    Raises:
        Refusal: the certificate's file or the picture cannot be read.
    """
    carried = evidence.for_level(asked.level)
    return SigningOrder(
        field=COUNTER_SIGNATURE if decision.is_locked else SIGNATURE,
        pkcs12=read_key_file(asked.certificate),
        passphrase=asked.passphrase,
        moment=moment,
        name=signer.name,
        post=signer.post,
        reason=asked.reason,
        picture=_content(asked.picture),
        timestamp_address=carried.timestamp_address,
        crls=carried.crls,
        trusted=carried.trusted,
    )


def record_to_sign(
    register: Register, decision: Decision, template: RecordTemplate, signed_on: date, *, has_second: bool
) -> RecordOfDecision:
    """The record of a decision that is signed on a day, with a second place to sign where one is asked for."""
    second = Signatory(template.signature.counter_post) if has_second else None
    return gather(register, replace(decision, signed_on=signed_on), second)


def file_of(signed: Signed, signer: Signatory) -> SignedFile:
    """A signed file as the register describes it."""
    return SignedFile(
        sha256=signed.sha256,
        signer=signer.name,
        post=signer.post,
        signed_at=signed.moment,
        level=signed.level.value,
        fingerprint=signed.certificate.sha256,
    )


def what_stops_signing(register: Register, decision: Decision, day: date, holidays: BankHolidays) -> tuple[str, ...]:
    """What a record lacks that must be there before it is signed, a sentence each; a signed one lacks nothing."""
    if decision.is_locked:
        return ()
    gaps = completeness(in_hand(register, decision, day, holidays))
    return tuple(dict.fromkeys(gap.sentence for gap in gaps if gap.stops))


def stopped(decision: Decision, sentences: Sequence[str]) -> Refusal:
    """Why a record cannot be signed yet."""
    what = "One thing stops" if len(sentences) == 1 else f"{len(sentences)} things stop"
    return Refusal(f"{what} {decision.name} from being signed. {' '.join(sentences)}")


def _content(picture: Path | None) -> bytes | None:
    if picture is None:
        return None
    try:
        return picture.read_bytes()
    except OSError as trouble:
        reason = trouble.strerror or "it could not be opened"
        raise Refusal(f"The picture “{picture.name}” cannot be read ({reason}). Choose another, or none.") from None
