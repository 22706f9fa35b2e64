"""What some words say of a period."""

from dataclasses import dataclass

from db.rules.dates import Period


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What some words say of a period, as far as they say it."""

    year: int | None = None
    """The calendar year in which the stated financial year starts."""
    half: int | None = None
    quarter: int | None = None
    months: tuple[int, int] | None = None
    """The first and the last month, 1 to 12."""
    months_year: int | None = None
    """The calendar year of the last of the months."""
    lone_year: int | None = None
    """A year such as 2025, which may be a calendar or a financial one."""
    days: Period | None = None
    """Days stated outright."""
    whole_year: bool = False
    """Speaks of the year as a whole, as in "annual target"."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where in the text it was said."""

    @property
    def says_something(self) -> bool:
        """Whether it names any part of a period."""
        named = (self.year, self.half, self.quarter, self.months, self.lone_year, self.days)
        return any(each is not None for each in named)
