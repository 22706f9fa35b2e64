"""Officers' words made fit for the page: nothing is markup, nothing is lost, and nothing is printed as a box."""

import re
import unicodedata

from db.rules.refusal import Refusal
from db.rules.rich_text import Span, Words, spans_of, written
from exports.pdf.fonts import characters
from exports.prose import level

_LEFT_OUT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control characters, soft hyphens and characters without width: they say nothing."""

_ALIKE = str.maketrans({"\t": " ", "\u2011": "-", "\u2010": "-", "\u2009": "\xa0", "\u202f": "\xa0", "\u2007": "\xa0"})

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_UNITS = r"days?|weeks?|months?|years?|hours?|pages?|per\scent|million|billion|m|bn|k"
_KEPT_TOGETHER = re.compile(
    rf"(?<=\d) (?=(?:{_MONTHS})\b)"
    rf"|(?<=\d) (?=(?:{_SHORT}) \d{{4}}\b)"
    rf"|(?<=\d (?:{_SHORT})) (?=\d{{4}}\b)"
    rf"|(?<=\d) (?=(?:{_UNITS})\b)"
    r"|(?<=\bPart) (?=[A-Z0-9]\b)|(?<=\bLot) (?=[A-Z0-9]\b)|(?<=£) (?=\d)"
)
_SHOWN = 5
STAND_IN = "□"


def clean(text: str, place: str) -> str:
    """Text as it is printed: composed characters (NFC), plain line ends, and dates and amounts that stay on one line.

    A space inside "31 March", "31 Mar 2025", "12 months", "£1 m" and "Part A" becomes one that no line ends at.

    Raises:
        Refusal: the typeface lacks a character, or it is of a script written from right to left; names the place in
            the document, such as a heading, and the character with its Unicode name and code.
    """
    plain = _LEFT_OUT.sub("", level(text)).translate(_ALIKE)
    _check(plain, place)
    return _KEPT_TOGETHER.sub("\xa0", plain)


def clean_words(words: Words, place: str) -> Words:
    """Spans as they are printed, each cleaned.

    Raises:
        Refusal: as clean.
    """
    return tuple(Span(clean(span.text, place), span.is_bold, span.is_withheld) for span in words)


def clean_cell(text: str, place: str) -> str:
    """Text for a table's cell, its line ends and its bold words kept, with single spaces.

    Raises:
        Refusal: as clean.
    """
    return re.sub(" +", " ", written(clean_words(spans_of(level(text)), place))).strip(" \n")


def one_line(text: str, place: str) -> str:
    """Text for a title or a table's cell: as clean, on one line.

    Raises:
        Refusal: as clean.
    """
    return re.sub(r"[ \n]+", " ", clean(text, place)).strip(" ")


def spoken(text: str, place: str) -> str:
    """Text that is not printed but read out or listed, such as a title in a list of files: as one_line, plain spaces.

    Raises:
        Refusal: as clean.
    """
    return one_line(text, place).replace("\xa0", " ")


def fit(text: str) -> tuple[str, bool]:
    """Text with a mark for each character that the typeface cannot show, and whether there is any."""
    plain = _LEFT_OUT.sub("", level(text)).translate(_ALIKE)
    if all(map(_can_print, set(plain))):
        return text, False
    return "".join(each if _can_print(each) else STAND_IN for each in plain), True


def _check(text: str, place: str) -> None:
    missing = [character for character in dict.fromkeys(text) if not _can_print(character)]
    if not missing:
        return
    named = ", ".join(map(_name, missing[:_SHOWN]))
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    raise Refusal(
        f"“{place}” cannot be printed: the record's typeface cannot show {named}{more}. "
        "Replace it with words, or leave it out, and print again."
    )


def _can_print(character: str) -> bool:
    if character == "\n":
        return True
    from_right = unicodedata.bidirectional(character) in ("R", "AL")
    return ord(character) in characters() and not from_right and unicodedata.category(character) != "Co"


def _name(character: str) -> str:
    name = unicodedata.name(character, "a character without a name").lower()
    shown = "" if unicodedata.category(character) in ("Cs", "Co", "Cn", "Cf") else f"“{character}” "
    return f"{shown}({name}, U+{ord(character):04X})"
