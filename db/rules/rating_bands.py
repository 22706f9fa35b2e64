"""Ratings by bands of figures: every figure belongs to one band, so a gap or an overlap is refused by its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from db.rules.outcome import COLOURS, Outcome
from db.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of figures and its colour: "75 to below 90 is amber". None at an end: no lowest, or no highest."""

    low: Decimal | None
    high: Decimal | None
    outcome: Outcome
    low_included: bool = True
    high_included: bool = False
    word: str = ""
    """What the contract calls the band; empty: the colour's own name."""

    def __contains__(self, value: Decimal) -> bool:
        return self._above_low(value) and self._below_high(value)

    def __str__(self) -> str:
        return self.shown(_plain)

    def shown(self, show: Callable[[Decimal], str]) -> str:
        """The figures it holds, in words: 75 to below 90. `show` writes one of them."""
        if self.low is None or self.high is None:
            return self._open_ended(show)
        low = show(self.low) if self.low_included else f"above {show(self.low)}"
        return f"{low} to {show(self.high)}" if self.high_included else f"{low} to below {show(self.high)}"

    def _above_low(self, value: Decimal) -> bool:
        return self.low is None or value > self.low or (value == self.low and self.low_included)

    def _below_high(self, value: Decimal) -> bool:
        return self.high is None or value < self.high or (value == self.high and self.high_included)

    def _open_ended(self, show: Callable[[Decimal], str]) -> str:
        if self.low is not None:
            return f"{show(self.low)} or more" if self.low_included else f"above {show(self.low)}"
        if self.high is not None:
            return f"{show(self.high)} or less" if self.high_included else f"below {show(self.high)}"
        return "any figure"


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands that meet without a gap and without an overlap, the lowest figures first."""

    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        if wrong := tuple(problems(self.bands)):
            raise Refusal(" ".join(wrong))

    def band_of(self, value: Decimal) -> Band | None:
        """The one band a figure belongs to; None where it is below the lowest or above the highest."""
        return next((band for band in self.bands if value in band), None)


def problems(bands: tuple[Band, ...]) -> Iterator[str]:
    """What keeps bands from rating every figure once, each as a sentence that names the figure."""
    if not bands:
        yield "Enter at least one band."
    yield from (f"The band {band} cannot be {band.outcome}. Choose green, amber or red." for band in bands
                if band.outcome not in COLOURS)  # fmt: skip
    yield from (
        f"The band {band} holds no figure. Check where it begins and ends." for band in bands if _is_empty(band)
    )
    ordered = sorted(bands, key=_low)
    if list(bands) != ordered:
        yield "Write the bands from the lowest figures to the highest."
    for lower, upper in pairwise(ordered):
        yield from _meeting(lower, upper)


def uncovered(bands: Bands, lowest: Decimal | None, highest: Decimal | None) -> str:
    """What no band holds between a lowest and a highest possible figure (None: there is none); empty for nothing."""
    first, last = bands.bands[0], bands.bands[-1]
    if lowest is None and first.low is not None:
        return f"Figures below {first.low:f} belong to no band."
    if highest is None and last.high is not None:
        return f"Figures above {last.high:f} belong to no band."
    ends = (end for end in (lowest, highest) if end is not None and bands.band_of(end) is None)
    return " ".join(map(_belongs_to_none, ends))


def _meeting(lower: Band, upper: Band) -> Iterator[str]:
    """What is wrong where a band ends and the next begins."""
    if lower.high is None or upper.low is None or lower.high > upper.low:
        yield f"The bands {lower} and {upper} overlap: {_shared(lower, upper)} belongs to two bands."
    elif lower.high < upper.low:
        between = (lower.high + upper.low) / 2
        yield f"Figures between {lower.high:f} and {upper.low:f} belong to no band, such as {between.normalize():f}."
    elif lower.high_included and upper.low_included:
        yield f"{upper.low:f} belongs to two bands: {lower}, and {upper}. Let one of them leave it out."
    elif not lower.high_included and not upper.low_included:
        yield _belongs_to_none(upper.low)


def _belongs_to_none(value: Decimal) -> str:
    return f"{value:f} belongs to no band. Let one of them take it in."


def _shared(lower: Band, upper: Band) -> str:
    """A figure that both bands hold."""
    ends = [end for end in (upper.low, lower.high, upper.high) if end is not None]
    inside = [(one + other) / 2 for one, other in pairwise(ends)]
    return next((f"{value.normalize():f}" for value in (*ends, *inside) if value in lower and value in upper), "0")


def _is_empty(band: Band) -> bool:
    if band.low is None or band.high is None:
        return False
    return band.low > band.high or (band.low == band.high and not (band.low_included and band.high_included))


def _low(band: Band) -> tuple[bool, Decimal, bool]:
    return (band.low is not None, band.low or Decimal(), not band.low_included)


def _plain(value: Decimal) -> str:
    return f"{value:f}"
