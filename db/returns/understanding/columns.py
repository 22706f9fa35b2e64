"""What each column of a table means, with the evidence for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.returns.cells import Cells, CellValue
from db.returns.tables.coding import coding_in, coding_said
from db.returns.tables.content import Content, content_of
from db.returns.tables.look import Look
from db.returns.tables.periods import PeriodWords, left_open, merge, period_words
from db.returns.tables.personal import personal_in
from db.returns.tables.steps import Step, is_series, said_by, step_of
from db.returns.tables.table import Column, Table
from db.returns.tables.words import fold
from db.returns.understanding.column_content import by_content
from db.returns.understanding.column_seen import Found, Seen, beside_period, day_of
from db.returns.understanding.known import Known, table_key
from db.returns.understanding.labels import kind_said, match_measure
from db.returns.understanding.meaning import FIGURES, Meaning
from db.returns.understanding.stepped import stepped
from db.rules.monitoring import Measure, MeasureId

_COUNTING = frozenset({"", "index", "row", "line", "#", "n"})
"""Headings over row numbers."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column with what it means."""

    column: Column
    name: str
    key: str
    content: Content
    words: PeriodWords
    """What its headings say of a period."""
    meaning: Meaning
    evidence: str
    sure: bool
    measure: MeasureId | None = None
    group: str = ""
    """A heading that names a part of the measure, as an area."""


def columns_of(table: Table, cells: Cells, known: Known, asked: Sequence[Measure]) -> tuple[ColumnUse, ...]:
    """What every column of a table means, from the left."""
    seen = _seen(table, cells)
    found: dict[int, Found] = {}
    for each in seen:
        settled = _from_profile(each, table, known) or _personal(each, table, cells) or _by_heading(each, asked)
        settled = settled or _coding(each, table, cells) or _series(each, table, cells)
        if settled:
            found[each.column.number] = settled
    for each in seen:
        if each.column.number not in found:
            found[each.column.number] = by_content(each, seen, found, asked, bool(table.header_rows))
    found |= stepped(seen, found, table.data_rows, cells.sheets[table.sheet])
    return tuple(_use(each, found[each.column.number]) for each in seen)


def _use(seen: Seen, found: Found) -> ColumnUse:
    return ColumnUse(
        seen.column,
        seen.column.name,
        seen.key,
        seen.content,
        seen.words,
        found.meaning,
        found.evidence,
        found.sure,
        found.measure,
        found.group,
    )


def _seen(table: Table, cells: Cells) -> list[Seen]:
    step, leading = _step(table), table.columns[0].name if table.columns else ""
    rows = table.data_rows
    held = cells.sheets[table.sheet]
    seen: list[Seen] = []
    names: dict[str, int] = {}
    for index, column in enumerate(table.columns, 1):
        again = names[column.name] = names.get(column.name, 0) + 1
        key = column_key(column)
        if not key:
            key, again = f"column {index}", 1
        content = content_of(held.get((row, column.number)) for row in rows)
        seen.append(
            Seen(column, key if again == 1 else f"{key} ({again})", content, heading_words(column, step, leading))
        )
    return _whole_years(seen)


def _whole_years(seen: list[Seen]) -> list[Seen]:
    """Where other headings name parts of a year, one that names that year and no more means the whole of it."""
    parted = {_year(each) for each in seen if each.words.quarter or each.words.months or each.words.half}
    return [
        replace(each, words=replace(each.words, whole_year=True)) if _is_year(each) and _year(each) in parted else each
        for each in seen
    ]  # fmt: skip


def _year(seen: Seen) -> tuple[int | None, int | None]:
    return seen.words.year, seen.words.lone_year


def _is_year(seen: Seen) -> bool:
    words = seen.words
    if words.days or words.quarter or words.months or words.half or _year(seen) == (None, None):
        return False
    return not left_open(seen.column.headings[-1]).replace("{period}", "").strip(" -–/()")


def column_key(column: Column) -> str:
    """A column's headings with every period left open; empty where it has none."""
    parts = ["{period}" if day_of(each) else fold(left_open(each)) for each in column.headings]
    kept = [part for index, part in enumerate(parts) if not index or part != parts[index - 1]]
    return " / ".join(kept)


def heading_words(column: Column, step: Step | None, leading: str = "") -> PeriodWords:
    """What a column's headings say of a period, all levels together, the lowest first."""
    found = PeriodWords()
    for heading in reversed(column.headings):
        day = day_of(heading)
        said = said_by(day, step, leading) if day else period_words(heading)
        found = merge(found, said)
    return found


