"""What a column of a register can be, and the headings by which registers call it."""

import re
from enum import StrEnum
from functools import lru_cache

from db.returns.tables.words import fold


class Field(StrEnum):
    """What a register's column tells of a contract; the value is what officers read."""

    REFERENCE = "Reference"
    TITLE = "Title"
    PROVIDER = "Provider"
    COMPANY_NUMBER = "Company number"
    CHARITY_NUMBER = "Charity number"
    START = "Start"
    END = "End"
    MAXIMUM_END = "Maximum end"
    EXTENSION_END = "Extension, a date"
    EXTENSION_MONTHS = "Extension, months"
    EXTENDABLE = "Extendable, yes or no"
    EXTENDED = "Extended, yes or no"
    REVIEW = "Review date"
    VALUE = "Value of the whole term"
    ANNUAL_VALUE = "Value a year"
    SERVICE = "Service or department"
    MANAGER = "Contract manager"
    CONTACT = "Contact"
    CATEGORY = "Category"
    NOTES = "Notes"


DAYS = frozenset({Field.START, Field.END, Field.MAXIMUM_END, Field.EXTENSION_END, Field.REVIEW})
MONEY = frozenset({Field.VALUE, Field.ANNUAL_VALUE})
EXTENSIONS = frozenset({Field.EXTENSION_END, Field.EXTENSION_MONTHS, Field.EXTENDABLE, Field.EXTENDED})
SEVERAL = frozenset({Field.CONTACT, Field.NOTES})
"""Fields that several columns may tell."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PLAIN = re.compile(r"[^\w£]+|_+")
_RUN_TOGETHER = re.compile(
    r"\b(contract|agreement|supplier|vendor|provider|contractor|start|end|expiry|award)s?"
    r"(name|title|date|value|amount|number|id|ref|reference|start|end|type|manager|owner)\b"
)
_NONE = re.compile(
    r"\b(?:ur[il]|vat|sme|vcse|cpv code|proclass code|organisation (?:label|name|code)|publisher|effective date|"
    r"open contracting|procurement (?:ref|reference)|tender|invitation|award(?:ed)? date|date (?:of )?award(?:ed)?|"
    r"sign(?:ed|ature)|completion|completed|postcode|address|other supplier|supplier id|vendor (?:id|no|number)|"
    r"supplier (?:no|number|ref|reference)|notice|published)\b"
)
_END = r"(?:end|ends|ending|expiry|expires|expiration|finish|termination|to)"
_PART = re.compile(r"\b(?:amendments?|variations?|changes?|previous|invoiced?|paid|spent|monthly|daily|weekly|low)\b")
_NO_SUM = (
    r"element|centre|center|code|band|bands|pct|percent|percentage|variance|months|days|weeks|years|transactions|"
    r"count|number|purpose|type|status|low|high|savings?|discrepancy|description|name"
)
_EXTENDED = r"(?:max(?:imum)?|latest|ultimate|longest|final|possible|incl(?:uding)?|with|last)"
_REFERENCE = (
    r"(?:contracts?|agreement|register|unique|our|council|system|framework)?(?: s)? ?"
    r"(?:ref|refs|reference|references)(?: (?:no|nos|number|numbers|id|code))*|"
    r"(?:contract|agreement|register|unique)(?: (?:no|number|id|code))+|(?:unique )?(?:id|identifier)|dn(?: number)?"
)
_TITLE = (
    r"(?:(?:contract|agreement|project|short)(?: s)? )?(?:title|name)"
    r"(?: of (?:the )?(?:agreement|contract|project))?|"
    r"name of (?:the )?contract|contract name title|contract title name|contract"
)
_PROVIDER = (
    r"(?:main |lead |prime |awarded |current |incumbent |successful |appointed |winning |preferred )?"
    r"(?:supplier|suppliers|provider|providers|contractor|contractors|vendor|vendors|bidder|tenderer|awarded to|"
    r"company|awardee|recipient|grantee|payee|beneficiary|supplier beneficiary|recipient organisation|recipient org)"
    r"(?: (?:s|name|names|name s|1|name 1))*|(?:names? of )?(?:the )?(?:supplier|provider|contractor)s?|"
    r"other part(?:y|ies)(?: to the contract)?|organisation awarded.*|service provider(?: name)?"
)
_SERVICE = (
    r".*\b(?:department|dept|directorate|organisational unit|organizational unit|service area|business unit|"
    r"division|team|portfolio)\b.*|(?:contracting |public |council )?entity(?: name)?|service|service responsible"
)
_OTHER_TERM = r"dlp|defects?|warranty|guarantee|bid|bids|bidding|insurance|bond|consultation|standstill|evaluation"
_STARTS = r"start|starts|commence|commences|commencement|begins|valid from|date from|from"
_MANAGER = r"manager|owner|lead officer|responsible officer|contract officer|contract lead|officer"
_WORDS = r"notes?|comments?|remarks?|narrative|description|desc|details|information"
_STRONG: tuple[tuple[Field, str], ...] = (
    (Field.COMPANY_NUMBER, r".*\b(?:compan(?:y|ies)(?: house)?|crn)\b.*\b(?:no|number|registration)\b.*|crn"),
    (Field.CHARITY_NUMBER, r".*\bcharity\b.*\b(?:no|number|registration)\b.*"),
    (Field.REVIEW, r"(?!.*\b(?:start|end)\b).*\breview\b.*"),
    (Field.MAXIMUM_END, rf".*\b{_EXTENDED}\b.*\b(?:{_END}|extensions?)\b.*"),
    (
        Field.EXTENSION_END,
        rf"(?!.*\b(?:{_WORDS}|value|amount|cost|price)\b).*\b(?:extensions?|extendable|extended|extend|ext|options?)\b.*",
    ),
    (Field.ANNUAL_VALUE, r"(?!.*\b(?:length|term|whole)\b).*\b(?:annual|annum|pa|p a|yearly|per year|a year)\b.*"),
    (Field.REFERENCE, _REFERENCE),
    (Field.TITLE, _TITLE),
    (Field.PROVIDER, _PROVIDER),
    (Field.START, rf"(?!.*\b(?:end|{_OTHER_TERM})\b).*\b(?:{_STARTS})\b.*"),
    (Field.END, rf"(?!.*\b(?:start|{_OTHER_TERM})\b).*\b{_END}(?: (?:date|dt|day|on))?"),
    (Field.VALUE, rf"(?!.*\b(?:{_NO_SUM})\b).*\b(?:value|amount|amt|sum|cost|price|spend|total)\b.*"),
    (Field.VALUE, r"(?:estimated |contract )?value low"),
    (Field.MANAGER, rf"(?!.*\b(?:org|organi[sz]ation|entity|department|beneficial)\b).*\b(?:{_MANAGER})\b.*"),
    (Field.CONTACT, r"(?!.*\b(?:town|city|county|country|region)\b).*\b(?:contact|e ?mail|telephone|phone|tel)\b.*"),
    (Field.CATEGORY, r".*\b(?:category|categories|cpv label|proclass label)\b.*|cpv|cpv description|proclass"),
    (Field.SERVICE, _SERVICE),
    (Field.NOTES, rf".*\b(?:{_WORDS})\b.*|purpose(?: of (?:the )?(?:spend|contract|grant))?|scope"),
)
_PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in _STRONG)
_WEAK = frozenset({"id", "identifier", "contract", "company", "cpv", "from", "to", "total", "name", "officer", "pa"})


def plain_heading(heading: str) -> str:
    """A heading as it is compared: words apart however they were joined, no marks."""
    apart = _PLAIN.sub(" ", fold(_CAMEL.sub(" ", heading)).replace("#", " no "))
    return " ".join(_RUN_TOGETHER.sub(r"\1 \2", apart).split())


@lru_cache(maxsize=4_000)
def field_of(heading: str) -> tuple[Field | None, float]:
    """What a heading names, and how surely from 0 to 1; None where it names none of the fields."""
    plain = plain_heading(heading)
    if not plain or (_NONE.search(plain) and not _is_end(plain)):
        return None, 0.0
    for field, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return field, _sureness(field, plain)
    return None, 0.0


def _is_end(plain: str) -> bool:
    return bool(re.search(r"\b(?:end|expiry) date\b", plain)) and "award" not in plain


def _sureness(field: Field, plain: str) -> float:
    if plain in _WEAK:
        return 0.5
    sure = 0.9 if "contract" in plain or "agreement" in plain or plain == field.value.casefold() else 0.8
    if field is Field.VALUE:
        return _sureness_of_sum(plain, sure)
    if field is Field.END and re.search(r"\b(?:original|initial|current)\b", plain):
        return 0.85 if "original" not in plain else 0.7
    if field is Field.NOTES and "description" in plain:
        return 0.6
    return sure


def _sureness_of_sum(plain: str, sure: float) -> float:
    """A sum that is only a part, or changed it, is hardly the value; one of several times of day is less plainly so."""
    if re.search(
        r"\b(?:amendments?|variations?|changes?|previous|invoiced?|paid|spent|monthly|daily|weekly|low)\b", plain
    ):
        return 0.3
    return 0.75 if re.search(r"\b(?:current|original|award|maximum|estimated|total)\b", plain) else sure
