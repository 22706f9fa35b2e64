"""A sheet of a register as rows under headings, wherever they begin."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from db.incoming.fields import field_of
from db.returns.cells import Cells, CellValue, Merged, address
from db.returns.tables.heading_names import column_of, named_columns
from db.returns.tables.headings import heading_rows
from db.returns.tables.look import Look, SeenRow, is_total
from db.returns.tables.sheet import Sheet, is_blank
from db.returns.tables.words import fold

_LOOKED_AT = 60
_MOST_SPREAD = 1_000
"""Rows over which one merged cell is taken to speak."""
Held = dict[int, CellValue]


@dataclass(frozen=True, slots=True)
class Source:
    """A sheet's headings by column, and every row below them that is not blank."""

    sheet: str
    header_rows: tuple[int, ...]
    headings: Mapping[int, str]
    """By column; empty where it has none."""
    rows: Mapping[int, Held]
    names: Mapping[int, str]
    """What each column is called: its heading, told apart from others of the same words, or its letter."""
    recognised: int = 0
    """How many of its headings name something a contract has."""

    def name(self, column: int) -> str:
        """What a column is called."""
        return self.names.get(column) or _letter(column)

    def why_no_row(self, number: int) -> str:
        """Why a row is no contract's, as a sentence; empty where it may be one."""
        held = self.rows[number]
        if self._is_heading_again(held):
            return "It says the headings again."
        if len(held) * 2 <= max(len(self.headings), 3) and is_total(fold(str(next(iter(held.values()))))):
            return "It adds up other rows."
        if len(held) == 1 and len(self.headings) > 2:
            return "It holds one cell and no contract."
        return ""

    def _is_heading_again(self, held: Held) -> bool:
        first, value = next(iter(held.items()))
        if len(held) < 2 or not isinstance(value, str) or value[:2].casefold() != self.headings[first][:2].casefold():
            return False
        same = sum(fold(str(value)) == fold(self.headings.get(column, "")) for column, value in held.items())
        return same * 10 >= len(held) * 8


def sources(cells: Cells, headings: Mapping[str, int]) -> tuple[Source, ...]:
    """Every sheet that holds anything, with its headings found, or taken from the row that was chosen."""
    return tuple(
        _source(cells, name, rows, headings.get(name)) for name, held in cells.sheets.items() if (rows := _by_row(held))
    )


def _by_row(held: Mapping[tuple[int, int], CellValue]) -> dict[int, Held]:
    rows: dict[int, Held] = defaultdict(dict)
    is_in_order, last = True, (0, 0)
    for place, value in held.items():
        if not is_blank(value):
            rows[place[0]][place[1]] = value
            is_in_order, last = is_in_order and place > last, place
    return rows if is_in_order else {number: dict(sorted(rows[number].items())) for number in sorted(rows)}


def _source(cells: Cells, name: str, rows: dict[int, Held], chosen: int | None) -> Source:
    seen = tuple(
        SeenRow(number, tuple(rows[number].items())) for number, _ in zip(rows, range(_LOOKED_AT), strict=False)
    )
    sheet = Sheet(name, seen, {(each.first_row, each.first_column): each for each in cells.merged.get(name, ())})
    numbers = _chosen(rows, chosen) if chosen is not None else _header(sheet)
    heads = [row for row in seen if row.number in numbers]
    named = {number: _name(number, said) for number, said in named_columns(sheet, heads).items()} if heads else {}
    last = max(numbers, default=0)
    _spread(rows, last, cells.merged.get(name, ()))
    columns = {column: named.get(column, "") for number, held in rows.items() if number > last for column in held}
    columns |= named
    body = {number: held for number, held in rows.items() if number > last}
    recognised = len({field for text in named.values() if (field := field_of(text)[0])})
    headings = dict(sorted(columns.items()))
    return Source(name, numbers, headings, body, _told_apart(headings), recognised)


