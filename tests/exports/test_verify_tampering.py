"""Every way of tampering with a signed file is seen."""

import re
from collections.abc import Callable
from random import Random

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from exports.signatures.verification import Verdict, Verification
from exports.signatures.verifying import verify
from tests.exports import signing_cases as cases
from tests.exports.pdf_reading import changed
from tests.exports.signing_cases import NOW, lasting, record, updated

ROOT = cases.pem(cases.root())
SIGNED = {"signed": cases.signed, "counter-signed": cases.counter_signed}


def said(found: Verification) -> str:
    return " ".join(found.sentences)


def flipped(pdf: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(pdf))
    return pdf[:place] + bytes([pdf[place] ^ 1 << chance.randrange(8)]) + pdf[place + 1 :]


def check_flips(pdf: bytes, count: int, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - chance, not a secret
    verdicts = [verify(flipped(pdf, chance), NOW).verdict for _ in range(count)]
    assert set(verdicts) <= {Verdict.ALTERED, Verdict.DAMAGED}


@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_a_bit_changed_anywhere_is_seen(pdf: Callable[[], bytes]) -> None:
    check_flips(pdf(), 20, 1)


@pytest.mark.slow
@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_a_bit_changed_in_any_of_500_places_is_seen(pdf: Callable[[], bytes]) -> None:
    check_flips(pdf(), 500, 2)


def other_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"0 0 m 9 9 l S"))
    writer.update_container(page)


def note_on_page(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(  # type: ignore[no-untyped-call]
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Text"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (9, 9, 30, 30))),
            pdf_name("/Contents"): generic.pdf_string("Approved for £948,829"),
        }
    )
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def other_title(writer: IncrementalPdfFileWriter) -> None:
    info = writer.trailer["/Info"]
    info[pdf_name("/Title")] = generic.pdf_string("Another record")
    writer.update_container(info)


def script_on_opening(writer: IncrementalPdfFileWriter) -> None:
    script = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("app.alert(1)")}
    writer.root[pdf_name("/OpenAction")] = writer.add_object(generic.DictionaryObject(script))  # type: ignore[no-untyped-call]
    writer.update_root()  # type: ignore[no-untyped-call]


def other_words_for_a_field(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[pdf_name("/TU")] = generic.pdf_string("Signature of the Leader")
    writer.update_container(field)


CHANGES = (other_page, note_on_page, script_on_opening, other_words_for_a_field)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_what_is_changed_by_adding_to_the_file_is_seen(
    pdf: Callable[[], bytes], change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    found = verify(updated(pdf(), change), NOW)
    assert found.verdict in (Verdict.ALTERED, Verdict.DAMAGED)
    assert found.verdict is Verdict.ALTERED or change is other_words_for_a_field
    if found.verdict is Verdict.ALTERED:
        assert "was changed after" in found.sentences[0]
        assert "(not permitted): something else than a further signature" in said(found)


@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_another_title_added_to_the_file_is_told(pdf: Callable[[], bytes]) -> None:
    found = verify(updated(pdf(), other_title), NOW)
    assert found.verdict is Verdict.CHANGED_AFTER
    assert "what describes the file, such as its title" in said(found)


def hidden_thing(writer: IncrementalPdfFileWriter) -> None:
    writer.add_object(generic.StreamObject(stream_data=b"shown by nothing"))
    writer.update_root()  # type: ignore[no-untyped-call]


def test_a_thing_added_that_no_page_shows_is_told() -> None:
    found = verify(updated(cases.signed(), hidden_thing), NOW)
    assert found.verdict is Verdict.CHANGED_AFTER
    assert "or what no page shows" in said(found)


def without_signature(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_a_signature_that_was_taken_out_leaves_its_mark(pdf: Callable[[], bytes]) -> None:
    assert verify(updated(pdf(), without_signature), NOW).verdict is Verdict.DAMAGED


@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_a_file_saved_anew_by_another_program_no_longer_holds(pdf: Callable[[], bytes]) -> None:
    assert verify(changed(pdf(), lambda _: None), NOW).verdict in (Verdict.ALTERED, Verdict.DAMAGED)


def test_a_number_changed_in_the_metadata_is_seen() -> None:
    pdf = cases.signed()
    assert pdf.count(b"25/00042") > 0
    assert verify(pdf.replace(b"25/00042", b"25/00043"), NOW).verdict is Verdict.ALTERED


@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_a_file_cut_short_anywhere_is_never_intact(pdf: Callable[[], bytes]) -> None:
    whole, kept = pdf(), {len(record()), len(cases.signed())}
    lengths = {round(len(whole) * part / 60) for part in range(60)} | {len(whole) - lost for lost in (1, 2, 7, 200)}
    verdicts = {verify(whole[:length], NOW).verdict for length in lengths - kept}
    assert not verdicts & {Verdict.INTACT, Verdict.CHANGED_AFTER}


@pytest.mark.parametrize("lost", [1, 7, 200, 1000])
def test_a_signed_file_that_lost_its_end_is_said_to_be_damaged(lost: int) -> None:
    found = verify(cases.signed()[:-lost], NOW)
    assert found.verdict in (Verdict.DAMAGED, Verdict.ALTERED)


@pytest.mark.parametrize("tail", [b"\n", b"\n% a remark\n", b"\0" * 20])
@pytest.mark.parametrize("pdf", SIGNED.values(), ids=SIGNED)
def test_bytes_added_at_the_end_are_seen(pdf: Callable[[], bytes], tail: bytes) -> None:
    found = verify(pdf() + tail, NOW)
    assert found.verdict in (Verdict.CHANGED_AFTER, Verdict.DAMAGED)
    assert not found.is_intact


def test_evidence_that_its_issuer_did_not_sign_is_seen() -> None:
    pdf = lasting()
    streams = [match.end() for match in re.finditer(rb"stream\n(?=0\x82)", pdf)]
    assert len(streams) >= 4, "three certificates and a revocation list"
    for start in streams:
        end = pdf.index(b"\nendstream", start)
        wrong = pdf[: end - 9] + bytes([pdf[end - 9] ^ 4]) + pdf[end - 8 :]
        found = verify(wrong, NOW, [ROOT])
        assert found.verdict is Verdict.DAMAGED
        assert "for checking its signatures in years to come is damaged" in said(found)


def test_anything_at_all_is_answered() -> None:
    chance, whole = Random(4), cases.signed()  # noqa: S311 - chance, not a secret
    for _ in range(30):
        start, end = sorted(chance.randrange(len(whole)) for _ in "ab")
        for pdf in (b"%PDF-1.7\n" + chance.randbytes(300), b"%PDF-" + whole[start:], whole[:start] + whole[end:]):
            assert verify(pdf, NOW).verdict not in (Verdict.INTACT, Verdict.CHANGED_AFTER)


@pytest.mark.parametrize("other", [b"1", b" ", b"a"])
def test_the_stored_signature_is_padded_with_zeros_and_with_nothing_else(other: bytes) -> None:
    pdf = cases.signed()
    end = pdf.index(b"00>", pdf.index(b"/Contents <30"))
    assert verify(pdf[:end] + other + pdf[end + 1 :], NOW).verdict in (Verdict.ALTERED, Verdict.DAMAGED)
