"""A record of decision as a PDF: its council's form, section by section, tagged and archival, ready to be signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.rules.decision import RecordOfDecision
from exports.pdf.table_content import Content as Figures
from exports.record.compose import NOT_RECORDED, form_of, full_title, sections, standing, title
from exports.record.contents import Content, Items, Line, Link, Place, Prose, Section, Subheading
from exports.record.emphasis import verbs_pattern
from exports.record.signing import places

if TYPE_CHECKING:
    from exports.pdf.document import Document

__all__ = ["NOT_RECORDED", "render"]

_UNDATED = date(2000, 1, 1)
"""What a draft's file says it was made on: it is printed from values alone, and has no day of its own."""


def render(record: RecordOfDecision) -> bytes:
    """The record as a file: PDF/UA-1 and PDF/A-2a, the same bytes for the same record.

    What the form always prints and the record says nothing of is "Not recorded.", so that a gap is seen. A record of
    db.rules.public_record.public prints what the public may see.

    Raises:
        Refusal: the typeface lacks a character; names the section and the character.
    """
    document = _begin(record)
    emphasis = verbs_pattern(form_of(record).verbs)
    for section in sections(record):
        _section(document, section, emphasis)
    for place in places(record):
        _place(document, place)
    return document.to_bytes()


def _begin(record: RecordOfDecision) -> Document:
    from exports.pdf.document import Document

    decision = record.decision
    document = Document(
        title=full_title(record),
        author=record.council,
        subject=decision.subject,
        made_on=decision.decided_on or _UNDATED,
        header=(record.council, standing(record) or title(record)),
        footer=decision.number,
    )
    document.kicker(record.council)
    document.heading(1, title(record))
    if who := standing(record):
        document.paragraph(who, emphasis=".+")
    return document


def _section(document: Document, section: Section, emphasis: str) -> None:
    if section.is_short:
        lines = [line for line in section.contents if isinstance(line, Line)]
        document.fact(section.heading, *(line.text for line in lines), quiet=lines[0].is_quiet)
        return
    document.heading(2, section.heading)
    for content in section.contents:
        _content(document, content, emphasis)


def _content(document: Document, content: Content, emphasis: str) -> None:
    match content:
        case Line():
            document.paragraph(content.text, quiet=content.is_quiet)
        case Prose():
            document.prose(content.text, emphasis=emphasis if content.is_operative else "")
        case Items():
            document.bullets(content.items)
        case Subheading():
            document.heading(3, content.text)
        case Link():
            document.link(content.words, content.address)
        case Figures():
            document.table(content.caption, content.columns, content.rows)


def _place(document: Document, place: Place) -> None:
    document.keep_with_next()  # a signature never stands on a page without any of what it is for
    document.heading(2, place.heading)
    last = len(place.facts) - 1
    for number, (name, line) in enumerate(place.facts):
        document.detail(name, line.text, quiet=line.is_quiet, is_ruled=number < last)
    if place.field:
        document.signature_field(place.field, place.alternative)
