"""C08 and C09: conflicts of interest that an executive member consulted declared, and dispensations."""

import re

from db.rules.record_in_hand import Gap, Gaps, RecordInHand, blocking, note, warning
from db.rules.rich_text import plain

_CONFLICT_SOURCE = "SI 2012/2089 reg 13(4)(d): any conflict declared by an executive member who was consulted"
_DISPENSATION_SOURCE = "SI 2012/2089 reg 13(4)(e): a note of dispensation granted by the head of paid service"
_NONE = re.compile(
    r"(?:there (?:are|were|is|was) )?(?:none|no|nil|no (?:conflicts?|interests?)(?: of interests?)?)"
    r"(?: (?:were |was |have been |has been |are |to be )?(?:declared|known|identified|recorded))?",
    re.IGNORECASE,
)
_NOT_APPLICABLE = re.compile(r"not applicable|n\s*/\s*a", re.IGNORECASE)
_NO_ANSWER = re.compile(r"[\W_]*|t\.?b\.?[cd]\.?|to be (?:confirmed|completed|added)|yes\s*/\s*no\s*\??", re.IGNORECASE)
_GRANTED = re.compile(r"dispensation\b.*\bgranted|granted\b.*\bdispensation", re.IGNORECASE | re.DOTALL)
_FEWEST_WORDS = 3
"""Who and what cannot be said in fewer."""


def conflicts(record: RecordInHand) -> Gaps:
    """C08: conflicts are answered: none, or who declared what. Never blank. Source: SI 2012/2089 reg 13(4)(d)."""
    said = _said(record.decision.text.conflicts)
    if _NO_ANSWER.fullmatch(said):
        yield blocking(
            "C08", "conflicts", "Answer whether a conflict was declared: None, or by whom.", _CONFLICT_SOURCE
        )
    elif _declared(said) and len(said.split()) < _FEWEST_WORDS:
        sentence = f"“{said}” does not say who declared a conflict and what it is."
        yield blocking("C08", "conflicts", sentence, _CONFLICT_SOURCE)


def dispensation(record: RecordInHand) -> Gaps:
    """C09: a conflict that was declared has its note of dispensation. Source: SI 2012/2089 reg 13(4)(e)."""
    said, granted = _said(record.decision.text.conflicts), _said(record.decision.text.dispensation)
    if not _declared(said) or _GRANTED.search(said):
        return
    if _NO_ANSWER.fullmatch(granted):
        sentence = "A conflict was declared. Note the dispensation granted, by whom and when, or that none was."
        yield blocking("C09", "dispensation", sentence, _DISPENSATION_SOURCE)
    elif _NONE.fullmatch(granted) or _NOT_APPLICABLE.fullmatch(granted):
        sentence = "A conflict was declared and no dispensation granted. Take advice before this is signed."
        yield warning("C09", "dispensation", sentence, _DISPENSATION_SOURCE)


def how_conflicts_read(record: RecordInHand) -> tuple[Gap, ...]:
    """How an answer that is not plainly None was taken."""
    said = _said(record.decision.text.conflicts)
    if not _NOT_APPLICABLE.fullmatch(said):
        return ()
    return (note("C08", "conflicts", f"“{said}” is taken as None: no conflict was declared.", _CONFLICT_SOURCE),)


def _said(text: str) -> str:
    return " ".join(plain(text).split()).strip(" .")


def _declared(said: str) -> bool:
    return not any(each.fullmatch(said) for each in (_NONE, _NOT_APPLICABLE, _NO_ANSWER))
