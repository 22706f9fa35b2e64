"""Columns of codes, row numbers, coordinates and the like: figures that count nothing."""

import itertools
import re
from collections.abc import Iterable, Sequence
from datetime import date

from db.returns.cells import CellValue
from db.returns.tables.words import fold

_NO = r"(?: ?(?:no|number|nr|id|#)\.?)"
_HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("a place on the map", (
        r"(?:lat|latitude|lon|lng|long|longitude)s?(?: \(.*\))?",
        r"(?:x|y)(?:[ -]?co-?ord(?:inate)?)?|grid ref(?:erence)?|co-?ordinates?",
        r"(?:eastings?|northings?|geo ?[xy]|uprn|usrn|toid)",
    )),
    ("a post code", (r"(?:.*[ -])?(?:postcode|post code|zip(?: ?code)?)",)),
    ("a telephone number", (rf"(?:.*\b)?(?:telephone|phone|mobile|tel|fax){_NO}?",)),
    ("the number of a row", (
        rf"(?:row|line|serial|seq(?:uence)?){_NO}?", r"(?:s|sr|item|sort) ?(?:no|number|order)\.?",
    )),
    ("a code", (
        rf"(?:.*[ /-])?(?:code|id|identifier|ref|reference|uid|uuid|key)s?{_NO}?(?: \(.*\))?",
        r"urn|ukprn|laestab|(?:dfe|estab(?:lishment)?) ?(?:no|number)",
    )),
    ("a reference number", (
        (r"(?:.*\b)?(?:charity|company|account|invoice|order|po|nhs|case|client|contract|registration|reg|vat)"
        rf"(?: registration)?{_NO}"),
    )),
    ("a year", (r"(?:calendar |financial |fiscal )?years?(?: (?:opened|built|established|of .*))?",)),
)  # fmt: skip
_TELL = tuple((re.compile("|".join(patterns)), what) for what, patterns in _HEADINGS)
_CODE = re.compile(r"(?=.*[A-Z])[A-Z0-9]{3,10}|[A-Z]{1,4}[-/ ]?\d{2,}[A-Z\d/-]*|\d+[-/][\d/-]+")
_COUNTED = re.compile(r"\b(?:number|count|total|no\.?|how many) (?:of\b)?")
_ROW_NUMBERS = 3
_REFERENCES = 5
_LOOKED_AT = 400


def coding_said(heading: str) -> str:
    """What a heading says that its figures are where they count nothing, as "a code"; empty where it does not."""
    folded = fold(heading).replace("_", " ").strip(" :*.#")
    if _COUNTED.match(folded):
        return ""
    return next((what for pattern, what in _TELL if folded and pattern.fullmatch(folded)), "")


def coding_in(values: Iterable[CellValue], is_first: bool) -> str:
    """What the figures of a column are where they count nothing, told by themselves; empty where nothing tells."""
    held = [value for value, _ in zip(values, range(_LOOKED_AT), strict=False) if not isinstance(value, date)]
    numbers = [value for value in held if isinstance(value, int | float) and not isinstance(value, bool)]
    if is_first and len(numbers) == len(held) and _are_row_numbers(numbers):
        return "row numbers: each is one more than that above"
    if _are_long_numbers(held):
        return "long numbers of one length, as references are"
    return ""


def are_codes(texts: Sequence[str]) -> bool:
    """Whether texts are codes: capitals and figures without words."""
    codes = sum(_CODE.fullmatch(each.strip()) is not None for each in texts)
    return codes >= 2 and codes * 10 >= len(texts) * 8


def _are_row_numbers(numbers: Sequence[int | float]) -> bool:
    steps = {later - earlier for earlier, later in itertools.pairwise(numbers)}
    return len(numbers) >= _ROW_NUMBERS and numbers[0] in (0, 1) and steps == {1}


def _are_long_numbers(held: Sequence[CellValue]) -> bool:
    """Whether all are whole numbers of the same nine figures or more, each another one, or begin with nought."""
    written = [str(int(each)) if isinstance(each, float) and each.is_integer() else str(each).strip() for each in held]
    if len(written) < _REFERENCES or not all(each.isascii() and each.isdigit() for each in written):
        return False
    if any(each[0] == "0" and len(each) > 1 for each in written):
        return True
    return len({len(each) for each in written}) == 1 and len(written[0]) >= 9 and len(set(written)) == len(written)
