"""How far a part of a record has come, and how that is shown: by icon, by word and by colour."""

from collections.abc import Iterable
from enum import Enum

from db.rules.decision import Decision
from desktop.look.palette import Tone
from desktop.writing.chapters import Chapter
from desktop.writing.gap_notes import Missing


class Progress(Enum):
    """The state of a section: its word and its tone."""

    GAP = ("gap", Tone.OVERDUE)
    """Something without which it may not be signed."""
    WARNING = ("check", Tone.SOON)
    """Something to look at, or to pass over with a reason."""
    DONE = ("done", Tone.DONE)
    EMPTY = ("", Tone.NEUTRAL)
    """Nothing written, and nothing missed."""

    @property
    def word(self) -> str:
        """What it is called."""
        return self.value[0]

    @property
    def tone(self) -> Tone:
        """Its colour and icon."""
        return self.value[1]


def progress(chapter: Chapter, decision: Decision, missing: Iterable[Missing]) -> Progress:
    """How far a chapter of a decision has come, by what it lacks."""
    found = [each for each in missing if each.field in chapter.paths and not each.passed_over]
    if any(each.is_blocking for each in found):
        return Progress.GAP
    if found:
        return Progress.WARNING
    return Progress.DONE if chapter.says_something(decision) else Progress.EMPTY
