"""How the figures of a return read, and what changed since an earlier one of the same quarter."""

from collections.abc import Iterable
from decimal import Decimal

from db.rules.money import Pence, show_pounds
from db.rules.monitoring import MeasureUnit, Reading

NOT_RETURNED = "not returned"


def figure(reading: Reading) -> str:
    """A reading for people: 1,204, £18,250.50, 85 %, the words, or "not returned"."""
    value = reading.value
    if value is None:
        return NOT_RETURNED
    if reading.unit is MeasureUnit.POUNDS:
        return show_pounds(Pence(int(value)))
    if reading.unit is MeasureUnit.PERCENT:
        return f"{value} %"
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


def count_of_figures(readings: Iterable[Reading]) -> int:
    """How many of them say something: "not returned" is no figure."""
    return sum(each.value is not None for each in readings)


def where(reading: Reading) -> str:
    """The cell a reading came from: Return!C10."""
    return f"{reading.sheet}!{reading.cell}"


def changed_from(reading: Reading, earlier: Iterable[Reading]) -> str:
    """What the same measure said in an earlier return, where it said something else; nothing where it is the same."""
    before = next((each for each in earlier if each.measure == reading.measure), None)
    if before is None:
        return "new"
    return "" if before.value == reading.value else f"was {figure(before)}"
