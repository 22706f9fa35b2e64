"""What was understood of each cell, for a screen that shows the sheet as it is."""

from collections.abc import Container

from db.returns.cells import address
from db.returns.tables.roles import Roles
from db.returns.tables.table import Role
from db.returns.understanding.doubts import TAKE_IN
from db.returns.understanding.meaning import FIGURES, Meaning
from db.returns.understanding.questions import About
from db.returns.understanding.understood import Painted, Understood
from db.returns.understanding.waiting import Waiting


class Painting:
    """Looks up any cell at once."""

    def __init__(self, understood: Understood) -> None:
        self._roles = Roles(understood.cells, understood.tables, taken_in(understood))
        self._readings = {(each.sheet, each.cell): each for each in understood.readings}
        self._problems = {(each.sheet, each.cell): each for each in understood.problems}
        self._questions = {
            (each.sheet, cell): each for each in reversed(understood.open_questions) for cell in each.cells
        }
        self._meanings = _meanings(understood)
        self._waiting = Waiting(understood)

    def at(self, sheet: str, row: int, column: int) -> Painted | None:
        """A cell's role, and its meaning, reading, problem and open question where it has them.

        None where it is blank and nothing was read from it.
        """
        spot = (sheet, address(row, column))
        role = self._roles.at(sheet, row, column)
        reading, problem, question = self._readings.get(spot), self._problems.get(spot), self._questions.get(spot)
        if role is None and not (reading or problem or question):
            return None
        meaning = self._meaning(sheet, row, column)
        if role is Role.DATA and meaning in FIGURES and not (reading or problem):
            question = question or self._waiting.question(sheet, row, column)
        return Painted(role, meaning, reading, problem, question)

    def _meaning(self, sheet: str, row: int, column: int) -> Meaning | None:
        found = self._meanings.get((sheet, column), ())
        return next((meaning for rows, meaning in found if row in rows), None)


def taken_in(understood: Understood) -> frozenset[str]:
    """The hidden parts that were chosen to be taken in, as Roles names them."""
    shown = set()
    for question in understood.questions:
        if question.about is About.HIDDEN and question.answered == TAKE_IN:
            part = question.key.split("|", 1)[0].removeprefix("hidden ")
            shown.add(question.sheet if part == "sheet" else f"{question.sheet}!{part}")
    return frozenset(shown)


def _meanings(understood: Understood) -> dict[tuple[str, int], list[tuple[Container[int], Meaning]]]:
    """By sheet and column, what the column says in the rows of each table."""
    by_table = {(each.sheet, each.number): each for each in understood.tables}
    found: dict[tuple[str, int], list[tuple[Container[int], Meaning]]] = {}
    for each in reversed(understood.columns):
        rows = by_table[each.sheet, each.table].rows
        found.setdefault((each.sheet, each.column), []).append((rows, each.meaning))
    return found
