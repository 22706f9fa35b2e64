"""What columns without headings seem to be, by what they hold."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from db.incoming.column import Column, Suggestion
from db.incoming.days import column_days
from db.incoming.fields import Field

_WHY = {
    Field.REFERENCE: "It has no heading; its cells are short codes, hardly one twice.",
    Field.VALUE: "It has no heading; its cells are amounts of money.",
    Field.PROVIDER: "It has no heading; many of its cells are names of firms and charities.",
    Field.TITLE: "It has no heading; its cells are words, hardly one twice.",
    Field.START: "It has no heading; its cells are dates, and the next column of dates comes after them.",
    Field.END: "It has no heading; its cells are dates, after those of the column of dates before it.",
}
_UNKNOWN_DAYS = "It has no heading; its cells are dates, and nothing shows what happens on them."
_SAME = 0.5
_LEAST_FIRMS = 0.02
_NAME = 60
"""Characters that names of providers have at most, on the whole."""
_SHORTEST_TERM = 28


def by_content(columns: Sequence[Column]) -> dict[int, Suggestion]:
    """The reference, title, provider, days and value among columns that nothing names."""
    found = _days([each for each in columns if each.are_days])
    rest = [each for each in columns if each.number not in found and each.told and not each.are_yes_or_no]
    for field, test in ((Field.VALUE, _sums), (Field.REFERENCE, _codes)):
        if column := test(rest):
            found[column.number] = Suggestion(field, _WHY[field], 0.5)
            rest.remove(column)
    return found | _words([each for each in rest if each.are_words])


def _words(words: list[Column]) -> dict[int, Suggestion]:
    found = {}
    firms = [each for each in words if each.are_firms >= _LEAST_FIRMS and each.length < _NAME and _tells_many(each)]
    if firms:
        provider = max(firms, key=lambda each: (round(each.are_firms, 1), -each.number))
        found[provider.number] = Suggestion(Field.PROVIDER, _WHY[Field.PROVIDER], 0.5)
        words = [each for each in words if each is not provider and not _says_the_same(each, provider)]
    phrases = [each for each in words if each.are_phrases]
    if phrases:
        title = max(phrases, key=lambda each: (each.is_told_mostly, each.content.distinct * each.length, -each.number))
        found[title.number] = Suggestion(Field.TITLE, _WHY[Field.TITLE], 0.4)
    return found


def _tells_many(column: Column) -> bool:
    """Whether it names more than a handful, if it says many things."""
    return column.content.count < 20 or column.content.distinct >= 5


def _says_the_same(column: Column, other: Column) -> bool:
    """Whether it mostly repeats another, such as the name that a provider had before."""
    same = sum(other.by_row.get(row) == value for row, value in column.by_row.items())
    return same > len(column.by_row) * _SAME


def _codes(columns: Sequence[Column]) -> Column | None:
    """The first of codes, hardly one twice; one that only counts the rows where there is no other."""
    told = [each for each in columns if each.are_codes and each.is_told_mostly and not each.are_sums]
    own = [each for each in told if each.content.distinct * 2 >= each.content.count]
    return next((each for each in own if not each.counts_rows), next(iter(own), None))


def _sums(columns: Sequence[Column]) -> Column | None:
    """The first column of amounts with a sign of a currency, else the first of amounts."""
    sums = [each for each in columns if each.are_sums]
    return next((each for each in sums if each.has_sign), next(iter(sums), None))


def _days(columns: Sequence[Column]) -> dict[int, Suggestion]:
    """The first two columns of days of which the later follows the earlier by weeks; the others go to the notes."""
    found = {each.number: Suggestion(Field.NOTES, _UNKNOWN_DAYS, 0.3) for each in columns}
    plain = [each for each in columns if not each.have_times] if len(columns) > 2 else list(columns)
    term = next((pair for pair in pairwise(plain) if _is_term(*pair)), None)
    for column, field in zip(term or (), (Field.START, Field.END), strict=False):
        found[column.number] = Suggestion(field, _WHY[field], 0.5)
    return found


def _is_term(first: Column, second: Column) -> bool:
    starts, ends = _read(first), _read(second)
    lengths = [(ends[row] - day).days for row, day in starts.items() if row in ends]
    is_after = sum(each >= 0 for each in lengths) * 10 >= len(lengths) * 9
    return not lengths or (is_after and median(lengths) >= _SHORTEST_TERM)


def _read(column: Column) -> dict[int, date]:
    """Its days by row, as far as they can be read without asking."""
    days = column_days(column.values, date.max.replace(year=2100), None, False)
    read = {row: days.read(value).value for row, value in column.by_row.items()}
    return {row: day for row, day in read.items() if isinstance(day, date)}
