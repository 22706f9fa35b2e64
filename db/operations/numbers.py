"""Say where a decision's number was used that is not in this register."""

from db.changes import Author, Changed
from db.register import Register
from db.rules.refusal import Refusal
from db.rules.words import clean_line, required


def note_number(register: Register, by: Author, number: str, reason: str) -> Changed:
    """Note that a number was used elsewhere, so that it is no gap and is not offered; no reason takes that back.

    Raises:
        Refusal: no number, or a decision of this register has it.
    """
    tidy, why = required(number, "Decision number"), clean_line(reason, "Where it was used")
    found = register.decisions.find(tidy)
    if found and why:
        raise Refusal(f"{tidy} is the number of “{found.subject}” in this register, so it is not used elsewhere.")
    sentence = f"Noted that {tidy} was used elsewhere" if why else f"Took back the note on {tidy}"
    with register.acting(by, "note number", sentence) as ledger:
        kept = register.diaries.row_id("noted_number", number=tidy)
        if kept:
            ledger.update("noted_number", kept, {"reason": why})
        elif why:
            ledger.insert("noted_number", {"number": tidy, "reason": why})
        return ledger.close()
