"""The financial years of a proposal: before, after, saving and change, with their total. Nothing in it is typed."""

from collections.abc import Sequence

from db.rules.dates import show_year
from db.rules.money import Pence, show_pounds
from db.rules.what_if import Compared, Outcome
from db.rules.what_if_words import show_change
from desktop.dialogs.grid import Grid

HEADINGS = ("Financial year", "Before", "After", "Saving", "Change")


class YearsGrid(Grid):
    """A row for each year and one for all."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "What it comes to by financial year", HEADINGS, most_rows=9)
        self.widen(24, 16, 16, 16, 12)
        self.show_outcome(None)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show these years, or nothing yet."""
        lines = [(show_year(line.year or 0), line) for line in outcome.year_totals] if outcome else []
        self.fill([[""] * len(HEADINGS) for _ in range(len(lines) + 1)])
        for row, (words, line) in enumerate(lines):
            self._put_line(row, words, line, strong=False)
        whole = outcome.total_years if outcome else Compared("", "", "", Pence(0), Pence(0))
        self._put_line(len(lines), "Total", whole, strong=True)
        for column in range(1, len(HEADINGS)):
            self.to_the_right(column)

    def words(self) -> Sequence[Sequence[str]]:
        """All that is shown, row by row."""
        return [[self.text_at(row, column) for column in range(len(HEADINGS))] for row in range(self.rowCount())]

    def _put_line(self, row: int, words: str, line: Compared, *, strong: bool) -> None:
        figures = (line.before or Pence(0), line.after or Pence(0), line.saving)
        texts = (words, *(show_pounds(each) for each in figures), show_change(line))
        for column, text in enumerate(texts):
            self.put(row, column, text, strong=strong, right=column > 0)
