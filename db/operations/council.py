"""Say whose register it is."""

from db.changes import Author, Changed
from db.operations.settings import write_settings
from db.register import Register
from db.rules.words import clean_line, required
from db.store.decisions import COUNCIL, TEMPLATE


def set_council(register: Register, by: Author, name: str, template: str) -> Changed:
    """Set the council's name, as its records print it, and the template they follow.

    Raises:
        Refusal: no name.
    """
    values = {COUNCIL: required(name, "Council's name"), TEMPLATE: clean_line(template, "Template")}
    with register.acting(by, "set council", f"Set the council to {values[COUNCIL]}") as ledger:
        write_settings(register, ledger, values)
        return ledger.close()
