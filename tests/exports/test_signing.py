"""Putting a signature in a record: what it carries, what stays as it was, and what is refused in which words."""

import logging
import pickle
import traceback
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from db.rules.refusal import Refusal
from exports.signatures.certificate import facts_of
from exports.signatures.credentials import check_credentials, read_key_file
from exports.signatures.identity import WORTH, new_identity
from exports.signatures.order import Level
from exports.signatures.passphrase import Passphrase
from exports.signatures.signing import sign
from exports.signatures.verifying import verify
from tests.exports import signing_cases as cases
from tests.exports.pdf_reading import changed, fonts, pages
from tests.exports.signing_cases import AT, LATER, NOW, SECRET, WORDS, order, record, second

WEBSITES, DOCUMENTS, MAIL = "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"


def not_opened(pkcs12: bytes, words: str = WORDS, moment: datetime = AT, crls: tuple[bytes, ...] = ()) -> str:
    with pytest.raises(Refusal) as refusal:
        check_credentials(pkcs12, Passphrase(words), moment, crls)
    return str(refusal.value)


def not_signed(pdf: bytes, **values: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        sign(pdf, order(**values))
    return str(refusal.value)


def test_a_certificate_says_whose_it_is_who_issued_it_and_until_when() -> None:
    facts = check_credentials(cases.key_file(cases.officer()), SECRET, AT)
    assert (facts.name, facts.organisation, facts.issuer, facts.serial) == ("A. Officer", "A Council", "The Root", "2")
    assert (facts.valid_from, facts.valid_until) == (AT - timedelta(days=100), AT + timedelta(days=1000))
    assert facts.sha256 == facts_of(cases.officer()).sha256
    assert not facts.is_self_issued
    own = check_credentials(cases.own_identity(), SECRET, AT)
    assert (own.name, own.post, own.is_self_issued) == ("A. Officer", "Corporate Director", True)


def test_a_key_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"There is no file “.*own\.p12”"):
        read_key_file(tmp_path / "own.p12")
    with pytest.raises(Refusal, match="cannot be read"):
        read_key_file(tmp_path)
    (tmp_path / "video").write_bytes(b"x" * 1_000_001)
    with pytest.raises(Refusal, match=r"not a PKCS#12 file"):
        read_key_file(tmp_path / "video")


@pytest.mark.parametrize("content", [b"", b"words", b"\x30\x03\x02\x01\x03", b"-----BEGIN CERTIFICATE-----"])
def test_a_file_of_another_kind_is_no_key_file(content: bytes) -> None:
    assert "not a PKCS#12 file" in not_opened(content)


@pytest.mark.parametrize("words", ["wrong", "", WORDS + " ", WORDS.upper()])
def test_a_wrong_passphrase_is_said_to_be_wrong(words: str) -> None:
    assert "The passphrase does not open the file" in not_opened(cases.own_identity(), words)


def test_a_file_without_a_key_or_without_its_certificate_is_refused() -> None:
    assert "holds no private key" in not_opened(cases.key_file(cases.officer(), with_key=False))
    assert "holds no certificate for its key" in not_opened(cases.key_file(None, cases.key("A. Officer")))


def test_a_certificate_signs_from_its_first_to_its_last_moment_only() -> None:
    holder = cases.certificate("A. Officer", since=AT, until=AT + timedelta(days=1))
    pkcs12 = cases.key_file(holder)
    check_credentials(pkcs12, SECRET, AT)
    check_credentials(pkcs12, SECRET, AT + timedelta(days=1))
    assert "expired on 3 October 2025" in not_opened(pkcs12, moment=AT + timedelta(days=1, seconds=1))
    assert "not valid until 2 October 2025" in not_opened(pkcs12, moment=AT - timedelta(seconds=1))


@pytest.mark.parametrize("uses", [("digital_signature",), ("content_commitment",), ()])
def test_a_certificate_for_signatures_or_for_nothing_in_particular_signs(uses: tuple[str, ...]) -> None:
    check_credentials(cases.key_file(cases.certificate("A. Officer", uses=uses)), SECRET, AT)


def test_a_certificate_for_encryption_is_refused() -> None:
    assert "not issued for signatures" in not_opened(
        cases.key_file(cases.certificate("A. Officer", uses=("key_encipherment",)))
    )


