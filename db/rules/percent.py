"""Percentages of money and changes between amounts, exact, and rounded only where they are shown."""

from decimal import Decimal
from fractions import Fraction

from db.rules.money import Pence
from db.rules.refusal import Refusal

VAT = Fraction(20, 100)
"""The standard rate since 4 January 2011."""


def percentage_of(amount: Pence, percent: int | Decimal | Fraction) -> Pence:
    """A percentage of an amount, to the nearest penny, half a penny up (away from nothing): 40% of £848,829."""
    return nearest_penny(Fraction(amount) * Fraction(percent) / 100)


def change(before: Pence, after: Pence) -> Fraction:
    """The change from one amount to another as an exact share of the first: from £100 to £90 is minus a tenth.

    Raises:
        Refusal: the first amount is nothing or less, so there is nothing to measure against.
    """
    return share(Pence(after - before), before)


def share(part: Pence, whole: Pence) -> Fraction:
    """A part as an exact share of a whole.

    Raises:
        Refusal: the whole is nothing or less.
    """
    if whole <= 0:
        raise Refusal("A percentage needs an amount above £0 to be measured against. Enter the original value.")
    return Fraction(part, whole)


def show_percent(of_one: Fraction) -> str:
    """A share for people, in per cent to one decimal place, half up (away from nothing): -57.9%."""
    tenths = _half_up(of_one * 1000)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}%"


def with_vat(net: Pence) -> Pence:
    """An amount with VAT at the standard rate, which is what procurement thresholds are held against."""
    return nearest_penny(net * (1 + VAT))


def nearest_penny(amount: Fraction) -> Pence:
    """An exact amount to the nearest penny, half a penny up (away from nothing)."""
    return Pence(_half_up(amount))


def _half_up(number: Fraction) -> int:
    whole = (abs(number) + Fraction(1, 2)).__floor__()
    return whole if number >= 0 else -whole
