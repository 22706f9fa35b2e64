"""What has to be asked of the officer, or was settled by evidence and may be changed."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a question is about."""

    MEASURE = "measure"
    COLUMN = "column"
    QUARTER = "quarter"
    YEAR = "year"
    DATE_ORDER = "date order"
    PERCENT = "percent"
    SCALE = "scale"
    HIDDEN = "hidden"
    SUPPRESSED = "suppressed"
    MARK = "mark"
    FOOTNOTE = "footnote mark"
    TWICE = "more than one figure"


ColumnPlace = tuple[str, str]
"""A column as a profile knows it: its table, and its headings with the period left open."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer and what it does to the cells, as sentences."""

    value: str
    label: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the cells leave open. Answered by evidence, by the profile or by the officer, it can be changed."""

    key: str
    """The same for next quarter's file of the same shape."""
    about: About
    sheet: str
    cells: tuple[str, ...]
    """Addresses it is about, the first ones where there are many."""
    text: str
    choices: tuple[Choice, ...]
    evidence: str = ""
    suggested: str | None = None
    """The choice that seems right but is not sure enough to be taken."""
    answered: str | None = None
    """The choice that is in force. None: open."""
    columns: tuple[ColumnPlace, ...] = ()
    """The columns that the answer is for, where it is about columns."""
    labels: tuple[str, ...] = ()
    """The labels that the answer is for, where it is about several at once."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for the officer."""
        return self.answered is None
