"""Names that may mean the same provider: written in full or short, with Ltd or without, or with a slip."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from unicodedata import combining, normalize

from db.rules.provider import plain_name

_FORMS = frozenset(
    [
        "ltd", "limited", "plc", "llp", "lp", "cic", "cio", "inc", "co", "company", "the", "and", "of", "uk", "gb",
        "incorporated", "llc", "ag", "gmbh", "group", "holdings", "community", "interest", "charity", "pty", "pte",
        "pvt", "private", "corp", "corporation", "lllp", "bv", "nv", "sa", "sarl", "srl", "spa", "lda", "oy", "ab",
        "as", "ооо", "ао", "зао", "оао", "пао", "ип"
    ]
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_ALSO = re.compile(r"\b(?:t/a|trading as|formerly|previously|also known as|aka)\b|[()\[\]]", re.IGNORECASE)
_COMMON = 40
_PLACE = 3
"""Names within which the same words stand in brackets at most: where there are more, it is a place or a trade."""
_SHORTEST = 4
_ALIKE = 0.9
_MOST = 6
_LOOKED_AT = 60
"""Names held against one at most: where more begin alike, they are a series and not slips."""


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a name from others, in order, without accents."""
    words = _all_words(name)
    return tuple(word for word in words if word not in _FORMS) or words


def _all_words(name: str) -> tuple[str, ...]:
    joined = plain_name(name).replace("'", "").replace("\u2019", "").replace("c i c", "cic")
    bare = "".join(each for each in normalize("NFKD", joined) if not combining(each))
    return tuple(_WORD.findall(bare))


@lru_cache(maxsize=50_000)
def _keys(name: str) -> tuple[str, ...]:
    """A name's words run together; and those of each name within it, such as one in brackets."""
    parts = [part for part in (_ALSO.split(name) if _ALSO.search(name) else ()) if set(_all_words(part)) - _FORMS]
    keys = ("".join(words_of(part)) for part in (name, *parts))
    return tuple(dict.fromkeys(key for key in keys if len(key) > 1))


class Near:
    """Finds, among names, those near to one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._by_slip: dict[str, list[str]] = defaultdict(list)
        self._by_initials: dict[str, list[str]] = defaultdict(list)
        self._common = Counter(word for name in self._names for word in set(words_of(name)))
        for name in self._names:
            self._take_in(name)

        self._places = {key for key, several in self._by_key.items() if self._is_place(key, several)}

    @staticmethod
    def _is_place(key: str, names: list[str]) -> bool:
        """Whether it stands within many names that otherwise differ: "(UK)", "(Kent)", "(Services)"."""
        return len({whole for each in names if (whole := "".join(words_of(each))) != key}) > _PLACE

    def _take_in(self, name: str) -> None:
        words = words_of(name)
        for key in _keys(name):
            self._by_key[key].append(name)
        for slip in _slips("".join(words)):
            self._by_slip[slip].append(name)
        for word in set(words):
            self._by_word[word].append(name)
        if len(words) > 2:
            self._by_initials["".join(word[0] for word in words)].append(name)

    def to(self, name: str) -> tuple[str, ...]:
        """The names that may mean the same, the nearest first; never the name itself."""
        own = plain_name(name)
        candidates = islice(dict.fromkeys(self._candidates(name)), _LOOKED_AT)
        found = (each for each in candidates if plain_name(each) != own and _may_be_same(name, each, self._places))
        return tuple(islice(found, _MOST))

    def _candidates(self, name: str) -> Iterator[str]:
        words = words_of(name)
        joined = "".join(words)
        for key in _keys(name):
            if key not in self._places or key == joined:
                yield from self._by_key.get(key, ())
                yield from self._by_initials.get(key, ())
        if len(words) > 2:
            yield from self._by_key.get("".join(word[0] for word in words), ())
        for slip in _slips(joined):
            yield from self._by_slip.get(slip, ())
        for word in words:
            if len(word) >= _SHORTEST and self._common[word] <= _COMMON:
                yield from self._by_word[word]


@lru_cache(maxsize=50_000)
def _slips(joined: str) -> frozenset[str]:
    """A name with each of its letters left out once, and whole: two that share one differ by a slip at most."""
    if len(joined) < 6:
        return frozenset((joined,))
    return frozenset((joined, *(joined[:at] + joined[at + 1 :] for at in range(len(joined)))))


def _may_be_same(one: str, other: str, places: Container[str]) -> bool:
    first, second = words_of(one), words_of(other)
    if _numbers(first) != _numbers(second):
        return False
    shared = set(_keys(one)) & set(_keys(other))
    if any(key not in places for key in shared) or _is_short_for(one, second) or _is_short_for(other, first):
        return True
    joined, others = "".join(first), "".join(second)
    if _slips(joined) & _slips(others) and min(len(joined), len(others)) >= 6:
        return True
    if _is_within(first, second) or _is_within(second, first):
        return True
    return _reads_alike(joined, others)


def _reads_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return all(ratio() >= _ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def _numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The figures of a name, wherever they stand."""
    return tuple(re.findall(r"\d+", " ".join(words)))


def _is_short_for(name: str, words: tuple[str, ...]) -> bool:
    return len(words) > 2 and "".join(word[0] for word in words) in _keys(name)


def _is_within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether one name is the other with words after it or before it."""
    size = len(few)
    return len("".join(few)) >= 6 and size < len(many) and few in (many[:size], many[-size:])
