"""C10 and C11: whether it is for publication, nothing left unresolved, and grounds for what is withheld."""

import re
from collections.abc import Iterator
from dataclasses import fields

from db.rules.decision import Publication
from db.rules.record_in_hand import SECTION_NAMES, Gaps, RecordInHand, blocking, sections_of, warning
from db.rules.rich_text import plain, withheld_words

_CHOICE_SOURCE = "LGA 1972 Schedule 12A; the form’s own question “For publication”"
_LEFT_SOURCE = "What the form leaves to be chosen or filled in is chosen and filled in before it is signed"
_EXEMPT_SOURCE = "LGA 1972 Schedule 12A Part 1, paragraphs 1 to 7; SI 2012/2089 reg 20"
_PARAGRAPHS = range(1, 8)
_UNRESOLVED = re.compile(
    r"\byes\s*/\s*no\b\s*\??|\bno\s*/\s*yes\b\s*\??"
    r"|[\[<{]\s*(?:insert|enter|add|type|complete|delete|choose|select|tbc|tbd|x+)\b[^\]>}\n]{0,80}[\]>}]"
    r"|[\[<{]\s*(?:the )?(?:name|date|number|amount|figure)s?(?: here| of \w+)?\s*[\]>}]"
    r"|\[\s*\]|\bdelete (?:as|where|if) (?:appropriate|applicable|necessary)\b|\bd{1,2}\s*/\s*m{1,2}\s*/\s*y{2,4}\b"
    r"|\bt\.?b\.?[cda]\b\.?|\?\?+|_{4,}",
    re.IGNORECASE,
)
_CROSSES = re.compile(r"£?\bX{2,}(?:[,./]X+)*\b")
"""In capitals only: XX, £XXX,XXX."""
_BESIDE_TEXT = {
    "subject": "Subject",
    "maker_name": "Name",
    "maker_post": "Post",
    "relates_to_number": "Decision it rests on",
    "scheme": "Scheme of delegation",
    "ground": "Procurement ground",
    "late_signing": "Why it is signed on another day",
}


def publication_choice(record: RecordInHand) -> Gaps:
    """C10: publication is answered, and no choice or blank of the form is left anywhere. Source: LGA 1972 Sch 12A."""
    if record.decision.for_publication is Publication.UNANSWERED:
        yield blocking("C10", "for_publication", "Choose whether the record is for publication.", _CHOICE_SOURCE)
    for field, name, said in _everything_written(record):
        for words in dict.fromkeys(" ".join(match.split()) for match in unresolved(said)):
            sentence = f"{name}: “{words}” is left to be settled. Settle it or take it out."
            yield blocking("C10", field, sentence, _LEFT_SOURCE)


def exemption(record: RecordInHand) -> Gaps:
    """C11: what is withheld has its paragraphs and its public-interest statement, and is listed.

    Source: LGA 1972 Schedule 12A Part 1; SI 2012/2089 reg 20.
    """
    decision = record.decision
    if decision.for_publication in {Publication.NO, Publication.PART}:
        yield from _grounds(record)
        yield from _what_is_withheld(record)
    elif decision.for_publication is Publication.YES:
        for name in _marked(record):
            sentence = (
                f"{SECTION_NAMES[name]}: words are marked as withheld, but the record is for publication in full."
            )
            yield blocking("C11", name, sentence, _EXEMPT_SOURCE)


def unresolved(said: str) -> tuple[str, ...]:
    """The words of a text that leave something to be chosen or filled in."""
    return tuple(match[0] for pattern in (_UNRESOLVED, _CROSSES) for match in pattern.finditer(said))


def _grounds(record: RecordInHand) -> Gaps:
    exempt = record.decision.exemption
    wrong = [str(each) for each in exempt.paragraphs if each not in _PARAGRAPHS]
    if wrong:
        sentence = f"Schedule 12A has paragraphs 1 to 7; {', '.join(wrong)} is not one of them."
        yield blocking("C11", "exemption.paragraphs", sentence, _EXEMPT_SOURCE)
    if not exempt.paragraphs:
        sentence = "Choose the paragraph of Schedule 12A under which it is withheld, 1 to 7."
        yield blocking("C11", "exemption.paragraphs", sentence, _EXEMPT_SOURCE)
    if not exempt.public_interest.strip():
        sentence = "Say why the public interest in withholding it outweighs that in disclosing it."
        yield blocking("C11", "exemption.public_interest", sentence, _EXEMPT_SOURCE)


def _what_is_withheld(record: RecordInHand) -> Gaps:
    decision = record.decision
    exempt, is_part = decision.exemption, decision.for_publication is Publication.PART
    is_marked = exempt.hides_money or bool(_marked(record))
    if not exempt.withheld.strip() and not (is_part and is_marked):
        sentence = "List what is withheld, in words that give nothing of it away."
        yield blocking("C11", "exemption.withheld", sentence, _EXEMPT_SOURCE)
    elif is_part and not is_marked:
        sentence = "No words and no table are marked as withheld, so the public version would show everything."
        yield warning("C11", "exemption.withheld", sentence, _EXEMPT_SOURCE)


def _marked(record: RecordInHand) -> list[str]:
    text = record.decision.text
    return [each.name for each in fields(text) if withheld_words(getattr(text, each.name))]


def _everything_written(record: RecordInHand) -> Iterator[tuple[str, str, str]]:
    """Every text of a record: its field, its name for people, and what it says."""
    decision = record.decision
    yield from ((field, SECTION_NAMES[field], said) for field, said in sections_of(decision.text).items())
    yield from ((field, name, getattr(decision, field)) for field, name in _BESIDE_TEXT.items())
    for each in decision.alternatives:
        yield "alternatives", SECTION_NAMES["alternatives"], plain(f"{each.option}\n{each.why_rejected}")
    yield "exemption.public_interest", "Public interest", decision.exemption.public_interest
    yield "exemption.withheld", "What is withheld", decision.exemption.withheld
    yield "plan.urgency_reason", "Why it is urgent", decision.plan.urgency_reason
