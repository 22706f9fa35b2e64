"""How far a part of a record has come, and how that is shown: by icon, by word and by colour."""

from enum import Enum

from desktop.look.palette import Tone


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
