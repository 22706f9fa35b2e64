"""A provider's own workbook as it was understood, as text for people and as the keys that --json promises."""

from collections.abc import Iterable, Iterator
from typing import Any

from db.returns.cells import address
from db.returns.taking.meant import Candidate
from db.returns.taking.readings import kept_readings
from db.returns.understanding.questions import Question
from db.returns.understanding.understood import Understood
from db.rules.monitoring import Reading, ReturnPeriod
from desktop.commands.return_page import shown
from desktop.commands.saying import aligned
from desktop.commands.things_json import Values, iso, problem_values, reading_values

_NO_CONTRACT = "a contract that is not told: name it by --contract"
_NO_QUARTER = "a quarter that is not told: name it by --quarter"


def understood_page(understood: Understood, candidate: Candidate | None, quarter: ReturnPeriod | None) -> str:
    """Whose it is, the questions with their answers, the columns, the readings with their cells, the problems."""
    whose = candidate.reference if candidate else _NO_CONTRACT
    when = f"{quarter.label} ({quarter.days})" if quarter else _NO_QUARTER
    lines = [f"{whose}, {when}, from “{understood.cells.file_name}”"]
    lines += _group("QUESTIONS", (line for each in understood.open_questions for line in _question(each)))
    lines += _group("SETTLED", (line for each in understood.questions if not each.is_open for line in _question(each)))
    lines += _group("COLUMNS", aligned(_columns(understood), indent="  "))
    readings = kept_readings(understood, quarter) if quarter else ()
    lines += _group("READINGS", aligned(map(_reading, readings), indent="  "))
    lines += _group("PROBLEMS", (f"  {each.sentence}" for each in understood.problems))
    lines += _group("CHANGED LAYOUT", (f"  {each}" for each in understood.changed))
    lines += _group("REMARKS", (f"  {each}" for each in understood.cells.notes))
    return "\n".join([*lines, ""])


def understood_values(
    understood: Understood, candidate: Candidate | None, quarter: ReturnPeriod | None, evidence: str
) -> Values:
    """All that was understood of a workbook."""
    readings = kept_readings(understood, quarter) if quarter else ()
    return {
        "contract": candidate.reference if candidate else None,
        "evidence": evidence or None,
        "quarter": quarter.label if quarter else None,
        "starts_on": iso(quarter.days.starts_on) if quarter else None,
        "ends_on": iso(quarter.days.ends_on) if quarter else None,
        "file": understood.cells.file_name,
        "file_sha256": understood.cells.file_sha256,
        "kind": understood.cells.kind,
        "tables": [_table(understood, at) for at in range(len(understood.tables))],
        "columns": [
            {"sheet": each.sheet, "column": address(1, each.column)[:-1], "heading": each.name,
             "meaning": each.meaning.value, "why": each.evidence}
            for each in understood.columns
        ],
        "questions": [_question_values(each) for each in understood.questions],
        "readings": [{**reading_values(each), "kind": each.kind, "part": each.part or None, "how": each.how or None}
                     for each in readings],
        "problems": [problem_values(each) for each in understood.problems],
        "changed": list(understood.changed),
        "notes": list(understood.cells.notes),
    }  # fmt: skip


def _group(heading: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return ["", heading, *found] if found else []


def _question(question: Question) -> Iterator[str]:
    yield f"  {question.text}"
    if question.evidence:
        yield f"    {question.evidence}"
    for each in question.choices:
        mark = "*" if each.value == question.answered else "?" if each.value == question.suggested else " "
        yield f"  {mark} --answer {_quoted(f'{question.key}={each.value}')}  {each.label}"


def _quoted(words: str) -> str:
    return f'"{words}"'


def _columns(understood: Understood) -> Iterator[tuple[str, str, str]]:
    for each in understood.columns:
        yield f"{each.sheet} {address(1, each.column)[:-1]}", each.name, each.meaning.value


def _reading(reading: Reading) -> tuple[str, str, str]:
    kind = "" if reading.kind == "value" else reading.kind
    name = ", ".join(filter(None, (reading.measure, reading.part, kind)))
    return f"{reading.sheet} {reading.cell}", name, shown(reading)


def _table(understood: Understood, at: int) -> Values:
    table = understood.tables[at]
    columns = sorted(table.column_numbers)
    first, last = address(table.first_row, columns[0]), address(table.last_row, columns[-1])
    return {"sheet": table.sheet, "cells": f"{first}:{last}"}


def _question_values(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "sheet": question.sheet,
        "cells": list(question.cells),
        "text": question.text,
        "evidence": question.evidence or None,
        "choices": [{"choice": each.value, "label": each.label, "effect": each.effect} for each in question.choices],
        "suggested": question.suggested,
        "answered": question.answered,
    }
