"""Personal data in a column: told by its heading or by what its cells hold."""

import re
from collections.abc import Iterable

from db.returns.cells import CellValue
from db.returns.tables.words import fold

_PERSON = (
    r"(?:client|customer|service user|user|tenant|patient|resident|participant|beneficiary|person|individual|child|"
    r"carer|applicant|member|volunteer)"
)
_NAMES = (
    rf"(?:{_PERSON}(?:'s)?\s*)?(?:full |first |last |family |middle )?names?|{_PERSON}|forenames?|surnames?|initials"
)
_OF_PEOPLE = "names of people"
_HEADINGS = (
    (re.compile(_NAMES), _OF_PEOPLE),
    (re.compile(r".*\b(?:dob|d\.o\.b\.?|date of birth|birth ?date)\b.*"), "dates of birth"),
    (re.compile(r".*\b(?:nhs (?:no|number)|national insurance|ni number|nino)\b.*"), "personal numbers"),
    (re.compile(r".*\b(?:e-?mail|telephone|phone|mobile|tel)\b.*"), "ways to reach a person"),
    (re.compile(r"(?:(?:home|client|customer) )?(?:post ?code|address(?: line \d)?)"), "addresses"),
)  # fmt: skip
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44|0)\s?(?:\d[\s()-]*){9,10}")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}", re.IGNORECASE)
_TITLED = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|rev)\.?\s+[A-Z][\w'-]+.*", re.IGNORECASE)
_LOOKED_AT = 200


def personal_in(heading: str, values: Iterable[CellValue]) -> str:
    """Why a column looks like personal data, as a sentence; empty where it does not."""
    folded = fold(heading).strip(" :*")
    held = [value for value, _ in zip(values, range(_LOOKED_AT), strict=False)]
    counts = sum(isinstance(value, int | float) for value in held) * 2 > len(held)
    for pattern, what in _HEADINGS:
        if folded and pattern.fullmatch(folded) and not (counts and what == _OF_PEOPLE):
            return f"Its heading “{heading}” speaks of {what}."
    seen = [str(value).strip() for value in held]
    for test, what in _TESTS:
        hits = sum(1 for value in seen if test(value))
        if hits >= 2 and hits * 2 >= len(seen):
            return f"{hits} of {len(seen)} cells looked at are {what}."
    return ""


def is_nhs_number(text: str) -> bool:
    """Whether ten figures carry the check figure of an NHS number (modulus 11)."""
    digits = re.sub(r"[\s-]", "", text)
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit() or len(set(digits)) == 1:
        return False
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and check % 11 == int(digits[9])


_TESTS = (
    (is_nhs_number, "NHS numbers by their check figure"),
    (lambda text: bool(_EMAIL.fullmatch(text)), "e-mail addresses"),
    (lambda text: bool(_PHONE.fullmatch(text)), "telephone numbers"),
    (lambda text: bool(_POSTCODE.fullmatch(text)), "postcodes"),
    (lambda text: bool(_TITLED.fullmatch(text)), "names of people"),
)
