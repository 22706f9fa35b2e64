"""Hidden sheets, rows and columns: shown, and asked about before anything of them is taken in."""

from collections.abc import Iterator, Sequence

from db.returns.cells import Cells, address
from db.returns.tables.sheet import is_blank
from db.returns.tables.table import Table
from db.returns.understanding.asking import Asking
from db.returns.understanding.doubts import LEAVE_OUT, TAKE_IN
from db.returns.understanding.known import sheet_key
from db.returns.understanding.questions import About, Choice

_CHOICES = (
    Choice(LEAVE_OUT, "Leave it out", "Its cells give no reading."),
    Choice(TAKE_IN, "Take it in", "It is read as if it were not hidden."),
)


def ask_hidden(asking: Asking, cells: Cells, tables: Sequence[Table]) -> frozenset[str]:
    """What is hidden and was chosen to be taken in: "Sheet", "Sheet!rows", "Sheet!columns"."""
    shown = set()
    for sheet in dict.fromkeys(table.sheet for table in tables):
        for part, held, said in _parts(cells, sheet, [each for each in tables if each.sheet == sheet]):
            answer = asking.ask(
                f"hidden {part}|{sheet_key(sheet)}", About.HIDDEN, (sheet, held),
                f"{said}. Is it taken in?", _CHOICES,
                evidence="What is hidden may be old, or kept back on purpose.", suggested=LEAVE_OUT,
            )  # fmt: skip
            if answer == TAKE_IN:
                shown.add(sheet if part == "sheet" else f"{sheet}!{part}")
    return frozenset(shown)


def _parts(cells: Cells, sheet: str, tables: Sequence[Table]) -> Iterator[tuple[str, list[str], str]]:
    if sheet in cells.hidden_sheets:
        yield "sheet", [], f"The sheet “{sheet}” is hidden and holds a table"
    held = cells.sheets[sheet]
    rows = sorted(cells.hidden_rows.get(sheet, frozenset()) & {row for each in tables for row in each.rows})
    columns = sorted(cells.hidden_columns.get(sheet, frozenset()) & {n for each in tables for n in each.column_numbers})
    if rows:
        wide = sorted({number for each in tables for number in each.column_numbers})
        spots = [address(row, n) for row in rows for n in wide if not is_blank(held.get((row, n)))]
        yield "rows", spots, f"{_count(rows, 'row')} of the table on sheet “{sheet}” hidden ({_list(rows)})"
    if columns:
        deep = [row for each in tables for row in (*each.header_rows, *each.rows)]
        spots = [address(row, n) for n in columns for row in deep if not is_blank(held.get((row, n)))]
        letters = [address(1, n)[:-1] for n in columns]
        yield "columns", spots, f"{_count(columns, 'column')} of the table on sheet “{sheet}” hidden ({_list(letters)})"


def _count(several: Sequence[int], what: str) -> str:
    return f"1 {what} is part" if len(several) == 1 else f"{len(several)} {what}s are part"


def _list(several: Sequence[object]) -> str:
    shown = ", ".join(str(each) for each in several[:8])
    return shown if len(several) <= 8 else f"{shown} and {len(several) - 8} more"
