"""The record as a web page: one file, in order, with everything named that a screen reader names."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from db.rules.decision import RecordOfDecision
from exports import record_templates
from exports.decision_html import render_html
from exports.record.compose import sections
from exports.record.signing import places
from tests.exports.records import bare_record, full_record, member_record, officer_record, part_exempt_record

RECORDS = {
    "officer": officer_record(),
    "bare": bare_record(),
    "member": member_record(),
    "full": full_record(),
    "part exempt": part_exempt_record(),
    "any council": replace(full_record(), template=record_templates.load("generic")),
}
VOID = {"meta", "br"}

every_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)


class Outline(HTMLParser):
    """The tags of a page with what they state, and whether each is closed by its own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if re.fullmatch(r"h\d|title", tag):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and re.fullmatch(r"h\d|title", self._open[-1]):
            tag, words = self.headings[-1]
            self.headings[-1] = (tag, words + data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [stated for name, stated in self.tags if name == tag]


@every_record
def test_the_page_says_its_language_and_its_title(record: RecordOfDecision) -> None:
    page = Outline(render_html(record))
    assert page.of("html") == [{"lang": "en-GB"}]
    assert page.headings[0][0] == "title"
    assert page.headings[0][1].endswith(record.decision.subject.split(" ")[-1])


@every_record
def test_the_headings_are_those_of_the_form_and_skip_no_level(record: RecordOfDecision) -> None:
    headings = Outline(render_html(record)).headings[1:]
    levels = [int(tag[1]) for tag, _ in headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    stated = [*(each.heading for each in sections(record)), *(each.heading for each in places(record))]
    assert [words for tag, words in headings if tag == "h2"] == stated


@every_record
def test_every_table_is_called_something_and_says_what_heads_its_cells(record: RecordOfDecision) -> None:
    page = Outline(render_html(record))
    assert len(page.of("caption")) == len(page.of("table"))
    assert {stated.get("scope") for stated in page.of("th")} <= {"col", "row", "rowgroup"}


@every_record
def test_the_page_needs_nothing_else(record: RecordOfDecision) -> None:
    page = Outline(render_html(record))
    for tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
        assert page.of(tag) == []
    assert "@import" not in render_html(record)
    assert "url(" not in render_html(record)


def test_amounts_keep_to_the_right_with_their_heading() -> None:
    page = render_html(full_record())
    assert '<th scope="col" class="amount">Part A: 1 year (12 months) contract extension cost</th>' in page
    assert '<td class="amount">£848,829</td>' in page
    assert '<td class="amount">£205,500.50</td>' in page


def test_the_verbs_of_the_form_are_bold_in_the_decision_and_nowhere_else() -> None:
    page = render_html(officer_record())
    assert page.count("<strong>EXTEND</strong>") == 2
    assert page.count("<strong>DELEGATE</strong>") == 2
    assert "<strong>" not in render_html(replace(officer_record(), template=record_templates.load("generic")))


def _colour(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_words_stands_out_as_wcag_asks() -> None:
    colours = re.findall(r"(?<![-a-z])color: #([0-9a-f]{6})", render_html(officer_record()))
    assert len(colours) >= 3
    assert all(1.05 / (_colour(code) + 0.05) >= 4.5 for code in colours)
