"""Which figures wait for a question that was asked of their label, their heading or the first cell of their column."""

from collections.abc import Collection, Iterable

from db.returns.cells import place
from db.returns.tables.table import Table
from db.returns.understanding.questions import About, Question
from db.returns.understanding.understood import Understood

Held = list[tuple[Collection[int], Question]]


class Waiting:
    """Looks up any cell at once: by column where that or its heading is asked about, by row where a label is."""

    def __init__(self, understood: Understood) -> None:
        self._columns: dict[tuple[str, int], Held] = {}
        self._rows: dict[tuple[str, int], Held] = {}
        asked = [each for each in understood.open_questions if each.about in (About.MEASURE, About.COLUMN)]
        for table in understood.tables:
            mine = [each for each in asked if each.sheet == table.sheet]
            if mine:
                self._add(table, mine)

    def question(self, sheet: str, row: int, column: int) -> Question | None:
        """The open question that says what the figure of a cell is of."""
        found = (
            *((row, held) for held in self._columns.get((sheet, column), ())),
            *((column, held) for held in self._rows.get((sheet, row), ())),
        )
        return next((question for at, (within, question) in found if at in within), None)

    def _add(self, table: Table, asked: Iterable[Question]) -> None:
        rows, columns = frozenset(table.data_rows), table.column_numbers
        headed = [(at, each.number) for each in table.columns for at in each.heading_places]
        for question in asked:
            places = {place(cell) for cell in question.cells}
            under = [number for at, number in headed if at in places]
            beside = [(row, column) for row, column in places if row in rows and column in columns]
            if question.about is About.COLUMN:
                under, beside = [*under, *(column for _, column in beside)], []
            for number in under:
                self._columns.setdefault((table.sheet, number), []).append((rows, question))
            for row, _ in beside:
                self._rows.setdefault((table.sheet, row), []).append((columns, question))
