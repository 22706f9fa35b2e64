"""How a file is laid out, as people would say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.returns.layout import STAMP_SHEET
from db.returns.tables.periods import period_words
from db.returns.tables.table import Table
from db.returns.understanding.meaning import ColumnSuggestion, Meaning
from db.returns.understanding.understood import Understood


class Layout(StrEnum):
    """How figures and periods stand to each other."""

    BLANK_RETURN = "our own blank return"
    SHEET_PER_QUARTER = "a sheet for each quarter"
    PERIODS_ACROSS = "periods across"
    LONG_LIST = "a long list"
    FORM = "a form"
    ONE_PERIOD = "one period"


@dataclass(frozen=True, slots=True)
class LayoutFound:
    """The layout of one table, and why it is taken for that."""

    sheet: str
    table: int
    layout: Layout
    evidence: str


def layouts(understood: Understood) -> tuple[LayoutFound, ...]:
    """The layout of every table that was read."""
    return tuple(_layouts(understood))


def _layouts(understood: Understood) -> Iterator[LayoutFound]:
    sheets = dict.fromkeys(table.sheet for table in understood.tables)
    named = [sheet for sheet in sheets if period_words(sheet).quarter or period_words(sheet).months]
    for table in understood.tables:
        columns = [each for each in understood.columns if (each.sheet, each.table) == (table.sheet, table.number)]
        if columns:
            layout, evidence = _layout(understood, table, columns, named)
            yield LayoutFound(table.sheet, table.number, layout, evidence)


def _layout(
    understood: Understood, table: Table, columns: Sequence[ColumnSuggestion], named: Sequence[str]
) -> tuple[Layout, str]:
    if STAMP_SHEET in understood.cells.sheets:
        return Layout.BLANK_RETURN, "It carries the stamp of a blank return."
    across = {each.days for each in columns if each.days and each.meaning.gives_readings}
    if len(across) > 1:
        return Layout.PERIODS_ACROSS, f"{len(across)} periods stand in its headings."
    if any(each.meaning is Meaning.PERIOD for each in columns):
        return Layout.LONG_LIST, "A column says the period of each row."
    if table.sheet in named:
        return Layout.SHEET_PER_QUARTER, f"The sheet's name “{table.sheet}” is a period."
    if not table.header_rows and len(columns) <= 3:
        return Layout.FORM, "Each row has a label and what it says, and there are no headings."
    return Layout.ONE_PERIOD, "Its figures all speak of the period round the table."
