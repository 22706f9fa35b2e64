"""A web page cut into its marks and the words between them, in one pass however broken it is."""

import re
from collections.abc import Iterator
from html import unescape

_MARK = re.compile(
    r"""<(?P<slash>/?)(?P<name>[a-zA-Z][\w:-]*+)(?P<rest>(?:[^"'<>]++|"[^"<]*+"|'[^'<]*+'|["'])*+)>?|<[!?][^<>]*+>?"""
)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_ASIDE = frozenset({"script", "style", "head", "title", "template", "noscript", "xml", "object", "svg"})
"""What stands within these is not shown."""

Mark = tuple[str, str]
"""The name of what begins, after a slash where it ends, and what is written with it; words have no name."""


def marks(text: str) -> Iterator[Mark]:
    """The marks of a page in small letters and the words between them, without what is not shown."""
    aside, at = "", 0
    plain = _without_remarks(text)
    for match in _MARK.finditer(plain):
        if not aside and match.start() > at:
            yield "", unescape(plain[at : match.start()])
        at = match.end()
        name = (match["name"] or "").lower()
        if aside:
            aside = "" if match["slash"] and name == aside else aside
        elif name in _ASIDE and not match["slash"]:
            aside = "" if match["rest"].endswith("/") else name
        elif name:
            yield match["slash"] + name, match["rest"]
    if not aside:
        yield "", unescape(plain[at:])


def attributes(written: str) -> dict[str, str]:
    """What is written with a mark, by name in small letters."""
    return {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(written)}


def _without_remarks(text: str) -> str:
    first, *others = text.split("<!--")
    return "".join([first, *(each.partition("-->")[2] for each in others)])