def _told_apart(headings: Mapping[int, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for column, heading in headings.items():
        is_free = heading and heading not in found.values()
        found[column] = heading if is_free else f"{heading} ({_letter(column)})" if heading else _letter(column)
    return found


def _letter(column: int) -> str:
    return f"column {address(1, column)[:-1]}"


def _name(number: int, said: list[tuple[str, tuple[int, int]]]) -> str:
    column = column_of(number, said)
    lowest = column.headings[-1] if column.headings else ""
    whole = " ".join(column.headings)
    return lowest if field_of(lowest)[1] >= max(field_of(whole)[1], 0.1) else whole


def _spread(rows: dict[int, Held], last: int, merged: Iterable[Merged]) -> None:
    """What is merged over several rows below the headings is said by each of them."""
    for block in merged:
        value = rows.get(block.first_row, {}).get(block.first_column)
        if value is None or block.first_row <= last:
            continue
        for number in range(block.first_row + 1, min(block.last_row, block.first_row + _MOST_SPREAD) + 1):
            if number in rows and block.first_column not in rows[number]:
                rows[number] = dict(sorted({**rows[number], block.first_column: value}.items()))


def _chosen(rows: Mapping[int, Held], row: int) -> tuple[int, ...]:
    return (row,) if row in rows else ()


def _header(sheet: Sheet) -> tuple[int, ...]:
    """The rows that say most of what registers' headings say; else the first that look like headings."""
    best, levels, told = -1, 0, 1
    for at, row in enumerate(sheet.rows):
        said = _recognised(row)
        if said > told:
            best, levels, told = at, 1, said
    if best >= 0:
        return _with_level_above(sheet, best)
    for at, row in enumerate(sheet.rows[:15]):
        levels = heading_rows(sheet, at)
        is_first = all(len(above.cells) < len(row.cells) for above in sheet.rows[:at])
        if levels and is_first and len(row.cells) >= 2 and not _reads_as_data(sheet, at):
            return tuple(each.number for each in sheet.rows[at : at + levels])
    return ()


def _recognised(row: SeenRow) -> int:
    texts = [value for _, value in row.cells if isinstance(value, str) and len(value) < 80]
    if len(texts) * 10 < len(row.cells) * 8 or {Look.DAY, Look.NUMBER} & set(row.looks):
        return 0
    return len({field for text in texts if (field := field_of(text)[0])})


def _with_level_above(sheet: Sheet, at: int) -> tuple[int, ...]:
    """The row of headings, with the row above where that is merged over several of its columns."""
    row = sheet.rows[at]
    if at and (above := sheet.rows[at - 1]).number == row.number - 1:
        spans = [sheet.width(above.number, column) for column in above.columns]
        if len(above.cells) > 1 and any(1 < width < len(row.cells) for width in spans):
            return (above.number, row.number)
    return (row.number,)


def _reads_as_data(sheet: Sheet, at: int) -> bool:
    """Whether a row looks like the rows below it: long texts or codes, in most columns."""
    row = sheet.rows[at]
    shapes = [{column: _shape(value) for column, value in each.cells} for each in sheet.rows[at + 1 : at + 8]]
    alike = sum(any(below.get(column) == _shape(value) != "words" for below in shapes) for column, value in row.cells)
    return alike * 6 > len(row.cells)


def _shape(value: CellValue) -> str:
    if not isinstance(value, str):
        return "figures"
    return "code" if any(each.isdigit() for each in value) else "words"


def text_of(value: CellValue) -> str:
    """A cell's value as a person would type it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


@lru_cache(maxsize=20_000)
def one_line(text: str) -> str:
    """Text on one line, with no outer blanks."""
    return " ".join(text.replace("_x000D_", " ").split())


def texts_of(source: Source, number: int) -> tuple[tuple[str, str], ...]:
    """A row as it came: what each column is called and what it says."""
    names = source.names
    return tuple(
        [
            (names[column], value if isinstance(value, str) else text_of(value))
            for column, value in source.rows[number].items()
        ]
    )
