"""Text as officers enter it, made safe to keep."""

import unicodedata

from db.rules.refusal import Refusal
from db.rules.rich_text import MARKS

LONGEST = 100_000
"""Characters one field may hold: some forty printed pages."""


def counted(count: int, things: str) -> str:
    """So many of what is named in the plural: 1 return, 12 returns, 1 new row, 1 thing to look at, 1,000 rows."""
    words = things.split()
    several = next(word for word in words if word.endswith("s"))
    return f"{count:,} {things.replace(several, several[:-1], 1) if count == 1 else things}"


def clean(text: str, field: str, allowed: frozenset[str] = frozenset("\n\t")) -> str:
    """Text with accents composed, line ends made one kind, and outer blanks removed.

    Raises:
        Refusal: a character that is no text (a control character or half of a pair), or too long; the field is named.
    """
    tidy = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for character in tidy:
        if character not in allowed and unicodedata.category(character) in {"Cc", "Cs"}:
            raise Refusal(
                f"{field} has a character that cannot be kept (U+{ord(character):04X}). Delete it and try again."
            )
    if len(tidy) > LONGEST:
        raise Refusal(f"{field} has {len(tidy):,} characters; at most {LONGEST:,} can be kept. Shorten it.")
    return tidy


def clean_rich(text: str, field: str) -> str:
    """Text of a record, which may have marks for bold and for what is withheld: as clean.

    Raises:
        Refusal: as clean.
    """
    return clean(text, field, frozenset("\n\t") | MARKS)


def clean_line(text: str, field: str) -> str:
    """Text for one line: as clean, with every run of white space a single space."""
    return " ".join(clean(text, field).split())


def required(text: str, field: str) -> str:
    """One line that must not be empty.

    Raises:
        Refusal: it is empty, or as clean.
    """
    tidy = clean_line(text, field)
    if not tidy:
        raise Refusal(f"Enter {field[0].lower()}{field[1:]}.")
    return tidy
