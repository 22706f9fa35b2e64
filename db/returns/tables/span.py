"""The columns of a table: with headings, or filled beside them; two tables side by side are told apart."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from db.returns.tables.heading_names import column_of, named_columns
from db.returns.tables.look import Look, SeenRow, look_of
from db.returns.tables.sheet import Sheet
from db.returns.tables.table import Column, Role, Table, Title
from db.returns.tables.words import fold


def close(
    sheet: Sheet,
    header: Sequence[SeenRow],
    body: Sequence[SeenRow],
    rows: Mapping[int, Role],
    titles: tuple[Title, ...],
    indent: Mapping[int, str],
) -> Iterator[Table]:
    """A table, or several side by side that a blank column parts and whose headings are the same."""
    filled = Counter(column for row in body for column in row.columns)
    columns = _columns(sheet, header, filled, body)
    header_rows = tuple(row.number for row in header)
    for part in _side_by_side(columns):
        own = {column.number for column in part}
        held = {row.number for row in body if any(column in own for column in row.columns)}
        kept = MappingProxyType({number: role for number, role in rows.items() if number in held})
        yield Table(sheet.name, 0, part, header_rows, kept, titles, indent=MappingProxyType(dict(indent)))


def _told_once(body: Sequence[SeenRow], seldom: set[int]) -> set[int]:
    """Of columns seldom filled, those that name a period for the rows below as well: a year beside its first month."""
    seen: dict[int, list[bool]] = {}
    for row in body if seldom else ():
        for column, value in row.cells:
            if column in seldom:
                is_year = isinstance(value, int | float) and 1990 <= value <= 2100 and value == int(value)
                seen.setdefault(column, []).append(is_year or look_of(value) is Look.PERIOD)
    return {column for column, told in seen.items() if sum(told) > 1 and sum(told) * 2 >= len(told)}


def _columns(
    sheet: Sheet, header: Sequence[SeenRow], filled: Mapping[int, int], body: Sequence[SeenRow]
) -> tuple[Column, ...]:
    rows = len(body)
    if not header:
        return tuple(Column(number) for number in sorted(filled))
    named = named_columns(sheet, header)
    told_once = _told_once(body, {number for number in filled if filled[number] * 4 < rows} - named.keys())
    for number in (*sorted(filled), *sorted(filled, reverse=True)):
        near = number - 1 in named or number + 1 in named
        near = near or (number < min(named) and filled[number] * 2 >= rows)
        if number not in named and near and (filled[number] * 4 >= rows or number in told_once):
            named[number] = []
    for number in _stepped(body, named.keys()):
        named.setdefault(number, [])
    used = {number: said for number, said in named.items() if filled.get(number) or _has_own(said, number) or not rows}
    return tuple(column_of(number, used[number]) for number in sorted(used))


def _stepped(body: Sequence[SeenRow], named: Collection[int]) -> set[int]:
    """Columns without headings whose words begin rows, between the first heading and the figures: labels in steps."""
    firsts = [
        (row.columns[0], row.looks[0]) for row in body if len(row.cells) > 1 and row.columns[0] not in named
    ]  # fmt: skip
    numbers = [
        column for row in body for column, look in zip(row.columns, row.looks, strict=True)
        if look is Look.NUMBER and column in named
    ]  # fmt: skip
    begin = Counter(column for column, look in firsts if look is Look.WORDS)
    figures = min(numbers, default=0)
    return {column for column, count in begin.items() if count > 1 and min(named) < column < figures}


def _has_own(said: Sequence[tuple[str, tuple[int, int]]], number: int) -> bool:
    return any(column == number for _, (_, column) in said)


def _side_by_side(columns: tuple[Column, ...]) -> Iterator[tuple[Column, ...]]:
    """The whole, or its parts where blank columns part it and each part has the headings of the first."""
    runs: list[list[Column]] = []
    for column in columns:
        if not runs or column.number != runs[-1][-1].number + 1:
            runs.append([])
        runs[-1].append(column)
    names = [[fold(column.headings[-1]) if column.headings else "" for column in run] for run in runs]
    if len(runs) > 1 and len(runs[0]) > 1 and all(each == names[0] and any(each) for each in names):
        yield from (tuple(run) for run in runs)
    elif columns:
        yield columns
