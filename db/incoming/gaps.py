"""The reference, the provider and the title where no heading plainly names them: the likeliest other column."""

import re
from collections.abc import Callable, Iterable

from db.incoming.column import Column, Suggestion
from db.incoming.fields import Field, plain_heading

_NUMBERED = re.compile(
    r"(?:(?:original|current|internal|unique) )?(?:contract|award|agreement|order|purchase order|po|p o|grant|notice|"
    r"document|file|case|project|procurement|deal|record|item|requisition|workspace)(?: (?:item|unique|record))?"
    r" ?(?:ids?|nos?|numbers?|identifier|code|ref|reference)|piid|poid|po"
)
_NAMED = re.compile(
    r"\b(?:suppliers?|vendors?|contractors?|providers?|recipients?|awardees?|bidders?|tenderer|firm|beneficiary|payee|"
    r"grantee|counterpart\w*|contractor name1|legal business name)\b"
)
_NOT_NAMED = re.compile(
    r"\b(?:ids?|numbers?|no|code|address|status|type|size|e ?mail|telephone|phone|fax|contact|url|website|postal|"
    r"post ?code|country|region|town|city|county|location|date|value|amount|flag|is|has|count|registration|category|"
    r"description)\b"
)
_TOLD = re.compile(
    r"\b(?:descriptions?|desc|purpose|subject|scope|works?|goods|services?|items?|commodity|project|reason|summary|"
    r"details|requirement)\b"
)
_NOT_TOLD = re.compile(r"\b(?:area|type|code|category|department|id|number|no|date|status|url|centre|fr)\b")
_SOME_FIRMS = 0.1
_FREE = frozenset({None, Field.NOTES, Field.SERVICE})
"""What a column may seem to be and yet be taken for the title."""


def fill(columns: Iterable[Column], found: dict[int, Suggestion]) -> None:
    """Take another column for what is missing, and say why."""
    held = [each for each in columns if each.told]
    number = _number(held, found)
    plain = next((each for each in held if found[each.number].field is Field.REFERENCE), None)
    if number and plain and plain.counts_rows:
        found[plain.number] = Suggestion(None, f"{found[plain.number].evidence} It only counts the rows.")
    _take(Field.REFERENCE, number, found, "Its cells give each contract a number of its own.")
    _take(Field.PROVIDER, _name(held, found), found, "No column names the provider more plainly.")
    _take(Field.TITLE, _title(held, found), found, "No column is a title.")


def _take(field: Field, column: Column | None, found: dict[int, Suggestion], why: str) -> None:
    if column and not any(each.field is field for each in found.values()):
        found[column.number] = Suggestion(field, f"{found[column.number].evidence} {why}", 0.4)


def _number(columns: Iterable[Column], found: dict[int, Suggestion]) -> Column | None:
    free = [each for each in columns if found[each.number].field is None]
    return next((each for each in free if _may_number(each) and each.are_codes and each.tells_apart), None)


def _may_number(column: Column) -> bool:
    return bool(_NUMBERED.fullmatch(plain_heading(column.heading)))


def _name(columns: Iterable[Column], found: dict[int, Suggestion]) -> Column | None:
    free = [each for each in columns if found[each.number].field is None and _may_name(each)]
    return _best(free, lambda each: (each.is_told_mostly, each.are_firms >= _SOME_FIRMS, -each.number))


def _title(columns: Iterable[Column], found: dict[int, Suggestion]) -> Column | None:
    free = [each for each in columns if found[each.number].field in _FREE and _may_tell(each)]

    def sort(each: Column) -> tuple[float, ...]:
        is_description = found[each.number].field is Field.NOTES
        return each.is_told_mostly, is_description, each.content.distinct, -each.number

    return _best(free, sort)


def _may_name(column: Column) -> bool:
    plain = plain_heading(column.heading)
    return bool(_NAMED.search(plain)) and not _NOT_NAMED.search(plain)


def _may_tell(column: Column) -> bool:
    plain = plain_heading(column.heading)
    return bool(_TOLD.search(plain)) and (plain.endswith("description") or not _NOT_TOLD.search(plain))


def _best(columns: Iterable[Column], sort: Callable[[Column], tuple[float, ...]]) -> Column | None:
    return max((each for each in columns if each.are_words), key=sort, default=None)
