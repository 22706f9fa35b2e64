"""Days as officers type them."""

import re
from datetime import date

from db.rules.dates import EARLIEST, LATEST, MONTHS, show_day
from db.rules.refusal import Refusal

_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\- ,]\s*(\d{1,2})\s*[/.\- ,]\s*(\d+)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\s*(?:st|nd|rd|th)?[\s\-]*(?:of\s+)?([A-Za-z]{3,9})\.?,?[\s\-]*(\d+)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d+)")
_NO_YEAR = re.compile(r"\d{1,2}\s*(?:st|nd|rd|th)?[\s\-]*(?:of\s+)?([A-Za-z]{3,9})|\d{1,2}\s*[/.\-]\s*\d{1,2}")
_NO_DAY = re.compile(r"[A-Za-z]{3,9}\.?,?[\s\-]*\d{4}")


def parse_day(text: str) -> date:
    """Read a day: 31/3/2025, 31 3 2025, 31.03.2025, 31 March 2025, 31 mar 2025, 31st March 2025, 2025-03-31.

    Day before month, always; the year in four numbers. Full stops round it are left aside, as in ".15 January 2024...".

    Raises:
        Refusal: nothing written, not a day, not a real day, no day or no year given, a year of two numbers, or
            outside 1900 to 2199.
    """
    stated = " ".join(text.split()).strip(" .,;")
    if not stated:
        raise Refusal("Enter a date, such as 27 3 2027.")
    day, month, year = _split(stated)
    if len(year) != 4:
        raise Refusal(f"“{stated}”: year must include 4 numbers, such as 2027.")
    try:
        found = date(int(year), month, int(day))
    except ValueError:
        raise Refusal(f"“{stated}” must be a real date. Check the day and the month.") from None
    if not EARLIEST <= found <= LATEST:
        raise Refusal(f"{show_day(found)} must be a year from 1900 to 2199. Check the year.")
    return found


def _split(stated: str) -> tuple[str, int, str]:
    if match := _ISO.fullmatch(stated):
        return match[3], int(match[2]), match[1]
    if match := _NUMBERS.fullmatch(stated):
        return match[1], int(match[2]), match[3]
    if match := _WORDS.fullmatch(stated):
        return match[1], _month(match[2], stated), match[3]
    if match := _MONTH_FIRST.fullmatch(stated):
        return match[2], _month(match[1], stated), match[3]
    if _NO_DAY.fullmatch(stated):
        raise Refusal(f"“{stated}” must include a day, such as 27 March 2027.")
    if _NO_YEAR.fullmatch(stated):
        raise Refusal(f"“{stated}” must include a year, such as 27 March 2027.")
    raise Refusal(f"“{stated}” must be a real date, such as 27 3 2027 or 27 March 2027.")


def _month(word: str, stated: str) -> int:
    found = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
    if len(found) != 1:
        raise Refusal(f"“{stated}” must be a real date: “{word}” is not a month.")
    return found[0]
