"""A day together with how it was found."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """A day and the steps that lead to it, each a short sentence."""

    day: date
    working: tuple[str, ...]
