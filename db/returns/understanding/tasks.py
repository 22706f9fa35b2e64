"""Which cells of a table are to be read, as what, for which measure and which days."""

import re
from dataclasses import dataclass

from db.returns.cells import CellValue
from db.returns.understanding.columns import ColumnUse
from db.returns.understanding.meaning import Meaning
from db.rules.dates import Period
from db.rules.monitoring import Measure, MeasureUnit


@dataclass(slots=True)
class Task:
    """One cell to be read."""

    sheet: str
    row: int
    cell: str
    value: CellValue | None
    use: ColumnUse
    measure: Measure | None
    name: str
    kind: Meaning
    unit: MeasureUnit
    days: Period | None
    group: str
    scale_said: tuple[str, str] | None = None
    """What says that figures are thousands or millions, as “label”, and its words."""


_PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b", re.IGNORECASE)
_BY_KIND = {
    Meaning.SPEND: MeasureUnit.POUNDS,
    Meaning.NARRATIVE: MeasureUnit.WORDS,
    Meaning.COMMENT: MeasureUnit.WORDS,
}


def unit_of(
    kind: Meaning, measure: Measure | None, said: str, value: CellValue | None, as_percent: bool
) -> MeasureUnit:
    """What a cell's figure is: as the measure says, or, where none is stated, as the unit column or the cell shows."""
    if kind in _BY_KIND and not (measure and kind is Meaning.SPEND):
        return _BY_KIND[kind]
    if kind in (Meaning.NUMERATOR, Meaning.DENOMINATOR):
        return MeasureUnit.POUNDS if measure and measure.unit is MeasureUnit.POUNDS else MeasureUnit.COUNT
    if measure:
        return measure.unit
    return _shown(said, value, as_percent)


def _shown(said: str, value: CellValue | None, as_percent: bool) -> MeasureUnit:
    text = value if isinstance(value, str) else ""
    if as_percent or _PERCENT.search(said) or text.strip().endswith("%"):
        return MeasureUnit.PERCENT
    if "£" in said or "£" in text or "pound" in said.lower():
        return MeasureUnit.POUNDS
    is_words = bool(text) and not any(each.isdigit() for each in text) and len(text) > 12
    return MeasureUnit.WORDS if is_words else MeasureUnit.COUNT
