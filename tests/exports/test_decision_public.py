"""The public version of a record: nothing of what is exempt is in it, in no byte and no form."""

import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from db.rules.decision import Decision, DecisionId, DecisionKind, Publication, RecordOfDecision
from db.rules.decision_facts import Exemption
from db.rules.public_record import hidden_words, public
from db.rules.rich_text import BOLD, BOLD_ENDS, INSTEAD, WITHHELD, WITHHELD_ENDS
from exports import decision_pdf
from exports.decision_html import render_html
from exports.decision_text import fields, render_text
from tests.exports.hostile import Path, name, places, typed
from tests.exports.pdf_reading import broken_rules, fonts, outline, text
from tests.exports.records import COUNCIL, HIDDEN, full_record, officer_record, part_exempt_record

PLACES = tuple(place for place in places() if place != ("council",))
SECRETS = tuple(HIDDEN.split()[:3])
FIGURES = ("848,829", "3,356,330", "5,301,565", "400,000")


def withheld(words: str) -> str:
    return f"{WITHHELD}{words}{WITHHELD_ENDS}"


def every_byte(pdf: bytes) -> str:
    """Everything a file holds: its bytes, its streams unpacked, its words as they are printed; as lower-case text."""
    raw = [pdf]
    with pikepdf.open(BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                raw += [item.read_raw_bytes(), _unpacked(item)]
            raw.append(item.unparse() if not isinstance(item, pikepdf.Stream) else b"")
        told = [str(value) for value in document.docinfo.values()]
        told += [str(document.Root.Metadata.read_bytes(), "utf-8")]
    told += [text(pdf), *(words for _, words in outline(pdf)), *fonts(pdf)]
    for each in raw:
        told += [each.decode("latin-1"), each.decode("utf-16-be", "ignore"), each[1:].decode("utf-16-be", "ignore")]
        told.append(each.replace(b"\0", b"").decode("latin-1"))
    return "\n".join(told).lower()


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, zlib.error):
        return b""


def told(record: RecordOfDecision) -> str:
    """A record in all its forms, as lower-case text."""
    pieces = [every_byte(decision_pdf.render(record)), render_html(record), render_text(record), repr(fields(record))]
    return "\n".join(pieces).lower()


def test_the_words_looked_for_are_found_where_they_are_not_withheld() -> None:
    everything = told(part_exempt_record())
    assert [each for each in (*SECRETS, *FIGURES) if each.lower() not in everything] == []


def test_nothing_withheld_is_in_any_byte_of_the_public_version() -> None:
    everything = told(public(part_exempt_record()))
    assert [each for each in (*SECRETS, *FIGURES) if each.lower() in everything] == []


@pytest.mark.parametrize("place", PLACES, ids=name)
def test_words_withheld_anywhere_are_gone_from_everywhere(place: Path) -> None:
    record = typed(place, f"Before {withheld(HIDDEN)} after", part_exempt_record())
    assert [each for each in SECRETS if each.lower() in told(public(record))] == []


@pytest.mark.parametrize(
    "written",
    [
        f"the {HIDDEN} price",
        f"the {HIDDEN.upper()} price",
        HIDDEN.replace(" ", "\n"),
        HIDDEN.replace(" ", "\xa0"),
        f"{HIDDEN[:8]}{BOLD}{HIDDEN[8:]}{BOLD_ENDS}",
        f"({HIDDEN}).",
    ],
)
def test_withheld_words_are_found_however_they_are_written_elsewhere(written: str) -> None:
    record = typed(("decision", "text", "legal"), written, part_exempt_record())
    said = public(record).decision.text.legal
    assert INSTEAD in said
    assert not [each for each in SECRETS if each.lower() in said.lower()]


def test_a_reader_sees_where_something_is_withheld_and_why() -> None:
    words = text(decision_pdf.render(public(part_exempt_record())))
    assert f"The bid of {INSTEAD} was the lowest." in words
    assert f"Subject Navigation, and {INSTEAD}" in words
    assert f"Figures: {INSTEAD}" in words
    assert "paragraph 3 of Part 1 of Schedule 12A" in words
    assert "A rival would learn the price that was offered." in words
    assert "Public version" in words


