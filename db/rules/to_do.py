"""A row of a register that was brought in and could not be taken in yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ToDo:
    """A row that was not taken in: where it stands in its file, what it says, and why it waits."""

    id: str
    version: int
    file_name: str
    brought_on: date
    sheet: str
    row: int
    said: Mapping[str, str]
    """By what the columns are called."""
    reason: str
