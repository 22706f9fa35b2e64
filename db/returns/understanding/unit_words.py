"""A measure's name with its unit beside it: “Average wait (days)”, “Spend (£)”, “Satisfaction %”."""

import re
from collections.abc import Sequence
from functools import lru_cache

from db.returns.tables.words import fold, label
from db.rules.monitoring import Measure, MeasureUnit

_SIGNS = r"£|gbp|pounds|%|per ?cent|percentages?"
_WORDS = r"(?:(?:working|calendar) )?days|weeks|months|years|hours|hrs|minutes|mins|people|clients|cases|score"
_WITH_UNIT = re.compile(
    rf"(?P<name>.*\w.*?)\s*"
    rf"(?:\((?P<inside>{_SIGNS}|{_WORDS})\)|(?<=[ \w])(?P<sign>£|%)|[,-] (?P<after>{_SIGNS}|{_WORDS}))"
)
_MONEY = frozenset({"£", "gbp", "pounds"})


def without_unit(said: str, measures: Sequence[Measure]) -> Measure | None:
    """The one measure that a label names but for a unit, which must be able to be the measure's own.

    Thousands are no such unit: they change what a figure says.
    """
    own, unit = _parted(said)
    same = [each for each in measures if label(_parted(each.name)[0]) == label(own)]
    if len(same) != 1:
        return None
    theirs = _parted(same[0].name)[1]
    if unit and theirs and unit != theirs:
        return None
    return same[0] if not unit or same[0].unit in _units(unit) else None


@lru_cache(maxsize=20_000)
def _parted(text: str) -> tuple[str, str]:
    """A name and the unit beside it; no unit where none is."""
    match = _WITH_UNIT.fullmatch(fold(text).rstrip(" :."))
    return (match["name"], match["inside"] or match["sign"] or match["after"]) if match else (text, "")


def _units(unit: str) -> tuple[MeasureUnit, ...]:
    if unit in _MONEY:
        return (MeasureUnit.POUNDS,)
    if unit == "%" or unit.startswith("per"):
        return (MeasureUnit.PERCENT,)
    return (MeasureUnit.COUNT, MeasureUnit.DECIMAL)
