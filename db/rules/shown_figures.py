"""Figures for people, the same way everywhere: 1,234 · £848,829 · 91.7%."""

from decimal import ROUND_HALF_UP, Decimal

from db.rules.money import Pence, show_pounds
from db.rules.monitoring import MeasureUnit

_MOST_PLACES = 12
_DECIMAL_PLACES = 2


def show_figure(value: Decimal | str, unit: MeasureUnit, places: int = 1) -> str:
    """A figure in its unit: a percentage to so many decimal places, half up; a count whole where it is whole.

    A decimal number keeps two places, and more where they are asked for; noughts at its end are not shown.
    """
    if isinstance(value, str):
        return value
    if unit is MeasureUnit.PERCENT:
        return f"{_rounded(value, places):,f}%"
    if unit is MeasureUnit.POUNDS:
        return _pounds(value, places)
    if unit is MeasureUnit.DECIMAL:
        return _without_noughts(_rounded(value, max(places, _DECIMAL_PLACES)))
    return f"{value.to_integral_value():,f}" if value == value.to_integral_value() else f"{_rounded(value, places):,f}"


def show_apart(value: Decimal, other: Decimal, unit: MeasureUnit) -> tuple[str, str]:
    """Two figures with as many decimal places as it takes to tell them apart: 89.99% and 90.00%, not 90.0% twice."""
    for places in range(1, _MOST_PLACES):
        shown = show_figure(value, unit, places), show_figure(other, unit, places)
        if shown[0] != shown[1] or value == other:
            break
    return shown


def show_difference(difference: Decimal, unit: MeasureUnit) -> str:
    """How far two figures are apart, without a sign: 2.5 percentage points, £1,200, 12."""
    if unit is MeasureUnit.PERCENT:
        points = f"{_rounded(abs(difference), 1):,f}"
        return f"{points} percentage point{'' if points == '1.0' else 's'}"
    return show_figure(abs(difference), unit)


def _without_noughts(value: Decimal) -> str:
    whole, dot, places = f"{value:,f}".partition(".")
    kept = places.rstrip("0")
    return f"{whole}{dot}{kept}" if kept else whole


def _pounds(pence: Decimal, places: int) -> str:
    """Pounds from pence; a fraction of a penny, as of an average, is shown only where it is asked for."""
    whole = pence.to_integral_value(ROUND_HALF_UP)
    if places == 1 or pence == whole:
        return show_pounds(Pence(int(whole)))
    sign = "-" if pence < 0 else ""
    return f"{sign}£{_rounded(abs(pence) / 100, places + 2):,f}"


def _rounded(value: Decimal, places: int) -> Decimal:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded
