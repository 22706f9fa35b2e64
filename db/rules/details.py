"""What an officer may simply change of a contract: which fields, what each is called, how it is kept."""

from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, required

FIELDS = {
    "reference": "Contract reference",
    "title": "Title",
    "service": "Service",
    "category": "Category",
    "manager": "Contract manager",
    "contact": "Contact",
    "notes": "Notes",
}
"""The fields that are edited in place, with the name people know each by."""


def tidy(field: str, text: str) -> str:
    """A field's text as it is kept.

    Raises:
        Refusal: it is not a field that is simply edited, a required one is empty, or the text cannot be kept.
    """
    if field not in FIELDS:
        raise Refusal(f"“{field}” is not edited in place: it changes only by a decision, a variation or notice.")
    if field in {"reference", "title"}:
        return required(text, FIELDS[field])
    return clean(text, FIELDS[field]) if field == "notes" else clean_line(text, FIELDS[field])
