"""Whether the figures of a measure that nobody stated are whole numbers or have decimals: decided for all together."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from db.returns.cells import CellValue
from db.returns.tables.numbers import read_number
from db.returns.understanding.tasks import Task
from db.rules.monitoring import MeasureUnit


def decide_units(tasks: Sequence[Task]) -> None:
    """Take the figures of one name for decimals where any of them has a fraction or is below nothing.

    A measure of the contract keeps the unit that is stated for it.
    """
    by_name: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.measure is None and task.unit is MeasureUnit.COUNT:
            by_name[task.name].append(task)
    for same in by_name.values():
        if any(_is_decimal(each.value) for each in same):
            for each in same:
                each.unit = MeasureUnit.DECIMAL


def _is_decimal(value: CellValue | None) -> bool:
    if isinstance(value, str):
        written = read_number(value)
        number = written.value if written and not written.is_percent else Decimal(0)
        return number < 0 or number != number.to_integral_value()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value < 0 or (isinstance(value, float) and not value.is_integer())