def _step(table: Table) -> Step | None:
    """How far the days used as headings are apart."""
    return step_of(day for column in table.columns for each in column.headings if (day := day_of(each)))


def _from_profile(seen: Seen, table: Table, known: Known) -> Found | None:
    learned = known.column(table_key(table), seen.key)
    if learned is None or (seen.key == "{period}" and seen.content.main in (Look.WORDS, Look.LONG)):
        return None
    group = next((left for each in reversed(seen.column.headings) if (left := beside_period(each))), "")
    meaning = Meaning(learned.meaning)
    own = meaning in FIGURES and learned.measure is None and kind_said(group) in (None, Meaning.MEASURE, Meaning.GROUP)
    return Found(meaning, "So it was settled for this layout.", True, learned.measure, group if own else "")


def _personal(seen: Seen, table: Table, cells: Cells) -> Found | None:
    heading = seen.column.headings[-1] if seen.column.headings else ""
    reason = personal_in(heading, _values(table, cells, seen.column.number))
    return Found(Meaning.PERSONAL, f"{reason} It is not stored unless you choose so.") if reason else None


def _values(table: Table, cells: Cells, column: int) -> Iterable[CellValue]:
    held = cells.sheets[table.sheet]
    return (held[row, column] for row in table.data_rows if (row, column) in held)


def _coding(seen: Seen, table: Table, cells: Cells) -> Found | None:
    """A column of figures that count nothing: codes, coordinates, telephone numbers, row numbers, years."""
    heading = seen.column.headings[-1] if seen.column.headings else ""
    if (said := coding_said(heading)) and not seen.words.says_something:
        return Found(Meaning.LEFT_OUT, f"Its heading “{heading}” names {said}, which counts nothing.")
    is_first = seen.column is table.columns[0] and len(table.columns) > 1 and fold(heading) in _COUNTING
    told = coding_in(_values(table, cells, seen.column.number), is_first)
    if told and seen.content.main is Look.NUMBER and not seen.words.says_something:
        return Found(Meaning.LEFT_OUT, f"Its cells are {told}.")
    return None


def _series(seen: Seen, table: Table, cells: Cells) -> Found | None:
    """A column of days that follow one another evenly: each row is of its day, week, month or quarter."""
    if seen.content.main is not Look.DAY or not seen.column.headings:
        return None
    days = (value for value in _values(table, cells, seen.column.number) if isinstance(value, date))
    return Found(Meaning.PERIOD, "Its cells are days that follow one another evenly.") if is_series(days) else None


def _by_heading(seen: Seen, asked: Sequence[Measure]) -> Found | None:
    measure = _measure_named(seen, asked)
    for heading in reversed(seen.column.headings):
        kind = kind_said(heading)
        if kind is None or not _fits(kind, seen.content) or _counts(heading, seen) or _stands_over(kind, seen):
            continue
        evidence = f"Its heading “{heading}” names it."
        if kind in FIGURES and measure:
            return Found(kind, f"{evidence} The measure is named above it.", True, measure)
        return Found(kind, evidence)
    if measure:
        return Found(Meaning.VALUE, "Its heading is the name of a measure of the contract.", True, measure)
    return None


def _counts(heading: str, seen: Seen) -> bool:
    """Whether "no." stands under another heading and over figures: it is their number and no reference."""
    return fold(heading) in ("no", "no.") and seen.content.main is Look.NUMBER and len(seen.column.headings) > 1


def _stands_over(kind: Meaning, seen: Seen) -> bool:
    """Whether "Month" stands over a heading that is a month itself: the cells are figures of it and no periods."""
    return kind is Meaning.PERIOD and seen.words.says_something and seen.content.main is Look.NUMBER


def _measure_named(seen: Seen, asked: Sequence[Measure]) -> MeasureId | None:
    for heading in reversed(seen.column.headings):
        match = match_measure(heading, asked)
        if match.is_sure and match.measure:
            return match.measure.id
    return None


def _fits(kind: Meaning, content: Content) -> bool:
    """Whether what the cells hold can be what the heading says."""
    if kind in (Meaning.MEASURE, Meaning.KIND, Meaning.UNIT):
        return content.main in (Look.WORDS, Look.LONG, None)
    if kind in FIGURES - {Meaning.VALUE}:
        return content.main in (Look.NUMBER, None) or content.looks[Look.NUMBER] > 0
    if kind is Meaning.PERIOD:
        return content.main in (Look.PERIOD, Look.DAY, None) or content.are_period_numbers
    return True
