"""What each column of a register is: by its heading, by what it holds, or as an officer said."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from db.incoming.by_content import by_content
from db.incoming.column import Column, Suggestion
from db.incoming.fields import DAYS, EXTENSIONS, MONEY, SEVERAL, Field, field_of, plain_heading
from db.incoming.gaps import fill
from db.incoming.scale import unit_of
from db.incoming.source import Source

__all__ = ["Column", "Suggestion", "chosen", "suggest"]

_EMPTY = 0.6
"""How much less sure a heading is of a field where its column is empty."""
_UNITS = {
    Decimal(1000): ", in thousands of pounds",
    Decimal(1_000_000): ", in millions of pounds",
    Decimal("0.01"): ", in pence",
}


def suggest(source: Source) -> dict[int, tuple[Column, Suggestion]]:
    """Every column with what it seems to be; each field once, but for contacts and notes."""
    columns = [Column(source, number) for number in source.headings]
    found = {each.number: _by_heading(each) for each in columns}
    if not source.header_rows:
        found |= by_content(columns)
    _only_once(columns, found)
    fill(columns, found)
    return {each.number: (each, found[each.number]) for each in columns}


def _by_heading(column: Column) -> Suggestion:
    field, sure = field_of(column.heading)
    if field is None:
        said = f"Nothing a contract has is called “{column.heading}”." if column.heading else "It has no heading."
        return Suggestion(None, said)
    if field in EXTENSIONS:
        return _extension(column, sure)
    return _held_to_content(column, field, sure)


def _held_to_content(column: Column, field: Field, sure: float) -> Suggestion:
    """What a heading names, as far as the cells below it bear it out."""
    evidence = f"Its heading is “{column.heading}”"
    if field in DAYS and column.told and not column.are_days:
        return Suggestion(field, f"{evidence}, though few of its cells are dates.", sure - 0.3)
    if field in MONEY and column.have_no_figures:
        return Suggestion(None, f"{evidence}, but its cells are words and no amounts.")
    if field is Field.TITLE and plain_heading(column.heading) == "contract" and column.told:
        if column.are_codes:
            return Suggestion(Field.REFERENCE, f"{evidence} and its cells are codes.", sure)
        if not column.tells_apart:
            return Suggestion(None, f"{evidence}, but all its cells say the same.")
    unit = _UNITS.get(unit_of(column.heading), "") if field in MONEY else ""
    return Suggestion(field, f"{evidence}{unit}.", sure + (0.05 if column.told else -_EMPTY))


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
    if column.are_sums:
        return Suggestion(None, f"{said}, but its cells are amounts of money.")
    if column.told and (column.are_numbers or column.share(re.compile(r"\d")) > 0.5):
        return Suggestion(Field.EXTENSION_MONTHS, f"{said} and its cells are numbers or lengths.", sure)
    return Suggestion(Field.NOTES if column.told else Field.EXTENSION_MONTHS, f"{said} and its cells are words.", 0.5)


def _only_once(columns: Sequence[Column], found: dict[int, Suggestion]) -> None:
    best: dict[Field, int] = {}
    by_number = {each.number: each for each in columns}
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
        aside = Field.NOTES if said.field in EXTENSIONS and by_number[loser].told else None
        found[loser] = Suggestion(aside, f"{found[loser].evidence} Another column says it more plainly.")


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
