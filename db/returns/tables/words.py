"""Words as cells hold them, made comparable."""

import re
from functools import lru_cache

_MARKS = re.compile(r"[^\w%£&/<>+-]+")
_NUMBERING = re.compile(
    r"^(?:(?:kpi|spi|pi|ref|no|measure|indicator|outcome|question|q)\s*\.?\s*)?"
    r"\(?(?:\d+(?:\.\d+)*|[a-z])[.):\s]+\s*(?=\D)",
    re.IGNORECASE,
)
_SMALL = frozenset([
    "a", "an", "and", "are", "at", "by", "during", "for", "from", "how", "in", "is", "many", "number", "of", "on",
    "or", "per", "that", "the", "this", "to", "total", "who", "with", "no", "count"
])  # fmt: skip
_FOOTNOTE = re.compile(r"(?<=\w)\s*(?:\*+|\[(?:note )?\w{1,2}\]|[¹²³⁴⁵†‡])$")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Text as it is compared: one case, single spaces, quotes and dashes made one kind."""
    plain = text.replace("\u2013", "-").replace("\u2014", "-").replace("\u2212", "-").replace("\u2019", "'")
    return " ".join(plain.replace("_x000D_", " ").split()).casefold()


@lru_cache(maxsize=20_000)
def label(text: str) -> str:
    """A label without its numbering, footnote mark and closing colon: "1.2 New referrals*:" is "new referrals"."""
    folded = _FOOTNOTE.sub("", fold(text).rstrip(" :.?"))
    shorter = _NUMBERING.sub("", folded)
    return (shorter if len(shorter) >= 3 else folded).strip(" :.?-")


@lru_cache(maxsize=20_000)
def keywords(text: str) -> frozenset[str]:
    """The words of a label that tell it from others, each by its stem."""
    found = [_stem(word) for word in _MARKS.sub(" ", label(text)).replace("/", " ").split()]
    return frozenset(word for word in found if word not in _SMALL) or frozenset(found)


@lru_cache(maxsize=20_000)
def word_set(text: str) -> frozenset[str]:
    """Every word of a text, folded."""
    return frozenset(re.findall(r"[a-z0-9£%']+", fold(text)))


def alike(one: str, other: str) -> float:
    """How much two labels say the same, from 0 to 1."""
    first, second = keywords(one), keywords(other)
    if label(one) == label(other):
        return 1.0
    if not first or not second:
        return 0.0
    return len(first & second) / len(first | second) * 0.95


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word
