"""What an officer may type or paste anywhere, and every place of a record where words are typed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from db.rules.decision import RecordOfDecision
from tests.exports.records import full_record

HOSTILE = (
    "Smith & Sons < 5% > 4% AT&T &amp; &#x41; &lt;",
    "<b>bold",
    "</b></para></p>",
    '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">x</a>',
    "<!-- no -->",
    "<script>alert(1)</script>",
    "<![CDATA[x]]>",
    "First line\nSecond line",
    "31\u00a0March\u00a02025",
    "Sia\u0302n (in two pieces)",
    "Siân Llŷr Ŵyn, Ŷ ẁ ẃ",
    "Łukasz Żółć, Ștefan, Çelik, Őry",
    "Γειά Привет",
    "x" * 300,
    "**bold** __under__ `code` # heading",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "%s {0} {name} %(x)s ${HOME}",
    "\\ ( ) Tj ET EMC BT /P <</MCID 0>> BDC",
    "'; DROP TABLE decision; --",
    "see http://example.org/x?a=1&b=2",
    "[link](http://example.org)",
    "left\tright",
    "«guillemets» “quotes” ‘single’ — – … • ·",
    "½ × ² € £ ≤ ≥",
    "../../etc/passwd",
    "(1) one; 2. two",
)
UNPRINTABLE = ("☐", "😀", "م", "日", "\ue000")

Path = tuple[str | int, ...]

_NEVER_PRINTED = {
    "id", "contract_id", "contract_ids", "delegation_id", "template", "overrides", "signed_files", "delegations",
}  # fmt: skip
_PRINTED_OF_PARENT = {"number", "subject"}


def places(value: object | None = None) -> Iterator[Path]:
    """Where a record holds words that are printed: every text field of every class it is made of."""
    yield from _below(value or full_record(), ())


def typed(place: Path, text: str, record: RecordOfDecision | None = None) -> RecordOfDecision:
    """The full record, or another, with other words in one place."""
    changed: RecordOfDecision = _with(record or full_record(), place, text)
    return changed


def name(place: Path) -> str:
    """A place in words, for a test's name."""
    return ".".join(map(str, place))


def bare(text: str) -> str:
    """Words without white space, their letters composed."""
    return "".join(unicodedata.normalize("NFC", text).split())


def _below(value: object, at: Path) -> Iterator[Path]:
    if type(value) is str:
        yield at
    elif isinstance(value, tuple):
        for index, each in enumerate(value[:1]):
            yield from _below(each, (*at, index))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NEVER_PRINTED and (at != ("parent",) or field.name in _PRINTED_OF_PARENT):
                yield from _below(getattr(value, field.name), (*at, field.name))


def _with(value: Any, place: Path, text: str) -> Any:
    if not place:
        return text
    first, *rest = place
    if isinstance(first, int):
        return (*value[:first], _with(value[first], tuple(rest), text), *value[first + 1 :])
    return replace(value, **{first: _with(getattr(value, first), tuple(rest), text)})
