"""What the cells of a column hold, counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.returns.cells import CellValue
from db.returns.tables.look import Look, look_of
from db.returns.tables.sheet import is_blank

_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Content:
    """How many cells of a column hold what, of those looked at."""

    looks: Counter[Look]
    distinct: int
    texts: tuple[str, ...]
    """The texts among them, once each, in order."""
    are_period_numbers: bool = False
    """Whether its numbers can all be quarters, years, or days as a spreadsheet counts them."""

    @property
    def count(self) -> int:
        """Cells that hold something."""
        return self.looks.total()

    @property
    def main(self) -> Look | None:
        """What most cells hold; a column of marks alone holds numbers that are missing."""
        told = {look: count for look, count in self.looks.items() if look is not Look.MARK}
        if not told:
            return Look.NUMBER if self.looks else None
        best = max(told, key=lambda look: told[look])
        return best if told[best] * 2 >= sum(told.values()) else Look.WORDS

    @property
    def repeats(self) -> bool:
        """Whether a few values come again and again."""
        return self.count >= 4 and self.distinct * 2 <= self.count


def content_of(values: Iterable[CellValue | None]) -> Content:
    """Count what cells hold."""
    held = [value for value, _ in zip((each for each in values if not is_blank(each)), range(_LOOKED_AT), strict=False)]
    looks = Counter(look_of(value) for value in held if value is not None)
    texts = tuple(dict.fromkeys(value.strip() for value in held if isinstance(value, str)))
    numbers = [value for value in held if isinstance(value, int | float) and not isinstance(value, bool)]
    return Content(looks, len(set(map(str, held))), texts, bool(numbers) and _are_period_numbers(numbers))


def _are_period_numbers(numbers: Sequence[int | float]) -> bool:
    spans = ((1, 4), (1990, 2100), (30_000, 60_000))
    return any(all(low <= number <= high for number in numbers) for low, high in spans)