def test_a_websites_certificate_is_refused_and_one_for_documents_or_mail_is_not() -> None:
    for purposes in ((DOCUMENTS,), (MAIL,), (WEBSITES, DOCUMENTS)):
        check_credentials(cases.key_file(cases.certificate("A. Officer", purposes=purposes)), SECRET, AT)
    assert "other purposes than documents" in not_opened(
        cases.key_file(cases.certificate("A. Officer", purposes=(WEBSITES,)))
    )


def test_a_certificate_its_issuer_took_back_is_refused_from_then_on() -> None:
    pkcs12 = cases.key_file(cases.officer())
    assert "revoked on 27 September 2025" in not_opened(pkcs12, crls=(cases.revocations(2),))
    check_credentials(pkcs12, SECRET, AT, [cases.revocations(99)])
    check_credentials(pkcs12, SECRET, AT, [cases.revocations(2, on=AT + timedelta(seconds=1))])
    check_credentials(pkcs12, SECRET, AT, [cases.revocations(2, issuer="Somebody")])


def test_a_list_the_issuer_did_not_sign_takes_nothing_back() -> None:
    forged = cases.revocations(2, signed_by="Somebody")
    check_credentials(cases.key_file(cases.officer()), SECRET, AT, [forged])


def test_a_revocation_list_that_cannot_be_read_is_refused() -> None:
    assert "revocation list cannot be read" in not_opened(cases.key_file(cases.officer()), crls=(b"no list",))


def test_a_signature_carries_the_name_the_reason_the_place_and_the_moment() -> None:
    done = sign(record(), order())
    (seen,) = verify(done.pdf, NOW).signatures
    assert (seen.name, seen.stated_name, seen.reason, seen.location) == (
        "A. Officer", "A. Officer", "Officer decision", "Maidstone",
    )  # fmt: skip
    assert seen.claimed_at == done.moment == AT
    assert (done.level, seen.level) == (Level.BASIC, Level.BASIC)
    assert done.sha256 == verify(done.pdf, NOW).sha256
    assert done.certificate == seen.certificate


def test_the_moment_is_kept_in_utc_wherever_it_was_seen() -> None:
    summer = AT.astimezone(timezone(timedelta(hours=1)))
    done = sign(record(), order(moment=summer))
    assert done.moment == AT
    assert done.moment.tzinfo is UTC
    assert verify(done.pdf, NOW).signatures[0].claimed_at == AT


def test_the_first_signature_permits_only_further_ones_and_every_byte_before_it_stays() -> None:
    with pikepdf.open(_file(cases.signed())) as pdf:
        first = pdf.Root.AcroForm.Fields[0].V
        assert first.SubFilter == "/ETSI.CAdES.detached"
        assert pdf.Root.Perms.DocMDP.objgen == first.objgen
        assert first.Reference[0].TransformParams.P == 2
    assert cases.signed().startswith(record())


def test_a_counter_signature_keeps_the_first_byte_for_byte() -> None:
    both = cases.counter_signed()
    assert both[: len(cases.signed())] == cases.signed()
    with pikepdf.open(_file(both)) as pdf:
        assert "/Reference" not in pdf.Root.AcroForm.Fields[1].V
        assert [str(field.TU) for field in pdf.Root.AcroForm.Fields] == [
            "Signature on the record", "Counter-signature on the record",
        ]  # fmt: skip


def test_a_signature_leaves_the_metadata_and_the_version_as_they_were() -> None:
    def metadata(pdf: bytes) -> tuple[bytes, str]:
        with pikepdf.open(_file(pdf)) as opened:
            return opened.Root.Metadata.read_bytes(), opened.pdf_version

    assert metadata(cases.counter_signed()) == metadata(record())


def appearance(pdf: bytes, field: int) -> bytes:
    """What is drawn for a field, as a file of its own."""
    with pikepdf.open(_file(pdf)) as opened:
        stream = opened.Root.AcroForm.Fields[field].AP.N
        page = opened.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=stream.BBox,
                Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=stream)),
                Contents=opened.make_stream(b"/A Do"),
            )
        )
        alone = pikepdf.new()
        alone.pages.append(pikepdf.Page(alone.copy_foreign(page)))
        return _saved(alone)


