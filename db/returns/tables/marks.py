"""Marks that stand where a figure or an answer is missing."""

import re
from enum import StrEnum
from functools import lru_cache

from db.returns.tables.words import fold


class Missing(StrEnum):
    """Why a cell that is not blank gives nothing."""

    NOT_RETURNED = "not returned"
    NOT_HELD = "not held"
    NOT_APPLICABLE = "not applicable"
    TO_FOLLOW = "to follow"
    PLACEHOLDER = "nothing was chosen"
    SUPPRESSED = "suppressed"
    NIL = "nil"


_BY_MARK = {
    Missing.NOT_RETURNED: "- -- --- . .. ... … : [:] ? ?? ??? x xx [x] [w] [u] ~ # n/d n.d. nd #n/a",
    Missing.NOT_APPLICABLE: "n/a na n.a. n.a z [z]",
    Missing.SUPPRESSED: "c [c] * ** [low] low",
    Missing.NIL: "nil none zero",
    Missing.TO_FOLLOW: "tbc tba t.b.c. t.b.a. tbd",
    Missing.NOT_HELD: "n/k nk unknown unavailable",
}
_BY_WORDS = {
    Missing.NOT_APPLICABLE: ("not applicable",),
    Missing.NOT_HELD: (
        "not held", "not known", "not available", "not recorded", "not collected", "no data", "data not available",
        "not available yet",
    ),
    Missing.NOT_RETURNED: ("not provided", "not returned", "left blank", "blank"),
    Missing.TO_FOLLOW: ("to be confirmed", "to be advised", "to follow", "awaited", "awaiting data", "see contract"),
    Missing.SUPPRESSED: ("suppressed", "small number suppressed", "redacted"),
}  # fmt: skip
_MARKS = {mark: why for why, marks in _BY_MARK.items() for mark in marks.split()}
_MARKS |= {words: why for why, several in _BY_WORDS.items() for words in several}
_CHOOSE = re.compile(
    r"[<\[(]?\s*(?:(?:pl\w{4}|-+)\s+)?(?:select|choose|pick)(?:\s+(?:an?|one|your|from)\b.*)?\s*[>\])-]*"
)
_SMALL = re.compile(r"(?:<|less than|fewer than|under|≤|<=)\s*\d{1,2}|\d\s*(?:-|to)\s*[4-9]\s*\(suppressed\)")
_ERRORS = re.compile(r"#(?:DIV/0!|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|N/A|FIELD!|BLOCKED!|GETTING_DATA)")

SAID = {
    Missing.NOT_RETURNED: "stands for a figure that was not returned",
    Missing.NOT_HELD: "says that the provider does not hold the figure",
    Missing.NOT_APPLICABLE: "says that there is nothing to give",
    Missing.TO_FOLLOW: "says that the figure is still to come",
    Missing.PLACEHOLDER: "is the prompt of a list from which nothing was chosen",
    Missing.SUPPRESSED: "stands for a number withheld because it is small",
    Missing.NIL: "may mean 0 or nothing to report",
}
"""What each kind of mark says, to follow the mark in quotes."""


@lru_cache(maxsize=20_000)
def missing_mark(text: str) -> Missing | None:
    """What a text says instead of an answer; None where it is one."""
    folded = fold(text)
    if len(folded) > 60:
        return None
    if folded in _MARKS:
        return _MARKS[folded]
    if _CHOOSE.fullmatch(folded):
        return Missing.PLACEHOLDER
    return Missing.SUPPRESSED if _SMALL.fullmatch(folded) else None


def is_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for a formula that failed."""
    return text[:1] == "#" and _ERRORS.fullmatch(text.strip()) is not None
