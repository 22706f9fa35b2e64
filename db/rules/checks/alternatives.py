"""C07: what else was considered, and why it was rejected."""

import re

from db.rules.record_in_hand import Gaps, RecordInHand, blocking, warning
from db.rules.rich_text import plain

_SOURCE = "SI 2012/2089 reg 13(4)(c): alternatives considered and rejected"
_NONE = re.compile(
    r"(?:none|nil|no (?:other )?(?:alternatives?|options?))(?: (?:was|were|has been|have been))?"
    r"(?: considered| identified)?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:as )?(?:detailed|set out|described|outlined|explained|given|contained|listed)\s+(?:\w+\s+)?(?:in|within)"
    r"|refer to|see)\s+(?:the |an? )?(?:\w+\s+){0,4}(?:report|appendix|annex|paper|document|attachment)s?\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:because|since|as|so|would|could|will|cannot|can|not|due|reasons?|reject\w*|dismiss\w*|discount\w*|"
    r"rul\w+ out|too|risk|no longer|fails?|insufficient|unable|only|against|without|dearer|costs?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def alternatives(record: RecordInHand) -> Gaps:
    """C07: an alternative with why it was rejected, or outright that none was considered.

    A reference to another paper is no reason. Source: SI 2012/2089 reg 13(4)(c).
    """
    decision, said = record.decision, plain(record.decision.text.alternatives).strip()
    for each in decision.alternatives:
        if not plain(each.why_rejected).strip():
            sentence = f"Say why “{_short(plain(each.option))}” was rejected."
            yield blocking("C07", "alternatives", sentence, _SOURCE)
    if decision.alternatives or _says_none(said) or (decision.none_considered and not said):
        yield from _contradiction(record)
        return
    if not said:
        sentence = "Give an alternative and why it was rejected, or say outright that none was considered."
        yield blocking("C07", "alternatives", sentence, _SOURCE)
        return
    yield from _of_prose(said)
    yield from _contradiction(record)


def _of_prose(said: str) -> Gaps:
    own = " ".join(part for part in _SENTENCE.split(said) if not _ELSEWHERE.search(part))
    if own != " ".join(_SENTENCE.split(said)) and not _WHY.search(own):
        sentence = "The alternatives are only referred to in another paper. The record itself must give them, and why."
        yield blocking("C07", "alternatives", sentence, _SOURCE)
    elif not _WHY.search(own):
        sentence = f"“{_short(said)}” does not say why it was rejected."
        yield blocking("C07", "alternatives", sentence, _SOURCE)


def _contradiction(record: RecordInHand) -> Gaps:
    decision = record.decision
    told = bool(decision.alternatives) or not _says_none(plain(decision.text.alternatives).strip())
    if decision.none_considered and told and (decision.alternatives or decision.text.alternatives.strip()):
        sentence = "The record says that no alternative was considered, and gives one. Keep one of the two."
        yield warning("C07", "none_considered", sentence, _SOURCE)


def _says_none(said: str) -> bool:
    return _NONE.fullmatch(said.strip(" .")) is not None


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