def test_the_bold_words_beside_a_gap_stay_as_they_were() -> None:
    words = f"Ask {BOLD}Acme{BOLD_ENDS} Loft Removals of 14 Orchard Lane again"
    record = typed(("decision", "text", "legal"), words, part_exempt_record())
    assert public(record).decision.text.legal == f"Ask {BOLD}{INSTEAD}{BOLD_ENDS} again"


def test_withheld_words_may_be_words_of_the_notice_itself() -> None:
    record = typed(("decision", "text", "legal"), f"{withheld('information')} and information", full_record())
    assert public(record).decision.text.legal == f"{INSTEAD} and {INSTEAD}"


def test_short_words_are_withheld_only_where_they_are_marked() -> None:
    record = typed(("decision", "text", "legal"), f"{withheld('5')} of 5", full_record())
    assert public(record).decision.text.legal == f"{INSTEAD} of 5"


def test_who_decided_is_told_even_where_the_name_is_withheld_elsewhere() -> None:
    record = typed(("decision", "text", "legal"), f"{withheld('Richard Smith')} is a client.", full_record())
    kept = public(record).decision
    assert (kept.maker_name, kept.text.legal) == ("Richard Smith", f"{INSTEAD} is a client.")


def test_a_table_that_would_tell_a_withheld_amount_is_withheld() -> None:
    record = typed(("decision", "text", "legal"), f"The offer was {withheld('£848,829')}.", full_record())
    assert public(record).funding is None
    assert "848,829" not in told(public(typed(("decision", "text", "financial"), "Shared.", record)))


def test_an_amount_withheld_that_no_table_tells_leaves_the_tables() -> None:
    record = typed(("decision", "text", "legal"), f"The offer was {withheld('£1,234')}.", full_record())
    assert public(record).funding == full_record().funding


def test_an_open_record_that_withholds_nothing_is_its_own_public_version() -> None:
    assert public(full_record()) == full_record()
    assert public(officer_record()) == officer_record()


def test_a_record_that_is_exempt_as_a_whole_tells_only_that_it_exists_and_why() -> None:
    reasons = "A rival would learn what was bid."
    decision = replace(
        full_record().decision,
        for_publication=Publication.NO,
        exemption=Exemption((3, 5), reasons, "All but what is printed here."),
    )
    record = public(replace(full_record(), decision=decision))
    words = text(decision_pdf.render(record))
    for told_in_any_case in (
        "OD.24.00002",
        "Corporate Director of Adult Social Care and Health",
        "Decided 15 January 2024",
        "Community Navigation Services Contract Extension",
        "For publication No",
        "paragraph 3 of",
        "paragraph 5 of",
        reasons,
        "The rest of this record is exempt and is not published.",
    ):
        assert told_in_any_case in words
    everything = told(record)
    private = [
        *("navigators", "22/00092", "richard smith", "delegate", "sc180001", "carers", "72(1)", "on leave"),
        *("general counsel", "commissioning@example", *FIGURES),
    ]
    assert [each for each in private if each in everything] == []
    assert "not recorded" not in everything


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("answer", [Publication.PART, Publication.NO])
def test_a_public_version_conforms(answer: Publication, profile: str) -> None:
    record = part_exempt_record()
    shown = public(replace(record, decision=replace(record.decision, for_publication=answer)))
    assert broken_rules(decision_pdf.render(shown), profile) == set()


def test_a_public_version_has_no_field_to_sign_in() -> None:
    with pikepdf.open(BytesIO(decision_pdf.render(public(part_exempt_record())))) as document:
        assert "/AcroForm" not in document.Root


@pytest.mark.parametrize("answer", [Publication.PART, Publication.NO])
def test_the_full_version_of_a_restricted_record_says_on_every_page_that_it_is_not_for_publication(
    answer: Publication,
) -> None:
    record = part_exempt_record()
    pdf = decision_pdf.render(replace(record, decision=replace(record.decision, for_publication=answer)))
    assert text(pdf).count("Contains exempt information: not for publication") >= 5


def test_the_longest_words_are_taken_out_first() -> None:
    decision = Decision(
        DecisionId("1"), 1, "", DecisionKind.OFFICER, f"{withheld('Acme')} {withheld('Acme of Kent')}", None
    )
    record = RecordOfDecision(COUNCIL, decision, None)
    assert hidden_words(record) == ("Acme of Kent", "Acme")
    kept = public(replace(record, decision=replace(decision, ground="Acme of Kent and acme")))
    assert kept.decision.ground == f"{INSTEAD} and {INSTEAD}"
