"""C04 and C06: what is decided, about which contracts, and why."""

import re

from db.rules.contract import Contract
from db.rules.decision import Effect
from db.rules.record_in_hand import Gaps, RecordInHand, blocking
from db.rules.rich_text import plain

_DECISION_SOURCE = "SI 2012/2089 reg 13(4)(a): the decision and its date"
_REASONS_SOURCE = "SI 2012/2089 reg 13(4)(b): the reasons"
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_LITTLE = frozenset(
    ("part", "with", "from", "that", "this", "service", "contract", "extension", "decision", "variation", "council")
)
_ENOUGH = 2
"""Words of a title that together name it."""


def decision_text(record: RecordInHand) -> Gaps:
    """C04: the decision is written and names each contract or service it acts on. Source: SI 2012/2089 reg 13(4)(a)."""
    said = plain(record.decision.text.decision).strip()
    if not said:
        yield blocking("C04", "decision", "Write what is decided.", _DECISION_SOURCE)
        return
    unnamed = [_name(effect, contract) for effect, contract in record.acted_on if not _names(said, effect, contract)]
    if unnamed:
        named = ", ".join(dict.fromkeys(unnamed))
        sentence = f"The decision does not name {named}. Name each contract it acts on, or its service."
        yield blocking("C04", "decision", sentence, _DECISION_SOURCE)
    subject = record.decision.subject.strip()
    if not record.acted_on and _telling(subject) and not _shares_words(said, subject):
        sentence = f"The decision does not name its subject, “{subject}”."
        yield blocking("C04", "decision", sentence, _DECISION_SOURCE)


def reasons(record: RecordInHand) -> Gaps:
    """C06: the reasons are written. Source: SI 2012/2089 reg 13(4)(b)."""
    if not plain(record.decision.text.reasons).strip():
        yield blocking("C06", "reasons", "Write the reasons for the decision.", _REASONS_SOURCE)


def _name(effect: Effect, contract: Contract | None) -> str:
    return contract.reference if contract else effect.contract_reference


def _names(said: str, effect: Effect, contract: Contract | None) -> bool:
    text = _plain(said)
    title = contract.title if contract else effect.contract_title
    names = (_name(effect, contract), title, contract.service if contract else "")
    return any(_plain(name) in text for name in names if name.strip()) or _shares_words(said, title)


def _shares_words(said: str, title: str) -> bool:
    wanted, given = _telling(title), _telling(said)
    return bool(wanted) and len(wanted & given) >= min(_ENOUGH, len(wanted))


def _telling(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(text.casefold())} - _SAYS_LITTLE


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
