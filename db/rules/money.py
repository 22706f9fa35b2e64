"""Money in whole pence: read as officers and councils write it, shown as £848,829."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NewType

from db.rules.refusal import Refusal

Pence = NewType("Pence", int)
"""An amount of money in whole pence. Never a float, never pounds."""

LARGEST = Pence(10**15)
"""Ten thousand billion pounds: beyond any council's contract, far inside SQLite's integer."""


@dataclass(frozen=True, slots=True)
class PenceRange:
    """Two amounts, the lower first, as in "£18,000 to £180,000"."""

    low: Pence
    high: Pence


def show_pounds(amount: Pence) -> str:
    """The amount for people: pounds with commas, pence only where there are pence, a minus before the sign."""
    pounds, pence = divmod(abs(amount), 100)
    sign = "-" if amount < 0 else ""
    return f"{sign}£{pounds:,}.{pence:02d}" if pence else f"{sign}£{pounds:,}"


def show_millions(amount: Pence) -> str:
    """The amount to the nearest £10,000, half up, in millions: £3.87m."""
    hundredths = (abs(amount) + 500_000) // 1_000_000
    sign = "-" if amount < 0 else ""
    return f"{sign}£{hundredths // 100}.{hundredths % 100:02d}m"


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<minus>[-\u2212])?\s*£?\s*(?P<minus2>[-\u2212])?\s*(?P<number>{_NUMBER})\s*"
    r"(?P<scale>million|milion|mn|m|thousand|k|billion|bn)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:c\.|ca\.?\s|circa\b|about\b|approx(?:imately)?\b|~)", re.IGNORECASE)
_SCALED = re.compile(r"[a-z]\s*\)?$", re.IGNORECASE)
_SCALES = {
    "million": 1_000_000, "milion": 1_000_000, "mn": 1_000_000, "m": 1_000_000,
    "thousand": 1_000, "k": 1_000, "billion": 1_000_000_000, "bn": 1_000_000_000,
}  # fmt: skip


def parse_pounds(text: str) -> Pence:
    """Read one amount of money.

    Understands £848,829 · 848829.10 · £0.42million · £1.24m · £3,431k · (1,200) as minus £1,200 · -£5.

    Raises:
        Refusal: nothing written, not an amount, not exact, a range, or a fraction of a penny.
    """
    stated = " ".join(text.replace("\xa0", " ").split())
    if not stated:
        raise Refusal("Enter an amount of money, such as £848,829.")
    in_brackets = stated.startswith("(") and stated.endswith(")")
    if _ABOUT.match(stated):
        raise Refusal(f"“{stated}” is not exact. Enter the exact amount, or a range such as £850,000 to £950,000.")
    match = _AMOUNT.fullmatch(stated[1:-1].strip() if in_brackets else stated)
    if match is None:
        raise Refusal(f"“{stated}” is not an amount of money. Write it like £848,829, £1,234.50 or £0.42m.")
    minuses = in_brackets + bool(match["minus"]) + bool(match["minus2"])
    if minuses > 1:
        raise Refusal(f"“{stated}” has more than one minus. Write it like -£1,200 or (1,200).")
    pence = _pence(Decimal(match["number"].replace(",", "")), match["scale"], stated)
    return Pence(-pence if minuses else pence)


def parse_pounds_or_range(text: str) -> Pence | PenceRange:
    """Read one amount, or two joined by "to" or a dash as a range, the lower first.

    Raises:
        Refusal: as parse_pounds; the first amount is above the second; or only the second says "million" and the
            first reads as pounds below a thousand, as in "£1.2 to £1.4 million".
    """
    parts = re.split(r"\s+to\s+|\s*[–—]\s*|(?<=[\dmk])\s*-\s*(?=£|\d)", text.strip(), flags=re.IGNORECASE)
    if len(parts) != 2 or not all(part.strip() for part in parts):
        return parse_pounds(text)
    low, high = parse_pounds(parts[0]), parse_pounds(parts[1])
    if low < 100_000 and _SCALED.search(parts[1]) and not _SCALED.search(parts[0]):
        raise Refusal(f"“{text.strip()}” may be read in two ways. Write both amounts out, such as £1.2m to £1.4m.")
    if low > high:
        raise Refusal(f"“{text.strip()}” runs from a higher to a lower amount. Write the lower amount first.")
    return PenceRange(low, high)


def _pence(number: Decimal, scale: str | None, stated: str) -> int:
    pence = number * _SCALES.get((scale or "").lower(), 1) * 100
    if pence != pence.to_integral_value():
        raise Refusal(f"“{stated}” has a fraction of a penny. Give the amount to the whole penny.")
    if pence > LARGEST:
        raise Refusal(f"“{stated}” is larger than any contract. Check the number of zeros.")
    return int(pence)
