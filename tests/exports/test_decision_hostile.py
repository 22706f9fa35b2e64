"""Whatever is typed anywhere in a record comes out as it was typed, and does nothing."""

import builtins
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pikepdf
import pytest

from db.rules.decision import RecordOfDecision
from db.rules.refusal import Refusal
from exports import decision_pdf
from exports.decision_html import render_html
from exports.decision_text import fields, render_text
from tests.exports.hostile import HOSTILE, UNPRINTABLE, Path, bare, name, places, typed
from tests.exports.pdf_reading import broken_rules, links, read_out
from tests.exports.records import PARENT, full_record

PLACES = tuple(places())
ALL_AT_ONCE = "\n\n".join(HOSTILE)
OURS = {PARENT.link, full_record().decision.link}

every_place = pytest.mark.parametrize("place", PLACES, ids=name)


def holding(place: Path, text: str) -> RecordOfDecision:
    """A record with words in a place where they are printed."""
    if place == ("decision", "relates_to_number"):
        return typed(place, text, replace(full_record(), parent=None, delegation=None))
    return typed(place, text)


def one_by_one(place: Path) -> tuple[str, ...]:
    """What is typed into a place: all of it at once, but for the heads of a table, which have less room."""
    return HOSTILE if place[0] in ("funding", "column_note") else (ALL_AT_ONCE,)


@every_place
def test_what_is_typed_is_what_the_pdf_says(place: Path) -> None:
    for text in one_by_one(place):
        pdf = decision_pdf.render(holding(place, text))
        said = bare(read_out(pdf))
        assert [each for each in text.split("\n\n") if bare(each) not in said] == []
        assert set(links(pdf)) <= OURS


@every_place
def test_what_is_typed_is_what_the_text_says(place: Path) -> None:
    record = holding(place, ALL_AT_ONCE)
    said = bare(render_text(record))
    assert [each for each in HOSTILE if bare(each) not in said] == []
    assert all(bare(text) in said for _, text in fields(record))


@every_place
def test_what_is_typed_is_what_the_web_page_says(place: Path) -> None:
    page = Page(render_html(holding(place, ALL_AT_ONCE)))
    assert [each for each in HOSTILE if bare(each) not in bare(page.words)] == []
    assert page.tags == Page(render_html(holding(place, "One\n\ntwo"))).tags
    assert page.addresses <= OURS


@every_place
@pytest.mark.parametrize("character", UNPRINTABLE, ids=[f"U+{ord(each):04X}" for each in UNPRINTABLE])
def test_what_cannot_be_printed_is_refused_by_its_place_and_name(place: Path, character: str) -> None:
    with pytest.raises(Refusal, match=rf"^“.+” cannot be printed: .*U\+{ord(character):04X}"):
        decision_pdf.render(holding(place, f"Agreed {character} by all"))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_file_is_opened_and_no_picture_or_script_is_in_the_record(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = typed(("decision", "text", "reasons"), text)
    decision_pdf.render(record)
    opened: list[object] = []
    monkeypatch.setattr(builtins, "open", lambda *named, **_: opened.append(named))
    pdf = decision_pdf.render(record)
    monkeypatch.undo()
    assert opened == []
    with pikepdf.open(BytesIO(pdf)) as document:
        found = [item for item in document.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)]
    assert not [item for item in found if item.get("/Subtype") == "/Image" or "/JS" in item or "/Launch" in item]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_record_full_of_such_words_conforms(profile: str) -> None:
    record = full_record()
    for place in PLACES:
        record = typed(place, "Siân’s <b>“5%” & more</b>", record)
    assert broken_rules(decision_pdf.render(record), profile) == set()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://example.org/a b",
        'https://example.org/"onclick="x',
        "https://example.org/<b>",
        "https://exämple.org/",
        "https://example.org/\nhttps://example.org/",
        "data:text/html,x",
        "https://",
    ],
)
def test_only_a_plain_web_address_can_be_followed(address: str) -> None:
    record = typed(("decision", "link"), address)
    assert set(links(decision_pdf.render(record))) == {PARENT.link}
    assert Page(render_html(record)).addresses == {PARENT.link}
    assert bare(address) in bare(render_text(record))


class Page(HTMLParser):
    """A web page as a browser takes it: its words, its tags and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.tags, self.addresses = "", set[str](), set[str]()
        self._is_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.tags -= {"br", "strong"}
        self._is_style = tag == "style"
        self.addresses |= {value or "" for key, value in attrs if key in ("href", "src", "action", "style")}
        assert not [key for key, _ in attrs if key.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += "" if self._is_style else data
