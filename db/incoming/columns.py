"""What each column of a register is: by its heading, by what it holds, or as an officer said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.incoming.fields import DAYS, EXTENSIONS, SEVERAL, Field, field_of, plain_heading
from db.incoming.source import Source, text_of
from db.incoming.values import is_missing
from db.returns.cells import CellValue
from db.returns.tables.content import Content, content_of
from db.returns.tables.look import Look

_FIRM = re.compile(
    r"\b(?:ltd|limited|plc|llp|cic|c\.i\.c|cio|inc|trust|group|association|foundation|charity|council|society|"
    r"services|solutions|partnership|consult\w+|care|homecare|nursing|management|transport|hospice|nhs|agency|systems|"
    r"& co|company|university|housing)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)[\w*./\\ #-]{1,30}")
_YES_NO = frozenset({"yes", "no", "y", "n", "true", "false"})
_LOOKED_AT = 400
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a column seems to be, and why."""

    field: Field | None
    evidence: str
    sure: float = 0.0


class Column:
    """A column's heading and what its cells hold."""

    def __init__(self, source: Source, number: int) -> None:
        self.number = number
        self.heading = source.headings.get(number, "")
        held = (row.get(number) for row in source.rows.values())
        self.values = [
            value for value, _ in zip((each for each in held if each is not None), range(_LOOKED_AT), strict=False)
        ]
        self.told = [value for value in self.values if not is_missing(value)]
        self.content: Content = content_of(self.told)

    @property
    def examples(self) -> tuple[str, ...]:
        """A few things it says."""
        return tuple(dict.fromkeys(text_of(value)[:60] for value in self.told[:40]))[:_EXAMPLES]

    def share(self, test: "re.Pattern[str]") -> float:
        """The share of its texts in which a pattern is found."""
        return sum(bool(test.search(text_of(value))) for value in self.told) / max(len(self.told), 1)

    @property
    def are_days(self) -> bool:
        """Whether most of it is days."""
        return self.content.main is Look.DAY

    @property
    def are_yes_or_no(self) -> bool:
        """Whether it says yes and no and nothing else."""
        return bool(self.told) and all(
            isinstance(value, bool) or text_of(value).strip().casefold() in _YES_NO for value in self.told
        )

    @property
    def are_numbers(self) -> bool:
        """Whether most of it is numbers."""
        return self.content.main is Look.NUMBER and not self.are_yes_or_no


def suggest(source: Source) -> dict[int, tuple[Column, Suggestion]]:
    """Every column with what it seems to be; each field once, but for contacts and notes."""
    columns = [Column(source, number) for number in source.headings]
    found = {each.number: _by_heading(each) for each in columns}
    if not source.header_rows:
        found |= _by_content(source, columns)
    _only_once(columns, found)
    _title_from_notes(columns, found)
    return {each.number: (each, found[each.number]) for each in columns}


def _by_heading(column: Column) -> Suggestion:
    field, sure = field_of(column.heading)
    if field is None:
        said = f"Nothing a contract has is called “{column.heading}”." if column.heading else "It has no heading."
        return Suggestion(None, said)
    if field in EXTENSIONS:
        return _extension(column, sure)
    evidence = f"Its heading is “{column.heading}”"
    if field in DAYS and column.told and not column.are_days:
        return Suggestion(field, f"{evidence}, though few of its cells are dates.", sure - 0.3)
    return Suggestion(field, f"{evidence}.", sure + (0.05 if column.told else -0.3))


def _extension(column: Column, sure: float) -> Suggestion:
    said = f"Its heading is “{column.heading}”"
    plain = plain_heading(column.heading)
    if column.are_days:
        ends = re.search(r"\b(?:end|expiry|until|to|max\w*)\b", plain)
        field = Field.MAXIMUM_END if ends else Field.EXTENSION_END
        return Suggestion(field, f"{said} and its cells are dates.", sure)
    if column.are_yes_or_no:
        field = Field.EXTENDED if re.search(r"\bextended\b", plain) else Field.EXTENDABLE
        return Suggestion(field, f"{said} and its cells say yes or no.", sure)
    if column.told and (column.are_numbers or column.share(re.compile(r"\d")) > 0.5):
        return Suggestion(Field.EXTENSION_MONTHS, f"{said} and its cells are numbers or lengths.", sure)
    return Suggestion(Field.NOTES if column.told else Field.EXTENSION_MONTHS, f"{said} and its cells are words.", 0.5)


