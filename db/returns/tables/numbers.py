"""Numbers as cells write them in text: £1,234.50, (1,200), 1.2m, 85%, 120*."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_DIGITS = r"(?:\d{1,3}(?:[,\u2019' ]\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_WRITTEN = re.compile(
    rf"(?P<sign>[-+\u2212\u2013])?\s*(?P<pounds>£|gbp)?\s*(?P<sign2>[-\u2212])?\s*(?P<digits>{_DIGITS})\s*"
    r"(?P<scale>million|mn|m|thousand|k|billion|bn)?\s*(?P<percent>%|per\s?cent)?\s*(?P<tail>gbp|pounds|people|clients|"
    r"hours?|days?|weeks?|cases|sessions|referrals)?",
    re.IGNORECASE,
)
_GLUED = re.compile(
    rf"(?P<number>[£]?\s*(?:{_DIGITS})\s*%?)\s*(?P<mark>\*+|[¹²³⁴⁵†‡#^]|\[(?:note\s*)?\w{{1,2}}\]|\((?:note\s*)?[a-z1-9]\))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SCALES = {"million": 10**6, "mn": 10**6, "m": 10**6, "thousand": 10**3, "k": 10**3, "billion": 10**9, "bn": 10**9}


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number written as text and what stood round it."""

    value: Decimal
    """Scaled: 1.2m is 1,200,000. A percentage is as written: 85% is 85."""
    is_money: bool = False
    is_percent: bool = False
    how: str = ""
    """What was done to read it, as part of a sentence; empty for bare figures."""


@lru_cache(maxsize=50_000)
def read_number(text: str) -> WrittenNumber | None:
    """The number a text writes, or None where it writes none, or more than a number."""
    stated = " ".join(text.replace("\xa0", " ").split())
    if not stated or len(stated) > 40 or not _DIGIT.search(stated):
        return None
    in_brackets = stated[0] == "(" and stated[-1] == ")"
    match = _WRITTEN.fullmatch(stated[1:-1].strip() if in_brackets else stated)
    if match is None:
        return None
    minuses = in_brackets + (match["sign"] not in (None, "+")) + (match["sign2"] is not None)
    if minuses > 1:
        return None
    return _number(match, negative=minuses == 1, in_brackets=in_brackets)


def _number(match: re.Match[str], *, negative: bool, in_brackets: bool) -> WrittenNumber:
    scale = (match["scale"] or "").lower()
    value = Decimal(re.sub(r"[,\u2019' ]", "", match["digits"])) * _SCALES.get(scale, 1)
    how = [
        "brackets mean less than nothing" if in_brackets else "",
        f"“{match['scale']}” stands for times {_SCALES[scale]:,}" if scale else "",
        f"“{match['tail']}” was left aside" if match["tail"] else "",
    ]
    is_money = match["pounds"] is not None or fold_money(match["tail"])
    said = "; ".join(each for each in how if each)
    return WrittenNumber(-value if negative else value, is_money, match["percent"] is not None, said)


def fold_money(word: str | None) -> bool:
    """Whether a word after a number says that it is money."""
    return (word or "").lower() in ("gbp", "pounds")


@lru_cache(maxsize=20_000)
def glued_mark(text: str) -> tuple[str, str] | None:
    """A number and the footnote mark glued to it, as 120 and * of "120*"; None where there is no such mark."""
    match = _GLUED.fullmatch(" ".join(text.split()))
    return (match["number"].strip(), match["mark"]) if match else None