def test_the_words_of_a_counter_signature_stand_in_its_field_and_fit() -> None:
    (words,) = pages(appearance(cases.counter_signed(), 1))
    said = " ".join(words.split())
    assert said == "B. Clerk Proper Officer Counter-signed 3 October 2025, 16:45 (UTC) Officer decision"
    assert pages(appearance(cases.counter_signed(), 0)) == [""]


def test_long_words_of_a_counter_signature_are_set_smaller_and_all_there() -> None:
    long = second(
        post="Assistant Director of Governance, Law and Democratic Services and Deputy Monitoring Officer",
        reason="Recorded under the Local Authorities (Executive Arrangements) Regulations 2012, regulation 13",
        picture=cases.picture("JPEG"),
    )
    (words,) = pages(appearance(sign(cases.signed(), long).pdf, 1))
    assert "regulation 13" in " ".join(words.split())


def test_a_field_shows_the_picture_of_a_signature() -> None:
    for kind in ("PNG", "JPEG"):
        done = sign(record(), order(picture=cases.picture(kind)))
        with pikepdf.open(_file(appearance(done.pdf, 0))) as opened:
            images = [each for each in opened.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert images


def test_every_font_of_a_signed_record_is_embedded() -> None:
    assert set(fonts(cases.counter_signed()).values()) == {True}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not a PNG or JPEG"),
        (b"words", "not a PNG or JPEG"),
        (b"GIF89a" + b"\0" * 40, "not a PNG or JPEG"),
        (b"%PDF-1.7", "not a PNG or JPEG"),
        (cases.picture()[:-300], "not a PNG or JPEG"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, sentence: str) -> None:
    assert sentence in not_signed(record(), picture=content)


def test_a_picture_that_unfolds_to_far_too_many_pixels_is_refused() -> None:
    file = BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    assert "more than 20 million pixels" in not_signed(record(), picture=file.getvalue())


def test_a_field_that_is_signed_or_not_there_is_refused() -> None:
    assert "is signed already" in not_signed(cases.signed())
    assert "has no field “Elsewhere”" in not_signed(record(), field="Elsewhere")


@pytest.mark.parametrize("pdf", [b"", b"words", b"%PDF-1.7\n", record()[:-200]])
def test_a_damaged_file_is_refused(pdf: bytes) -> None:
    assert "not a PDF, or it is damaged" in not_signed(pdf)


def test_a_locked_file_is_refused() -> None:
    with pikepdf.open(_file(record())) as opened:
        locked = _saved(opened, encryption=pikepdf.Encryption(owner="o", user=""))
    assert "locked with a password" in not_signed(locked)


def test_a_file_that_was_altered_after_the_first_signature_is_not_counter_signed() -> None:
    place = cases.signed().index(b"/Producer")
    altered = cases.signed()[: place + 12] + b"X" + cases.signed()[place + 13 :]
    assert "It cannot be signed again" in not_signed(altered, field="CounterSignature")
    assert "It cannot be signed again" in not_signed(changed(cases.signed(), lambda _: None), field="CounterSignature")


def test_a_character_the_typeface_lacks_is_named() -> None:
    assert "U+1F600" in not_signed(cases.signed(), field="CounterSignature", name="B. \N{GRINNING FACE}")


def test_a_timestamp_service_raises_the_level() -> None:
    with cases.timestamp_service(when=AT + timedelta(seconds=3)) as address:
        done = sign(record(), order(timestamp_address=address))
    assert (done.level, done.moment) == (Level.TIMED, AT + timedelta(seconds=3))
    (seen,) = verify(done.pdf, NOW).signatures
    assert (seen.timestamped_at, seen.timestamped_by, seen.claimed_at) == (done.moment, "The Clock", AT)


def test_chain_and_lists_make_a_signature_last_and_both_stay_good() -> None:
    given: dict[str, Any] = {"crls": (cases.revocations(),), "trusted": (cases.pem(cases.root()),)}
    with cases.timestamp_service() as address:
        first = sign(record(), order(timestamp_address=address, **given))
    with cases.timestamp_service(when=LATER) as address:
        clerk = cases.key_file(cases.certificate("B. Clerk", serial=4))
        both = sign(first.pdf, second(timestamp_address=address, pkcs12=clerk, **given))
    assert (first.level, both.level) == (Level.LONG_TERM, Level.LONG_TERM)
    found = verify(both.pdf, NOW + timedelta(days=2000), given["trusted"])
    assert found.is_intact, found.sentences
    assert [seen.trusted_by for seen in found.signatures] == ["The Root", "The Root"]
    assert both.pdf.startswith(first.pdf)


def test_evidence_that_is_not_complete_signs_nothing() -> None:
    stale = cases.revocations(issuer="Somebody")
    with cases.timestamp_service() as address:
        said = not_signed(record(), timestamp_address=address, crls=(stale,), trusted=(cases.pem(cases.root()),))
    assert "evidence for checking the signature years later is not complete" in said


@pytest.mark.parametrize("address", ["ftp://x/", "file:///etc/passwd", "stamp", "http://"])
def test_an_address_that_is_no_timestamp_service_is_refused(address: str) -> None:
    assert "is not the address of a timestamp service" in not_signed(record(), timestamp_address=address)


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\x30\x03\x02\x01\x03"])
def test_a_service_that_answers_something_else_signs_nothing(answer: bytes) -> None:
    with cases.timestamp_service(answer) as address:
        assert "gave no timestamp" in not_signed(record(), timestamp_address=address)


def test_a_service_that_does_not_answer_signs_nothing() -> None:
    with cases.timestamp_service() as address:
        pass
    said = not_signed(record(), timestamp_address=address)
    assert f"The timestamp service {address} gave no timestamp (" in said
    assert said.endswith("Nothing was signed. Try again later, or sign without a timestamp.")


def test_a_self_issued_certificate_signs_for_its_years_and_says_what_it_is_worth() -> None:
    own = new_identity("A. Officer", "", "", SECRET, AT, years=2)
    facts = check_credentials(own, SECRET, AT)
    assert facts.is_self_issued
    assert facts.valid_until.date().isoformat() == "2027-10-02"
    assert "not a qualified signature" in WORTH


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": " "}, "needs the name"),
        ({"post": "x" * 65}, "The post is longer than the 64 characters"),
        ({"passphrase": Passphrase("short")}, "at least 12 characters"),
        ({"years": 0}, "1 to 10 years"),
        ({"years": 11}, "1 to 10 years"),
    ],
)
def test_a_certificate_that_would_not_do_is_not_made(values: dict[str, Any], sentence: str) -> None:
    stated = {"name": "A", "post": "", "organisation": "", "passphrase": SECRET, "moment": AT, **values}
    with pytest.raises(Refusal, match=sentence):
        new_identity(**stated)


