"""What a rating comes to, as is stored, and the tone in which a screen says it."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a rating comes to. The text is what is stored."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    DATA_ONLY = "data only"
    NO_TARGET = "no target"
    NOT_RATED = "not rated"
    NOT_RETURNED = "not returned"
    SUPPRESSED = "suppressed"


COLOURS = (Outcome.GREEN, Outcome.AMBER, Outcome.RED)
"""The outcomes that a rule, a band or an officer may give a figure."""

TONES = {
    Outcome.GREEN: "done",
    Outcome.AMBER: "soon",
    Outcome.RED: "overdue",
    Outcome.NOT_RETURNED: "soon",
}
"""The tone of an outcome by its name; the others are neutral. The word, never the tone, is the message."""


def tone_of(outcome: Outcome) -> str:
    """The name of the tone in which an outcome is shown."""
    return TONES.get(outcome, "neutral")
