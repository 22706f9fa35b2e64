"""What each column of a table means, with the evidence for it."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.returns.cells import Cells, CellValue
from db.returns.tables.content import Content, content_of
from db.returns.tables.look import Look
from db.returns.tables.periods import PeriodWords, in_date, left_open, merge, period_words
from db.returns.tables.personal import personal_in
from db.returns.tables.table import Column, Table
from db.returns.tables.words import fold
from db.returns.understanding.known import Known, table_key
from db.returns.understanding.labels import kind_said, match_measure
from db.returns.understanding.meaning import FIGURES, Meaning
from db.rules.dates import quarter_period
from db.rules.monitoring import Measure, MeasureId


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


@dataclass(frozen=True, slots=True)
class _Found:
    meaning: Meaning
    evidence: str
    sure: bool = True
    measure: MeasureId | None = None
    group: str = ""


def columns_of(table: Table, cells: Cells, known: Known, asked: Sequence[Measure]) -> tuple[ColumnUse, ...]:
    """What every column of a table means, from the left."""
    seen = _seen(table, cells)
    found: dict[int, _Found] = {}
    for each in seen:
        settled = _from_profile(each, table, known) or _personal(each, table, cells) or _by_heading(each, asked)
        if settled:
            found[each.column.number] = settled
    for each in seen:
        if each.column.number not in found:
            found[each.column.number] = _by_content(each, seen, found, asked, bool(table.header_rows))
    return tuple(_use(each, found[each.column.number]) for each in seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    column: Column
    key: str
    content: Content
    words: PeriodWords


def _use(seen: _Seen, found: _Found) -> ColumnUse:
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


def _seen(table: Table, cells: Cells) -> list[_Seen]:
    quarterly = _are_quarters(table)
    rows = table.data_rows
    held = cells.sheets[table.sheet]
    seen: list[_Seen] = []
    names: dict[str, int] = {}
    for index, column in enumerate(table.columns, 1):
        again = names[column.name] = names.get(column.name, 0) + 1
        key = column_key(column)
        if not key:
            key, again = f"column {index}", 1
        content = content_of(held.get((row, column.number)) for row in rows)
        seen.append(_Seen(column, key if again == 1 else f"{key} ({again})", content, heading_words(column, quarterly)))
    return seen


def column_key(column: Column) -> str:
    """A column's headings with every period left open; empty where it has none."""
    parts = ["{period}" if _iso(each) else fold(left_open(each)) for each in column.headings]
    kept = [part for index, part in enumerate(parts) if not index or part != parts[index - 1]]
    return " / ".join(kept)


def heading_words(column: Column, quarterly: bool) -> PeriodWords:
    """What a column's headings say of a period, all levels together, the lowest first."""
    found = PeriodWords()
    for heading in reversed(column.headings):
        day = _iso(heading)
        if day:
            said = PeriodWords(days=quarter_period(day), spans=((0, 0),)) if quarterly else in_date(day)
        else:
            said = period_words(heading)
        found = merge(found, said)
    return found


def _are_quarters(table: Table) -> bool:
    """Whether the days used as headings follow each other by three months."""
    days = sorted({day for column in table.columns for each in column.headings if (day := _iso(each))})
    gaps = [(later - earlier).days for earlier, later in itertools.pairwise(days)]
    return bool(gaps) and min(gaps) > 80


def names_period(heading: str) -> bool:
    """Whether a heading says a period, or is a day."""
    return _iso(heading) is not None or period_words(heading).says_something


def _iso(heading: str) -> date | None:
    try:
        return date.fromisoformat(heading[:10]) if heading[4:5] == "-" and heading[7:8] == "-" else None
    except ValueError:
        return None


def _from_profile(seen: _Seen, table: Table, known: Known) -> _Found | None:
    learned = known.column(table_key(table), seen.key)
    if learned is None:
        return None
    group = next((each for each in reversed(seen.column.headings) if not names_period(each)), "")
    meaning = Meaning(learned.meaning)
    own = meaning in FIGURES and learned.measure is None and kind_said(group) is None
    return _Found(meaning, "So it was settled for this layout.", True, learned.measure, group if own else "")


def _personal(seen: _Seen, table: Table, cells: Cells) -> _Found | None:
    heading = seen.column.headings[-1] if seen.column.headings else ""
    reason = personal_in(heading, _values(table, cells, seen.column.number))
    return _Found(Meaning.PERSONAL, f"{reason} It is not stored unless you choose so.") if reason else None


def _values(table: Table, cells: Cells, column: int) -> Iterable[CellValue]:
    held = cells.sheets[table.sheet]
    return (held[row, column] for row in table.data_rows if (row, column) in held)


