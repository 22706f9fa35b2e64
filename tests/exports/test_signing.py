"""Putting a signature in a record: what it carries, what stays as it was, and what is refused in which words."""

import logging
import pickle
import traceback
from datetime import UTC, timedelta, timezone
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from db.rules.refusal import Refusal
from exports.signatures.order import Level
from exports.signatures.signing import sign
from exports.signatures.verifying import verify
from tests.exports import signing_cases as cases
from tests.exports.pdf_reading import PROFILES, broken_rules, changed, fonts, pages
from tests.exports.signing_cases import AT, LATER, NOW, SECRET, WORDS, order, record, second


def not_signed(pdf: bytes, **values: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        sign(pdf, order(**values))
    return str(refusal.value)


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


def test_an_elliptic_key_signs_and_the_file_stays_what_an_archive_takes() -> None:
    pkcs12 = cases.elliptic_key_file()
    done = sign(record(), order(pkcs12=pkcs12))
    assert verify(done.pdf, NOW).is_intact
    assert done.pdf.count(b"/Version /2.0") == 0
    assert broken_rules(done.pdf, "2a") == set()


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


@pytest.mark.parametrize("profile", PROFILES)
def test_a_first_signature_without_a_picture_says_in_its_field_that_it_is_signed(profile: str) -> None:
    done = sign(record(), order())
    (words,) = pages(appearance(done.pdf, 0))
    assert " ".join(words.split()) == "A. Officer Signed electronically 2 October 2025, 16:45 (UTC)"
    assert broken_rules(done.pdf, profile) == set()
    assert set(fonts(done.pdf).values()) == {True}


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
