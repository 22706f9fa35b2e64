"""How much of one file is read."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[float], None]
"""Is told now and then how much of a file has been read, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most rows and columns read of each sheet, and the most cells of the whole file.

    What lies beyond is told in the notes of what was read.
    """

    rows: int = 20_000
    columns: int = 200
    cells: int = 1_000_000


USUAL = Limits()
"""Enough for any return seen."""


OF_A_REGISTER = Limits(rows=100_000, cells=3_000_000)
"""Enough for any register of contracts seen."""


def unheard(_: float) -> None:
    """Progress that nobody follows."""
