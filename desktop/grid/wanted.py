"""Texts meant for cells, before anything is changed."""

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How texts come into cells, as the officer calls it."""

    TYPED = "Type"
    PASTED = "Paste"
    FILLED = "Fill down"
    CLEARED = "Clear"
    REPLACED = "Replace"
    BULK = "Change"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Each text with its row's id and its column; and texts that fell beside the table."""

    how: How
    cells: tuple[tuple[str, int, str], ...]
    beyond: tuple[str, ...] = ()
