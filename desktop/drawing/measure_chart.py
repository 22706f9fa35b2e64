"""What stands on the charts of a scorecard: a panel a measure, its figures quarter by quarter. Plain values: no Qt."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.look.palette import Tone


@dataclass(frozen=True, slots=True)
class Point:
    """A measure's figure in a quarter, with the target and floor in force then. No value: why is what it shows."""

    quarter: str
    value: Decimal | None
    shown: str
    target: Decimal | None = None
    floor: Decimal | None = None
    aims: str = ""
    """Target and floor in words; empty where there are none."""

    def spoken(self) -> str:
        """The point in words: Q3 2025-26: 91.2%. Target 90.0% or more, floor 75.0%."""
        aims = f" Target {self.aims}." if self.aims else ""
        return f"{self.quarter}: {self.shown}.{aims}"


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over the quarters, oldest first, and how its last figure is rated."""

    name: str
    points: tuple[Point, ...]
    tone: Tone = Tone.NEUTRAL
    word: str = ""

    def spoken(self) -> str:
        """The whole panel in words."""
        return " ".join((f"{self.name}.", *(point.spoken() for point in self.points), f"{self.word}.".strip(".")))

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest that must be drawn. Nought is always drawn; all nought comes to one."""
        stated = [each for point in self.points for each in (point.value, point.target, point.floor)
                  if each is not None]  # fmt: skip
        low, high = min((Decimal(0), *stated)), max((Decimal(0), *stated))
        return (low, high) if high > low else (Decimal(0), Decimal(1))
