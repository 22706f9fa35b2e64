"""What stands round a table: the period its titles, its sheet and its workbook speak of, and the part it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.returns.cells import Cells, CellValue
from db.returns.tables.days import DateOrder, looks_like_day, read_day
from db.returns.tables.look import Look, look_of
from db.returns.tables.periods import PeriodWords, days_of, in_date, merge, period_words, within
from db.returns.tables.table import Table
from db.returns.tables.words import fold
from db.returns.understanding.column_seen import day_of
from db.rules.dates import financial_quarter, year_of
from db.rules.monitoring import ReturnPeriod


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a table says."""

    words: PeriodWords
    evidence: str
    """Where the period is said, as the end of a sentence."""


def context_of(table: Table, cells: Cells, tables: Sequence[Table], given: ReturnPeriod | None) -> Context:
    """The period words round a table, the nearest first: titles, form, sheet's name, other sheets, file."""
    titles = " | ".join(title.text for title in table.titles)
    said = [
        (_of_titles(table), f"the words above it, “{titles[:80]}”"),
        (_of_form(table, cells), "the form's own row"),
        (period_words(table.sheet), f"the sheet's name “{table.sheet}”"),
        (_of_first_titles(table, tables), "the top of the sheet"),
        (_of_other_sheets(table, cells, tables), "another sheet"),
        (_of_headings(table), "the headings of the table"),
        (period_words(cells.file_name.rsplit(".", 1)[0]), f"the file's name “{cells.file_name}”"),
        (_given(given), "what was chosen for this file"),
    ]
    words, evidence = PeriodWords(), ""
    for each, where in said:
        if each.says_something:
            words = within(words, each) if words.says_something else each
            evidence = evidence or where
    return Context(words, evidence)


def _of_titles(table: Table) -> PeriodWords:
    found = PeriodWords()
    for title in reversed(table.titles):
        found = merge(found, period_words(title.text))
    return found


def _of_first_titles(table: Table, tables: Sequence[Table]) -> PeriodWords:
    first = next(each for each in tables if each.sheet == table.sheet)
    return PeriodWords() if first is table else _of_titles(first)


def _of_form(table: Table, cells: Cells) -> PeriodWords:
    """A row of the table that says the period itself, as in a form without headings."""
    if table.header_rows or len(table.columns) < 2:
        return PeriodWords()
    held = cells.sheets[table.sheet]
    first, second = table.columns[0].number, table.columns[1].number
    found = PeriodWords()
    for row in table.data_rows[:40]:
        if fold(str(held.get((row, first), ""))).strip(" :") in _PERIOD_LABELS:
            found = merge(found, _of_value(held.get((row, second))))
    return found


_PERIOD_LABELS = frozenset({
    "quarter", "period", "reporting period", "return period", "quarter ending", "quarter ended", "month", "year",
    "financial year", "reporting quarter", "period covered", "return for",
})  # fmt: skip


def _of_headings(table: Table) -> PeriodWords:
    """The financial year that headings name, where they name one alone; the quarter too where it holds their months."""
    said = [words for column in table.columns for each in column.headings if (words := _said(each)).says_something]
    years = {each.year for each in said} - {None}
    months = [days for each in said if each.year is None and each.months and (days := days_of(each))]
    years |= {year_of(each.starts_on) for each in months}
    quarters = {financial_quarter(day) for each in months for day in (each.starts_on, each.ends_on)}
    if len(years) != 1:
        return PeriodWords()
    return PeriodWords(year=years.pop(), quarter=quarters.pop() if len(quarters) == 1 else None)


def _said(heading: str) -> PeriodWords:
    """What a heading says; a day stands for its month."""
    day = day_of(heading)
    return PeriodWords(months=(day.month, day.month), months_year=day.year) if day else period_words(heading)


def _of_value(value: CellValue | None) -> PeriodWords:
    day = read_day(value, DateOrder.DAY_FIRST).day if value is not None and looks_like_day(value) else None
    if day:
        return in_date(day)
    return period_words(str(value)) if value is not None else PeriodWords()


def _of_other_sheets(table: Table, cells: Cells, tables: Sequence[Table]) -> PeriodWords:
    """What a cover sheet says: any sheet that has no table, or is a form."""
    with_tables = {each.sheet for each in tables if each.header_rows}
    found = PeriodWords()
    for name, held in cells.sheets.items():
        if name == table.sheet or name in with_tables or len(held) > 300:
            continue
        for value in held.values():
            if isinstance(value, str) and len(value) < 80 and look_of(value) in (Look.PERIOD, Look.WORDS):
                found = merge(found, period_words(value))
    return found


def _given(given: ReturnPeriod | None) -> PeriodWords:
    if given is None:
        return PeriodWords()
    day = given.days.starts_on
    return PeriodWords(year=year_of(day), quarter=financial_quarter(day))


def groups_of(tables: Sequence[Table]) -> Mapping[tuple[str, int], str]:
    """By sheet and number of a table that repeats another's headings, or is repeated, the part its title names."""
    repeated = {(each.sheet, each.repeats) for each in tables if each.repeats}
    found = {}
    for table in tables:
        if table.repeats is None and (table.sheet, table.number) not in repeated:
            continue
        own = [title.text for title in table.titles[-2:] if not period_words(title.text).says_something]
        if own:
            found[table.sheet, table.number] = own[-1].split(":", 1)[-1].strip()
    return found
