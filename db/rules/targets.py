"""What a measure aims at: which way is better, and its target and floor from a quarter on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from db.rules.refusal import Refusal


class Direction(StrEnum):
    """Which way a measure's figure is better."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NONE = "neither"


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at from a day on, until another target begins; in the unit of the measure, pounds in pence."""

    starts_on: date
    value: Decimal
    floor: Decimal | None = None
    """The worst figure that is amber rather than red; None where the contract sets none."""


def target_on(targets: Iterable[Target], day: date) -> Target | None:
    """The target in force on a day: the last that began on or before it; None before the first."""
    begun = [each for each in targets if each.starts_on <= day]
    return max(begun, key=lambda each: each.starts_on) if begun else None


def reaches(value: Decimal, aim: Decimal, direction: Direction) -> bool:
    """Whether a figure is at least as good as what is aimed at."""
    return value <= aim if direction is Direction.LOWER else value >= aim


def check_target(target: Target, direction: Direction, show: Callable[[Decimal], str] = str) -> None:
    """Make sure the floor is no better than the target. `show` writes a figure for people.

    Raises:
        Refusal: it is.
    """
    if target.floor is None or reaches(target.value, target.floor, direction):
        return
    side = "above" if direction is Direction.LOWER else "below"
    raise Refusal(
        f"The floor, {show(target.floor)}, is better than the target, {show(target.value)}. "
        f"Where {direction}, the floor is {side} the target or equal to it."
    )