def _by_heading(seen: _Seen, asked: Sequence[Measure]) -> _Found | None:
    measure = _measure_named(seen, asked)
    for heading in reversed(seen.column.headings):
        kind = kind_said(heading)
        if kind is None or not _fits(kind, seen.content):
            continue
        evidence = f"Its heading “{heading}” names it."
        if kind in FIGURES and measure:
            return _Found(kind, f"{evidence} The measure is named above it.", True, measure)
        return _Found(kind, evidence)
    if measure:
        return _Found(Meaning.VALUE, "Its heading is the name of a measure of the contract.", True, measure)
    return None


def _measure_named(seen: _Seen, asked: Sequence[Measure]) -> MeasureId | None:
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


def _by_content(
    seen: _Seen, all_seen: Sequence[_Seen], found: dict[int, _Found], asked: Sequence[Measure], headed: bool
) -> _Found:
    content = seen.content
    if content.main in (Look.WORDS, Look.LONG):
        return _words(seen, all_seen, found, asked, headed)
    if content.main is Look.PERIOD:
        return _Found(Meaning.PERIOD, "Its cells name periods.", not headed or not seen.column.headings)
    if content.main is Look.DAY:
        return _days(seen)
    if content.main is None:
        return _empty(seen)
    return _figures(seen, all_seen, found)


def _empty(seen: _Seen) -> _Found:
    if seen.words.says_something:
        return _Found(Meaning.VALUE, f"Its heading “{seen.column.name}” names a period, and no cell is filled in yet.")
    return _Found(Meaning.LEFT_OUT, "No cell below its heading holds anything.")


def _words(
    seen: _Seen, all_seen: Sequence[_Seen], found: dict[int, _Found], asked: Sequence[Measure], headed: bool
) -> _Found:
    content = seen.content
    kinds = [kind_said(text) for text in content.texts]
    if len(content.texts) > 1 and all(kind in FIGURES for kind in kinds):
        return _Found(Meaning.KIND, f"Its cells say {_some(content.texts)}.")
    has_measures = any(each.meaning is Meaning.MEASURE for each in found.values())
    if has_measures and not headed and content.looks[Look.NUMBER]:
        return _Found(Meaning.VALUE, "Its cells are what the form says beside its labels.")
    matched = sum(match_measure(text, asked).is_sure for text in content.texts)
    if not has_measures and matched * 3 >= len(content.texts):
        return _Found(Meaning.MEASURE, f"{matched} of its {len(content.texts)} texts are names of measures.")
    first = not any(each.content.main in (Look.WORDS, Look.LONG) for each in all_seen[: all_seen.index(seen)])
    if not has_measures and first and not content.repeats:
        return _Found(
            Meaning.MEASURE, "It is the first column and each of its texts is another one.", not seen.column.headings
        )
    if content.looks[Look.LONG] * 2 > content.count:
        return _Found(Meaning.COMMENT if has_measures else Meaning.NARRATIVE, "Its cells hold long texts.")
    if content.repeats:
        return _Found(Meaning.GROUP, f"Its cells say one of {_some(content.texts)}, again and again.", False)
    if has_measures and not seen.column.headings:
        return _Found(Meaning.COMMENT, "Its cells hold words beside the figures.")
    return _Found(Meaning.LEFT_OUT, "Nothing shows what its words are for.", False)


def _days(seen: _Seen) -> _Found:
    if not seen.column.headings:
        return _Found(Meaning.PERIOD, "Its cells are days, and the columns have no headings.", False)
    return _Found(Meaning.LEFT_OUT, f"Its cells are days, and its heading “{seen.column.name}” names no period.")


def _figures(seen: _Seen, all_seen: Sequence[_Seen], found: dict[int, _Found]) -> _Found:
    has_measures = any(each.meaning is Meaning.MEASURE for each in found.values())
    bare = [each for each in seen.column.headings if not names_period(each)]
    if not seen.column.headings:
        others = [each for each in all_seen if each.content.main is Look.NUMBER]
        return _Found(Meaning.VALUE, "Its cells are the figures of the table.", len(others) == 1 and has_measures)
    if not bare:
        return _Found(Meaning.VALUE, f"Its heading “{seen.column.name}” names a period and its cells are figures.")
    if has_measures:
        return _Found(
            Meaning.VALUE, f"Its cells are figures; “{bare[-1]}” may be a part of each measure.", False, None, bare[-1]
        )
    return _Found(Meaning.VALUE, f"Its cells are figures; “{bare[-1]}” is taken for a measure.")


def _some(texts: Sequence[str]) -> str:
    shown = ", ".join(f"“{each}”" for each in texts[:3])
    return shown if len(texts) <= 3 else f"{shown} and {len(texts) - 3} more"
