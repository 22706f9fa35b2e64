"""Labels in steps: what a first column calls a row, or, where it says nothing, the next one."""

from collections.abc import Mapping, Sequence

from db.returns.cells import CellValue
from db.returns.tables.look import Look
from db.returns.tables.sheet import is_blank
from db.returns.understanding.column_seen import Found, Seen
from db.returns.understanding.meaning import Meaning

_HARDLY = 10
"""Of so many rows one may have words in both columns all the same."""


def stepped(
    all_seen: Sequence[Seen],
    found: Mapping[int, Found],
    rows: Sequence[int],
    held: Mapping[tuple[int, int], CellValue],
) -> dict[int, Found]:
    """The columns without headings that go on with the labels of the column before them."""
    steps: dict[int, Found] = {}
    labels: list[int] = []
    for each in all_seen:
        number = each.column.number
        if found[number].meaning is Meaning.MEASURE:
            labels.append(number)
        elif labels and _is_step(each, found[number]) and _goes_on(number, labels, rows, held):
            steps[number] = Found(Meaning.MEASURE, "Its words name the rows that the column before it does not name.")
            labels.append(number)
        elif labels:
            break
    return steps


def _is_step(seen: Seen, found: Found) -> bool:
    by_content = found.meaning in (Meaning.COMMENT, Meaning.LEFT_OUT, Meaning.GROUP)
    return by_content and not seen.column.headings and seen.content.main is Look.WORDS


def _goes_on(
    column: int, labels: Sequence[int], rows: Sequence[int], held: Mapping[tuple[int, int], CellValue]
) -> bool:
    """Whether a column's words stand where the labels before it are blank, and hardly anywhere else."""
    own = [row for row in rows if not is_blank(held.get((row, column)))]
    both = sum(any(not is_blank(held.get((row, label))) for label in labels) for row in own)
    return len(own) > 1 and both * _HARDLY <= len(own)
