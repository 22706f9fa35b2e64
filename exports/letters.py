"""A letter about notice as a PDF, tagged and archival, in the words of the files in resources/letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import TYPE_CHECKING

import resources
from db.rules.contract import Contract, Notice, Side
from db.rules.council import USUAL_COUNCIL
from db.rules.dates import show_day, show_length
from db.rules.refusal import Refusal
from db.rules.service_of_notice import show_time

if TYPE_CHECKING:
    from exports.pdf.document import Document

NOT_RECORDED = "not recorded"
_WORDINGS = {Side.COUNCIL: "notice", Side.PROVIDER: "acknowledgement"}
"""The council's own notice, and its answer to a provider's."""
_BESIDE = " :: "
_SIGNED = "Signed"
"""A fact that begins so stands above the field to sign in."""


@dataclass(frozen=True, slots=True)
class NoticeLetter:
    """A notice, given or about to be given, and who writes about it on a day."""

    contract: Contract
    notice: Notice
    officer: str
    post: str
    written_on: date
    council: str = USUAL_COUNCIL.name


def render(letter: NoticeLetter, wording: str | None = None) -> bytes:
    """The letter as a file: PDF/UA-1 and PDF/A-2a. What is not recorded is printed as such, so that a gap is seen.

    `wording` goes before the file in resources. Its paragraphs are parted by blank lines: "# " and "## " begin
    headings, "Name :: words" stands as a fact, "- " begins an item of a list, and {field} is filled in.

    Raises:
        Refusal: the wording has a field that is not known, or the typeface lacks a character.
    """
    words = wording_of(letter) if wording is None else wording
    fields = {name: said or NOT_RECORDED for name, said in facts(letter).items()}
    used_fields(words, fields)
    document = _begin(letter, words, fields)
    for paragraph in filter(None, (each.strip() for each in words.split("\n\n"))):
        _add(document, paragraph, fields)
    document.signature_field("Signature", f"Signature for {letter.council}")
    return document.to_bytes()


def wording_of(letter: NoticeLetter) -> str:
    """The words that come with the program for this side's notice; an editable file."""
    return resources.path(f"letters/{_WORDINGS[letter.notice.given_by]}.txt").read_text("utf-8")


def facts(letter: NoticeLetter) -> dict[str, str]:
    """Every field a wording may name; empty where nothing is recorded."""
    contract, notice = letter.contract, letter.notice
    term = contract.notice_term(notice.given_by)
    return {
        "reference": contract.reference,
        "title": contract.title,
        "service": contract.service,
        "providers": contract.provider_names,
        "contact": contract.contact,
        "council": letter.council,
        "length": show_length(term.length, term.unit) if term else "",
        "clause": term.source if term else "",
        "sent_on": _sent(notice.sent_at),
        "method": _within(notice.method),
        "served_on": show_day(notice.served_on),
        "ends_on": show_day(notice.ends_on),
        "decision": notice.decision_number,
        "officer": letter.officer,
        "post": letter.post,
        "written_on": show_day(letter.written_on),
    }


def missing(letter: NoticeLetter, wording: str | None = None) -> tuple[str, ...]:
    """The fields that the wording names and nothing is recorded for, in its order."""
    said = facts(letter)
    words = wording_of(letter) if wording is None else wording
    return tuple(name for name in used_fields(words, said) if not said[name])


def used_fields(wording: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The fields a wording names, each once.

    Raises:
        Refusal: one is not known, or a brace stands alone.
    """
    try:
        names = dict.fromkeys(name for _, name, _, _ in Formatter().parse(wording) if name is not None)
    except ValueError:
        raise Refusal(
            "The wording has a brace, { or }, without its other half. Fields are written {ends_on}."
        ) from None
    for name in names:
        if name not in known:
            raise Refusal(f"The wording names {{{name}}}, which is not known. Known are: {', '.join(known)}.")
    return tuple(names)


def _begin(letter: NoticeLetter, wording: str, fields: Mapping[str, str]) -> Document:
    from exports.pdf.document import Document

    title = wording.lstrip().partition("\n")[0].removeprefix("# ").format_map(fields)
    document = Document(
        title=f"{title}: {letter.contract.reference}",
        author=letter.council,
        subject=letter.contract.title,
        made_on=letter.written_on,
        header=(letter.council, title),
        footer=letter.contract.reference,
    )
    document.kicker(letter.council)
    return document


def _add(document: Document, paragraph: str, fields: Mapping[str, str]) -> None:
    if paragraph.startswith("#"):
        marks, _, words = paragraph.partition(" ")
        document.heading(len(marks), words.format_map(fields))
    elif _BESIDE in paragraph:
        name, _, words = paragraph.partition(_BESIDE)
        document.detail(name.format_map(fields), words.format_map(fields), is_ruled=not name.startswith(_SIGNED))
    else:
        document.prose(paragraph.format_map(fields))


def _sent(sent_at: str) -> str:
    if not sent_at:
        return ""
    moment = datetime.fromisoformat(sent_at)
    at = f" at {show_time(moment.time())}" if "T" in sent_at else ""
    return f"{show_day(moment)}{at}"


def _within(words: str) -> str:
    """Words as they stand inside a sentence: First class post becomes first class post."""
    return words[:1].lower() + words[1:]
