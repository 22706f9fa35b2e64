"""What a council sets for its decisions: from which value they are key, and how long call-in takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.rules.governance import USUAL_CALL_IN, CallIn
from db.rules.money import Pence
from db.rules.record_in_hand import KEY_THRESHOLD

THRESHOLD, CALL_IN_DAYS = "key decision threshold", "call-in days"
"""The settings' names in the register."""


@dataclass(frozen=True, slots=True)
class DecisionRules:
    """The value from which a decision is key, in pence, and the council's call-in. Both are local, not statute."""

    key_threshold: Pence = KEY_THRESHOLD
    call_in: CallIn = USUAL_CALL_IN


def rules_from(settings: Mapping[str, str]) -> DecisionRules:
    """The rules as a register's settings have them; the usual ones where it sets none."""
    threshold, days = settings.get(THRESHOLD, ""), settings.get(CALL_IN_DAYS, "")
    return DecisionRules(
        Pence(int(threshold)) if threshold else KEY_THRESHOLD,
        CallIn(int(days), USUAL_CALL_IN.starts_with) if days else USUAL_CALL_IN,
    )