def _only_once(columns: Iterable[Column], found: dict[int, Suggestion]) -> None:
    best: dict[Field, int] = {}
    for column in columns:
        said = found[column.number]
        if said.field is None or said.field in SEVERAL:
            continue
        rival = best.get(said.field)
        if rival is None:
            best[said.field] = column.number
            continue
        winner, loser = (column.number, rival) if said.sure > found[rival].sure else (rival, column.number)
        best[said.field] = winner
        found[loser] = Suggestion(None, f"{found[loser].evidence} Another column says it more plainly.")


def _title_from_notes(columns: Iterable[Column], found: dict[int, Suggestion]) -> None:
    """A register without titles names its contracts by their description."""
    if any(each.field is Field.TITLE for each in found.values()):
        return
    for column in columns:
        if found[column.number].field is Field.NOTES and re.search(r"\bdesc", plain_heading(column.heading)):
            found[column.number] = Suggestion(Field.TITLE, f"{found[column.number].evidence} No column is a title.")
            return


def _by_content(source: Source, columns: list[Column]) -> dict[int, Suggestion]:
    """What columns without headings seem to be."""
    found = _days_by_content(source, [each for each in columns if each.are_days])
    rest = [each for each in columns if each.number not in found and each.told and not each.are_yes_or_no]
    for field, test in ((Field.REFERENCE, _reads_as_reference), (Field.VALUE, _reads_as_money)):
        column = next((each for each in rest if test(each)), None)
        if column:
            found[column.number] = Suggestion(field, _WHY[field], 0.5)
            rest.remove(column)
    words = [each for each in rest if each.content.main in (Look.WORDS, Look.LONG) and not each.are_numbers]
    firms = [each for each in words if each.share(_FIRM) >= 0.2]
    if firms:
        provider = max(firms, key=lambda each: each.share(_FIRM))
        found[provider.number] = Suggestion(Field.PROVIDER, _WHY[Field.PROVIDER], 0.5)
        words.remove(provider)
    if words:
        title = max(words, key=lambda each: (each.content.distinct * _length(each), -each.number))
        found[title.number] = Suggestion(Field.TITLE, _WHY[Field.TITLE], 0.4)
    return found


_WHY = {
    Field.REFERENCE: "It has no heading; its cells are short codes, hardly one twice.",
    Field.VALUE: "It has no heading; its cells are amounts of money.",
    Field.PROVIDER: "It has no heading; many of its cells are names of firms and charities.",
    Field.TITLE: "It has no heading; its cells are words, hardly one twice.",
}


def _length(column: Column) -> float:
    return sum(len(text_of(value)) for value in column.told) / max(len(column.told), 1)


def _reads_as_reference(column: Column) -> bool:
    codes = sum(bool(_CODE.fullmatch(text_of(value).strip())) for value in column.told)
    money = column.share(re.compile(r"[£$€]|,\d{3}|\.\d\d$"))
    return (
        codes * 10 >= len(column.told) * 8 and money < 0.2 and column.content.distinct * 10 >= column.content.count * 5
    )


def _reads_as_money(column: Column) -> bool:
    return column.are_numbers or column.share(re.compile(r"[£$€]\s*\d|^\d[\d,]*\.\d\d$")) > 0.6


def _days_by_content(source: Source, columns: list[Column]) -> dict[int, Suggestion]:
    """Of columns of days, in their order: the first is the start and the next the end."""
    del source
    fields = (Field.START, Field.END, None)
    return {
        each.number: Suggestion(
            field, "It has no heading; its cells are dates." if field else "It has no heading.", 0.5
        )
        for each, field in zip(columns, (*fields, *([None] * len(columns))), strict=False)
    }


def chosen(
    source: Source, suggested: Mapping[int, tuple[Column, Suggestion]], said: Mapping[tuple[str, int], Field | None]
) -> dict[int, tuple[Column, Suggestion]]:
    """The suggestions with what an officer said in their place; a field said of one column is taken from others."""
    own = {column: field for (sheet, column), field in said.items() if sheet == source.sheet}
    taken = {field for field in own.values() if field and field not in SEVERAL}
    found = dict(suggested)
    for number, (column, suggestion) in suggested.items():
        if number in own:
            found[number] = (column, Suggestion(own[number], "You said so.", 1.0))
        elif suggestion.field in taken:
            found[number] = (column, Suggestion(None, f"{suggestion.evidence} You chose another column."))
    return found


def value_in(row: Mapping[int, CellValue], column: int | None) -> CellValue | None:
    """What a row holds in a column."""
    return None if column is None else row.get(column)
