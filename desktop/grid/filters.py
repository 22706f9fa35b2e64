"""Filters of columns, as values: what each keeps, and how it is said. No Qt."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from db.rules.dates import show_short_day
from db.rules.money import Pence, show_pounds
from desktop.tables.columns import Kind, SortKey, folded
from desktop.tables.grouping import BLANK

_SAID = 3
"""How many ticked values a chip names before it only counts them."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What one column must hold, all of these together. `ticked` None is no tick list; a blank is ticked as ""."""

    column: str
    ticked: tuple[str, ...] | None = None
    contains: str = ""
    least: int | None = None
    """The first day as an ordinal, or the smallest amount in pence, or number."""
    most: int | None = None
    blank: bool | None = None
    """Only blank cells, or only filled ones."""

    @property
    def is_empty(self) -> bool:
        """Whether it keeps everything."""
        return self == Filter(self.column)

    def test(self) -> Callable[[SortKey], bool]:
        """Whether a value of the column is kept."""
        words, ticked = folded(self.contains).split(), None if self.ticked is None else set(self.ticked)

        def keeps(value: SortKey) -> bool:
            return (
                (self.blank is None or (value is None) is self.blank)
                and (ticked is None or bool(ticked & set(str(value or "").split("\n"))))
                and (not words or _has(value, words))
                and self._is_between(value)
            )

        return keeps

    def words(self, kind: Kind) -> str:
        """The filter as its chip says it."""
        parts = []
        if self.ticked is not None:
            parts.append(f"{self.column}: {_listed(self.ticked)}")
        if self.contains:
            parts.append(f"{self.column} contains “{self.contains}”")
        if self.least is not None or self.most is not None:
            parts.append(f"{self.column} {_range(self.least, self.most, kind)}")
        if self.blank is not None:
            parts.append(f"{self.column} {'is blank' if self.blank else 'is not blank'}")
        return " and ".join(parts)

    def _is_between(self, value: SortKey) -> bool:
        if self.least is None and self.most is None:
            return True
        if not isinstance(value, int):
            return False
        return (self.least is None or self.least <= value) and (self.most is None or value <= self.most)


def as_plain(found: Filter) -> dict[str, Any]:
    """A filter as plain values, for a file; what is not asked is left out."""
    return {name: value for name, value in asdict(found).items() if value not in (None, "")}


def from_plain(plain: dict[str, Any]) -> Filter:
    """A filter from plain values.

    Raises:
        TypeError, ValueError, KeyError: they are no filter.
    """
    ticked = plain.get("ticked")
    numbers = {name: int(plain[name]) for name in ("least", "most") if plain.get(name) is not None}
    return Filter(
        str(plain["column"]),
        None if ticked is None else tuple(map(str, ticked)),
        str(plain.get("contains", "")),
        blank=None if plain.get("blank") is None else bool(plain["blank"]),
        **numbers,
    )


def _has(value: SortKey, words: list[str]) -> bool:
    said = folded(str(value or ""))
    return all(word in said for word in words)


def _listed(ticked: tuple[str, ...]) -> str:
    if len(ticked) > _SAID:
        return f"{len(ticked)} values"
    return " or ".join(each or BLANK for each in ticked) or "nothing"


def _range(least: int | None, most: int | None, kind: Kind) -> str:
    parts = [f"from {_shown(least, kind)}"] if least is not None else []
    parts += [f"to {_shown(most, kind)}"] if most is not None else []
    return " ".join(parts)


def _shown(value: int, kind: Kind) -> str:
    if kind is Kind.DAY:
        return show_short_day(date.fromordinal(value))
    return show_pounds(Pence(value)) if kind is Kind.AMOUNT else f"{value:,}"
