"""Checking a signed file: what is said is what happened, by whom and when, and what it is worth."""

import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from db.rules.refusal import Refusal
from exports.signatures import verifying
from exports.signatures.credentials import open_credentials
from exports.signatures.judging import Findings, standing
from exports.signatures.order import Level, SigningOrder
from exports.signatures.pades import add_signature
from exports.signatures.signing import sign
from exports.signatures.verification import Trust, Verdict, Verification
from exports.signatures.verifying import verify
from tests.exports import signing_cases as cases
from tests.exports.pdf_reading import PROFILES, broken_rules, changed
from tests.exports.signing_cases import AT, LATER, NOW, SECRET, lasting, order, record, updated

ROOT = cases.pem(cases.root())
SIGNED = {"signed": cases.signed, "counter-signed": cases.counter_signed}

TWICE_SIGNED = {"PDFA2A-SIGNATURE-BYTERANGE-001"}
"""What the validator says of the first of two signatures, which no longer reaches to the file's end (pdf.md, 5.6)."""


def signed_unchecked(given: SigningOrder) -> bytes:
    """A signature that our own signing would refuse to make."""
    return add_signature(record(), given, open_credentials(given.pkcs12, SECRET))


def said(found: Verification) -> str:
    return " ".join(found.sentences)


@pytest.mark.parametrize("profile", PROFILES)
def test_signed_records_are_for_every_reader_and_for_the_archive(profile: str) -> None:
    assert broken_rules(record(), profile) == set()
    assert broken_rules(cases.signed(), profile) == set()
    assert broken_rules(cases.counter_signed(), profile) == (TWICE_SIGNED if profile == "2a" else set())


def test_a_record_nobody_signed_is_said_to_be_unsigned() -> None:
    found = verify(record(), NOW)
    assert (found.verdict, found.signatures, found.is_intact) == (Verdict.UNSIGNED, (), False)
    assert "nobody signed" in said(found)


def test_a_signed_record_is_intact_and_says_by_whom_and_when() -> None:
    found = verify(cases.signed(), NOW)
    (seen,) = found.signatures
    assert (found.verdict, found.is_intact) == (Verdict.INTACT, True)
    assert (seen.name, seen.post, seen.organisation) == ("A. Officer", "Corporate Director", "A Council")
    assert (seen.covers_whole_file, seen.added_after, seen.timestamped_at) == (True, (), None)
    assert found.sentences[:2] == (
        "The file is as A. Officer signed it: nothing was changed afterwards.",
        "A. Officer signed on 2 October 2025, 16:45 (UTC), by the signer's own clock.",
    )


def test_a_self_issued_certificate_is_never_more_than_it_is() -> None:
    found = verify(cases.signed(), NOW)
    assert found.signatures[0].trust is Trust.SELF_ISSUED
    assert "only as sure as the way the certificate reached you. It is not a qualified signature." in said(found)
    trusted = verify(cases.signed(), NOW, [ROOT])
    assert trusted.verdict is Verdict.NOT_TRUSTED
    assert "nobody you trust vouches" in said(trusted)


def test_a_counter_signature_leaves_the_first_good_and_is_named_as_what_was_added() -> None:
    found = verify(cases.counter_signed(), NOW)
    first, second = found.signatures
    assert found.is_intact
    assert (first.standing, second.standing) == (Verdict.INTACT, Verdict.INTACT)
    assert (first.name, second.name) == ("A. Officer", "B. Clerk")
    assert (first.covers_whole_file, second.covers_whole_file) == (False, True)
    assert first.added_after == ("the signature of B. Clerk",)
    assert first.is_addition_permitted
    assert found.sentences[0] == ("The file is as A. Officer and B. Clerk signed it: nothing was changed afterwards.")
    assert second.claimed_at == LATER


def test_a_copy_that_was_kept_is_found_in_what_became_of_it() -> None:
    first, both = cases.signed(), cases.counter_signed()
    found = verify(both, NOW)
    assert found.sha256 == sha256(both).hexdigest() == found.revision_sha256s[-1]
    assert found.revision_sha256s == tuple(sha256(each).hexdigest() for each in (record(), first, both))
    assert both[: len(first)] == first


def test_a_counter_signed_file_cut_back_to_its_first_length_is_the_first_file() -> None:
    found = verify(cases.counter_signed()[: len(cases.signed())], NOW)
    assert found == verify(cases.signed(), NOW)


def test_a_field_filled_in_afterwards_is_told_and_permitted() -> None:
    def with_field(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="Note", V="")
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(note))

    def filled(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][2]
        field[pdf_name("/V")] = generic.pdf_string("seen")
        writer.update_container(field)

    first = sign(changed(record(), with_field), order()).pdf
    found = verify(updated(first, filled), NOW)
    assert (found.verdict, found.is_intact) == (Verdict.CHANGED_AFTER, False)
    assert "(permitted): what the field “Note” holds." in said(found)


def test_a_signature_by_a_certificate_that_had_expired_is_told() -> None:
    holder = cases.certificate("A. Officer", until=AT - timedelta(days=3))
    found = verify(signed_unchecked(order(pkcs12=cases.key_file(holder))), NOW)
    assert found.verdict is Verdict.EXPIRED
    assert found.sentences[0] == "The certificate of A. Officer had expired on 29 September 2025, before it was signed."


def test_a_signature_by_a_certificate_that_was_not_valid_yet_is_told() -> None:
    holder = cases.certificate("A. Officer", since=AT + timedelta(days=3))
    found = verify(signed_unchecked(order(pkcs12=cases.key_file(holder))), NOW)
    assert found.verdict is Verdict.NOT_YET_VALID
    assert "was not valid until 5 October 2025" in found.sentences[0]


