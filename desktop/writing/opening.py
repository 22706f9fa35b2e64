"""Opening a decision's record to write it."""

from collections.abc import Callable

from db.register import Register
from db.rules.decision import Decision
from desktop.writing.asking import known_of
from desktop.writing.chapters import chapters_of
from desktop.writing.gathering import template_of
from desktop.writing.manuscript import Manuscript
from desktop.writing.shown import shown_of


def manuscript_of(register: Register, decision: Decision, grant: Callable[[], object]) -> Manuscript:
    """A decision's record in the council's form, to be read only where nothing can be changed.

    `grant` is done when the officer wants to change the powers it delegates.

    Raises:
        Refusal: the council's form cannot be found or read.
    """
    return Manuscript(
        chapters_of(template_of(register)),
        known_of(register, decision),
        shown_of(register, grant),
        is_locked=decision.is_locked or register.read_only,
    )
