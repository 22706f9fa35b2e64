"""Set from which value decisions are key, and how long call-in takes."""

from db.changes import Author, Changed
from db.operations.settings import write_settings
from db.register import Register
from db.rules.decision_rules import CALL_IN_DAYS, THRESHOLD
from db.rules.money import Pence, show_pounds
from db.rules.refusal import Refusal

LONGEST_CALL_IN = 30
"""Working days; councils print from three to ten."""


def set_decision_rules(register: Register, by: Author, key_threshold: Pence, call_in_days: int) -> Changed:
    """Set the value from which a decision is key, in pence, and the working days of call-in.

    Raises:
        Refusal: the value is not above nothing, or the days are out of reach.
    """
    if key_threshold <= 0:
        raise Refusal("Enter the value from which a decision is key as an amount above nothing, such as £1m.")
    if not 0 <= call_in_days <= LONGEST_CALL_IN:
        raise Refusal(f"Enter the working days of call-in as a number from 0 to {LONGEST_CALL_IN}, such as 5.")
    values = {THRESHOLD: str(key_threshold), CALL_IN_DAYS: str(call_in_days)}
    sentence = f"Set key decisions to {show_pounds(key_threshold)} and call-in to {call_in_days} working days"
    with register.acting(by, "set decision rules", sentence) as ledger:
        write_settings(register, ledger, values)
        return ledger.close()
