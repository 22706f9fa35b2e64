"""What the public may see of a record: everything but what is exempt (SI 2012/2089 reg 20, LGA 1972 Schedule 12A)."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from db.rules.decision import Decision, Publication, RecordOfDecision
from db.rules.money import show_pounds
from db.rules.rich_text import BOLD, BOLD_ENDS, INSTEAD, MARKS, withheld_words
from db.rules.rich_text import public as without_withheld

_ALWAYS_TOLD = frozenset(("number", "maker_name", "maker_post", "relates_to_number", "corrects_number", "delegate"))
"""What is told as it stands even where withheld words occur in it: who decided, and which decisions these are."""
_NOT_TEXT = frozenset(("id", "contract_id", "contract_ids", "delegation_id", "signed_files", "overrides", "template"))
_GAP = "\x1a"
"""Stands for what was taken out until all is."""
_FEWEST_LETTERS = 3
"""Withheld words with fewer letters and digits are taken out only where they are marked."""


def public(record: RecordOfDecision) -> RecordOfDecision:
    """The record with what is exempt taken out, and a word in its place.

    Withheld words are taken out wherever they occur, not only where they are marked; figures that are withheld are
    taken out with the table they stand in. A record that is exempt as a whole keeps its number, the post that decided,
    its day and subject, and why it is withheld. A record that withholds nothing is given back as it is.
    """
    if record.decision.for_publication is Publication.NO:
        return _bare(record)
    words = hidden_words(record)
    hides_money = record.decision.exemption.hides_money or _stands_in_figures(record, words)
    if not words and not hides_money and record.decision.for_publication is not Publication.PART:
        return record
    kept = replace(_without(record, words), is_public=True)
    return _without_money(kept) if hides_money else kept


def hidden_words(record: RecordOfDecision) -> tuple[str, ...]:
    """Every stretch of words that is withheld anywhere in a record, the longest first."""
    lines = (line for text in _texts(record) for words in withheld_words(text) for line in re.split(r"[\n\t]", words))
    stated = {" ".join(unicodedata.normalize("NFC", line).split()) for line in lines}
    return tuple(sorted(filter(None, stated), key=lambda words: (-len(words), words)))


def _bare(record: RecordOfDecision) -> RecordOfDecision:
    whole = record.decision
    decision = Decision(
        id=whole.id,
        version=whole.version,
        number=whole.number,
        kind=whole.kind,
        subject=whole.subject,
        decided_on=whole.decided_on,
        maker_post=whole.maker_post,
        for_publication=whole.for_publication,
        is_key=whole.is_key,
        callable_in=whole.callable_in,
        status=whole.status,
        is_executive=whole.is_executive,
        exemption=whole.exemption,
        published=whole.published,
    )
    kept = RecordOfDecision(record.council, decision, None, template=record.template, is_public=True)
    return _without(kept, hidden_words(record))


def _without(record: RecordOfDecision, words: tuple[str, ...]) -> RecordOfDecision:
    swept = tuple(each for each in words if sum(map(str.isalnum, each)) >= _FEWEST_LETTERS)
    pattern = _anywhere(swept) if swept else None

    def told(text: str) -> str:
        left = without_withheld(unicodedata.normalize("NFC", text), _GAP)
        return (pattern.sub(_gap, left) if pattern else left).replace(_GAP, INSTEAD)

    kept: RecordOfDecision = _each_text(record, told)
    return kept


def _without_money(record: RecordOfDecision) -> RecordOfDecision:
    exemption = replace(record.decision.exemption, hides_money=True)
    decision = replace(record.decision, savings=(), value_pence=None, exemption=exemption)
    limb = replace(record.delegation, most_pence=None) if record.delegation else None
    parent = replace(record.parent, savings=(), value_pence=None, delegations=()) if record.parent else None
    return replace(record, decision=decision, funding=None, parent=parent, delegation=limb)


def _stands_in_figures(record: RecordOfDecision, words: tuple[str, ...]) -> bool:
    """Whether an amount that is withheld in the text would be told by a table."""
    shown = set(_amounts(record))
    return any(amount in shown for stretch in words for amount in re.findall(r"£[\d,.]*\d", stretch))


def _amounts(record: RecordOfDecision) -> Iterator[str]:
    if record.funding:
        for row in record.funding.rows:
            yield from map(show_pounds, (*row.amounts, row.total))
        yield from map(show_pounds, (*record.funding.totals, record.funding.total))
    yield from (show_pounds(saving.pence) for saving in record.decision.savings)
    if record.decision.value_pence is not None:
        yield show_pounds(record.decision.value_pence)


def _anywhere(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of several words however they are spaced, in capitals or not, in bold or not."""
    marks = f"[{BOLD}{BOLD_ENDS}]*"
    each = (marks.join(r"\s+" if letter == " " else re.escape(letter) for letter in stretch) for stretch in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)


def _gap(found: re.Match[str]) -> str:
    """What stands for words taken out, with the marks between them kept."""
    return _GAP + "".join(filter(MARKS.__contains__, found[0]))


def _each_text(value: Any, told: Callable[[str], str], name: str = "") -> Any:
    """A value with each text in it told as the public may see it, however deep it stands."""
    if name in _NOT_TEXT:
        return value
    if type(value) is str:
        return without_withheld(value) if name in _ALWAYS_TOLD else told(value)
    if isinstance(value, tuple):
        return tuple(_each_text(each, told, name) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{at: _each_text(getattr(value, at), told, at) for at in value.__dataclass_fields__})
    return value


def _texts(value: object, name: str = "") -> Iterator[str]:
    if name in _NOT_TEXT:
        return
    if type(value) is str:
        if not MARKS.isdisjoint(value):
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), field.name)
