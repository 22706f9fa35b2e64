"""What a record on the page lacks, in the register it stands in."""

from db.register import Register
from db.rules.decision import Decision
from desktop.writing.gap_notes import Missing


def missing_in(register: Register, decision: Decision) -> tuple[Missing, ...]:
    """Everything the checks find, with what was passed over and why."""
    return ()
