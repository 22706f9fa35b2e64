"""Posts as records name them: "Corporate Director of Adult Social Care and Health" is the one without "of"."""

import re

_LEFT_OUT = frozenset(("of", "for", "the"))
_STANDS_IN = frozenset(("acting", "interim"))
_WORD = re.compile(r"\w+")


def same_post(one: str, other: str) -> bool:
    """Whether two ways to write a post are the same post: "of", "for", "the", case, commas and spaces aside."""
    return bool(plain_post(one)) and plain_post(one) == plain_post(other)


def stands_in_for(one: str, post: str) -> bool:
    """Whether one post is the acting or interim holder of another."""
    words = _words(one)
    return bool(words) and words[0] in _STANDS_IN and same_post(" ".join(words[1:]), post)


def names_post(text: str, post: str) -> bool:
    """Whether a text names a post, in any of the ways to write it."""
    wanted = plain_post(post)
    return bool(wanted) and f" {wanted} " in f" {plain_post(text)} "


def plain_post(text: str) -> str:
    """A post reduced to what distinguishes it, words with single spaces."""
    return " ".join(word for word in _words(text) if word not in _LEFT_OUT)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("&", " and "))
