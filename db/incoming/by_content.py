"""What columns without headings seem to be, by what they hold."""

from collections.abc import Sequence

from db.incoming.column import Column, Suggestion
from db.incoming.fields import Field

_WHY = {
    Field.REFERENCE: "It has no heading; its cells are short codes, hardly one twice.",
    Field.VALUE: "It has no heading; its cells are amounts of money.",
    Field.PROVIDER: "It has no heading; many of its cells are names of firms and charities.",
    Field.TITLE: "It has no heading; its cells are words, hardly one twice.",
}


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
    firms = [each for each in words if each.are_firms >= 0.2]
    if firms:
        provider = max(firms, key=lambda each: each.are_firms)
        found[provider.number] = Suggestion(Field.PROVIDER, _WHY[Field.PROVIDER], 0.5)
        words.remove(provider)
    if words:
        title = max(words, key=lambda each: (each.content.distinct * each.length, -each.number))
        found[title.number] = Suggestion(Field.TITLE, _WHY[Field.TITLE], 0.4)
    return found


def _codes(columns: Sequence[Column]) -> Column | None:
    return next((each for each in columns if each.are_codes and each.content.distinct * 2 >= each.content.count), None)


def _sums(columns: Sequence[Column]) -> Column | None:
    """A column that writes pounds or pence; else one of large numbers, as long as another gives the reference."""
    written = next((each for each in columns if each.are_sums), None)
    if written:
        return written
    plain = [each for each in columns if each.are_numbers and each.are_large]
    return next((each for each in reversed(plain) if _codes([other for other in columns if other is not each])), None)


def _days(columns: Sequence[Column]) -> dict[int, Suggestion]:
    """Of columns of days, in their order: the first is the start and the next the end."""
    fields = (Field.START, Field.END, *([None] * len(columns)))
    return {
        each.number: Suggestion(
            field, "It has no heading; its cells are dates." if field else "It has no heading.", 0.5
        )
        for each, field in zip(columns, fields, strict=False)
    }