def test_a_signature_by_a_revoked_certificate_is_told() -> None:
    found = verify(signed_unchecked(order()), NOW, [ROOT], [cases.revocations(2)])
    assert found.verdict is Verdict.REVOKED
    assert "was revoked on 27 September 2025" in found.sentences[0]


def test_without_a_timestamp_nothing_shows_that_a_signature_is_older_than_the_revocation() -> None:
    later = cases.revocations(2, on=AT + timedelta(days=1))
    with cases.timestamp_service() as address:
        stamped = sign(record(), order(timestamp_address=address)).pdf
    assert verify(sign(record(), order()).pdf, NOW, [ROOT], [later]).verdict is Verdict.REVOKED
    found = verify(stamped, NOW, [ROOT], [later])
    assert found.verdict is Verdict.INTACT
    assert "was revoked since, on 3 October 2025" in said(found)


def test_a_certificate_that_expired_since_takes_nothing_from_what_was_signed() -> None:
    found = verify(cases.signed(), NOW + timedelta(days=3650))
    assert found.is_intact
    assert "The certificate of A. Officer has expired since, on 22 September 2028." in said(found)


def test_a_signature_from_the_future_is_remarked() -> None:
    assert "a clock is wrong" in said(verify(cases.signed(), AT - timedelta(days=1)))


def test_an_issuer_that_is_trusted_vouches_and_one_that_is_not_does_not() -> None:
    pdf = sign(record(), order()).pdf
    trusted, unknown = verify(pdf, NOW, [ROOT]), verify(pdf, NOW)
    assert (trusted.signatures[0].trust, trusted.signatures[0].trusted_by) == (Trust.TRUSTED, "The Root")
    assert "vouched for by The Root, whom you trust" in said(trusted)
    assert unknown.signatures[0].trust is Trust.UNKNOWN
    assert "issued by The Root, whom nothing here vouches for" in said(unknown)
    assert (trusted.verdict, unknown.verdict) == (Verdict.INTACT, Verdict.INTACT)


def test_a_timestamp_says_no_later_than_when_and_by_whom() -> None:
    with cases.timestamp_service() as address:
        pdf = sign(record(), order(timestamp_address=address)).pdf
    found = verify(pdf, NOW)
    assert found.signatures[0].level is Level.TIMED
    assert "A. Officer signed no later than 2 October 2025, 16:45 (UTC), as stamped by The Clock." in found.sentences


def test_evidence_for_later_years_is_an_addition_that_is_told() -> None:
    found = verify(lasting(), NOW, [ROOT])
    assert (found.verdict, found.signatures[0].level) == (Verdict.INTACT, Level.LONG_TERM)
    assert found.signatures[0].added_after == ("evidence for checking the signature in years to come",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"words of somebody", "The file is not a PDF."),
        (b"PK\x03\x04" + b"\0" * 500, "The file is not a PDF."),
        (b"%PDF-1.7", "cut short or damaged"),
        (b"%PDF-1.7\n%%EOF", "cut short or damaged"),
        (record()[:-100], "cut short or damaged"),
        (record()[: len(record()) // 2], "cut short or damaged"),
    ],
    ids=range(7),
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(content: bytes, sentence: str) -> None:
    found = verify(content, NOW)
    assert found.verdict is Verdict.CANNOT_READ
    assert sentence in said(found)


def test_a_locked_file_is_said_to_be_locked() -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(record())) as opened:
        opened.save(file, encryption=pikepdf.Encryption(owner="o", user="u"))
    found = verify(file.getvalue(), NOW)
    assert found.verdict is Verdict.CANNOT_READ
    assert "locked with a password" in said(found)


def test_a_file_larger_than_any_record_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "MOST_BYTES", 1000)
    assert "larger than 100 MB" in said(verify(record(), NOW))


def test_files_to_check_by_that_are_none_are_refused() -> None:
    with pytest.raises(Refusal, match="holds no certificate"):
        verify(cases.signed(), NOW, [b"words"])
    with pytest.raises(Refusal, match="revocation list cannot be read"):
        verify(cases.signed(), NOW, [], [b"words"])


def findings(**values: Any) -> Findings:
    facts = verify(cases.signed(), NOW).signatures[0].certificate
    found = Findings(True, "sha256", facts, AT, False, None, False, Trust.TRUSTED, True, False)
    return replace(found, **values)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({}, Verdict.INTACT),
        ({"is_intact": False}, Verdict.ALTERED),
        ({"digest": "sha1"}, Verdict.WEAK),
        ({"digest": "MD5"}, Verdict.WEAK),
        ({"digest": "sha512"}, Verdict.INTACT),
        ({"is_issuer_revoked": True}, Verdict.REVOKED),
        ({"revoked_at": AT, "is_timestamped": True}, Verdict.REVOKED),
        ({"revoked_at": AT + timedelta(seconds=1), "is_timestamped": True}, Verdict.INTACT),
        ({"trust": Trust.UNKNOWN}, Verdict.NOT_TRUSTED),
        ({"trust": Trust.UNKNOWN, "must_be_trusted": False}, Verdict.INTACT),
        ({"has_additions": True}, Verdict.CHANGED_AFTER),
        ({"is_intact": False, "has_additions": True, "digest": "sha1"}, Verdict.ALTERED),
    ],
)
def test_the_worst_that_is_true_of_a_signature_is_its_standing(values: dict[str, Any], verdict: Verdict) -> None:
    assert standing(findings(**values)) is verdict


def test_what_was_found_travels_from_the_worker() -> None:
    found = verify(cases.counter_signed(), NOW)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own


def test_what_signs_and_checks_is_loaded_only_when_something_is_signed_or_checked() -> None:
    ask = "import desktop.commands, exports.signatures.signing, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pyhanko", "cryptography", "reportlab"} & set(loaded)
