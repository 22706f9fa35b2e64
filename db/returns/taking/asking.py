"""What is put to the provider: figures that break a rule, and what no answer here could settle."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.returns.cells import Cells
from db.returns.figures import show_value
from db.returns.problems import Problem
from db.returns.understanding.questions import Question
from db.returns.understanding.understood import CellReading, Understood
from db.rules.monitoring import ReturnPeriod
from db.rules.queries import Query


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may be put to the provider, and whether it is unless the officer says otherwise."""

    query: Query
    is_meant: bool


def doubts_of(understood: Understood, quarter: ReturnPeriod) -> tuple[Doubt, ...]:
    """Problems and open questions, which are meant to be asked, then figures of the quarter that were not returned."""
    return (
        *(Doubt(_of_problem(each), is_meant=True) for each in understood.problems),
        *(Doubt(_of_question(understood.cells, each), is_meant=True) for each in understood.open_questions),
        *(Doubt(_of_blank(understood.cells, each), is_meant=False) for each in _blanks(understood, quarter)),
    )


def _of_problem(problem: Problem) -> Query:
    """The problem without its place and value, which stand beside the question."""
    _, _, wrong = problem.sentence.partition(f"“{problem.value}”. ")
    return Query(problem.sheet, problem.cell, problem.value, f"{wrong or problem.sentence} What is the figure?")


def _of_question(cells: Cells, question: Question) -> Query:
    cell = question.cells[0] if question.cells else ""
    return Query(question.sheet, cell, _said(cells, question.sheet, cell), question.text)


def _of_blank(cells: Cells, reading: CellReading) -> Query:
    said = _said(cells, reading.sheet, reading.cell)
    asked = f"What is the figure for {reading.name}{f', {reading.group}' if reading.group else ''}?"
    return Query(reading.sheet, reading.cell, said, asked)


def _blanks(understood: Understood, quarter: ReturnPeriod) -> Iterator[CellReading]:
    return (each for each in understood.readings if each.value is None and each.days == quarter.days)


def _said(cells: Cells, sheet: str, cell: str) -> str:
    value = cells.at(sheet, cell) if cell else None
    return "" if value is None else show_value(value)