def refusals() -> list[tuple[bytes, dict[str, Any]]]:
    """Orders that are refused at every step on the way."""
    return [
        (record(), {"pkcs12": b"words"}),
        (record(), {"pkcs12": cases.key_file(cases.officer(), words="others-know-this-one")}),
        (record(), {"pkcs12": cases.key_file(cases.officer(), with_key=False)}),
        (record(), {"moment": AT + timedelta(days=2000)}),
        (record(), {"crls": (cases.revocations(2),)}),
        (record(), {"crls": (b"no list",)}),
        (record(), {"picture": b"words"}),
        (record(), {"timestamp_address": "http://127.0.0.1:9/"}),
        (record(), {"field": "Elsewhere"}),
        (cases.signed(), {}),
        (b"words", {}),
    ]


def test_the_passphrase_is_in_nothing_that_is_written_said_or_handed_back(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    said: list[bytes] = [repr(order()).encode(), str(SECRET).encode(), f"{SECRET!r}".encode()]
    for pdf, values in refusals():
        with pytest.raises(Refusal) as refusal:
            sign(pdf, order(**values))
        said += ["".join(traceback.format_exception(refusal.value)).encode(), pickle.dumps(refusal.value)]
        assert refusal.value.__cause__ is None
    done = sign(record(), order())
    said += [pickle.dumps(done), repr(done).encode(), pickle.dumps(verify(done.pdf, NOW)), caplog.text.encode()]
    assert [text for text in said if WORDS.encode() in text] == []
    assert len(said) > 20


def test_an_order_travels_to_the_worker_and_back() -> None:
    assert pickle.loads(pickle.dumps(order())).passphrase.reveal() == WORDS.encode()  # noqa: S301 - our own


def _file(pdf: bytes) -> BytesIO:
    return BytesIO(pdf)


def _saved(opened: pikepdf.Pdf, **how: Any) -> bytes:
    file = BytesIO()
    opened.save(file, **how)
    return file.getvalue()
