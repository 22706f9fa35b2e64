"""The signatures in a file. Imported only when a file is checked: it brings pyHanko."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel

from exports.signatures.additions import Additions, additions_after
from exports.signatures.certificate import CertificateFacts, facts_of
from exports.signatures.container import is_sound
from exports.signatures.evidence import Evidence, gather
from exports.signatures.judging import Findings, standing
from exports.signatures.order import Level
from exports.signatures.revocation import revoked_at
from exports.signatures.sentences import of_signature
from exports.signatures.verification import SignatureSeen, Trust, Verdict

_USES = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)


class Locked(Exception):
    """The file is locked with a password."""


class Spoilt(Exception):
    """The evidence in the file is not as it was issued."""


def read_signatures(
    pdf: bytes, moment: datetime, trusted: Sequence[bytes], crls: Sequence[bytes], *, strict: bool = True
) -> tuple[tuple[SignatureSeen, ...], int]:
    """The signatures in the order they were made, and how many places for them the file's fields hold filled.

    Raises:
        Locked: the file is locked.
        Spoilt: what it carries to check its signatures by is not as issued.
        Exception: whatever a damaged file makes of it.
    """
    reader = PdfFileReader(BytesIO(pdf), strict=strict)
    if reader.encrypted:
        raise Locked
    evidence = gather(reader, trusted, crls)
    if not evidence.is_sound:
        raise Spoilt
    signatures = list(reader.embedded_regular_signatures)
    names = [(each.field_name, facts_of(_certificate(each)).name) for each in signatures]
    seen = (_seen(pdf, each, evidence, moment, dict(names[index:])) for index, each in enumerate(signatures, 1))
    return tuple(seen), len(reader.embedded_signatures)


def _seen(
    pdf: bytes, embedded: EmbeddedPdfSignature, evidence: Evidence, moment: datetime, later: dict[str, str]
) -> SignatureSeen:
    certificate = _certificate(embedded)
    status, signed_at = _status(embedded, evidence, moment)
    added = additions_after(pdf, embedded, status, later)
    found = _findings(pdf, embedded, status, evidence, signed_at, added)
    stamp = status.timestamp_validity
    seen = SignatureSeen(
        field=embedded.field_name,
        name=found.certificate.name,
        post=found.certificate.post,
        organisation=found.certificate.organisation,
        stated_name=_text(embedded, "/Name"),
        reason=_text(embedded, "/Reason"),
        location=_text(embedded, "/Location"),
        claimed_at=embedded.self_reported_timestamp,
        timestamped_at=stamp.timestamp if stamp else None,
        timestamped_by=_common_name(stamp.signing_cert.subject.native) if stamp else "",
        certificate=facts_of(certificate),
        is_intact=found.is_intact,
        covers_whole_file=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        added_after=added.words,
        is_addition_permitted=added.is_permitted,
        level=_level(embedded, status, evidence),
        trust=found.trust,
        trusted_by=_anchor(status) if found.trust is Trust.TRUSTED else "",
        standing=standing(found),
        sentences=(),
    )
    return replace(seen, sentences=of_signature(seen, found, moment))


def _findings(
    pdf: bytes,
    embedded: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    evidence: Evidence,
    signed_at: datetime,
    added: Additions,
) -> Findings:
    certificate = _certificate(embedded)
    facts = facts_of(certificate)
    revocation = status.revocation_details
    return Findings(
        is_intact=_is_intact(pdf, embedded, status),
        digest=status.md_algorithm,
        certificate=facts,
        signed_at=signed_at,
        is_timestamped=status.timestamp_validity is not None,
        revoked_at=revoked_at(certificate, evidence.revocations, (*evidence.trusted, *evidence.others)),
        is_issuer_revoked=revocation is not None and revocation.ca_revoked,
        trust=_trust(status, facts),
        must_be_trusted=bool(evidence.trusted),
        has_additions=added.is_more,
    )


def _status(
    embedded: EmbeddedPdfSignature, evidence: Evidence, moment: datetime
) -> tuple[PdfSignatureStatus, datetime]:
    stamped_at = _stamped_at(embedded)
    signed_at = stamped_at or embedded.self_reported_timestamp or moment
    checking = async_validate_pdf_signature(
        embedded, evidence.at(signed_at), evidence.at(signed_at), key_usage_settings=_USES
    )
    return asyncio.run(checking), signed_at


def _stamped_at(embedded: EmbeddedPdfSignature) -> datetime | None:
    for token in extract_tst_data_iter(embedded.signer_info, signed=False):
        stated: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
        return stated
    return None


def _is_intact(pdf: bytes, embedded: EmbeddedPdfSignature, status: PdfSignatureStatus) -> bool:
    stamp = status.timestamp_validity
    return (
        status.intact
        and status.valid
        and bool(status.docmdp_ok)
        and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
        and (stamp is None or (stamp.intact and stamp.valid))
        and is_sound(pdf, embedded.byte_range)
    )


def _trust(status: PdfSignatureStatus, facts: CertificateFacts) -> Trust:
    if status.trusted:
        return Trust.TRUSTED
    return Trust.SELF_ISSUED if facts.is_self_issued else Trust.UNKNOWN


def _anchor(status: PdfSignatureStatus) -> str:
    path = status.validation_path
    return _common_name(path.trust_anchor.authority.name.native) if path is not None else ""


def _level(embedded: EmbeddedPdfSignature, status: PdfSignatureStatus, evidence: Evidence) -> Level:
    if embedded.sig_object.get("/SubFilter") != "/ETSI.CAdES.detached":
        return Level.OTHER
    if status.timestamp_validity is None:
        return Level.BASIC
    return Level.LONG_TERM if evidence.covers(embedded) else Level.TIMED


def _certificate(embedded: EmbeddedPdfSignature) -> x509.Certificate:
    return x509.load_der_x509_certificate(embedded.signer_cert.dump())


def _text(embedded: EmbeddedPdfSignature, key: str) -> str:
    return str(embedded.sig_object.get(key, ""))


def _common_name(name: dict[str, object]) -> str:
    said = name.get("common_name") or name.get("organization_name") or next(iter(name.values()), "")
    return ", ".join(map(str, said)) if isinstance(said, list) else str(said)


def worst(signatures: Sequence[SignatureSeen]) -> Verdict:
    """The verdict on a file from those on its signatures."""
    standings = {each.standing for each in signatures}
    return next(verdict for verdict in Verdict if verdict in standings)
