"""State what is the same of every contract that the council publishes."""

from dataclasses import replace

from db.changes import Author, Changed
from db.operations.settings import write_settings
from db.register import Register
from db.rules.publisher import STATED, Publisher, settings_of
from db.rules.refusal import Refusal
from db.rules.words import clean_line

NAMES = {
    "uri": "address as an organisation",
    "identifier": "identifier as a buyer",
    "ocid_prefix": "open contracting prefix",
    "department": "department",
    "contact_name": "contact",
    "contact_email": "contact’s email",
    "contact_url": "contact’s page",
    "irrecoverable_vat": "VAT not recovered",
    "area": "area served",
    "area_uri": "address of the area served",
}
"""What people call each thing that is stated."""


def set_publisher(register: Register, by: Author, publisher: Publisher) -> Changed:
    """Set what the council states; its name is set with the council.

    Raises:
        Refusal: a text cannot be kept, or the VAT is below nothing.
    """
    texts = {name: clean_line(getattr(publisher, name), NAMES[name].capitalize()) for name in _TEXTS}
    kept = replace(publisher, **texts)  # type: ignore[arg-type]
    if kept.irrecoverable_vat is not None and kept.irrecoverable_vat < 0:
        raise Refusal("The VAT that is not recovered is £0 or more.")
    before = register.decisions.publisher()
    changed = [NAMES[each] for each in STATED if getattr(before, each) != getattr(kept, each)]
    sentence = f"Set what the council states when it publishes: {', '.join(changed) or 'nothing'}"
    stated, settings = settings_of(kept), register.diaries.settings()
    with register.acting(by, "set publisher", sentence) as ledger:
        write_settings(register, ledger, {name: text for name, text in stated.items() if text or name in settings})
        return ledger.close()


_TEXTS = tuple(each for each in STATED if each != "irrecoverable_vat")
