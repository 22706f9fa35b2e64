"""The figure of a measure in a quarter: as returned, or worked out again from what it was divided from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from db.rules.monitoring import FigureState, Measure, MeasureUnit, Reading
from db.rules.months import Months, month_named, quarter_value
from db.rules.shown_figures import show_figure


class Presence(StrEnum):
    """What there is of a figure. Only a known one is rated, compared or counted in an average."""

    KNOWN = "known"
    NOT_RETURNED = "not returned"
    SUPPRESSED = "suppressed"
    NO_CASES = "no cases"
    """It is a share of nothing: the denominator is nought."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the unit of its measure (pounds in pence), or why there is none. A blank is never nought."""

    value: Decimal | None = None
    presence: Presence = Presence.NOT_RETURNED
    working: str = ""
    """How it was worked out, as a sentence; empty where it stands as returned."""
    mismatch: str = ""
    """How what the provider stated differs from the working, as a sentence; empty where it agrees."""

    def show(self, unit: MeasureUnit) -> str:
        """The figure for people, or the words for why there is none."""
        if self.value is None:
            return self.presence.value.capitalize()
        return show_figure(self.value, unit)


NOT_RETURNED = Figure()


def figure_in(measure: Measure, readings: Iterable[Reading]) -> Figure:
    """A measure's figure in a return, worked out from numerator and denominator where the measure names them.

    Division is to 28 figures, so that a rate that is exactly its target compares equal to it.
    """
    given = tuple(readings)
    by_name = {each.measure: each for each in given if not each.part}
    stated = figure_of(by_name.get(measure.name))
    if not (measure.numerator and measure.denominator):
        return _with_months(measure, stated, given)
    parts = [_part(measure, name, by_name.get(name), given) for name in (measure.numerator, measure.denominator)]
    return _worked_out(measure, stated, parts) or _unchecked(measure, stated, parts, given)


def _part(measure: Measure, name: str, own: Reading | None, given: Iterable[Reading]) -> Figure:
    """What a rate is divided from: the quarter's own figure, or its months by the rate's rule for months."""
    figure = figure_of(own)
    return figure if figure.presence is not Presence.NOT_RETURNED else _of_months(measure, name, given) or figure


def _with_months(measure: Measure, stated: Figure, given: Iterable[Reading]) -> Figure:
    """The figure as stated, held against its months; where none is stated, as its months make it."""
    made = _of_months(measure, measure.name, given)
    if made is None or stated.presence is Presence.SUPPRESSED:
        return stated
    if stated.value is None:
        return made
    if made.value is None or made.value == stated.value:
        return stated
    said = (show_figure(each, measure.unit, 2) for each in (stated.value, made.value))
    return replace(stated, mismatch="The provider states {} for the quarter, but its months give {}.".format(*said))


def _of_months(measure: Measure, name: str, given: Iterable[Reading]) -> Figure | None:
    """What the months of a figure make by a measure's rule; None where it is not given by month."""
    months = {month: each for each in given if each.measure == name and (month := month_named(each.part))}
    if not months:
        return None
    if any(each.state is FigureState.SUPPRESSED for each in months.values()):
        return Figure(presence=Presence.SUPPRESSED)
    values = {month: each.value if isinstance(each.value, Decimal) else None for month, each in months.items()}
    value, working = quarter_value(measure.months, values)
    return Figure(value, Presence.NOT_RETURNED if value is None else Presence.KNOWN, working)


def figure_of(reading: Reading | None) -> Figure:
    """The figure as it was returned; words are no figure."""
    if reading is not None and reading.state is FigureState.SUPPRESSED:
        return Figure(presence=Presence.SUPPRESSED)
    if reading is None or not isinstance(reading.value, Decimal):
        return NOT_RETURNED
    return Figure(reading.value, Presence.KNOWN)


def average(figures: Iterable[Figure]) -> Figure:
    """The mean of the figures that are known, and of how many; not returned where none is.

    What was not returned or kept back is left out, never counted as nought.
    """
    given = list(figures)
    known = [each.value for each in given if each.value is not None]
    if not known:
        return NOT_RETURNED
    return Figure(sum(known, Decimal()) / len(known), Presence.KNOWN, f"The average of {len(known)} of {len(given)}.")


def total(figures: Iterable[Figure]) -> Figure:
    """The sum of the figures that are known, and of how many; not returned where none is."""
    given = list(figures)
    known = [each.value for each in given if each.value is not None]
    if not known:
        return NOT_RETURNED
    return Figure(sum(known, Decimal()), Presence.KNOWN, f"The sum of {len(known)} of {len(given)}.")


def _worked_out(measure: Measure, stated: Figure, parts: Sequence[Figure]) -> Figure | None:
    """A rate from what it is divided from; None where either is not known."""
    numerator, denominator = (each.value for each in parts)
    if numerator is None or denominator is None:
        return None
    if denominator == 0:
        return Figure(presence=Presence.NO_CASES, working=f"{measure.denominator} is 0, so there is nothing to share.")
    scale = 100 if measure.unit is MeasureUnit.PERCENT else 1
    value = numerator * scale / denominator
    working = f"{_said(measure.numerator, numerator)} divided by {_said(measure.denominator, denominator)}."
    working = " ".join(dict.fromkeys(filter(None, (working, *(each.working for each in parts)))))
    return Figure(value, Presence.KNOWN, working, _mismatch(measure, stated, value))


def _unchecked(measure: Measure, stated: Figure, parts: Sequence[Figure], given: Iterable[Reading]) -> Figure:
    """The figure as stated where it cannot be worked out, which is said. Rates of months are never added up."""
    if measure.months is not Months.SUM:
        stated = _with_months(measure, stated, given)
    if stated.value is None:
        kept_back = any(each.presence is Presence.SUPPRESSED for each in (stated, *parts))
        why = next(filter(None, (each.working for each in (*parts, stated))), "")
        return Figure(presence=Presence.SUPPRESSED if kept_back else Presence.NOT_RETURNED, working=why)
    named = f"{measure.numerator} and {measure.denominator}"
    unchecked = f"As stated; {named} were not both returned, so it was not checked."
    return Figure(stated.value, Presence.KNOWN, stated.working or unchecked, stated.mismatch)


def _mismatch(measure: Measure, stated: Figure, value: Decimal) -> str:
    if stated.value is None or abs(stated.value - value) <= _rounding(stated.value):
        return ""
    places = _places(stated.value)
    shown = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if measure.unit is MeasureUnit.PERCENT:
        return f"The provider states {stated.value:f}%, but its own figures give {shown:f}%."
    said = (show_figure(each, measure.unit, 2) for each in (stated.value, value))
    return "The provider states {}, but its own figures give {}.".format(*said)


def _rounding(stated: Decimal) -> Decimal:
    """How far a stated figure may be from the exact one: half of its last decimal place."""
    return Decimal("0.5").scaleb(-_places(stated))


def _places(stated: Decimal) -> int:
    exponent = stated.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _said(name: str, value: Decimal) -> str:
    return f"{name} ({show_figure(value, MeasureUnit.COUNT)})"
