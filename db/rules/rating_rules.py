"""By which rule a measure is rated: what the contract says, as values."""

from dataclasses import dataclass
from decimal import Decimal

from db.rules.rating_bands import Bands
from db.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class TargetAndFloor:
    """Green: the target is met or exceeded. Amber: missed, but the floor is reached. Red: below the floor.

    Source: Kent County Council's Quarterly Performance Report. With no floor there is no amber.
    """


@dataclass(frozen=True, slots=True)
class WithinPercent:
    """Met, missed within so many per cent of the target, or missed by more.

    Source: Maidstone Borough Council's performance reports, which allow 10 %.
    """

    percent: Decimal = Decimal(10)

    def __post_init__(self) -> None:
        if not 0 < self.percent < 100:
            raise Refusal(f"A target may be missed by more than 0% and less than 100%, not by {self.percent:f}%.")


@dataclass(frozen=True, slots=True)
class DataOnly:
    """Reported and followed over time, and not rated."""


DATA_ONLY = DataOnly()

RatingRule = TargetAndFloor | WithinPercent | Bands | DataOnly
"""Every way a measure may be rated."""
