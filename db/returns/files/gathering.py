"""What is being gathered from a file, cell by cell, until it is whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.returns.cells import Cells, CellValue, Merged, Spot, address
from db.returns.files.limits import USUAL, Limits, Progress, unheard

MOST_MERGED = 50_000
_MERGED_OFTEN = f"More than {MOST_MERGED:,} blocks of cells are merged; only so many were looked at."
Sheet = dict[tuple[int, int], CellValue]


@dataclass(slots=True)
class Gathering:
    """The cells of a file so far, and how much more of it may be taken."""

    name: str
    sha256: str
    kind: str
    limits: Limits = USUAL
    progress: Progress = unheard
    sheets: dict[str, Mapping[tuple[int, int], CellValue]] = field(default_factory=dict)
    percent: set[Spot] = field(default_factory=set)
    uncalculated: set[Spot] = field(default_factory=set)
    errors: set[Spot] = field(default_factory=set)
    formats: dict[Spot, str] = field(default_factory=dict)
    comments: dict[Spot, str] = field(default_factory=dict)
    merged: dict[str, tuple[Merged, ...]] = field(default_factory=dict)
    hidden_rows: dict[str, frozenset[int]] = field(default_factory=dict)
    hidden_columns: dict[str, frozenset[int]] = field(default_factory=dict)
    hidden_sheets: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    _taken: int = 0
    """The cells of every sheet but the latest."""
    _twins: dict[str, int] = field(default_factory=dict)

    @property
    def room(self) -> int:
        """How many more cells may be taken."""
        latest = next(reversed(self.sheets.values()), ())
        return self.limits.cells - self._taken - len(latest)

    def new_sheet(self, name: str) -> str:
        """Begin a sheet; its title is its name, told apart from another of the same name."""
        self._taken = self.limits.cells - self.room
        title, number = name, self._twins.get(name, 1)
        while title in self.sheets:
            number += 1
            title = f"{name} ({number})"
        self._twins[name] = number
        self.sheets[title] = {}
        return title

    def sheet(self, title: str) -> Sheet:
        """The cells of a sheet so far, to be added to."""
        held = self.sheets.get(title, {})
        sheet = held if isinstance(held, dict) else dict(held)
        self.sheets[title] = sheet
        return sheet

    def note(self, sentence: str) -> None:
        """Tell the officer something, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def is_long(self, sheet: str) -> None:
        """A sheet has cells past the last row that is read."""
        self.note(f"The sheet “{sheet}” goes on past row {self.limits.rows:,}. What lies beyond was not read.")

    def is_wide(self, sheet: str) -> None:
        """A sheet has cells past the last column that is read."""
        last = address(1, self.limits.columns)[:-1]
        self.note(f"The sheet “{sheet}” has cells past column {last}. What lies beyond was not read.")

    def is_merged_often(self) -> None:
        """More blocks of cells are merged than are told."""
        self.note(_MERGED_OFTEN)

    def is_full(self, sheet: str) -> None:
        """No more cells may be taken."""
        self.note(
            f"The file holds more than {self.limits.cells:,} cells. From the sheet “{sheet}” on, "
            "what was more than that was not read."
        )

    def cells(self) -> Cells:
        """What was gathered, complete."""
        return Cells(
            self.name,
            self.sha256,
            self.sheets,
            frozenset(self.percent),
            frozenset(self.uncalculated),
            tuple(self.notes),
            self.kind,
            self.merged,
            self.hidden_rows,
            self.hidden_columns,
            frozenset(self.hidden_sheets),
            self.comments,
            self.formats,
            frozenset(self.errors),
        )
