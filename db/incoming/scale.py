"""Amounts in the unit that their heading states: thousands or millions of pounds, or pence."""

import re
from decimal import Decimal

from db.incoming.source import one_line
from db.incoming.values import Said, amount, pounds
from db.returns.cells import CellValue

_UNITS = (
    (
        Decimal(1000),
        re.compile(r"(?:£|\b)\s*[’'`]?000(?:[’']?s)?\b|£\s*ks?\b|\bin ks?\b|\bthousands?\b", re.IGNORECASE),
    ),
    (Decimal(1_000_000), re.compile(r"£\s*m(?:n|illions?)?\b|\bmillions?\b", re.IGNORECASE)),
    (Decimal("0.01"), re.compile(r"\bpence\b|\bpennies\b", re.IGNORECASE)),
)
_PLAIN = re.compile(r"£?\s*(\d[\d,]*(?:\.\d+)?)")


def unit_of(heading: str) -> Decimal:
    """How many pounds one of a column's amounts is, by its heading."""
    return next((unit for unit, words in _UNITS if words.search(heading)), Decimal(1))


def amount_in(value: CellValue, unit: Decimal) -> Said:
    """Money in pence; a figure without a unit of its own is in the column's."""
    if unit == 1 or isinstance(value, bool):
        return amount(value)
    if isinstance(value, int | float):
        return pounds(Decimal(repr(value)) * unit)
    plain = _PLAIN.fullmatch(one_line(value)) if isinstance(value, str) else None
    return pounds(Decimal(plain[1].replace(",", "")) * unit) if plain else amount(value)
