"""What stops a decision from being published."""

from dataclasses import dataclass

from db.rules.completeness import completeness
from db.rules.decision import DecisionKind
from db.rules.record_in_hand import RecordInHand

_OF_PUBLICATION = frozenset(("C10", "C11"))
"""The checks of whether it is for publication: all that is asked of a record that another body made."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Something to settle first, and where that is asked for."""

    sentence: str
    source: str
    check: str = ""


def what_stops(in_hand: RecordInHand) -> tuple[Stop, ...]:
    """Everything to settle before the public version of a record may leave. What is signed and filed was settled."""
    decision = in_hand.decision
    if not decision.is_taken:
        return (Stop(f"It has not been taken ({decision.status.value}).", "SI 2012/2089 reg 13(4)"),)
    if decision.is_locked:
        return ()
    made_here = decision.kind is DecisionKind.OFFICER
    gaps = (gap for gap in completeness(in_hand) if gap.stops and (made_here or gap.check in _OF_PUBLICATION))
    return tuple(Stop(gap.sentence, gap.source, gap.check) for gap in gaps)
