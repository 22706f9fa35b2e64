"""A text file's bytes as text, whichever way its letters were written down."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

_MARKS = (
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8_192
_CONTROLS = bytes({*range(32)} - {9, 10, 11, 12, 13, 26, 27})
_MOST_CONTROLS = 0.005
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how many of its characters could not be made out."""

    text: str
    broken: int = 0


def decoded(content: bytes) -> Decoded | None:
    """The text of some bytes, or None when they are not text.

    A mark at the start decides; without one it is UTF-8 if it can be, then UTF-16 by its pattern of noughts, then the
    Windows alphabet of western Europe. A few broken characters in what is otherwise UTF-8 are marked and counted.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marking_broken(content[len(mark) :], encoding)
    if encoding := _utf16_by_pattern(content[:_SAMPLE]):
        return _marking_broken(content, encoding)
    if _is_binary(content):
        return None
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _marking_broken(content, "utf-8" if _is_nearly_utf8(content) else "cp1252")


def _marking_broken(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    genuine = content.count(REPLACEMENT.encode(encoding)) if encoding.startswith("utf") else 0
    return Decoded(text, text.count(REPLACEMENT) - genuine)


def _utf16_by_pattern(sample: bytes) -> str:
    """UTF-16 without its mark: in western text every other byte is nought."""
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else ""


def _is_binary(content: bytes) -> bool:
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > max(1, len(content) * _MOST_CONTROLS)


def _is_nearly_utf8(content: bytes) -> bool:
    """Whether most of what is beyond ASCII is sound UTF-8."""
    text = content.decode("utf-8", "replace")
    sound = sum(1 for letter in text if letter > "\x7f" and letter != REPLACEMENT)
    return sound > text.count(REPLACEMENT)
