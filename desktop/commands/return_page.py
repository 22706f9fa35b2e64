"""A return as read from its workbook, as text for people."""

from decimal import Decimal

from db.returns.reading import ReadReturn
from db.rules.money import Pence, show_pounds
from db.rules.monitoring import MeasureUnit, Reading
from desktop.commands.saying import aligned

_SHOWN = 60


def return_page(read: ReadReturn) -> str:
    """The figures with their cells, then the problems, then what else is worth knowing."""
    lines = [f"{read.contract_reference}, {read.period.label} ({read.period.days}), from “{read.file_name}”", ""]
    lines += aligned([(f"{each.sheet} {each.cell}", _named(each), shown(each)) for each in read.readings], indent="  ")
    for heading, found in (("PROBLEMS", read.problems), ("REMARKS", read.remarks)):
        lines += ["", heading, *(f"  {each.sentence}" for each in found)] if found else []
    return "\n".join([*lines, ""])


def _named(reading: Reading) -> str:
    return reading.measure if reading.kind == "value" else f"{reading.measure}, {reading.kind}"


def shown(reading: Reading) -> str:
    """A reading's value for people."""
    if reading.value is None:
        return "not returned"
    if reading.unit is MeasureUnit.POUNDS:
        return show_pounds(Pence(int(reading.value)))
    if reading.unit is MeasureUnit.PERCENT:
        return f"{reading.value}%"
    if isinstance(reading.value, Decimal):
        return f"{reading.value:,f}"
    words = " ".join(str(reading.value).split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
