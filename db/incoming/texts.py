"""Words and numbers of a register as they can be kept."""

import re
import unicodedata
from functools import lru_cache

from db.incoming.source import text_of
from db.incoming.values import NOTHING, Said
from db.returns.cells import CellValue
from db.rules.words import LONGEST

_BREAKS = frozenset("\n\t\r")
_DIGITS = re.compile(r"[^0-9A-Za-z]")
_FEWEST_DIGITS = 4


def words(text: str) -> Said:
    """Text without what is no character, which is told; or that it is too long to keep."""
    kept = keepable(text)
    if not kept.strip():
        return NOTHING
    if len(kept) > LONGEST:
        why = f"It has {len(kept):,} characters; at most {LONGEST:,} can be kept."
        return Said(None, why, "Shorten it.")
    if kept != text:
        return Said(kept.strip(), todo="Check the spelling.", remark="It holds a character that cannot be kept.")
    return Said(kept)


@lru_cache(maxsize=20_000)
def keepable(text: str) -> str:
    """Text with control characters and halves of pairs made blanks, and then no blank twice."""
    if text.isprintable() or all(_is_kept(each) for each in text):
        return text
    return re.sub(r" {2,}", " ", "".join(each if _is_kept(each) else " " for each in text))


def _is_kept(character: str) -> bool:
    return character in _BREAKS or unicodedata.category(character) not in {"Cc", "Cs"}


def registration(value: CellValue) -> Said:
    """A company's or charity's number; words in its place are none."""
    text = text_of(value)
    if sum(each.isdigit() for each in text) < _FEWEST_DIGITS:
        return Said(None, "It is no number of a company or charity.", "Enter the number on the provider.", passes=True)
    return Said(plain_number(text))


def plain_number(text: str) -> str:
    """A company's or charity's number as it is compared: no spaces, no leading zeros."""
    return _DIGITS.sub("", text).upper().lstrip("0")
