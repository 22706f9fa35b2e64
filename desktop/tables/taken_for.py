"""What a spreadsheet would take a text for, left to itself. No Qt."""

import re
from datetime import date

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+]?£?\d[\d,]*(\.\d+)?%?")
_TELEPHONE = re.compile(r"\+[\d\s()]+")
_LEADING_NOUGHTS = re.compile(r"0\d+")
_LONG_NUMBER = re.compile(r"\d{16,}")
"""A spreadsheet keeps fifteen figures of a number, and makes noughts of the others."""
_DAY_WORDS = frozenset(
    (
        *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november"),
        *("december", "st", "nd", "rd", "th", "am", "pm", "e", "true", "false"),
    )
)
"""Words beside which figures are a day, an hour or a power of ten to a spreadsheet, and the two it takes for truth."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_POUNDS = re.compile(r"(-?)£([\d,]+(?:\.\d\d)?)")
_DAY_ZERO = date(1899, 12, 30).toordinal()


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet would work it out: not where it is a number or a telephone number."""
    return text.startswith(STARTS_A_FORMULA) and not _NUMBER.fullmatch(text) and not _TELEPHONE.fullmatch(text)


def is_changed(text: str) -> bool:
    """Whether a spreadsheet would make another value of a text: a formula, a day, fewer figures."""
    if any(form.fullmatch(text) for form in (_TELEPHONE, _LEADING_NOUGHTS, _LONG_NUMBER)):
        return True
    if _NUMBER.fullmatch(text):
        return False
    words = [word.lower() for word in _LETTERS.findall(text)]
    says_something = bool(words) or any(letter.isdigit() for letter in text)
    return text.startswith((*STARTS_A_FORMULA, "'")) or (says_something and _DAY_WORDS.issuperset(words))


def pounds(text: str) -> str:
    """The amount that £1,234.50 is, as 1234.50; nothing where it is none."""
    found = _POUNDS.fullmatch(text)
    return f"{found[1]}{found[2].replace(',', '')}" if found else ""


def day_number(text: str) -> int | None:
    """The number a spreadsheet has for a day written as 31/03/2025; None where it is none."""
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, reversed(found.groups()))).toordinal() - _DAY_ZERO if found else None
    except ValueError:
        return None
